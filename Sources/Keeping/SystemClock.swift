import Glibc
import Phrases

/// The two clocks that this program lives by: one that only goes forward, and the calendar on the wall.
public enum SystemClock {
  /// Milliseconds of a clock that only goes forward.
  public static var now: Milliseconds { MonotonicClock.now }

  /// Seconds since 1970 (UTC).
  public static var unixTime: Int64 { Int64(time(nil)) }

  /// The local date.
  public static var today: Day? { local(time(nil)).day }

  /// When a day began here, in seconds since 1970 (UTC); 0 is today.
  public static func startOfDay(daysAgo: Int) -> Int64 {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    parts.tm_mday -= Int32(daysAgo)
    (parts.tm_hour, parts.tm_min, parts.tm_sec) = (0, 0, 0)
    // Summer time may have begun or ended meanwhile.
    parts.tm_isdst = -1
    return Int64(mktime(&parts))
  }

  /// Minutes since local midnight, 0 to 1,439.
  public static var minuteOfDay: Int { local(time(nil)).secondsOfDay / 60 }

  /// The local date and time at a time in seconds since 1970 (UTC).
  public static func moment(at time: Int64) -> Moment {
    let (day, seconds) = local(time_t(time))
    return Moment(day: day, time: TimeOfDay(minutes: seconds / 60))
  }

  /// The local date and time, of one look at the clock.
  public static var moment: Moment {
    let (day, seconds) = local(time(nil))
    return Moment(day: day, time: TimeOfDay(minutes: seconds / 60))
  }

  /// Milliseconds until the local date changes; never less than one.
  ///
  /// A day on which the clocks are changed is longer or shorter: whoever waits looks again.
  public static var untilMidnight: Int {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let seconds = 86_400 - local(now.tv_sec).secondsOfDay
    return max(seconds * 1_000 - now.tv_nsec / 1_000_000 + 1, 1)
  }

  private static func local(_ time: time_t) -> (day: Day?, secondsOfDay: Int) {
    var time = time
    var parts = tm()
    localtime_r(&time, &parts)
    return (
      Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)),
      Int(parts.tm_hour) * 3_600 + Int(parts.tm_min) * 60 + Int(parts.tm_sec)
    )
  }
}
