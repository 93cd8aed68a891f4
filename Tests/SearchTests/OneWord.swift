@testable import Search

/// One word of a query, looked for in a text by itself: no index, no passes, no ranking.
struct OneWord {
  let pattern: Pattern
  private let spellings: Spellings

  /// Nil when the query is not one word.
  init?(_ query: String, _ options: SearchOptions = .standard, isFuzzy: Bool = false) {
    let words = QueryText.words(of: query, options: options)
    guard let word = words.first, words.count == 1 else { return nil }
    pattern = word
    spellings = Spellings.shared(for: options, isFuzzy: isFuzzy)
  }

  /// How closely the word stands in a text, at best; nil when it does not.
  func closeness(in text: String) -> Closeness? {
    let units = UnitFolder.shared.unitsAndOffsets(of: text).units
    return Closeness.allCases.last { finds(in: units, allowing: $0) }
  }

  /// Whether the word stands anywhere in the units of a text.
  func finds(in units: [UInt16], allowing closeness: Closeness) -> Bool {
    var long = LongPattern(pattern, spellings, allowing: closeness)
    return units.withUnsafeBufferPointer { long.firstEnd(in: $0, isAnchored: false) != nil }
  }
}

/// How closely a word stands in a text; nil when it does not.
func closeness(
  _ word: String, _ text: String, _ options: SearchOptions = .standard, isFuzzy: Bool = false
) -> Closeness? {
  OneWord(word, options, isFuzzy: isFuzzy)?.closeness(in: text)
}
