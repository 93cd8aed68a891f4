import Phrases

/// Every word of the desk about where phrases go.
enum TargetLabel {
  case title
  case looking
  /// In the list of places.
  case choice(Target)
  /// In the status line.
  case fact(Target)

  func sentence(_ language: Language) -> String {
    switch language {
    case .english: english
    case .chinese: chinese
    }
  }

  private var english: String {
    switch self {
    case .title: "Where phrases go (Enter chooses)"
    case .looking: "Looking for panes and windows.."
    case .choice(let target):
      switch target.destination {
      case .clipboard: "the clipboard"
      case .pane(nil):
        target.name.isEmpty
          ? "the pane that Alt+Z is pressed in" : "the chat just now: \(target.name)"
      case .pane: "pane \(target.name)"
      case .window:
        target.name.isEmpty
          ? "the window that Alt+Z is pressed in" : "the chat just now: \(target.name)"
      case .command: "the program \(target.name)"
      }
    case .fact(let target):
      switch target.destination {
      case .clipboard: "to the clipboard"
      case .pane where target.name.isEmpty: "to a pane, Alt+T"
      case .pane: "to pane \(target.name)"
      case .window where target.name.isEmpty: "to a window, Alt+T"
      case .window: "to window \(target.name)"
      case .command: "to \(target.name)"
      }
    }
  }

  private var chinese: String {
    switch self {
    case .title: "发送到哪里（Enter 选择）"
    case .looking: "正在查找窗格和窗口.."
    case .choice(let target):
      switch target.destination {
      case .clipboard: "剪贴板"
      case .pane(nil):
        target.name.isEmpty ? "按下 Alt+Z 时所在的窗格" : "刚才的聊天：\(target.name)"
      case .pane: "窗格 \(target.name)"
      case .window:
        target.name.isEmpty ? "按下 Alt+Z 时所在的窗口" : "刚才的聊天：\(target.name)"
      case .command: "程序 \(target.name)"
      }
    case .fact(let target):
      switch target.destination {
      case .clipboard: "发送到：剪贴板"
      case .pane where target.name.isEmpty: "发送到窗格，Alt+T 选择"
      case .pane: "发送到窗格 \(target.name)"
      case .window where target.name.isEmpty: "发送到窗口，Alt+T 选择"
      case .window: "发送到窗口 \(target.name)"
      case .command: "发送给 \(target.name)"
      }
    }
  }
}
