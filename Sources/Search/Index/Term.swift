/// What a chunk of the index knows the phrases of: a number for each question it can answer.
///
/// Everything is said of *consumable* neighbours: what a word passes over, like a hyphen, lies
/// between neighbours.
enum Term {
  /// Two neighbouring units of those classes, in the title, the code or one keyword.
  static func headPair(_ first: Int, _ second: Int) -> Int { first << 6 | second }
  /// The same in any field.
  static func pair(_ first: Int, _ second: Int) -> Int { pairs + (first << 6 | second) }
  /// A unit of that class in the title, the code or a keyword.
  static func headUnit(_ unitClass: Int) -> Int { headUnits + unitClass }
  /// The same in any field.
  static func unit(_ unitClass: Int) -> Int { units + unitClass }
  /// The title may begin with a unit of that class; see ``Ranking``.
  static func titleStart(_ unitClass: Int) -> Int { titleStarts + unitClass }
  /// The code may.
  static func codeStart(_ unitClass: Int) -> Int { codeStarts + unitClass }
  /// A keyword may.
  static func keywordStart(_ unitClass: Int) -> Int { keywordStarts + unitClass }
  /// A word of the title may.
  static func wordStart(_ unitClass: Int) -> Int { wordStarts + unitClass }
  /// The title has that many consumable units, by ``LengthClass``.
  static func titleLength(_ lengthClass: Int) -> Int { titleLengths + lengthClass }
  /// The code has that many consumable units, 1 to ``longestCode``; the last means "or more".
  static func codeLength(_ length: Int) -> Int { codeLengths + length - 1 }

  /// A 汉字 with that reading, an index into ``ReadingTable/syllables``, in the title, the code or
  /// a keyword.
  static func headSyllable(_ syllable: Int) -> Int { headSyllables + syllable }
  /// The title may begin with one.
  static func titleSyllable(_ syllable: Int) -> Int { titleSyllables + syllable }

  static let longestCode = 8
  static let pairCount = UnitClass.count * UnitClass.count
  /// Room for so many syllables; there are some 430.
  static let syllableCapacity = 512
  /// Terms of pairs and units are in two runs of this length: of title, code and keywords, and of
  /// any field.
  static let runLength = pairCount + UnitClass.count
  /// The first of the terms that are in neither of them.
  static let places = 2 * runLength

  private static let pairs = runLength
  private static let headUnits = pairCount
  private static let units = runLength + pairCount
  private static let titleStarts = places
  private static let codeStarts = titleStarts + UnitClass.count
  private static let keywordStarts = codeStarts + UnitClass.count
  private static let wordStarts = keywordStarts + UnitClass.count
  private static let titleLengths = wordStarts + UnitClass.count
  private static let codeLengths = titleLengths + LengthClass.count
  private static let headSyllables = codeLengths + longestCode
  private static let titleSyllables = headSyllables + syllableCapacity

  static let count = titleSyllables + syllableCapacity
}

/// Lengths of titles, in units, that are told apart when phrases are taken shortest first.
enum LengthClass {
  /// Every length up to 31 is a class of its own; longer ones are the last, none and one the first.
  static let count = 32

  static func of(_ length: Int) -> Int { min(max(0, length - 1), count - 1) }

  /// The shortest length of a class.
  static func shortest(_ lengthClass: Int) -> Int { lengthClass == 0 ? 0 : lengthClass + 1 }
}
