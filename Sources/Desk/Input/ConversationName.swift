/// What names the chat with one customer: the pane or the window that Alt+Z was pressed in.
///
/// Of a window its title is a part, since one window of a browser holds many customers.
public struct ConversationName: Hashable, Sendable {
  private let text: String

  /// `text` is equal for the same chat and for no other; nobody reads it.
  public init(_ text: String) { self.text = text }
}
