/// The pairs of neighbouring characters of a text, and how often it has them.
package struct TextPairs {
  private var counts: [UInt64: Int] = [:]
  private var total = 0

  package init(of text: String) {
    var previous: UInt32 = 0
    for scalar in text.unicodeScalars where !scalar.isWhitespace {
      counts[UInt64(previous) << 32 | UInt64(scalar.value), default: 0] += 1
      total += 1
      previous = scalar.value
    }
  }

  /// 0 for nothing in common to 1 for all: the Dice coefficient.
  package func similarity(to other: TextPairs) -> Double {
    guard total + other.total > 0 else { return 1 }
    let common = counts.reduce(0) { $0 + min($1.value, other.counts[$1.key] ?? 0) }
    return 2 * Double(common) / Double(total + other.total)
  }
}
