import Phrases
import Store

extension RecentChange {
  /// More of one source than an agent reads.
  private static let most = 4_000

  /// What became of the phrases of these sources since a time in seconds since 1970, the newest first, as far
  /// as the desk shows them: a draft that is one no more is new to it.
  ///
  /// A source of which nothing can be read tells nothing: what is wrong with it is said elsewhere.
  static func all(
    of sources: [Source], in store: Store, since: Int64, shows: (Phrase) -> Bool
  ) -> [RecentChange] {
    func shown(_ phrase: Phrase?) -> Phrase? { phrase.flatMap { shows($0) ? $0 : nil } }
    return sources.flatMap { source in
      (try? store.datedChanges(ofSource: source.name, since: since, limit: most)) ?? []
    }
    .sorted { $0.time > $1.time }
    .compactMap { change in
      SystemClock.moment(at: change.time).day.map {
        RecentChange(day: $0, before: shown(change.before), after: shown(change.after))
      }
    }
    .joinedByDay
  }
}
