/// One word of a query, folded: what may be consumed from it, character by character of a text.
struct Pattern: Sendable, Hashable {
  /// What the text may hold literally; an ü that was typed is ``Unit/typedUmlaut``.
  private(set) var units: [UInt16] = []
  /// The pinyin letters, ü as v; 0 where the unit is none.
  private(set) var letters: [UInt8] = []
  /// For each offset, 0 to `count`, whether an apostrophe makes it a border of syllables.
  private(set) var borders: [Bool] = [false]

  var count: Int { units.count }
  var hasLetters: Bool { letters.contains { $0 != 0 } }

  /// How much the word is likely to narrow a search down: a 汉字 says about what two letters do.
  var weight: Int { letters.reduce(0) { $0 + ($1 == 0 ? 2 : 1) } }

  /// The words of a query: it is split at white space, and each must be found.
  static func words(of query: String) -> [Pattern] {
    let plain = FoldingTable.shared.plain
    var words: [Pattern] = []
    var word = Pattern()
    for scalar in query.unicodeScalars {
      let unit = UInt16(exactly: scalar.value).map { plain[Int($0)] }
      if unit == Unit.space || unit == Unit.lineBreak {
        words.append(word)
        word = Pattern()
      } else {
        word.append(scalar)
      }
    }
    words.append(word)
    return words.filter { $0.count > 0 }
  }

  /// The words one after the other, with a border of syllables between them.
  static func joined(_ words: [Pattern]) -> Pattern {
    words.reduce(into: Pattern()) { joined, word in
      joined.borders[joined.count] = joined.count > 0
      joined.borders += word.borders.dropFirst()
      joined.units += word.units
      joined.letters += word.letters
    }
  }

  /// The first `length` units.
  func prefix(_ length: Int) -> Pattern {
    var head = Pattern()
    head.units = Array(units.prefix(length))
    head.letters = Array(letters.prefix(length))
    head.borders = Array(borders.prefix(length + 1))
    return head
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
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
      guard let (first, second) = UnitFolder.shared.units(of: scalar.value) else { return }
      push(first, letter: (0x61...0x7A).contains(first) ? UInt8(first) : 0)
      if second != 0 { push(second, letter: 0) }
    }
  }

  private mutating func push(_ unit: UInt16, letter: UInt8) {
    units.append(unit)
    letters.append(letter)
    borders.append(false)
  }

  /// The units of a text that the typed unit at `offset` stands for literally.
  func literals(at offset: Int) -> ArraySlice<UInt16> {
    units[offset] == Unit.typedUmlaut
      ? [UInt16(UInt8(ascii: "u"))] : FoldingTable.shared.forms(of: units[offset])
  }

  // MARK: - Syllables

  /// How many letters one reading of a 汉字 may consume from one offset: bit n is n letters.
  struct Steps {
    var whole: UInt8 = 0
    /// Whole, but in a spelling that names another syllable too.
    var loose: UInt8 = 0
    /// The query ends before the syllable does, and something more than an initial is known.
    var unfinished: UInt8 = 0
    var initial: UInt8 = 0

    /// The lengths that count as `closeness` or closer for a 汉字's primary or other reading.
    func lengths(_ closeness: Closeness, isPrimary: Bool) -> UInt8 {
      switch closeness {
      case .literal: 0
      case .spelled: isPrimary ? whole : 0
      case .unfinished: isPrimary ? whole | unfinished : 0
      case .otherReading: whole | unfinished | loose
      case .initials: whole | unfinished | loose | initial
      }
    }

    func allows(_ closeness: Closeness) -> Bool {
      lengths(closeness, isPrimary: true) | lengths(closeness, isPrimary: false) != 0
    }
  }

  /// What `syllable` may consume from `offset` on.
  func steps(of syllable: Syllable, at offset: Int) -> Steps {
    var steps = Steps()
    guard letters[offset] == syllable.letters[0] else { return steps }
    steps.initial = 1 << 1
    if syllable.hasTwoLetterInitial, offset + 1 < count,
      letters[offset + 1] == UInt8(ascii: "h"), !borders[offset + 1]
    {
      steps.initial |= 1 << 2
    }
    for spelling in syllable.spellings {
      let limit = min(spelling.letters.count, count - offset)
      var length = 1
      while length < limit, letters[offset + length] == spelling.letters[length],
        !borders[offset + length]
      {
        length += 1
      }
      if length == spelling.letters.count {
        if spelling.isLoose { steps.loose |= 1 << length } else { steps.whole |= 1 << length }
      } else if offset + length == count, !borders[count] {
        // One letter alone says no more than an initial, but after whole syllables it is the
        // beginning of the next one: `tuik`.
        if offset > 0 || length > 1 {
          steps.unfinished |= 1 << length
        } else {
          steps.initial |= 1 << length
        }
      }
    }
    return steps
  }
}
