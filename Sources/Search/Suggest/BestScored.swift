/// A phrase, and how much it has to do with the message.
struct ScoredPhrase: Sendable {
  var value: Float
  /// Its number in the library.
  let number: Int32
  /// Where it is: index of the part, position in its segment.
  let part: Int
  let position: Int

  /// The better one first; the one that stands first in the knowledge base among equals.
  static func precedes(_ left: ScoredPhrase, _ right: ScoredPhrase) -> Bool {
    left.value == right.value ? left.number < right.number : left.value > right.value
  }
}

/// The best phrases scored so far, collected in O(1) amortised for each.
struct BestScored: Sendable {
  private let limit: Int
  /// How many were scored in all.
  private(set) var total = 0
  private var kept: [ScoredPhrase] = []
  /// What a phrase must reach to be among the best.
  private(set) var threshold: Float = 0

  init(limit: Int) {
    self.limit = limit
  }

  mutating func insert(_ phrase: ScoredPhrase) {
    total += 1
    guard phrase.value >= threshold else { return }
    kept.append(phrase)
    if kept.count >= 2 * limit + 64 {
      kept = sorted
      threshold = kept.last?.value ?? 0
    }
  }

  /// The best first, at most as many as are kept.
  var sorted: [ScoredPhrase] {
    Array(kept.sorted(by: ScoredPhrase.precedes).prefix(limit))
  }
}
