import Synchronization

/// Every way of typing every syllable, for one way of typing.
///
/// Made once for each set of options that is used, in about a millisecond, and shared from then on:
/// a query only looks things up.
struct Spellings: Sendable {
  /// Where the spellings of a syllable start in ``list``; one more entry than syllables.
  private let starts: [Int]
  private let list: [Spelling]
  /// Where the syllables typed with an ASCII character start in ``typed``; one more than those.
  private let typedStarts: [Int]
  private let typed: [UInt16]

  /// All spellings of a syllable, the usual one first.
  subscript(syllable: Int) -> ArraySlice<Spelling> { list[starts[syllable]..<starts[syllable + 1]] }

  /// Ascending indices of the syllables that some spelling lets begin with `letter`.
  ///
  /// That need not be their own first letter: v is zh in a double pinyin, l may be meant for n.
  func syllables(typedWith letter: UInt8) -> ArraySlice<UInt16> {
    guard letter < 128 else { return [] }
    return typed[typedStarts[Int(letter)]..<typedStarts[Int(letter) + 1]]
  }

  // MARK: - Making

  /// Those of ``SearchOptions/standard`` without fuzzy sounds, which nearly every search uses.
  private static let standard = Spellings(doublePinyin: nil, fuzzySounds: [])
  private static let others = Mutex<[Key: Spellings]>([:])

  private struct Key: Hashable {
    let doublePinyin: DoublePinyin?
    let fuzzySounds: Set<FuzzySound>
  }

  /// The spellings of some options, with the sounds taken for each other or without.
  static func shared(for options: SearchOptions, isFuzzy: Bool) -> Spellings {
    let key = Key(
      doublePinyin: options.doublePinyin, fuzzySounds: isFuzzy ? options.fuzzySounds : [])
    if key.doublePinyin == nil, key.fuzzySounds.isEmpty { return standard }
    return others.withLock { others in
      if let known = others[key] { return known }
      let made = Spellings(doublePinyin: key.doublePinyin, fuzzySounds: key.fuzzySounds)
      others[key] = made
      return made
    }
  }

  private init(doublePinyin: DoublePinyin?, fuzzySounds: Set<FuzzySound>) {
    let syllables = ReadingTable.shared.syllables
    let codes = doublePinyin.map(DoublePinyinCodes.init)
    var starts = [0]
    var list: [Spelling] = []
    var typed = [[UInt16]](repeating: [], count: 128)
    for (index, syllable) in syllables.enumerated() {
      let spellings = Spellings.all(of: syllable, codes, fuzzySounds)
      list += spellings
      starts.append(list.count)
      for letter in Set(spellings.map { $0.letters[0] }) {
        typed[Int(letter)].append(UInt16(index))
      }
    }
    self.starts = starts
    self.list = list
    typedStarts = typed.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    self.typed = typed.flatMap(\.self)
  }

  /// Each only once, in its closest kind.
  private static func all(
    of syllable: Syllable, _ codes: DoublePinyinCodes?, _ fuzzySounds: Set<FuzzySound>
  ) -> [Spelling] {
    var list = [Spelling(letters: LetterRun(syllable.letters), kind: .whole)]
    func add(_ letters: String, _ kind: Spelling.Kind) {
      let letters = LetterRun(letters.utf8)
      if !list.contains(where: { $0.letters == letters }) {
        list.append(Spelling(letters: letters, kind: kind))
      }
    }
    guard let (initial, final) = syllable.parts else { return list }
    let umlauts = umlautSpellings(initial: initial, final: final)
    for (letters, kind) in umlauts where kind == .whole { add(letters, kind) }
    for code in codes?.codes(initial: initial, final: final) ?? [] { add(code, .doubled) }
    for (letters, kind) in umlauts { add(letters, kind) }
    for (initial, final) in fuzzySounds.variants(initial: initial, final: final) {
      add(initial + final, .fuzzy)
      for (letters, _) in umlautSpellings(initial: initial, final: final) { add(letters, .fuzzy) }
      for code in codes?.codes(initial: initial, final: final) ?? [] { add(code, .fuzzy) }
    }
    return list
  }

  /// ü is typed as v, yu or u after l and n (`lv`, `lyu`, `lu`), and as v after j, q, x, y (`jv`).
  private static func umlautSpellings(
    initial: String, final: String
  ) -> [(String, Spelling.Kind)] {
    let rest = final.dropFirst()
    switch (initial, final.first) {
    case ("l", "v"), ("n", "v"):
      // `lue` is no other syllable, `lu` is.
      return [
        (initial + "yu" + rest, .whole), (initial + "u" + rest, rest == "e" ? .whole : .loose),
      ]
    case ("j", "u"), ("q", "u"), ("x", "u"), ("y", "u"):
      return [(initial + "v" + rest, .whole)]
    default:
      return []
    }
  }
}
