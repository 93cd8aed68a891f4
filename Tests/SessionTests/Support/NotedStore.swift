import Keeping
import Phrases
import Store

@testable import Session

/// A store's line that notes what goes out by it.
final class NotedStore: StoreLine {
  struct Notes: Sendable {
    var orders: [Order] = []
    var sends: [Send] = []
    var searches: [FruitlessSearch] = []
    var editions: [Edition] = []
    var changes: [OwnChange] = []
    var reports: [PhraseReport] = []
    /// How often the history was asked for.
    var historyCount = 0
    /// How often what is put aside was asked for.
    var putAsideCount = 0
    var isBehind = false
  }

  private let state = Locked(Notes())

  var notes: Notes { state.withLock { $0 } }

  func post(_ order: Order) { state.withLock { $0.orders.append(order) } }
  func record(_ send: Send) { state.withLock { $0.sends.append(send) } }
  func record(_ search: FruitlessSearch) { state.withLock { $0.searches.append(search) } }
  func change(_ change: OwnChange) { state.withLock { $0.changes.append(change) } }
  func report(_ report: PhraseReport) { state.withLock { $0.reports.append(report) } }
  func listPutAside() { state.withLock { $0.putAsideCount += 1 } }
  func listHistory() { state.withLock { $0.historyCount += 1 } }
  var isBehind: Bool { notes.isBehind }
  func note(shown edition: Edition) { state.withLock { $0.editions.append(edition) } }
  /// Others have written to the store, or the desk has been told of it.
  func set(isBehind: Bool) { state.withLock { $0.isBehind = isBehind } }
  func finish(within limit: Duration) {}
}
