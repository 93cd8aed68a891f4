/// The best hits seen so far: a heap of `limit` keys with the worst on top.
struct BestHits: Sendable {
  let limit: Int
  private var heap: [UInt64] = []

  init(limit: Int) {
    // No library has more phrases than numbers.
    self.limit = min(max(0, limit), Int(Int32.max))
  }

  /// One number for what hits are ordered by, the best the largest: the tier, the score, and then
  /// the number, so that among equals the first of the knowledge base comes first.
  @inline(__always)
  static func key(_ tier: Tier, score: Int, number: Int32) -> UInt64 {
    let scored = UInt64(UInt32(clamping: score) & 0x0FFF_FFFF) | UInt64(3 - tier.rawValue) << 28
    return scored << 32 | UInt64(~UInt32(bitPattern: number))
  }

  /// Whether no hit with that key, or a smaller one, would be kept.
  @inline(__always)
  func excludes(_ key: UInt64) -> Bool {
    heap.count == limit && (limit == 0 || key <= heap[0])
  }

  mutating func insert(_ key: UInt64) {
    if heap.count < limit {
      heap.append(key)
      var child = heap.count - 1
      while child > 0, heap[(child - 1) / 2] > heap[child] {
        heap.swapAt(child, (child - 1) / 2)
        child = (child - 1) / 2
      }
    } else if limit > 0, key > heap[0] {
      heap[0] = key
      sink()
    }
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { return }
      if child + 1 < heap.count, heap[child + 1] < heap[child] { child += 1 }
      guard heap[child] < heap[parent] else { return }
      heap.swapAt(parent, child)
      parent = child
    }
  }

  /// The hits, the best first.
  var hits: [Hit] {
    heap.sorted(by: >).map { key in
      Hit(
        number: PhraseNumber(rawValue: Int32(bitPattern: ~UInt32(truncatingIfNeeded: key))),
        score: Int(key >> 32 & 0x0FFF_FFFF), tier: Tier(rawValue: 3 - Int(key >> 60)) ?? .exact)
    }
  }
}
