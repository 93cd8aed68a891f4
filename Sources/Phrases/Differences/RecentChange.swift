/// What became of one phrase of a list on one day.
public struct RecentChange: Equatable, Sendable {
  /// When the desk took it up.
  public let day: Day
  /// As it read before that day; nil where there was none.
  public var before: Phrase?
  /// As it read at the end of it; nil where it was gone.
  public let after: Phrase?

  /// For so many days what changed can be looked at, today among them.
  public static let days = 7

  /// One of the two may be nil: `before` of a phrase that is new, `after` of one that is gone.
  public init(day: Day, before: Phrase?, after: Phrase?) {
    self.day = day
    self.before = before
    self.after = after
  }

  /// Nil only where there was no phrase on either side.
  public var key: PhraseKey? { (after ?? before)?.key }
}

extension [RecentChange] {
  /// What became of each phrase on each day, of changes that are given with the newest first.
  ///
  /// What was as before at the end of a day has not changed on it.
  public var joinedByDay: [RecentChange] {
    var joined: [RecentChange] = []
    var places: [DayOfPhrase: Int] = [:]
    for change in self {
      guard let key = change.key else { continue }
      let place = DayOfPhrase(day: change.day, key: key)
      if let index = places[place] {
        joined[index].before = change.before
      } else {
        places[place] = joined.count
        joined.append(change)
      }
    }
    return joined.filter { $0.before != $0.after }
  }
}

private struct DayOfPhrase: Hashable {
  let day: Day
  let key: PhraseKey
}
