import Phrases

/// A phrase that was sent, as the store remembers it: never its text.
public struct EarlierSend: Equatable, Sendable {
  public var key: PhraseKey
  public var day: Day
  public var timeOfDay: TimeOfDay
  /// What took it, as the ways are named in the settings; empty where that is not known.
  public var way: String

  /// The day without its year: `11-21`.
  var shortDay: String { String(day.description.dropFirst(5)) }

  /// A send at a local date and time.
  public init(key: PhraseKey, day: Day, timeOfDay: TimeOfDay, way: String = "") {
    self.key = key
    self.day = day
    self.timeOfDay = timeOfDay
    self.way = way
  }
}
