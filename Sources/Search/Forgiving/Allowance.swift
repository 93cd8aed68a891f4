/// What a pass forgives in one word.
///
/// Measured on 923 long titles of a railway's reply book, one slip in the pinyin of random pieces of
/// them, where the exact pass found fewer than nine: a word of three letters then finds 229 titles
/// and the meant one stands somewhere among them (mean reciprocal rank 0.06); four letters find 149
/// (0.13), five 91 (0.26), six 25 (0.41), whole words of two to four syllables 15 (0.6). Four is
/// where a slip can still be a word of two 汉字 (`fhuo`), so it is the least. Initials with one
/// swapped or struck twice say as much from four on (9 titles, 0.47); with a wrong one only from
/// five on (2.8, 0.60, against 8.6, 0.37): four wrong ones fit a title in 150 that has nothing to
/// do with them.
struct Allowance {
  /// How many slips.
  let slips: Int
  /// Whether a slip may be in a spelled syllable or a Latin word.
  let forgivesLetters: Bool
  /// Whether an initial may be a wrong one, not only swapped or struck twice.
  let forgivesWrongInitials: Bool
  /// Offsets at which something may stand between.
  let gaps: UInt64
  /// Those of them at which as much as one likes may stand between.
  ///
  /// Two words of two 汉字 each, out of the same titles, are then found at a mean reciprocal rank of
  /// 0.86 instead of 0.51, and a query without an answer no more often (0 of 120).
  let longGaps: UInt64

  private static let leastLetters = 4
  private static let leastWrongInitials = 5
  /// One 汉字 alone is read like dozens of others; two are a word.
  private static let leastHans = 2
  /// With so many, two of them may be others.
  private static let leastHansForTwo = 3

  init(of pattern: Pattern, in tier: Tier) {
    guard !pattern.isLiteral else {
      (slips, forgivesLetters, forgivesWrongInitials) = (0, false, false)
      (gaps, longGaps) = (0, 0)
      return
    }
    let hans = pattern.units.count { Unit.kind(of: $0) == .han }
    let letters = pattern.letters.count { $0 != 0 }
    // Numbers and codes are exact; a word too long for a state is a pasted text.
    let isForgiven =
      pattern.count <= Row.maximumCount
      && !pattern.units.contains { Unit.kind(of: $0) == .digit }
    forgivesLetters = tier == .typo && isForgiven && letters >= Allowance.leastLetters
    forgivesWrongInitials = forgivesLetters && letters >= Allowance.leastWrongInitials
    let forgivesHans = tier == .typo && isForgiven && hans >= Allowance.leastHans
    slips =
      forgivesHans && letters == 0 && hans >= Allowance.leastHansForTwo
      ? 2 : forgivesLetters || forgivesHans ? 1 : 0
    gaps = tier == .gapped ? Allowance.gaps(in: pattern) : 0
    longGaps = gaps & Allowance.longGaps(in: pattern)
  }

  private static let leastWeight = 4

  /// Everywhere but at the ends, and not between two digits.
  private static func gaps(in pattern: Pattern) -> UInt64 {
    guard pattern.count <= Row.maximumCount, pattern.weight >= leastWeight else { return 0 }
    let isDigit = pattern.units.map { Unit.kind(of: $0) == .digit }
    return (1..<pattern.count).reduce(0) { gaps, offset in
      isDigit[offset - 1] && isDigit[offset] ? gaps : gaps | 1 << UInt64(offset)
    }
  }

  /// Where both pieces weigh enough to be a word of their own.
  private static func longGaps(in pattern: Pattern) -> UInt64 {
    var offsets: UInt64 = 0
    var before = 0
    for offset in 0..<min(pattern.count, Row.maximumCount) {
      if before >= leastWeight, pattern.weight - before >= leastWeight {
        offsets |= 1 << UInt64(offset)
      }
      before += pattern.letters[offset] == 0 ? 2 : 1
    }
    return offsets
  }

  var isEmpty: Bool { slips == 0 && gaps == 0 }
}
