import Glibc
import Phrases

/// A time on the wall here, to the minute.
struct LocalTime: CustomStringConvertible {
  let day: Day?
  /// As `09:05`.
  let clock: String

  /// `time` is in seconds since 1970 (UTC).
  init(of time: Int64) {
    var time = time_t(time)
    var parts = tm()
    localtime_r(&time, &parts)
    day = Day(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
    func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    clock = "\(two(parts.tm_hour)):\(two(parts.tm_min))"
  }

  /// As `2026-11-30 09:05`.
  var description: String { [day?.description, clock].compactMap { $0 }.joined(separator: " ") }
}
