import Phrases

@testable import Search

/// The meaning of a query, written down as plainly as can be: recursion over the same tables of
/// readings, without masks, rows, segments or any other cleverness.
struct Oracle {
  private struct Word {
    var units: [UInt16] = []
    var borders: Set<Int> = []
  }

  private let words: [Word]
  private let readings = ReadingTable.shared

  init(_ query: String) {
    words = query.unicodeScalars
      .split { [" ", "\u{3000}", "\t", "\n", "\r\n"].contains(String($0)) }
      .map { scalars in
        var word = Word()
        for scalar in scalars {
          if scalar == "'" || scalar == "’" {
            word.borders.insert(word.units.count)
          } else if scalar == "ü" {
            word.units.append(0xFC)
          } else {
            word.units += UnitFolder.shared.unitsAndOffsets(of: String(scalar)).units
          }
        }
        return word
      }
      .filter { !$0.units.isEmpty }
  }

  func finds(_ phrase: Phrase) -> Bool {
    let fields =
      [phrase.title, phrase.text, phrase.code, phrase.department, phrase.category]
      + [phrase.subcategory] + phrase.keywords
    let texts = fields.map { UnitFolder.shared.unitsAndOffsets(of: $0).units }
    return !phrase.isDraft
      && words.allSatisfy { word in
        texts.contains { text in text.indices.contains { consumes(word, 0, text[$0...]) } }
      }
  }

  private func consumes(_ word: Word, _ offset: Int, _ text: ArraySlice<UInt16>) -> Bool {
    if offset == word.units.count { return true }
    guard let unit = text.first else { return false }
    let rest = text.dropFirst()
    let typed = word.units[offset]
    if unit == 0x2D || unit == 0x5F, consumes(word, offset, rest) { return true }
    if isSame(typed, unit), consumes(word, offset + 1, rest) { return true }
    let letters = word.units.map { $0 == 0xFC ? UInt16(UInt8(ascii: "v")) : $0 }
    for index in readings.readings(ofSet: Int(readings.sets[Int(unit)])) {
      let syllable = readings.syllables[Int(index)]
      for spelling in syllable.spellings.map({ $0.letters.map(UInt16.init) }) {
        let left = letters.count - offset
        let common = zip(letters[offset...], spelling).prefix { $0 == $1 }.count
        let isFree = !word.borders.contains { $0 > offset && $0 < offset + common }
        if common == spelling.count, isFree, consumes(word, offset + common, rest) { return true }
        if common == left, common < spelling.count, isFree, !word.borders.contains(letters.count) {
          return true
        }
      }
      let usual = syllable.letters.map(UInt16.init)
      guard letters[offset] == usual[0] else { continue }
      if consumes(word, offset + 1, rest) { return true }
      if usual.count > 2,
        ["zh", "ch", "sh"].contains(String(decoding: usual.prefix(2), as: UTF16.self)),
        offset + 1 < letters.count, letters[offset + 1] == usual[1],
        !word.borders.contains(offset + 1), consumes(word, offset + 2, rest)
      {
        return true
      }
    }
    return false
  }

  private func isSame(_ typed: UInt16, _ unit: UInt16) -> Bool {
    if typed == 0xFC { return unit == UInt16(UInt8(ascii: "u")) }
    return FoldingTable.shared.forms(of: typed).contains(unit)
  }
}
