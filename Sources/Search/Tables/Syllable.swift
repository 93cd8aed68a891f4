/// One toneless syllable of pinyin, in its usual spelling; how else it is typed, ``Spellings`` tell.
struct Syllable: Sendable {
  /// Lower case, ü as v; or the digit that a numeral such as 七 is typed with.
  let letters: [UInt8]

  /// The consonants before the first vowel, and the rest; nil for what has no vowel (ng, r).
  var parts: (initial: String, final: String)? {
    let vowels = letters.drop { !Syllable.vowels.contains($0) }
    guard !vowels.isEmpty else { return nil }
    let consonants = letters[..<vowels.startIndex]
    return (String(decoding: consonants, as: UTF8.self), String(decoding: vowels, as: UTF8.self))
  }

  private static let vowels = Array("aeiouv".utf8)
}
