import Chat
import Desk
import Keeping
import Store

/// What a worker may post to the loop.
enum Letter: Sendable {
  case event(Event)
  /// Alt+Z was pressed elsewhere; whoever told it waits until that is taken in.
  case summons(from: Place, Handled)
  /// The pane that was chosen at the start is known, and so whose chat it is.
  case paneFound
  /// All is done for a phrase. Where it is in the chat that the agent came from, they may be led back
  /// there, if nothing was typed since.
  case handedOver(isInChat: Bool)
  /// The events before it have told of all phrases in this edition of the store.
  case edition(Edition)
  case openingFailed(OpeningError)
  /// Bytes for the terminal, which only the loop may write; the event is true once they are out.
  case terminalBytes([UInt8], then: Event)
}

extension Mailbox {
  /// A new mailbox.
  ///
  /// - Throws: ``SessionError/noDescriptors`` when the process may open no more files.
  static func opened() throws(SessionError) -> Mailbox {
    do throws(NoDescriptors) {
      return try Mailbox()
    } catch {
      throw .noDescriptors
    }
  }
}
