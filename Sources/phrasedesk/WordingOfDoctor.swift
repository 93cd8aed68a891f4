import Chat
import Phrases
import Session
import Settings
import Store
import Terminal

extension DoctorFinding {
  /// What was found, and what to do about it; nil where nothing needs doing.
  func sentences(_ language: Language) -> (fact: String, advice: String?) {
    language == .english ? english : chinese
  }

  private var english: (String, String?) {
    switch subject {
    case .noTerminal: ("this is no terminal", "Run phrasedesk in a terminal to open the desk.")
    case .unsuitableTerminal(let error):
      (error.sentence(.english), "The desk cannot be opened here; the other commands can.")
    case .terminal(let terminal, let size, let isInTmux):
      (
        "\(terminal.type), \(terminal.colours) colours, \(size.columns)x\(size.rows)"
          + (isInTmux ? ", in tmux" : ""), nil
      )
    case .menus(let menus): menuSentences(menus, .english)
    case .escapeTime(let milliseconds):
      (
        "tmux waits \(milliseconds) ms behind Esc: Esc and then Alt+Z types ^[z into the chat",
        "Put set -s escape-time 20 into tmux.conf; phrasedesk integrate tmux --install does."
      )
    case .locale(.environment): ("UTF-8", nil)
    case .locale(.replacedMissing(let name)):
      (
        name.isEmpty
          ? "no locale is set, C.UTF-8 is used" : "\(name) is not installed, C.UTF-8 is used", nil
      )
    case .locale(.replacedEncoding(let name, let encoding)):
      (
        "\(name) is \(encoding), C.UTF-8 is used",
        "Set the terminal to UTF-8, and LANG to a UTF-8 locale."
      )
    case .noLocale:
      ("neither your locale nor C.UTF-8 is there", "Install a UTF-8 locale (package locales).")
    case .noClipboard:
      (
        "nothing can take a phrase here",
        "Install xclip (X11) or wl-clipboard (Wayland), or run phrasedesk in tmux."
      )
    case .clipboard(let ways): ("tried in this order: \(ways.joined(separator: ", "))", nil)
    case .droppedByTmux:
      (
        "the setting clipboard is osc52, and tmux drops that",
        "Put set -s set-clipboard on into tmux.conf, or set clipboard = \"tmux\"."
      )
    case .mosh(let isInTmux): moshSentences(isInTmux, .english)
    case .missingTool(let tool): ("\(tool) is not installed", "Install it with the system's tools.")
    case .pictures(areDrawn: true): ("drawn in the preview by chafa", nil)
    // Nothing is wrong without.
    case .pictures(areDrawn: false):
      ("chafa is not installed: the preview tells of pictures in words", nil)
    case .windows(let reach, let isWanted): windowSentences(reach, isWanted, .english)
    case .noSendCommand:
      ("send.to is command, and send.command is empty", "Name a program: send.command = [\"…\"].")
    case .noSummons(.notPrivate(let folder)):
      (
        "Alt+Z from the chat reaches no desk: \(folder) is not yours alone",
        "Make it yours, and close it to others: chmod 700."
      )
    case .noSummons(.notWritable(let folder)):
      (
        "Alt+Z from the chat reaches no desk: nothing can be made in \(folder)",
        "Set XDG_RUNTIME_DIR to a folder of yours, or unset it."
      )
    case .noHome: ("HOME is not set", "Set HOME or XDG_DATA_HOME, so that phrases can be kept.")
    case .noStore(let path): ("\(path) does not exist yet; phrasedesk import makes it", nil)
    case .store(let report): (describe(report), advice(on: report, .english))
    case .badStore(let error):
      (error.sentence(.english), "A file can be opened meanwhile: phrasedesk --kb FILE.")
    case .source(let source, let age, let failing):
      sourceSentences(source, age, failing, .english)
    case .settings(let files):
      (files.isEmpty ? "no file, all defaults" : files.joined(separator: ", "), nil)
    case .distrusted(let flaw):
      (flaw.clause(.english) + ".", "Then run phrasedesk doctor again.")
    case .badSetting(let problem):
      (problem.sentence(.english), "Until it is mended it is as if the line were not there.")
    }
  }

  private var chinese: (String, String?) {
    switch subject {
    case .noTerminal: ("这里不是终端", "请在终端中运行 phrasedesk。")
    case .unsuitableTerminal(let error):
      (error.sentence(.chinese), "这里打不开界面，其他命令可以使用。")
    case .terminal(let terminal, let size, let isInTmux):
      (
        "\(terminal.type)，\(terminal.colours) 色，\(size.columns)x\(size.rows)"
          + (isInTmux ? "，在 tmux 中" : ""), nil
      )
    case .menus(let menus): menuSentences(menus, .chinese)
    case .escapeTime(let milliseconds):
      (
        "tmux 在 Esc 之后等待 \(milliseconds) 毫秒：按 Esc 再按 Alt+Z 会把 ^[z 打进聊天窗口",
        "请在 tmux.conf 中加入 set -s escape-time 20；phrasedesk integrate tmux --install 会写入。"
      )
    case .locale(.environment): ("UTF-8", nil)
    case .locale(.replacedMissing(let name)):
      (name.isEmpty ? "未设置语言环境，使用 C.UTF-8" : "\(name) 未安装，使用 C.UTF-8", nil)
    case .locale(.replacedEncoding(let name, let encoding)):
      ("\(name) 的编码是 \(encoding)，使用 C.UTF-8", "请把终端设为 UTF-8，并设置 UTF-8 的 LANG。")
    case .noLocale: ("没有可用的 UTF-8 语言环境", "请安装 UTF-8 语言环境（locales 软件包）。")
    case .noClipboard:
      ("这里没有剪贴板工具", "请安装 xclip（X11）或 wl-clipboard（Wayland），或在 tmux 中运行。")
    case .clipboard(let ways): ("依次尝试：\(ways.joined(separator: "、"))", nil)
    case .droppedByTmux:
      (
        "设置 clipboard 为 osc52，而 tmux 会丢弃它",
        "请在 tmux.conf 中加入 set -s set-clipboard on，或设 clipboard = “tmux”。"
      )
    case .mosh(let isInTmux): moshSentences(isInTmux, .chinese)
    case .missingTool(let tool): ("\(tool) 未安装", "请用系统的软件包工具安装。")
    case .pictures(areDrawn: true): ("由 chafa 在预览中绘制", nil)
    case .pictures(areDrawn: false): ("chafa 未安装：预览只用文字说明图片", nil)
    case .windows(let reach, let isWanted): windowSentences(reach, isWanted, .chinese)
    case .noSendCommand:
      ("send.to 是 command，但 send.command 为空", "请指定程序：send.command = [\"…\"]。")
    case .noSummons(.notPrivate(let folder)):
      ("聊天窗口的 Alt+Z 找不到界面：\(folder) 并非您独有", "请改为您所有，并禁止他人进入：chmod 700。")
    case .noSummons(.notWritable(let folder)):
      ("聊天窗口的 Alt+Z 找不到界面：\(folder) 中无法创建文件", "请把 XDG_RUNTIME_DIR 设为您自己的文件夹，或取消设置。")
    case .noHome: ("HOME 未设置", "请设置 HOME 或 XDG_DATA_HOME，话术才能保存。")
    case .noStore(let path): ("\(path) 尚不存在；phrasedesk import 会创建它", nil)
    case .store(let report): (describe(report), advice(on: report, .chinese))
    case .badStore(let error):
      (error.sentence(.chinese), "可以先打开文件：phrasedesk --kb 文件。")
    case .source(let source, let age, let failing):
      sourceSentences(source, age, failing, .chinese)
    case .settings(let files):
      (files.isEmpty ? "没有配置文件，全部使用默认值" : files.joined(separator: "、"), nil)
    case .distrusted(let flaw): (flaw.clause(.chinese) + "。", "然后再次运行 phrasedesk doctor。")
    case .badSetting(let problem): (problem.sentence(.chinese), "修正之前，这一行视同没有。")
    }
  }

  private func windowSentences(
    _ reach: WindowReach, _ isWanted: Bool, _ language: Language
  ) -> (String, String?) {
    let fact: String
    let advice: String
    switch (reach, language) {
    case (.desktop(let name, let missing), .english) where missing.isEmpty:
      return ("phrases can be pasted into windows (\(name))", nil)
    case (.desktop(let name, let missing), .chinese) where missing.isEmpty:
      return ("话术可以粘贴到窗口（\(name)）", nil)
    case (.desktop(let name, let missing), .english):
      fact = "to paste into windows of \(name), \(missing.joined(separator: ", ")) is missing"
      advice = "Install it with the system's tools."
    case (.desktop(let name, let missing), .chinese):
      fact = "要粘贴到 \(name) 的窗口，还缺少 \(missing.joined(separator: "、"))"
      advice = "请用系统的软件包工具安装。"
    case (.otherWayland, .english):
      fact = "this Wayland desktop lets no program choose a window; X11 and sway do"
      advice = "Use send.to = \"clipboard\", or a terminal chat in tmux with \"pane\"."
    case (.otherWayland, .chinese):
      fact = "此 Wayland 桌面不允许程序选择窗口；X11 和 sway 可以"
      advice = "请用 send.to = “clipboard”，或在 tmux 中用“pane”。"
    case (.none, .english):
      fact = "there is no desktop here to paste into windows of"
      advice = "Use send.to = \"clipboard\" or \"pane\"."
    case (.none, .chinese):
      fact = "这里没有可以粘贴到窗口的桌面"
      advice = "请用 send.to = “clipboard”或“pane”。"
    }
    // What nobody asked for needs no mending.
    return (fact, isWanted ? advice : nil)
  }

  private func describe(_ report: StoreReport) -> String {
    let counts = report.counts.map { "\($0.source) \($0.level) \($0.phrases)" }
    let mode = report.fileMode.map { String($0, radix: 8) } ?? "?"
    return "\(report.path), schema \(report.schemaVersion)/\(report.knownSchemaVersion), "
      + "SQLite \(report.sqliteVersion) \(report.journalMode), \(report.fileBytes) bytes, "
      + "mode \(mode), phrases: \(counts.isEmpty ? "0" : counts.joined(separator: ", "))"
  }

  private func advice(on report: StoreReport, _ language: Language) -> String? {
    if report.faults > 0 {
      return language == .english
        ? "The file is damaged: export your phrases, move it away, and import them again."
        : "文件已损坏：请导出话术，移走该文件，再重新导入。"
    }
    if report.isReadOnly, report.fileMode.map({ $0 & 0o200 == 0 }) == true {
      return language == .english
        ? "The file cannot be written: chmod u+w makes it yours again." : "文件不可写：请执行 chmod u+w。"
    }
    return nil
  }
}
