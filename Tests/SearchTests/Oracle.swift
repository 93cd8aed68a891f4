import Phrases

@testable import Search

/// The meaning of a query, written down as plainly as can be: recursion over the same tables of
/// readings and spellings and the same words, without masks, rows, segments or any other cleverness.
struct Oracle {
  private struct Word {
    var units: [UInt16] = []
    var borders: Set<Int> = []
    var isExcluded = false
    var isQuoted = false

    /// What may spell pinyin; 0 where nothing may.
    var letters: [UInt16] {
      units.indices.map { index in
        if units[index] == 0xFC { return UInt16(UInt8(ascii: "v")) }
        let isNumber = [index - 1, index + 1].contains(where: isDigit) || units.count == 1
        return isQuoted || isDigit(index) && isNumber ? 0 : units[index]
      }
    }

    private func isDigit(_ index: Int) -> Bool {
      units.indices.contains(index) && (0x30...0x39).contains(units[index])
    }
  }

  private var words: [Word] = []
  private let readings = ReadingTable.shared
  private let spellings: Spellings

  init(_ query: String, _ options: SearchOptions = .standard, isFuzzy: Bool = false) {
    spellings = Spellings.shared(for: options, isFuzzy: isFuzzy)
    for typed in QueryText.typedWords(of: query, options: options) {
      var word = Word()
      word.isExcluded = typed.role == .excluded
      word.isQuoted = typed.isQuoted
      if typed.isQuoted {
        let text = String(String.UnicodeScalarView(typed.scalars))
        word.units = UnitFolder.shared.unitsAndOffsets(of: text).units.filter { $0 != 2 }
      } else {
        for scalar in typed.scalars { Oracle.append(scalar, to: &word) }
      }
      if !word.units.isEmpty { words.append(word) }
    }
  }

  // MARK: - Words

  private static func append(_ scalar: Unicode.Scalar, to word: inout Word) {
    if scalar == "'" || scalar == "’" {
      word.borders.insert(word.units.count)
    } else if scalar == "ü" {
      word.units.append(0xFC)
    } else {
      word.units += UnitFolder.shared.unitsAndOffsets(of: String(scalar)).units
      let dots: [UInt16] = [0x2E, 0x2026]
      if word.units.suffix(2).count == 2, word.units.suffix(2).allSatisfy(dots.contains),
        word.units.suffix(2) != [0x2E, 0x2026]
      {
        word.units.removeLast()
        word.units[word.units.count - 1] = 0x2026
      }
    }
  }

  // MARK: - Finding

  func finds(_ phrase: Phrase) -> Bool {
    let fields =
      [phrase.title, phrase.text, phrase.code, phrase.department, phrase.category]
      + [phrase.subcategory] + phrase.keywords
    return !phrase.isDraft && finds(in: fields)
  }

  func finds(in fields: [String]) -> Bool {
    let texts = fields.map { UnitFolder.shared.unitsAndOffsets(of: $0).units }
    return words.allSatisfy { word in
      let isFound = texts.contains { text in
        text.indices.contains { consumes(word, word.letters, 0, text[$0...]) }
      }
      return isFound != word.isExcluded
    }
  }

  private func consumes(
    _ word: Word, _ letters: [UInt16], _ offset: Int, _ text: ArraySlice<UInt16>
  ) -> Bool {
    if offset == letters.count { return true }
    guard let unit = text.first else { return false }
    let rest = text.dropFirst()
    if unit == 2 || !word.isQuoted && [0x2D, 0x5F, 0x2010, 0x2011, 0xA5].contains(unit),
      consumes(word, letters, offset, rest)
    {
      return true
    }
    if isSame(word.units[offset], unit), consumes(word, letters, offset + 1, rest) { return true }
    let isHan = unit != 2 && !(0x30...0x39).contains(unit)
    let left = letters.count - offset
    for syllable in readings.readings(ofSet: Int(readings.sets[Int(unit)])) {
      for (spelling, kind) in spellings(of: syllable) where isHan || kind != .fuzzy {
        let common = zip(letters[offset...], spelling).prefix { $0 == $1 }.count
        if word.borders.contains(where: { $0 > offset && $0 < offset + common }) { continue }
        if common == spelling.count {
          if kind == .fuzzy && word.isExcluded { continue }
          if consumes(word, letters, offset + common, rest) { return true }
        } else if common == left, isHan, !word.isExcluded, !word.borders.contains(letters.count) {
          if kind != .fuzzy || common > initialCount(spelling) { return true }
        }
      }
      guard isHan, !word.isExcluded, let usual = spellings(of: syllable).first?.letters,
        letters[offset] == usual[0]
      else { continue }
      if consumes(word, letters, offset + 1, rest) { return true }
      if initialCount(usual) == 2, left > 1, letters[offset + 1] == usual[1],
        !word.borders.contains(offset + 1), consumes(word, letters, offset + 2, rest)
      {
        return true
      }
    }
    return false
  }

  private func spellings(of syllable: UInt16) -> [(letters: [UInt16], kind: Spelling.Kind)] {
    spellings[Int(syllable)].map { spelling in
      ((0..<spelling.letters.count).map { UInt16(spelling.letters[$0]) }, spelling.kind)
    }
  }

  /// The letters of an initial: two of zh, ch and sh, and of all others one at most.
  private func initialCount(_ spelling: [UInt16]) -> Int {
    spelling.count > 2 && spelling[1] == UInt16(UInt8(ascii: "h")) ? 2 : 1
  }

  private func isSame(_ typed: UInt16, _ unit: UInt16) -> Bool {
    switch typed {
    case 0xFC: unit == UInt16(UInt8(ascii: "u"))
    case 0x5143, 0xA5: unit == typed || unit == 2
    default: FoldingTable.shared.forms(of: typed).contains(unit)
    }
  }
}
