/// The 16-bit units that texts are searched in, and what kind of character each stands for.
///
/// A unit is a BMP code point after plain folding. A 汉字 outside the BMP whose reading is known is
/// one unit too: ids from 0xD8C0 up, the high surrogates of planes 4 to 13, which hold no
/// characters. Everything else outside the BMP is a surrogate pair as in UTF-16.
enum Unit {
  /// Stands between the fields of a phrase; no query holds it.
  static let fieldEnd: UInt16 = 0
  /// Stands between keywords.
  static let keywordEnd: UInt16 = 1
  /// Stands where an amount of money lacks its other mark: before 99元, after ¥99.
  ///
  /// So either is found as the other. Else it is passed over, and no query holds it.
  static let impliedCurrency: UInt16 = 2
  static let lineBreak: UInt16 = 0x0A
  static let space: UInt16 = 0x20
  /// A ü that was typed as such; texts hold it as u.
  static let typedUmlaut: UInt16 = 0xFC
  static let replacement: UInt16 = 0xFFFD
  static let knownAstral: Range<UInt16> = 0xD8C0..<0xDB40
  /// Force a border of syllables in a query; texts are searched as if they were not there.
  static let apostrophes: [UInt16] = [0x27, 0x2BC, 0x2018, 0x2019, 0xFF07]
  /// A query runs through these in a text: `kt4251` finds KT-4251.
  static let hyphens: [UInt16] = [0x2D, 0x5F, 0x2010, 0x2011]
  /// All that a word runs through that is not quoted: `man99` finds 满¥99, too.
  static let passed = hyphens + [yuanSign, impliedCurrency]
  /// Open and close what is to be found literally.
  static let quotes: [UInt16] = [0x22, 0x201C, 0x201D, 0xFF02]
  static let yuan: UInt16 = 0x5143
  static let yuanSign: UInt16 = 0xA5
  static let fullStop: UInt16 = 0x2E
  /// Also stands for two full stops and more, and for two of itself.
  static let ellipsis: UInt16 = 0x2026

  /// What is read though it is no 汉字, and how.
  static var readAloud: [(unit: UInt16, syllables: [String])] {
    Numeral.digits.map { ($0.unit, $0.syllables) } + [(impliedCurrency, ["yuan"])]
  }

  /// Whether it is one of ``passed``.
  @inline(__always)
  static func isPassed(_ unit: UInt16) -> Bool {
    unit == 0x2D || unit == 0x5F || unit == 0x2010 || unit == 0x2011 || unit == yuanSign
      || unit == impliedCurrency
  }

  /// What makes a word start: the kind changes.
  enum Kind {
    case letter
    case digit
    case han
    /// Punctuation, symbols, spaces.
    case other
  }

  static func kind(of unit: UInt16) -> Kind {
    switch unit {
    case 0x30...0x39: .digit
    case 0x61...0x7A, 0xC0...0x1FFF: .letter
    case 0x2E80...0x2FFF, 0x3005...0x3007, 0x3040...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF,
      knownAstral:
      .han
    default: .other
    }
  }
}
