import Phrases

/// What the desk knows of the time: what the events have told.
struct DeskClock: Equatable, Sendable {
  /// When the last key or click came, in milliseconds of a clock that only goes forward.
  var now: Milliseconds = 0
  /// Nil as long as it is not known.
  var timeOfDay: TimeOfDay?
}
