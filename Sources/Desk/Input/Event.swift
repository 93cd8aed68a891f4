import Phrases
import Search

/// Everything that can happen to a desk.
///
/// Time comes in with the events, so that the desk itself never looks at a clock.
public enum Event: Sendable {
  /// A key, at that many milliseconds of a clock that only goes forward.
  case key(Key, at: Milliseconds)
  /// Text from a bracketed paste, as the terminal sent it.
  case paste(String)
  /// The terminal's size, in cells.
  case resize(rows: Int, columns: Int)
  /// The local date.
  case day(Day)
  /// The phrases to work on, and what to say of where they come from.
  case library(Library, origin: Origin)
  /// Something a worker or the start has to say: it stands in the status line.
  case notice(Notice)
  /// How the last `Effect.deliver` ended.
  case delivered(Delivered)
}

/// A point of a clock that only goes forward, in milliseconds.
public typealias Milliseconds = UInt64
