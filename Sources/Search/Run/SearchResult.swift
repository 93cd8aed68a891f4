/// One phrase that a query found.
public struct Hit: Hashable, Sendable {
  public var number: PhraseNumber
  /// The higher the better, within one query; 0 for an empty one.
  public var score: Int
  /// Which pass of the search found it.
  public var tier: Tier

  public init(number: PhraseNumber, score: Int, tier: Tier = .exact) {
    self.number = number
    self.score = score
    self.tier = tier
  }
}

/// The passes of a search; each is run only when those before it found fewer than nine phrases,
/// and what it finds stands below what they found.
public enum Tier: Int, Hashable, Sendable, CaseIterable, Comparable {
  /// The words as they were typed, each in one piece.
  case exact
  /// With sounds that are easily taken for each other.
  case fuzzySound
  /// With one slip of the finger.
  case typo
  /// With something between the pieces.
  case gapped

  public static func < (left: Tier, right: Tier) -> Bool { left.rawValue < right.rawValue }
}

/// What a search found so far.
public struct SearchResult: Equatable, Sendable {
  /// The best first, at most as many as were asked for.
  public var hits: [Hit]
  /// How many were found in all.
  public var total: Int
  /// Whether all were counted; else ``total`` is an estimate, drawn from some of them.
  public var isTotalExact: Bool

  public static let none = SearchResult(hits: [], total: 0)

  public init(hits: [Hit], total: Int, isTotalExact: Bool = true) {
    self.hits = hits
    self.total = total
    self.isTotalExact = isTotalExact
  }
}
