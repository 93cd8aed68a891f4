import Clipboard

/// Where something stands on the agent's screen: the chat that Alt+Z was pressed in, or a desk.
///
/// Either part may be missing: a tmux over SSH has no window here, a chat in a browser no pane.
public struct Place: Hashable, Sendable {
  public var pane: Pane?
  public var window: Window?

  public init(pane: Pane? = nil, window: Window? = nil) {
    self.pane = pane
    self.window = window
  }

  public var isEmpty: Bool { pane == nil && window == nil }
}

/// A pane of a tmux server.
public struct Pane: Hashable, Sendable {
  /// The path of the server's socket.
  public var server: String
  /// As `%5`, never used twice while the server lives.
  public var id: String
  /// The process that the pane was made for: a respawned pane keeps its id and loses this.
  public var process: Int32
  /// What runs in it now, as tmux tells.
  public var command: String
  /// The edges of its window that it reaches to.
  public var edges: Edges

  /// Edges of a window.
  public struct Edges: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    /// The edges of these bits: 1 left, 2 top, 4 right, 8 bottom.
    public init(rawValue: Int) { self.rawValue = rawValue }

    public static let left = Edges(rawValue: 1)
    public static let top = Edges(rawValue: 2)
    public static let right = Edges(rawValue: 4)
    public static let bottom = Edges(rawValue: 8)
  }

  public init(
    server: String, id: String, process: Int32, command: String = "", edges: Edges = []
  ) {
    self.server = server
    self.id = id
    self.process = process
    self.command = command
    self.edges = edges
  }

  public var name: String { command.isEmpty ? id : "\(id) \(command)" }

  /// Whether it is the same pane, whatever runs in it now.
  public func isSame(as other: Pane) -> Bool {
    server == other.server && id == other.id && process == other.process
  }

  /// Whether a desk runs in it, which is no chat.
  public var isDesk: Bool { command == "phrasedesk" }

  /// Whether a text is the id of a pane: a percent sign and up to nine digits.
  public static func isID(_ text: some StringProtocol) -> Bool {
    text.first == "%" && (2...10).contains(text.utf8.count)
      && text.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}

/// A window of a desktop.
public struct Window: Hashable, Sendable {
  public enum Desktop: String, Hashable, Sendable, CaseIterable {
    case x11
    case sway
  }

  public var desktop: Desktop
  /// X11's window, or sway's container.
  public var id: Int
  /// The process that owns it, 0 where that is not told.
  ///
  /// With ``kind`` it tells a window from another that got its number later.
  public var process: Int32
  /// The class of an X11 window, or the application id of a Wayland one.
  public var kind: String
  /// What stood in its title bar when it was looked at: often whom the agent writes to.
  public var title: String

  public init(desktop: Desktop, id: Int, process: Int32, kind: String, title: String = "") {
    self.desktop = desktop
    self.id = id
    self.process = process
    self.kind = kind
    self.title = title
  }

  public var name: String { kind.isEmpty ? "\(id)" : kind }

  /// What an agent knows it by: its title without a count of unread messages, or else ``name``.
  public var label: String {
    let title = Place.withoutCount(title)
    return title.isEmpty ? name : String(title)
  }

  /// Whether it is the same window, whatever its title is now.
  func isSame(as other: Window?) -> Bool {
    desktop == other?.desktop && id == other?.id && process == other?.process
      && kind == other?.kind
  }
}
