import Phrases

@testable import Search

/// What the two passes that forgive mean, written down as plainly as can be: every word that may
/// have been meant is made by editing the letters typed, and looked for by plain recursion.
struct ForgivingOracle {
  /// One unit of a word that may have been meant.
  private struct Meant: Hashable {
    var unit: UInt16
    /// Where it was typed last; nil for one that was left out.
    var typedAt: Int?
    /// Whether another key was struck.
    var isWrong = false
  }

  private let words: [[UInt16]]
  private let tier: Tier
  private let readings = ReadingTable.shared
  private let spellings = Spellings.shared(for: .standard, isFuzzy: false)

  init(_ query: String, _ tier: Tier) {
    self.tier = tier
    words = QueryText.typedWords(of: query).map { word in
      UnitFolder.shared.unitsAndOffsets(of: String(String.UnicodeScalarView(word.scalars))).units
    }
  }

  func finds(_ phrase: Phrase) -> Bool {
    let fields = ([phrase.title, phrase.code] + phrase.keywords)
      .map { UnitFolder.shared.unitsAndOffsets(of: $0).units }
    if tier == .gapped { return words.allSatisfy { standsWithGaps($0, in: fields) } }
    let slips = words.map { fewestSlips($0, in: fields) }
    let allowed = words.map(mostSlips).max() ?? 0
    return !slips.contains(nil) && slips.compactMap(\.self).reduce(0, +) <= allowed
  }

  // MARK: - Slips

  private func letters(_ word: [UInt16]) -> Int { word.count(where: isLetter) }
  private func hans(_ word: [UInt16]) -> Int { word.count { Unit.kind(of: $0) == .han } }
  private func isLetter(_ unit: UInt16) -> Bool { (0x61...0x7A).contains(unit) }

  private func mostSlips(_ word: [UInt16]) -> Int {
    if word.contains(where: { Unit.kind(of: $0) == .digit }) { return 0 }
    if letters(word) == 0, hans(word) >= 3 { return 2 }
    return letters(word) >= 4 || hans(word) >= 2 ? 1 : 0
  }

  private func fewestSlips(_ word: [UInt16], in fields: [[UInt16]]) -> Int? {
    let typed = word.enumerated().map { Meant(unit: $0.element, typedAt: $0.offset) }
    func stands(_ meant: [Meant], homophones: Int) -> Bool {
      fields.contains { field in
        field.indices.contains { consumes(meant[...], word, field[$0...], homophones) }
      }
    }
    if stands(typed, homophones: 0) { return 0 }
    let most = mostSlips(word)
    if most > 0, letters(word) >= 4, edits(of: typed).contains(where: { stands($0, homophones: 0) })
    {
      return 1
    }
    guard most > 0, hans(word) >= 2 else { return nil }
    return (1...most).first { stands(typed, homophones: $0) }
  }

  /// Everything that one slip turns into what was typed.
  private func edits(of typed: [Meant]) -> Set<[Meant]> {
    var edits: Set<[Meant]> = []
    for index in typed.indices where isLetter(typed[index].unit) {
      for letter in UInt16(UInt8(ascii: "a"))...UInt16(UInt8(ascii: "z")) {
        for place in [index, index + 1] {
          edits.insert(typed[..<place] + [Meant(unit: letter, typedAt: nil)] + typed[place...])
        }
        if Keyboard.areNeighbours(UInt8(letter), UInt8(typed[index].unit)) {
          var edit = typed
          edit[index] = Meant(unit: letter, typedAt: index, isWrong: true)
          edits.insert(edit)
        }
      }
      guard index + 1 < typed.count, isLetter(typed[index + 1].unit) else { continue }
      var edit = typed
      edit.swapAt(index, index + 1)
      if typed[index].unit == typed[index + 1].unit { edit.remove(at: index + 1) }
      edits.insert(edit)
    }
    return edits
  }

  private func consumes(
    _ meant: ArraySlice<Meant>, _ word: [UInt16], _ text: ArraySlice<UInt16>, _ homophones: Int
  ) -> Bool {
    guard let first = meant.first else { return true }
    guard let unit = text.first else { return false }
    func go(_ length: Int, _ homophones: Int) -> Bool {
      consumes(meant.dropFirst(length), word, text.dropFirst(), homophones)
    }
    if unit == 0x2D, go(0, homophones) { return true }
    if FoldingTable.shared.forms(of: first.unit).contains(unit), go(1, homophones) { return true }
    let syllables = Set(readings(of: unit))
    if homophones > 0, !isLetter(first.unit) {
      let forms = FoldingTable.shared.forms(of: first.unit).map { Int(readings.sets[Int($0)]) }
      if forms.contains(where: { !syllables.isDisjoint(with: readings.readings(ofSet: $0)) }),
        go(1, homophones - 1)
      {
        return true
      }
    }
    return lengths(of: meant, syllables.map(Int.init), word)
      .contains { go($0, homophones) }
  }

  /// How many of the letters meant any of some syllables may consume.
  private func lengths(
    of meant: ArraySlice<Meant>, _ syllables: [Int], _ word: [UInt16]
  ) -> Set<Int> {
    let left = meant.map(\.unit)
    var lengths: Set<Int> = []
    for syllable in syllables {
      let usual = readings.syllables[syllable].letters
      for run in spellings[syllable].map(\.letters) {
        let spelling = (0..<run.count).map { UInt16(run[$0]) }
        let common = zip(left, spelling).prefix { $0 == $1 }.count
        guard common > 0 else { continue }
        let piece = meant.prefix(common)
        let isCompleted = piece.contains { $0.typedAt == nil }
        if common == spelling.count {
          if common > 1 || !isCompleted { lengths.insert(common) }
        } else if common == left.count {
          // What is only begun must tell more than a letter that was never typed.
          let isGuessed = isCompleted && common < 3
          let isWrong = common == 1 && piece.contains(where: \.isWrong) && letters(word) < 5
          if !isGuessed, !isWrong { lengths.insert(common) }
        }
      }
      let isTwo = ["zh", "ch", "sh"].contains(String(decoding: usual.prefix(2), as: UTF8.self))
      let initial = usual.prefix(isTwo ? 2 : 1).map(UInt16.init)
      for length in 1...initial.count where left.starts(with: initial.prefix(length)) {
        if mayBeInitial(meant.prefix(length), word) { lengths.insert(length) }
      }
    }
    return lengths
  }

  /// Not when it was never typed, or a vowel was typed after it, or it is a wrong one of few.
  private func mayBeInitial(_ piece: ArraySlice<Meant>, _ word: [UInt16]) -> Bool {
    let places = piece.compactMap(\.typedAt)
    guard places.count == piece.count, let last = places.max() else { return false }
    if piece.contains(where: \.isWrong), letters(word) < 5 { return false }
    return last + 1 == word.count
      || !"aeiouv".utf16.contains(word[last + 1])
  }

  // MARK: - Gaps

  private func standsWithGaps(_ word: [UInt16], in fields: [[UInt16]]) -> Bool {
    let meant = word.enumerated().map { Meant(unit: $0.element, typedAt: $0.offset) }
    let weight = word.reduce(0) { $0 + (isLetter($1) ? 1 : 2) }
    return fields.contains { field in
      field.indices.contains { start in
        consumes(meant[...], word, field, start, gaps: weight < 4 ? 0 : 2, skips: 3, nil)
          || standsApart(meant[...], word, field, start)
      }
    }
  }

  /// Whether a word stands from a start on in two pieces, however much is between them, each of two
  /// characters and more, and of four letters or two 汉字 typed.
  private func standsApart(
    _ meant: ArraySlice<Meant>, _ word: [UInt16], _ field: [UInt16], _ start: Int
  ) -> Bool {
    func weight(_ piece: ArraySlice<UInt16>) -> Int {
      piece.reduce(0) { $0 + (isLetter($1) ? 1 : 2) }
    }
    func isJoined(_ position: Int) -> Bool {
      Unit.areJoined(field[position - 1], field[position])
    }
    return word.indices.dropFirst().contains { split in
      let isInNumber =
        Unit.kind(of: word[split - 1]) == .digit && Unit.kind(of: word[split]) == .digit
      guard weight(word[..<split]) >= 4, weight(word[split...]) >= 4, !isInNumber else {
        return false
      }
      return pieceEnds(meant, word, leaving: word.count - split, field, start, taken: 0)
        .contains { end, _ in
          guard field[start..<end].count(where: { !Unit.isPassed($0) }) > 1, end < field.count,
            !isJoined(end)
          else { return false }
          return (end + 1..<max(end + 1, field.count)).contains { next in
            !isJoined(next)
              && pieceEnds(meant.dropFirst(split), word, leaving: 0, field, next, taken: 0)
                .contains { $0.end - start <= 64 && $0.taken > 1 }
          }
        }
    }
  }

  /// Where a piece may end that leaves so much of the word, and how many characters it consumed.
  private func pieceEnds(
    _ meant: ArraySlice<Meant>, _ word: [UInt16], leaving left: Int, _ field: [UInt16],
    _ position: Int, taken: Int
  ) -> [(end: Int, taken: Int)] {
    if meant.count == left { return [(position, taken)] }
    guard let first = meant.first, meant.count > left, position < field.count else { return [] }
    let unit = field[position]
    var lengths = lengths(of: meant, readings(of: unit).map(Int.init), word)
    if FoldingTable.shared.forms(of: first.unit).contains(unit) { lengths.insert(1) }
    var ends = lengths.flatMap { length in
      pieceEnds(
        meant.dropFirst(length), word, leaving: left, field, position + 1, taken: taken + 1)
    }
    if unit == 0x2D, taken > 0 {
      ends += pieceEnds(meant, word, leaving: left, field, position + 1, taken: taken)
    }
    return ends
  }

  /// `gap` is how many characters of the gap that the text stands in were skipped; nil outside.
  private func consumes(
    _ meant: ArraySlice<Meant>, _ word: [UInt16], _ field: [UInt16], _ position: Int, gaps: Int,
    skips: Int, _ gap: Int?
  ) -> Bool {
    guard let first = meant.first else { return true }
    guard position < field.count else { return false }
    let unit = field[position]
    func go(_ length: Int) -> Bool {
      consumes(
        meant.dropFirst(length), word, field, position + 1, gaps: gaps, skips: skips, nil)
    }
    let kind = Unit.kind(of: unit)
    let isJoined =
      position > 0 && meant.count < word.count && (kind == .letter || kind == .digit)
      && Unit.kind(of: field[position - 1]) == kind
    if gap == nil || !isJoined {
      if unit == 0x2D, meant.count < word.count, go(0) { return true }
      if FoldingTable.shared.forms(of: first.unit).contains(unit), go(1) { return true }
      let syllables = readings(of: unit).map(Int.init)
      if lengths(of: meant, syllables, word).contains(where: go) { return true }
    }
    guard meant.count < word.count else { return false }
    if let gap {
      let isFree = (0xDC00...0xDFFF).contains(unit)
      return isFree
        && consumes(meant, word, field, position + 1, gaps: gaps, skips: skips, gap)
        || skips > 0
          && consumes(meant, word, field, position + 1, gaps: gaps, skips: skips - 1, gap + 1)
    }
    let place = word.count - meant.count
    let isInNumber =
      Unit.kind(of: word[place - 1]) == .digit && Unit.kind(of: word[place]) == .digit
    guard gaps > 0, skips > 0, !isJoined, !isInNumber else { return false }
    return consumes(meant, word, field, position + 1, gaps: gaps - 1, skips: skips - 1, 1)
  }

  /// Those of a 汉字; what else is read aloud, digits, is exact.
  private func readings(of unit: UInt16) -> ArraySlice<UInt16> {
    let set = readings.sets[Int(unit)]
    return readings.isHan(set: set) ? readings.readings(ofSet: Int(set)) : []
  }
}
