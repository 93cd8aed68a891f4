/// A day and a time on the wall, as far as they are known: what a text that tells them is filled in with.
public struct Moment: Hashable, Sendable {
  public var day: Day?
  public var time: TimeOfDay?

  /// Nothing is known of it: what tells the time is asked for.
  public static let unknown = Moment()

  public init(day: Day? = nil, time: TimeOfDay? = nil) {
    self.day = day
    self.time = time
  }
}
