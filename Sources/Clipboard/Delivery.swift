/// What became of a text that was to be sent.
public struct Delivery: Equatable, Sendable {
  /// The ways that took it, in the order tried; more than one only beside tmux.
  public var taken: [Taker]
  /// The ways that did not.
  public var failures: [Failure]
  /// The bytes that the owner of the terminal has to write there, whole and with nothing between.
  ///
  /// Nil unless ``taken`` names OSC 52, which is true only once they are written.
  public var terminalSequence: [UInt8]?
  /// The sequence is longer than some terminals take, and this one is not known to take it.
  public var mayBeTooLong: Bool
  /// mosh is between, which passes on a text only where it differs from the one before.
  public var isOverMosh: Bool

  public init(
    taken: [Taker] = [], failures: [Failure] = [], terminalSequence: [UInt8]? = nil,
    mayBeTooLong: Bool = false, isOverMosh: Bool = false
  ) {
    self.taken = taken
    self.failures = failures
    self.terminalSequence = terminalSequence
    self.mayBeTooLong = mayBeTooLong
    self.isOverMosh = isOverMosh
  }

  /// When nothing took the text, the clipboard still holds the old one.
  public var isTaken: Bool { !taken.isEmpty }

  /// Only a tmux buffer has the text: it can be pasted there, and the clipboard still holds the old
  /// one.
  public var isOnlyBuffered: Bool { best?.claim == .buffered }

  /// The taker of whom most can be said.
  public var best: Taker? { taken.max { $0.claim < $1.claim } }
}

/// A way that took the text.
public struct Taker: Hashable, Sendable {
  public let way: Way
  /// The clipboard was read back and holds the text byte for byte.
  let isVerified: Bool
  /// tmux keeps it in a buffer, and was not asked to pass it on.
  let isOnlyBuffered: Bool

  public init(way: Way, isVerified: Bool = false, isOnlyBuffered: Bool = false) {
    self.way = way
    self.isVerified = isVerified
    self.isOnlyBuffered = isOnlyBuffered
  }

  /// What may truthfully be said of the text.
  public var claim: Claim { isOnlyBuffered ? .buffered : way.claim }
}

/// A way that did not take the text.
public struct Failure: Hashable, Sendable {
  public let way: Way
  public let reason: Reason

  public init(way: Way, reason: Reason) {
    self.way = way
    self.reason = reason
  }

  public enum Reason: Error, Hashable, Sendable {
    /// No such program in PATH.
    case notInstalled
    /// The system could not start it, for this `errno`.
    case notStarted(errno: Int32)
    /// It ended with a status other than 0, as xclip does without a display.
    case exited(status: Int32)
    case killed(signal: Int32)
    /// It was given up, and killed, after this time.
    case overran(Duration)
    /// It ended well without having read the whole text.
    case leftTextUnread
    /// The clipboard was read back and holds something else.
    case holdsAnotherText
    /// The tools before it have used up the time for all.
    case noTimeLeft
    /// tmux is between, and was not told to let the sequence through (`set-clipboard on`).
    case droppedByTmux
    /// Longer than is entrusted to a terminal; it is never cut.
    case tooLong(bytes: Int, limit: Int)
    /// There is nothing to send.
    case emptyText
    /// The sequence could not be written: no terminal, or not all of it was taken.
    case noTerminal
  }
}
