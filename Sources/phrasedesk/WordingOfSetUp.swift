import Phrases
import Settings

/// What is asked and said in the first ten minutes.
enum SetUpSentence {
  case welcome
  case language(current: Language)
  case list(connected: [String])
  case department([String])
  case value(String, current: String?)
  case target([SendTarget], current: SendTarget)
  case wouldWrite(_ file: String, _ configuration: String)
  case bind(String)
  case bindYourself(String)
  case whichNumber(Int)
  case done
  /// Behind it the desk is opened again.
  case opensDesk

  /// The placeholders that say who writes, as lists name them.
  static func names(_ language: Language) -> [String] {
    switch language {
    case .english: ["agent name", "shop name"]
    case .chinese: ["客服姓名", "店铺名称"]
    }
  }

  func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .welcome: "A few questions; Enter skips any of them, and all can be asked again."
    case .language(let current):
      "Language (now \(current == .english ? "English" : "中文")):\n  1 English\n  2 中文"
    case .list(let names):
      names.isEmpty
        ? "A list to follow: a file, an address of the web, or a file in a git repository. Your supervisor knows it."
        : "Connected: \(names.joined(separator: ", ")).\nAnother list, or Enter to go on."
    case .department(let names):
      "Your department, whose phrases you want to see:\n\(numbered(names))"
    case .value(let name, let current):
      "What {{\(name)}} stands for" + (current.map { " (now \($0))" } ?? "")
    case .target(let targets, let current):
      "Where Enter sends (now \(name(of: current, .english))):\n"
        + numbered(targets.map { name(of: $0, .english) })
    case .wouldWrite(let file, let configuration):
      "Alt+Z: these lines would go to \(file), the last of them to \(configuration):"
    case .bind(let program): "Bind Alt+Z in \(program)? y writes them"
    case .bindYourself(let program): "Alt+Z: \(program) takes these lines from you:"
    case .whichNumber(let count): "A number from 1 to \(count), or Enter alone."
    case .opensDesk: "Enter opens the desk."
    case .done: "Done. phrasedesk opens the desk; F1 shows its keys, Ctrl+P everything else."
    }
  }

  private var chinese: String {
    switch self {
    case .welcome: "几个简单的问题；按 Enter 可跳过，以后随时可以再设置。"
    case .language(let current):
      "语言（当前：\(current == .english ? "English" : "中文")）：\n  1 English\n  2 中文"
    case .list(let names):
      names.isEmpty
        ? "要使用的话术表：文件路径、网址，或 git 仓库中的文件。可以问您的主管。"
        : "已连接：\(names.joined(separator: "、"))。\n再加一个，或按 Enter 继续。"
    case .department(let names): "您的部门（只显示该部门和通用话术）：\n\(numbered(names))"
    case .value(let name, let current): "{{\(name)}} 填什么" + (current.map { "（当前：\($0)）" } ?? "")
    case .target(let targets, let current):
      "按 Enter 发送到哪里（当前：\(name(of: current, .chinese))）：\n"
        + numbered(targets.map { name(of: $0, .chinese) })
    case .wouldWrite(let file, let configuration):
      "Alt+Z：将把下面几行写入 \(file)，最后一行写入 \(configuration)："
    case .bind(let program): "在 \(program) 中绑定 Alt+Z 吗？输入 y 写入"
    case .bindYourself(let program): "Alt+Z：请自行在 \(program) 中执行或写入："
    case .whichNumber(let count): "请输入 1 到 \(count) 的数字，或直接按 Enter。"
    case .opensDesk: "按 Enter 打开话术台。"
    case .done: "设置完成。运行 phrasedesk 打开话术台；F1 查看按键，Ctrl+P 查看全部功能。"
    }
  }

  private func numbered(_ names: [String]) -> String {
    names.enumerated().map { "  \($0 + 1) \($1)" }.joined(separator: "\n")
  }

  private func name(of target: SendTarget, _ language: Language) -> String {
    switch (target, language) {
    case (.clipboard, .english): "to the clipboard"
    case (.clipboard, .chinese): "剪贴板"
    case (.pane, .english): "into the tmux pane that Alt+Z was pressed in"
    case (.pane, .chinese): "按 Alt+Z 时所在的 tmux 窗格"
    case (.window, .english): "into the window that Alt+Z was pressed in"
    case (.window, .chinese): "按 Alt+Z 时所在的窗口"
    case (.command, .english): "to the command of the settings"
    case (.command, .chinese): "设置中的命令"
    }
  }
}
