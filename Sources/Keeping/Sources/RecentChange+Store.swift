import Phrases
import Store

extension RecentChange {
  /// More of one source than an agent reads.
  private static let most = 2_000

  /// What became of the phrases of these sources since a time in seconds since 1970, the newest first.
  ///
  /// A source of which nothing can be read tells nothing: what is wrong with it is said elsewhere.
  static func all(of sources: [Source], in store: Store, since: Int64) -> [RecentChange] {
    sources.flatMap { source in
      (try? store.datedChanges(ofSource: source.name, since: since, limit: most)) ?? []
    }
    .sorted { $0.time > $1.time }
    .compactMap { change in
      SystemClock.moment(at: change.time).day.map {
        RecentChange(day: $0, before: change.before, after: change.after)
      }
    }
    .joinedByDay
  }
}
