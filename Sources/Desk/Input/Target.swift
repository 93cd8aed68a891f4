/// Where sent phrases go, and what is known of it.
public struct Target: Hashable, Sendable {
  public var destination: Destination
  /// What takes a phrase there, as `xclip` or `%5 weechat`; empty where nothing is known to.
  public var name: String
  /// Whose chat it is, of one that is listed to choose from; nil where nothing names one.
  public var chat: ConversationName?

  /// A place as the agent sees it; `chat` names the customer there, where there is one.
  public init(_ destination: Destination, name: String = "", chat: ConversationName? = nil) {
    self.destination = destination
    self.name = name
    self.chat = chat
  }

  /// Whether a phrase can be sent there: the clipboard finds its way when it is needed.
  var isKnown: Bool { destination == .clipboard || !name.isEmpty }
}

/// The kinds of places that a phrase can be sent to.
public enum Destination: Hashable, Sendable {
  case clipboard
  /// The pane of tmux with this id; nil for the one that Alt+Z was pressed in.
  case pane(id: String?)
  /// The window that Alt+Z was pressed in.
  case window
  /// The program of the configuration file.
  case command

  /// The same without which pane it is.
  var kind: Destination { if case .pane = self { .pane(id: nil) } else { self } }
}
