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

/// The best hits seen so far, collected in O(1) amortised for each.
struct BestHits: Sendable {
  let limit: Int
  private(set) var total = 0
  /// Score in the high half; in the low half the number, inverted, so that the first comes first.
  private var keys: [UInt64] = []
  /// What a hit must exceed to be among the best.
  private var threshold: UInt64 = 0

  init(limit: Int) {
    // No library has more phrases than numbers.
    self.limit = min(max(0, limit), Int(Int32.max))
  }

  @inline(__always)
  mutating func insert(score: Int, number: Int32) {
    total += 1
    let key = UInt64(UInt32(clamping: score)) << 32 | UInt64(~UInt32(bitPattern: number))
    guard key > threshold, limit > 0 else { return }
    keys.append(key)
    if keys.count >= 2 * limit + 64 { prune() }
  }

  private mutating func prune() {
    keys.sort(by: >)
    keys.removeLast(keys.count - limit)
    threshold = keys[limit - 1]
  }

  var result: SearchResult {
    let hits = keys.sorted(by: >).prefix(limit).map { key in
      Hit(
        number: PhraseNumber(rawValue: Int32(bitPattern: ~UInt32(truncatingIfNeeded: key))),
        score: Int(key >> 32))
    }
    return SearchResult(hits: hits, total: total)
  }
}
