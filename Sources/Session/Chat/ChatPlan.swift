import Chat
import Phrases

/// What a session is to know of the chats around it.
public struct ChatPlan: Sendable {
  public var courier: any Messenger
  /// What runs tmux and the like, with the variables of this process.
  public var running: Running
  /// Where the desk's socket is; nil where it has none, as in `pick`.
  public var folder: DeskFolder?
  /// How long the program stays for a phrase that is on its way out when the desk is left.
  public var farewell = Duration.seconds(3)
  /// How long it stays after that for a terminal that is to take the phrase, in milliseconds.
  static let outputFarewell: Milliseconds = 1_000
  /// Whether the agent is led back after a phrase was sent.
  public var goesBack: Bool
  /// Where the agent opened the desk from.
  public var chat: Place?
  /// What takes a phrase first where the clipboard is asked, as `xclip`.
  public var clipboardName: String
  /// Whether Enter goes into the pane that Alt+Z comes from although nobody chose that: where nothing was
  /// chosen, and no display has a clipboard.
  public var picksPane = false
  /// The configured command's name; empty where there is none.
  public var commandName: String

  public init(
    courier: any Messenger, running: Running, folder: DeskFolder? = nil,
    goesBack: Bool = true, chat: Place? = nil, clipboardName: String = "", commandName: String = ""
  ) {
    self.courier = courier
    self.running = running
    self.folder = folder
    self.goesBack = goesBack
    self.chat = chat
    self.clipboardName = clipboardName
    self.commandName = commandName
  }
}
