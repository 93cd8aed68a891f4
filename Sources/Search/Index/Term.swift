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

  static let longestCode = 8
  static let pairCount = UnitClass.count * UnitClass.count

  private static let pairs = pairCount
  private static let headUnits = 2 * pairCount
  private static let units = headUnits + UnitClass.count
  private static let titleStarts = units + UnitClass.count
  private static let codeStarts = titleStarts + UnitClass.count
  private static let keywordStarts = codeStarts + UnitClass.count
  private static let wordStarts = keywordStarts + UnitClass.count
  private static let titleLengths = wordStarts + UnitClass.count
  private static let codeLengths = titleLengths + LengthClass.count

  static let count = codeLengths + longestCode
}

/// Lengths of titles, in units, that are told apart when phrases are taken shortest first.
enum LengthClass {
  /// The shortest length of each class, ascending.
  static let shortest = [0, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 17, 22, 30]
  static let count = shortest.count

  static func of(_ length: Int) -> Int {
    if length < 12 { return max(0, length - 1) }
    return (shortest.firstIndex { $0 > length } ?? count) - 1
  }
}
