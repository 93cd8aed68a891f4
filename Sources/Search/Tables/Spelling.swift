/// One way of typing a syllable.
struct Spelling: Hashable, Sendable {
  enum Kind: UInt8, Sendable {
    /// Pinyin, letter by letter.
    case whole
    /// Pinyin that also names another syllable: `lu` for lü is weaker than `lv`.
    case loose
    /// The two keys of a double pinyin.
    case doubled
    /// What somebody types who takes the sound for another.
    case fuzzy
  }

  let letters: LetterRun
  let kind: Kind
}

/// A few letters in one number, so that two runs are compared in one instruction.
struct LetterRun: Hashable, Sendable {
  /// No spelling is longer: zhuang.
  static let maximumCount = 6

  /// The first letter in the lowest byte, and so on; the count in the highest.
  private let bits: UInt64

  /// Takes the first letters of a sequence, as many as there is room for.
  init(_ letters: some Sequence<UInt8>) {
    var bits: UInt64 = 0
    var count: UInt64 = 0
    for letter in letters.prefix(LetterRun.maximumCount) {
      bits |= UInt64(letter) << (8 * count)
      count += 1
    }
    self.bits = bits | count << 56
  }

  var count: Int { Int(bits >> 56) }

  /// The letter at an offset; 0 after the last one.
  subscript(offset: Int) -> UInt8 { UInt8(truncatingIfNeeded: bits >> UInt64(8 * offset)) }

  /// With how many equal letters both begin.
  @inline(__always)
  func commonCount(with other: LetterRun) -> Int {
    min((bits ^ other.bits).trailingZeroBitCount >> 3, count, other.count)
  }
}
