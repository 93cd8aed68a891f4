import Phrases
import Store

/// What a store needs once a day: after it was looked over a copy is kept of what only it has, then old
/// usage is condensed, and the bin is emptied of what has been there long enough.
struct DailyCare {
  private var done: Day?

  /// Does it, unless this process did it on this day.
  ///
  /// - Throws: ``StoreError``; after ``StoreError/damaged(path:row:)`` it is to be done again, after
  ///   others tomorrow.
  mutating func tend(_ store: Store, at now: Int64, on day: Day?) throws(StoreError) {
    guard let day, day != done else { return }
    do throws(StoreError) {
      // Before anything goes: a damaged store is not written to, and a clock may be wrong for a day.
      try store.backUp(on: day)
      try store.condenseUsage(at: now)
      try store.emptyBin(at: now)
    } catch {
      if case .damaged = error { throw error }
      done = day
      throw error
    }
    done = day
  }
}
