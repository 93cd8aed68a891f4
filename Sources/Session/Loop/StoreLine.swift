import Store

/// The line between a desk and whoever keeps its phrases: orders go out by it, news come as letters.
///
/// Nothing here waits for a disk or a network, but ``finish(within:)``.
protocol StoreLine: Sendable {
  func post(_ order: SyncLoop.Order)
  /// Keeps that a phrase was sent.
  func record(_ send: Send)
  /// Keeps that a search ended with nothing sent.
  func record(_ search: FruitlessSearch)
  /// Waits until all of it is kept, at most that long.
  func finish(within limit: Duration)
}

/// The line to the two that work on the store; either is missing where nothing is to be kept.
struct KeptStore: StoreLine {
  let usage: UsageLog?
  let syncLoop: SyncLoop?

  func post(_ order: SyncLoop.Order) { syncLoop?.post(order) }
  func record(_ send: Send) { usage?.record(send) }
  func record(_ search: FruitlessSearch) { usage?.record(search) }
  func finish(within limit: Duration) { usage?.finish(within: limit) }
}
