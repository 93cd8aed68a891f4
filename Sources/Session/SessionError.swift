import Terminal

/// Why a desk could not be opened or kept open.
public enum SessionError: Error, Equatable, Sendable {
  case terminal(TerminalError)
  case opening(OpeningError)
  /// The process may open no more files.
  case noDescriptors
}
