import Desk
import Keeping
import Terminal

/// Why a desk could not be opened or kept open.
public enum SessionError: Error, Equatable, Sendable {
  case terminal(TerminalError)
  case opening(OpeningError)
  /// The desk was left, and its last phrase did not go out, or nothing was heard of it in time.
  case notSent(Delivered?)
  /// The process may open no more files.
  case noDescriptors
}
