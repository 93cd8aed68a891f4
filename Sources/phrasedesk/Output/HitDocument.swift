import Phrases
import Search

/// The answer to a query as `--json` prints it (docs/guide.md has the members).
struct HitDocument: Encodable {
  struct Hit: Encodable {
    struct Match: Encodable {
      let field: String
      /// Which of the keywords it was, from 0; nil for every other field.
      let index: Int?
      /// Start and end, exclusive, in Unicode scalars.
      let ranges: [[Int]]
    }

    let rank: Int
    let id: String
    let score: Int
    let source: String
    let department: String
    let category: String
    let subcategory: String
    let title: String
    let text: String
    let code: String
    let keywords: [String]
    let level: String
    let matched: Match?
    let matches: [Match]
  }

  let query: String
  let total: Int
  let hits: [Hit]

  init(query: String, result: SearchResult, library: Library) {
    self.query = query
    total = result.total
    let compiled = Query(query)
    hits = result.hits.enumerated().map { index, hit in
      // Ranges count in the text that is printed, which is the one that would be sent.
      var phrase = library.phrase(hit.number)
      phrase.text = SafeText.sendable(phrase.text)
      let matches = compiled.matches(in: phrase).map { match in
        Hit.Match(
          field: match.field.name, index: match.field.index,
          ranges: match.ranges.map { [$0.lowerBound, $0.upperBound] })
      }
      return Hit(
        rank: index + 1, id: phrase.key.id, score: hit.score, source: phrase.key.source,
        department: phrase.department, category: phrase.category, subcategory: phrase.subcategory,
        title: phrase.title, text: phrase.text, code: phrase.code,
        keywords: phrase.keywords, level: phrase.level.rawValue, matched: matches.first,
        matches: matches)
    }
  }
}

extension Field {
  var index: Int? {
    if case .keyword(let index) = self { index } else { nil }
  }

  /// The field's name in JSON: the column's.
  var name: String {
    switch self {
    case .title: "title"
    case .text: "text"
    case .keyword: "keywords"
    case .code: "code"
    case .department: "department"
    case .category: "category"
    case .subcategory: "subcategory"
    }
  }
}
