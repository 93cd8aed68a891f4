/// Puts the syllables of Korean together that are written letter by letter (NFD), as file names and
/// exports of some systems are.
///
/// After Unicode's arithmetic (chapter 3.12): a syllable is a leading consonant, a vowel, and a
/// trailing consonant or none.
enum Hangul {
  private static let syllables: UInt32 = 0xAC00
  private static let syllableCount: UInt32 = 19 * 21 * 28
  private static let leading: UInt32 = 0x1100
  private static let vowels: UInt32 = 0x1161
  /// One before the first trailing consonant: none.
  private static let trailing: UInt32 = 0x11A7

  /// Whether a scalar is a syllable with the next one, if that is the right one.
  @inline(__always)
  static func mayGoOn(_ scalar: UInt32) -> Bool {
    scalar &- leading < 19 || scalar &- syllables < syllableCount
  }

  /// The syllable of a leading consonant and a vowel, or of a syllable without a trailing consonant
  /// and one; nil when the two are nothing of the kind.
  static func syllable(of first: UInt32, and second: UInt32) -> UInt32? {
    if first &- leading < 19, second &- vowels < 21 {
      return syllables + ((first - leading) * 21 + second - vowels) * 28
    }
    if first &- syllables < syllableCount, (first - syllables) % 28 == 0,
      second &- (trailing + 1) < 27
    {
      return first + second - trailing
    }
    return nil
  }

  /// The scalar with those of a text behind it that make it one syllable; passes over these.
  static func composed(
    _ scalar: UInt32, in bytes: Span<UInt8>, _ index: inout Int, _ scalarCount: inout Int
  ) -> UInt32 {
    var whole = scalar
    var next = index
    while next < bytes.count, let syllable = syllable(of: whole, and: nextScalar(in: bytes, &next))
    {
      whole = syllable
      index = next
      scalarCount += 1
    }
    return whole
  }
}
