import Phrases
import Search

/// What changed, what is out of sight, and how that is read.
extension PlainDesk {
  /// Takes what became of phrases in the last days, the newest first.
  public mutating func take(_ changes: [RecentChange]) { recent = changes }

  /// Takes what became of phrases since the agent last looked, and says how many there are.
  public mutating func take(_ marks: [PhraseKey: ChangeMark], removed: [Phrase]) {
    let before = unseen
    unseen.take(marks, removed: removed)
    guard unseen != before else { return }
    news.removeAll { if case .unseen = $0 { true } else { false } }
    if unseen.unseenCount > 0 { news.append(.unseen(unseen.unseenCount)) }
  }

  /// Takes what is in the bin and what is hidden, and reads it with numbers to have it back.
  public mutating func take(binned: [Phrase], hidden: [Phrase]) {
    putAside = binned.map { .restore($0.key) } + hidden.map { .show($0.key) }
    news += (binned + hidden).enumerated().map { place, phrase in
      .putAside(place + 1, phrase.title, isHidden: place >= binned.count)
    }
    if putAside.isEmpty { news.append(.nothingLikeThat) }
  }

  /// What changed, by day: what is gone is only told, what is there has a number.
  mutating func listNews() -> Answer {
    turnToNewer()
    // What is being read need not be announced any more.
    news.removeAll { if case .unseen = $0 { true } else { false } }
    var seen: Set<PhraseKey> = []
    let last = recent.filter { $0.key.map { seen.insert($0).inserted } ?? false }
    // What came longer ago, and has not been looked at since.
    let older = unseen.marks.filter { !seen.contains($0.key) }.compactMap { key, mark in
      library.number(of: key).map { (number: $0, mark: mark) }
    }.sorted { $0.number < $1.number }
    let gone = unseen.removed.filter { !seen.contains($0.key) }
    guard !(last.isEmpty && older.isEmpty && gone.isEmpty) else {
      return Answer(lines: [Notice.nothingChanged.sentence(language)])
    }
    var hits: [Hit] = []
    var lines: [String] = []
    var day: Day?
    for change in last.prefix(PlainDesk.mostNews) {
      if change.day != day {
        day = change.day
        lines.append(SourceLabel.day(change.day, today: clock.day).sentence(language) + ":")
      }
      guard let after = change.after, let number = library.number(of: after.key) else {
        if let before = change.before { lines.append(say(.gone(before))) }
        continue
      }
      hits.append(Hit(number: number, score: 0))
      lines.append(say(.changed(hits.count, after, before: change.before)))
    }
    let room = max(PlainDesk.mostNews - last.count, 0)
    if room > 0, !(older.isEmpty && gone.isEmpty) { lines.append(say(.before)) }
    for (number, mark) in older.prefix(room) {
      hits.append(Hit(number: number, score: 0))
      let phrase = library.phrase(number)
      lines.append(say(.changed(hits.count, phrase, before: mark == .new ? nil : phrase)))
    }
    lines += gone.prefix(max(room - older.count, 0)).map { say(.gone($0)) }
    listing = PlainListing(.hits(hits))
    listing.turnAll()
    let left = last.count + older.count + gone.count - PlainDesk.mostNews
    if left > 0 { lines.append(say(.moreNews(left))) }
    return Answer(lines: lines, effects: unseen.unseenCount > 0 ? [.noteSeen] : [])
  }

  /// So many changes are read aloud.
  private static let mostNews = 30
}
