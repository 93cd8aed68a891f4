import Phrases
import Search

/// The answer to a query or a message as `--json` prints it (docs/guide.md has the members).
///
/// Written straight into the output: through `JSONEncoder` a thousand answers would cost more than
/// finding them.
public struct HitDocument {
  /// Nil for a customer's message, which is not said again.
  private let query: String?
  /// Which line of a file a message stood in, from 1 on.
  private let line: Int?
  private let result: SearchResult
  private let library: Library
  /// Where a hit was found: a phrase, and whether it differs from the library's.
  private let matches: (_ hit: Hit, _ phrase: Phrase, _ isChanged: Bool) -> [Match]

  /// What was found for a query.
  public init(query: Query, result: SearchResult, library: Library) {
    var highlighter = Highlighter(query)
    self.query = query.text
    line = nil
    self.result = result
    self.library = library
    matches = { hit, phrase, isChanged in
      isChanged
        ? highlighter.matches(in: phrase, foundBy: hit.tier)
        : highlighter.matches(of: hit.number, in: library, foundBy: hit.tier)
    }
  }

  /// What was suggested for a message, perhaps that of a line of a file, which is said, from 1 on.
  public init(message: Message, line: Int? = nil, result: SearchResult, library: Library) {
    query = nil
    self.line = line
    self.result = result
    self.library = library
    matches = { _, phrase, _ in message.matches(in: phrase) }
  }

  /// Adds the document and a line break; members are sorted, so that outputs can be compared.
  public func append(to output: inout DocumentBuffer) {
    output.append(#"{"hits":["#)
    for (index, hit) in result.hits.enumerated() {
      if index > 0 { output.append(",") }
      append(hit, rank: index + 1, to: &output)
    }
    output.append("]")
    if let line {
      output.append(#","line":"#)
      output.append(line)
    }
    if let query {
      output.append(#","query":"#)
      output.append(json: query)
    }
    output.append(#","total":"#)
    output.append(result.total)
    output.append(#","totalIsExact":"#)
    output.append(result.isTotalExact ? "true}\n" : "false}\n")
  }

  private func append(_ hit: Hit, rank: Int, to output: inout DocumentBuffer) {
    // Ranges count in the text that is printed, which is the one that would be sent.
    var phrase = library.phrase(hit.number)
    let text = phrase.text
    phrase.text = SafeText.sendable(text)
    let matches = matches(hit, phrase, phrase.text != text)

    append(.category, of: phrase, after: "{", to: &output)
    append(.code, of: phrase, to: &output)
    append(.department, of: phrase, to: &output)
    append(.id, of: phrase, to: &output)
    append(.keywords, of: phrase, to: &output)
    output.append(#","level":"#)
    output.append(json: phrase.level.rawValue)
    if let first = matches.first {
      output.append(#","matched":"#)
      append(first, to: &output)
    }
    output.append(#","matches":["#)
    for (index, match) in matches.enumerated() {
      if index > 0 { output.append(",") }
      append(match, to: &output)
    }
    output.append(#"],"rank":"#)
    output.append(rank)
    output.append(#","score":"#)
    output.append(hit.score)
    output.append(#","source":"#)
    output.append(json: phrase.key.source)
    append(.subcategory, of: phrase, to: &output)
    append(.text, of: phrase, to: &output)
    output.append(#","tier":"#)
    output.append(json: hit.tier.name)
    append(.title, of: phrase, to: &output)
    output.append("}")
  }

  /// A column as a member: a list of texts or a text.
  private func append(
    _ column: PhraseColumn, of phrase: Phrase, after separator: StaticString = ",",
    to output: inout DocumentBuffer
  ) {
    output.append(separator)
    output.append(json: column.name)
    output.append(":")
    guard case .list(let path) = column.place else {
      return output.append(json: phrase.cell(column))
    }
    output.append("[")
    for (index, item) in phrase[keyPath: path].enumerated() {
      if index > 0 { output.append(",") }
      output.append(json: item)
    }
    output.append("]")
  }

  /// A field; for keywords also which one it was, from 0; start and end, exclusive, of each range
  /// in Unicode scalars.
  private func append(_ match: Match, to output: inout DocumentBuffer) {
    output.append(#"{"field":"#)
    output.append(json: match.field.name)
    if let index = match.field.index {
      output.append(#","index":"#)
      output.append(index)
    }
    output.append(#","ranges":["#)
    for (index, range) in match.ranges.enumerated() {
      output.append(index > 0 ? ",[" : "[")
      output.append(range.lowerBound)
      output.append(",")
      output.append(range.upperBound)
      output.append("]")
    }
    output.append("]}")
  }
}

extension Tier {
  /// The pass in JSON.
  var name: String {
    switch self {
    case .exact: "exact"
    case .fuzzySound: "sound"
    case .typo: "typo"
    case .gapped: "gap"
    }
  }
}

extension Field {
  var index: Int? {
    if case .keyword(let index) = self { index } else { nil }
  }

  /// The field's name in JSON: the column's.
  var name: String { column.name }

  private var column: PhraseColumn {
    switch self {
    case .title: .title
    case .text: .text
    case .keyword: .keywords
    case .code: .code
    case .department: .department
    case .category: .category
    case .subcategory: .subcategory
    }
  }
}
