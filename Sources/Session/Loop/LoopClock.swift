import Desk
import Keeping
import Phrases

/// What a loop knows of the time; a test has one of its own.
struct LoopClock {
  /// Milliseconds of a clock that only goes forward.
  var now: () -> Milliseconds
  /// The local date; nil where the calendar on the wall shows none.
  var today: () -> Day?
  /// The local time; nil where it is not known.
  var timeOfDay: () -> TimeOfDay?
  /// Milliseconds until the local date changes.
  var untilMidnight: () -> Int

  /// The clocks of this machine.
  static var system: LoopClock {
    LoopClock(
      now: { SystemClock.now }, today: { SystemClock.today },
      timeOfDay: { TimeOfDay(minutes: SystemClock.minuteOfDay) },
      untilMidnight: { SystemClock.untilMidnight })
  }
}
