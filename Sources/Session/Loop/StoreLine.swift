import Keeping
import Phrases
import Store

/// The line between a desk and whoever keeps its phrases: orders go out by it, news come as letters.
///
/// Nothing here waits for a disk or a network, but ``finish(within:)``.
protocol StoreLine: Sendable {
  func post(_ order: Order)
  /// Whether there are other phrases than the desk shows, which come as news soon.
  var isBehind: Bool { get }
  /// The desk shows those of this edition.
  func note(shown edition: Edition)
  /// Keeps that a phrase was sent.
  func record(_ send: Send)
  /// Keeps that a search ended with nothing sent.
  func record(_ search: FruitlessSearch)
  /// Does something of the agent's own; what became of it comes as news.
  func change(_ change: OwnChange)
  /// Keeps a report; what became of it comes as news.
  func report(_ report: PhraseReport)
  /// Asks for what was sent lately, which comes as news.
  func listHistory()
  /// Asks for what is in the bin and what is hidden, which comes as news.
  func listPutAside()
  /// Waits until all of it is kept, at most that long.
  func finish(within limit: Duration)
}

extension Keeper: StoreLine {}
