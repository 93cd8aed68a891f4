/// How 汉字 are read, by a source of its own: pypinyin's dictionaries, not the engine's table.
struct Readings: Sendable {
  /// A syllable, and whether the character is read so only in this phrase.
  struct Reading: Hashable, Sendable {
    var syllable: String
    var isUnusual = false
  }

  static let shared = Readings()

  private let first: [Unicode.Scalar: String]
  /// Syllables of the phrases that read a character otherwise; empty for those that do not.
  private let phrases: [[Unicode.Scalar]: [String]]
  private let longestPhrase: Int
  /// All syllables that some character is read as.
  let syllables: Set<String>
  /// Phrases of four characters: words that a list of replies may well lack.
  let rareWords: [String]

  private init() {
    var first: [Unicode.Scalar: String] = [:]
    for token in Readings.tokens(of: ReadingsText.characters) {
      let syllable = String(token.prefix { $0.isASCII })
      for scalar in token.unicodeScalars where !scalar.isASCII { first[scalar] = syllable }
    }
    var phrases: [[Unicode.Scalar]: [String]] = [:]
    for token in Readings.tokens(of: ReadingsText.unusual) {
      let phrase = token.prefix { !$0.isASCII }
      phrases[Array(phrase.unicodeScalars)] =
        token[phrase.endIndex...].split(separator: "'").map(String.init)
    }
    var rareWords: [String] = []
    for token in Readings.tokens(of: ReadingsText.usual) {
      phrases[Array(token.unicodeScalars)] = []
      if token.count == 4 { rareWords.append(String(token)) }
    }
    self.first = first
    self.phrases = phrases
    self.rareWords = rareWords
    longestPhrase = phrases.keys.lazy.map(\.count).max() ?? 1
    syllables = Set(first.values)
  }

  private static func tokens(of text: StaticString) -> [Substring] {
    text.description.split { $0 == " " || $0 == "\n" }
  }

  /// The reading of every scalar, nil for what is no 汉字: the longest phrase from the left wins.
  func readings(of scalars: [Unicode.Scalar]) -> [Reading?] {
    var readings: [Reading?] = []
    var position = 0
    while position < scalars.count {
      let longest = min(longestPhrase, scalars.count - position)
      let found = stride(from: longest, to: 1, by: -1).lazy.compactMap { length in
        phrases[Array(scalars[position..<position + length])].map { (length, $0) }
      }.first
      let length = found?.0 ?? 1
      for offset in 0..<length {
        let usual = first[scalars[position + offset]]
        let syllable = found?.1.isEmpty == false ? found?.1[offset] : usual
        readings.append(
          syllable.map { Reading(syllable: $0, isUnusual: usual != nil && $0 != usual) })
      }
      position += length
    }
    return readings
  }
}
