import Phrases

/// What the desk knows of the time: what the events have told.
struct DeskClock: Equatable, Sendable {
  /// When the last key or click came, in milliseconds of a clock that only goes forward.
  var now: Milliseconds = 0
  /// The local date and time; nil as long as they are not known.
  var day: Day?
  var timeOfDay: TimeOfDay?

  /// What placeholders that tell the time are filled in with.
  var moment: Moment { Moment(day: day, time: timeOfDay) }
}
