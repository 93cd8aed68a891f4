/// What is known of phrases besides their words: how often and how lately they were sent, pins.
///
/// It lifts a phrase among hits of about the same worth, never over a clearly better match.
public struct Prior: Sendable, Equatable {
  public static let none = Prior([:])
  /// The most that a phrase can be lifted by.
  public static let maximum = 1_000

  /// Points from 1 to ``maximum``; a phrase that is not here has none.
  public private(set) var points: [PhraseNumber: Int]

  var isEmpty: Bool { points.isEmpty }

  public init(_ points: [PhraseNumber: Int]) {
    self.points = points.compactMapValues { $0 > 0 ? min($0, Prior.maximum) : nil }
  }
}
