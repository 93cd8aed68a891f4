import Phrases

/// What `check --json` prints.
struct CheckDocument: Encodable {
  struct Entry: Encodable {
    let rule: String
    let severity: String
    let row: Int?
    let id: String?
    let title: String?
    /// The column's own name, or the header where it has none.
    let column: String?
    let line: Int?
    /// The character in the line, from 1.
    let offset: Int?
    let place: String
    let message: String
    let count: Int
    /// The first rows of those that are counted.
    let rows: [Int]?

    init(_ group: FindingGroup, _ columns: [String: String], _ language: Language) {
      let finding = group.findings[0]
      rule = finding.problem.kind
      severity =
        switch finding.severity {
        case .note: "note"
        case .warning: "warning"
        case .error: "error"
        }
      row = finding.row
      id = finding.id
      title = finding.title
      column = finding.columnName.map { columns[$0] ?? $0 }
      if case .text(let line, let column) = finding.place, finding.row != nil {
        (self.line, offset) = (line, column)
      } else {
        (line, offset) = (nil, nil)
      }
      place = finding.place.words(language)
      message = finding.message(language)
      count = group.findings.count
      rows = count > 1 ? group.findings.prefix(3).compactMap(\.row) : nil
    }
  }

  let file: String
  let format: String?
  let encoding: String?
  let rows: Int?
  let phrases: Int?
  let errors: Int
  let warnings: Int
  let findings: [Entry]
  let mapped: [String: String]
  let ignored: [String]

  init(_ list: KnowledgeBase, file: String, _ language: Language) {
    self.file = file
    format = list.format.name
    encoding = list.encoding.option
    rows = list.rowCount
    phrases = list.phrases.count
    errors = 0
    warnings = list.warningCount
    let headers = list.mapped.headers
    mapped = Dictionary(uniqueKeysWithValues: headers.map { ($0.key.name, $0.value) })
    let columns = Dictionary(headers.map { ($0.value, $0.key.name) }) { first, _ in first }
    findings = FindingGroup.all(of: list.warnings).map { Entry($0, columns, language) }
    ignored = list.unknownColumns
  }

  init(_ error: KnowledgeBaseError, file: String, _ language: Language) {
    self.file = file
    (format, encoding, rows, phrases) = (nil, nil, nil, nil)
    errors = error.count
    warnings = 0
    findings = FindingGroup.all(of: error.findings).map { Entry($0, [:], language) }
    mapped = [:]
    ignored = []
  }
}
