import Chat
import Phrases

extension Refusal {
  /// Why a phrase did not go where it should; what became of it instead is said behind.
  ///
  /// `place` is what the agent knows the place by, where that is known.
  public func sentence(_ language: Language, of place: String = "") -> String {
    let refusal = place.isEmpty ? self : named(place)
    return switch language {
    case .english: refusal.english
    case .chinese: refusal.chinese
    }
  }

  private func named(_ place: String) -> Refusal {
    switch self {
    case .paneGone: .paneGone(place)
    case .takesNoInput: .takesNoInput(place)
    case .takesNoChat: .takesNoChat(place)
    case .windowGone: .windowGone(place)
    case .otherWindow: .otherWindow(place)
    default: self
    }
  }

  private var english: String {
    switch self {
    case .noChat: "No chat is known: press Alt+Z in one, or choose one with Alt+T."
    case .noTmux: "There is no tmux here."
    case .paneGone(let name):
      "Pane \(name) is gone: press Alt+Z in a chat, or choose one with Alt+T."
    case .takesNoInput(let name): "Pane \(name) takes no input (tmux select-pane -e)."
    case .takesNoChat(let name):
      "In \(name) no chat runs now: Alt+T chooses it all the same."
    case .entersLines:
      "The program there might take each line for a message (setting send.bracketed_programs)."
    case .tooLongForLine(let bytes, let limit):
      "The program there takes \(limit) bytes at a time, and the text has \(bytes)."
    case .toolFailed(let name): "\(name) is missing or did not do its work (phrasedesk doctor)."
    case .noDesktop: "No window can be pasted into from here (phrasedesk doctor)."
    case .windowGone(let name):
      "The window \(name) is gone: press Alt+Z in a chat, or choose one with Alt+T."
    case .otherWindow(let name): "The window \(name) did not get the focus."
    case .noCommand: "No command is set: send.command in the configuration file."
    case .commandOverran(let name): "\(name) did not end in time, and may have got the text."
    case .commandFailed(let name, let status):
      status < 0 ? "\(name) was ended by a signal." : "\(name) failed (exit code \(status))."
    }
  }

  private var chinese: String {
    switch self {
    case .noChat: "还不知道聊天窗口：请在聊天中按 Alt+Z，或按 Alt+T 选择。"
    case .noTmux: "这里没有 tmux。"
    case .paneGone(let name): "窗格 \(name) 已不存在：请在聊天中按 Alt+Z，或按 Alt+T 选择。"
    case .takesNoInput(let name): "窗格 \(name) 不接受输入（tmux select-pane -e）。"
    case .takesNoChat(let name): "\(name) 现在运行的不是聊天程序：仍要发送请按 Alt+T 选择。"
    case .entersLines: "那里的程序可能把每一行当作一条消息（设置 send.bracketed_programs）。"
    case .tooLongForLine(let bytes, let limit):
      "那里的程序一次最多接收 \(limit) 字节，而内容有 \(bytes) 字节。"
    case .toolFailed(let name): "\(name) 未安装或没有成功（见 phrasedesk doctor）。"
    case .noDesktop: "这里无法粘贴到窗口（见 phrasedesk doctor）。"
    case .windowGone(let name): "窗口 \(name) 已不存在：请在聊天中按 Alt+Z，或按 Alt+T 选择。"
    case .otherWindow(let name): "窗口 \(name) 没有获得焦点。"
    case .noCommand: "没有设置命令：配置文件中的 send.command。"
    case .commandOverran(let name): "\(name) 没有及时结束，可能已收到内容。"
    case .commandFailed(let name, let status):
      status < 0 ? "\(name) 被信号结束。" : "\(name) 失败（退出码 \(status)）。"
    }
  }
}

extension Pane {
  /// Where an agent sees it, and what runs there: `top left weechat`; only that where it has the window
  /// to itself, and its number where even that is not known.
  func label(_ language: Language) -> String {
    let isChinese = language == .chinese
    func side(_ edge: Edges, _ opposite: Edges, _ english: String, _ chinese: String) -> String? {
      edges.contains(edge) && !edges.contains(opposite) ? (isChinese ? chinese : english) : nil
    }
    let sides = [
      side(.left, .right, "left", "左") ?? side(.right, .left, "right", "右"),
      side(.top, .bottom, "top", "上") ?? side(.bottom, .top, "bottom", "下"),
    ].compactMap { $0 }
    guard !sides.isEmpty else { return command.isEmpty ? id : command }
    let place = isChinese ? sides.joined() : sides.reversed().joined(separator: " ")
    return command.isEmpty ? place : "\(place) \(command)"
  }
}
