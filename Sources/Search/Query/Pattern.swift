/// One word of a query, folded: what may be consumed from it, character by character of a text.
struct Pattern: Sendable, Hashable {
  enum Role: Sendable {
    /// A phrase must have it.
    case required
    /// A phrase must not have it: `-word`. What stands for it must do so whole, or `-f` would
    /// leave nothing.
    case excluded
  }

  /// What the text may hold literally; an ü that was typed is ``Unit/typedUmlaut``.
  private(set) var units: [UInt16] = []
  /// The letters and keys that may spell pinyin, ü as v; 0 where the unit is none.
  private(set) var letters: [UInt8] = []
  /// For each offset, 0 to `count`, whether an apostrophe makes it a border of syllables.
  private(set) var borders: [Bool] = [false]
  private(set) var role = Role.required
  /// Whether it was quoted: found as it is written, never by pinyin.
  private(set) var isLiteral = false

  var count: Int { units.count }
  var hasLetters: Bool { letters.contains { $0 != 0 } }

  /// How much the word is likely to narrow a search down: a 汉字 says about what two letters do.
  var weight: Int { letters.reduce(0) { $0 + ($1 == 0 ? 2 : 1) } }

  /// The units of a text that the word runs through.
  var passed: [UInt16] { isLiteral ? [Unit.impliedCurrency] : Unit.passed }

  /// The units of a text that the typed unit at `offset` stands for literally.
  func literals(at offset: Int) -> ArraySlice<UInt16> {
    switch units[offset] {
    case Unit.typedUmlaut: [UInt16(UInt8(ascii: "u"))]
    case Unit.yuan, Unit.yuanSign: [units[offset], Unit.impliedCurrency]
    case let unit: FoldingTable.shared.forms(of: unit)
    }
  }

  /// The words one after the other, with a border of syllables between them.
  static func joined(_ words: [Pattern]) -> Pattern {
    words.reduce(into: Pattern()) { joined, word in
      joined.borders[joined.count] = joined.count > 0
      joined.borders += word.borders.dropFirst()
      joined.units += word.units
      joined.letters += word.letters
      joined.isLiteral = joined.isLiteral || word.isLiteral
    }
  }

  /// The first `length` units.
  func prefix(_ length: Int) -> Pattern {
    var head = self
    head.units = Array(units.prefix(length))
    head.letters = Array(letters.prefix(length))
    head.borders = Array(borders.prefix(length + 1))
    return head
  }

  // MARK: - Making

  private init() {}

  /// A word without quotes around it.
  init(
    typed word: some Sequence<Unicode.Scalar>, role: Role = .required,
    doublePinyin: DoublePinyin? = nil
  ) {
    self.role = role
    for scalar in word { append(scalar, readsSemicolon: doublePinyin == .microsoft) }
    // A digit between others is part of a number, and one alone is looked for as itself; else it
    // may be how a numeral was typed: 7天 for 七天.
    guard count > 1 else { return }
    for offset in 0..<count where isDigit(offset) && !isDigit(offset - 1) && !isDigit(offset + 1) {
      letters[offset] = UInt8(units[offset])
    }
  }

  /// What stood between quotes, spaces among it.
  init(quoted text: String, role: Role = .required) {
    self.role = role
    isLiteral = true
    units = UnitFolder.shared.unitsAndOffsets(of: text).units
    units.removeAll { $0 == Unit.impliedCurrency }
    letters = Array(repeating: 0, count: count)
    borders = Array(repeating: false, count: count + 1)
  }

  private func isDigit(_ offset: Int) -> Bool {
    units.indices.contains(offset) && (0x30...0x39).contains(units[offset])
  }

  private mutating func append(_ scalar: Unicode.Scalar, readsSemicolon: Bool) {
    switch scalar.value {
    case 0xFC, 0xDC, 0x1D5...0x1DC:
      push(Unit.typedUmlaut, letter: UInt8(ascii: "v"))
    case 0x308 where units.last == UInt16(UInt8(ascii: "u")):
      // The ü of NFD.
      units[count - 1] = Unit.typedUmlaut
      letters[count - 1] = UInt8(ascii: "v")
    default:
      if let unit = UInt16(exactly: scalar.value), Unit.apostrophes.contains(unit) {
        borders[count] = count > 0
        return
      }
      // The hyphens that are written like the ASCII one are typed like it.
      let scalar = scalar.value == 0x2010 || scalar.value == 0x2011 ? "-" : scalar
      guard case (let first, var rest)? = UnitFolder.shared.units(of: scalar.value) else { return }
      if continuesDots(first) {
        units[count - 1] = Unit.ellipsis
      } else if let last = units.last,
        let syllable = Hangul.syllable(of: UInt32(last), and: scalar.value)
      {
        units[count - 1] = UInt16(syllable)
      } else {
        push(first, letter: Pattern.letter(of: first, readsSemicolon: readsSemicolon))
        while rest != 0 {
          push(UInt16(truncatingIfNeeded: rest), letter: 0)
          rest >>= 16
        }
      }
    }
  }

  private static func letter(of unit: UInt16, readsSemicolon: Bool) -> UInt8 {
    switch unit {
    case 0x61...0x7A: UInt8(unit)
    case 0x3B where readsSemicolon: UInt8(unit)
    default: 0
    }
  }

  /// Whether one more dot only makes the ones before it an ellipsis; see ``UnitFolder``.
  private func continuesDots(_ unit: UInt16) -> Bool {
    switch (units.last, unit) {
    case (Unit.fullStop, Unit.fullStop), (Unit.ellipsis, Unit.ellipsis),
      (Unit.ellipsis, Unit.fullStop):
      true
    default: false
    }
  }

  private mutating func push(_ unit: UInt16, letter: UInt8) {
    units.append(unit)
    letters.append(letter)
    borders.append(false)
  }
}
