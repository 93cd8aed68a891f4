/// Where two characters cannot be parts of one grapheme cluster, told by a look at both.
///
/// Unicode's rules (UAX #29) join a scalar only to marks, joiners, jamo, flags and the like. What
/// is listed here is none of those: most of what texts are made of. Everything else is "perhaps",
/// and the standard library has the last word.
enum GraphemeBorder {
  /// Whether a border is known to be before the byte at an index of valid UTF-8.
  static func isCertain(at index: Int, in bytes: Span<UInt8>) -> Bool {
    guard index > 0, index < bytes.count else { return true }
    var previous = index - 1
    while bytes[previous] & 0xC0 == 0x80 { previous -= 1 }
    var next = index
    let left = nextScalar(in: bytes, &previous)
    let right = nextScalar(in: bytes, &next)
    // What stands alone is joined to no mark before it either, whatever that is a mark of.
    return (standsAlone(left) || isMark(left)) && standsAlone(right)
      && !(left == 0x0D && right == 0x0A)
  }

  /// Whether a scalar is a cluster of its own beside every other one of which this is true, CR and
  /// LF aside.
  static func standsAlone(_ scalar: UInt32) -> Bool {
    switch scalar {
    // Latin; 汉字 with Yi; kana; full width; 汉字 beyond the BMP.
    case 0..<0x300, 0x3400...0xA4CF, 0x3041...0x3096, 0x30A1...0x30FC, 0xFF01...0xFF9D,
      0x2_0000...0x3_FFFD:
      true
    // Cyrillic, punctuation, syllables of Hangul, compatibility 汉字.
    case 0x400...0x482, 0x2010...0x2029, 0x3000...0x3029, 0xAC00...0xD7A3, 0xF900...0xFAFF: true
    default: false
    }
  }

  /// Whether a scalar is a mark that is part of the cluster before it, whatever that is; not all of
  /// them are known here.
  static func isMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x300: false
    case 0x300...0x36F, 0x483...0x489, 0x591...0x5BD, 0x610...0x61A, 0x64B...0x65F, 0x1AB0...0x1ACE,
      0x1DC0...0x1DFF, 0x20D0...0x20F0, 0x3099...0x309A, 0xFE00...0xFE0F, 0xFE20...0xFE2F:
      true
    default: false
    }
  }
}
