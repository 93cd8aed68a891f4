/// A time on the clock on the wall, to the minute.
public struct TimeOfDay: Hashable, Sendable, CustomStringConvertible {
  /// Since midnight, 0 to 1,439.
  public let minutes: Int

  /// `minutes` since midnight; those of other days count from midnight, too.
  public init(minutes: Int) { self.minutes = (minutes % 1_440 + 1_440) % 1_440 }

  /// As `14:02`.
  public var description: String {
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }
}
