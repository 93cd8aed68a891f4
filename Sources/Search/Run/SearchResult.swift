/// One phrase that a query found.
public struct Hit: Hashable, Sendable {
  public var number: PhraseNumber
  /// The higher the better, within one query; 0 for an empty one.
  public var score: Int

  public init(number: PhraseNumber, score: Int) {
    self.number = number
    self.score = score
  }
}

/// What a search found so far.
public struct SearchResult: Equatable, Sendable {
  /// The best first, at most as many as were asked for.
  public var hits: [Hit]
  /// How many were found in all.
  public var total: Int

  public static let none = SearchResult(hits: [], total: 0)

  public init(hits: [Hit], total: Int) {
    self.hits = hits
    self.total = total
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
