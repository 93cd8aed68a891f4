import Keeping
import Store

@testable import Session

/// A store's line that notes what goes out by it.
final class NotedStore: StoreLine {
  struct Notes: Sendable {
    var orders: [Order] = []
    var sends: [Send] = []
    var searches: [FruitlessSearch] = []
  }

  private let state = Locked(Notes())

  var notes: Notes { state.withLock { $0 } }

  func post(_ order: Order) { state.withLock { $0.orders.append(order) } }
  func record(_ send: Send) { state.withLock { $0.sends.append(send) } }
  func record(_ search: FruitlessSearch) { state.withLock { $0.searches.append(search) } }
  func finish(within limit: Duration) {}
}
