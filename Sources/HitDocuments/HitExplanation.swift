import Phrases
import Search

/// Why a hit stands where it stands, as `search --explain` prints it.
public struct HitExplanation {
  private let hit: Hit
  private let phrase: Phrase
  private let matches: [Match]
  private let words: [WordExplanation]

  public init(_ hit: Hit, in library: Library, _ query: Query) {
    self.hit = hit
    phrase = library.phrase(hit.number)
    var highlighter = Highlighter(query)
    matches = highlighter.matches(of: hit.number, in: library, foundBy: hit.tier)
    words = highlighter.explanation(of: hit.number, in: library, foundBy: hit.tier)
  }

  /// The pass and the score, then a line for each field with the pieces that were found.
  public func lines(_ language: Language) -> [String] {
    [ExplanationSentence.hit(hit.tier, score: hit.score).sentence(language)]
      + words.map { word in
        let pieces = word.reading.map { reading in
          reading.character + (reading.syllable.map { "(\($0))" } ?? "")
        }
        let sentence = ExplanationSentence.word(
          word.word, word.closeness, grade: word.grade, field: word.field.name,
          reading: pieces.joined())
        return "  " + sentence.sentence(language)
      }
      + matches.map { match in
        let text = phrase.text(of: match.field)
        let pieces = match.ranges.map { "\"\(text.scalars($0))\"" }
        return "  \(match.field.name): \(pieces.joined(separator: " "))"
      }
  }
}

extension Phrase {
  fileprivate func text(of field: Field) -> String {
    switch field {
    case .title: title
    case .text: text
    case .keyword(let index): keywords.indices.contains(index) ? keywords[index] : ""
    case .code: code
    case .department: department
    case .category: category
    case .subcategory: subcategory
    }
  }
}

extension String {
  /// The piece between two offsets in Unicode scalars.
  fileprivate func scalars(_ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(unicodeScalars.dropFirst(range.lowerBound).prefix(range.count)))
  }
}
