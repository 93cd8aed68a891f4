/// One toneless syllable of pinyin, and every way of typing it.
struct Syllable: Sendable {
  struct Spelling: Sendable {
    let letters: [UInt8]
    /// Whether it also names another syllable: `lu` for lü is weaker than `lv`.
    let isLoose: Bool
  }

  /// The letters of the usual spelling, ü as v.
  let letters: [UInt8]
  /// All of them, the usual one first.
  let spellings: [Spelling]

  init(letters: [UInt8]) {
    self.letters = letters
    spellings =
      [Spelling(letters: letters, isLoose: false)] + Syllable.otherSpellings(of: letters)
  }

  /// ü is typed as v, yu or u after l and n (`lv`, `lyu`, `lu`), and as v after j, q, x, y (`jv`).
  private static func otherSpellings(of letters: [UInt8]) -> [Spelling] {
    let (u, v, y, e) = (UInt8(ascii: "u"), UInt8(ascii: "v"), UInt8(ascii: "y"), UInt8(ascii: "e"))
    guard letters.count >= 2 else { return [] }
    let rest = Array(letters.dropFirst(2))
    switch (letters[0], letters[1]) {
    case (UInt8(ascii: "l"), v), (UInt8(ascii: "n"), v):
      // `lue` is no other syllable, `lu` is.
      return [
        Spelling(letters: [letters[0], y, u] + rest, isLoose: false),
        Spelling(letters: [letters[0], u] + rest, isLoose: rest != [e]),
      ]
    case (UInt8(ascii: "j"), u), (UInt8(ascii: "q"), u), (UInt8(ascii: "x"), u), (y, u):
      return [Spelling(letters: [letters[0], v] + rest, isLoose: false)]
    default:
      return []
    }
  }

  /// Whether its initial is typed with two letters: zh, ch, sh.
  var hasTwoLetterInitial: Bool {
    letters.count > 2 && letters[1] == UInt8(ascii: "h")
      && [UInt8(ascii: "z"), UInt8(ascii: "c"), UInt8(ascii: "s")].contains(letters[0])
  }
}
