import Phrases
import Store

/// What a store needs once a day: it is looked over, old usage is condensed, and a copy is kept of
/// what only it has.
struct DailyCare {
  private var done: Day?

  /// Does it, unless that was done on this day, by this process or another.
  ///
  /// - Throws: ``StoreError``, ``StoreError/damaged(path:row:)`` among them; tomorrow it is tried
  ///   again.
  mutating func tend(_ store: Store, at now: Int64, on day: Day?) throws(StoreError) {
    guard let day, day != done else { return }
    done = day
    if store.isBackedUp(on: day) { return }
    // First: a copy of a damaged store would push out a good one.
    try store.check()
    try store.condenseUsage(at: now)
    try store.backUp(on: day)
  }
}

/// What is said of the store's care.
public enum CareSentence {
  case noCopy(StoreError)

  public func sentence(_ language: Language) -> String {
    switch (self, language) {
    case (.noCopy(let error), .english):
      "No copy of your own phrases could be kept: \(error.sentence(.english))"
    case (.noCopy(let error), .chinese): "未能备份您的话术：\(error.sentence(.chinese))"
    }
  }
}
