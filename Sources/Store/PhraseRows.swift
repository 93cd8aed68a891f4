import GRDB
import Phrases

/// The phrases of the store, read row by row.
///
/// By column index, one statement for all, because the desk's first frame waits for it. Whatever a
/// cell holds is checked: a damaged file is often one that SQLite can still read.
struct PhraseRows {
  /// A row that no phrase can be made of.
  struct Unreadable: Error {
    let row: StoreRow
  }

  /// All phrases, in order of their sources, in each by position.
  static func all(in database: Database) throws -> [Phrase] {
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM phrase") ?? 0
    var phrases: [Phrase] = []
    phrases.reserveCapacity(count)
    let sources = try database.makeStatement(
      sql: "SELECT row, name FROM source ORDER BY position, row")
    let rows = try PhraseRows(database)
    while try sources.step() {
      guard let source = sources.integer(0) else { continue }
      guard let name = sources.text(1) else {
        throw Unreadable(row: StoreRow(table: "source", number: source))
      }
      try rows.read(source: source, named: name, into: &phrases)
    }
    return phrases
  }

  /// The phrases of one source with their places, in order.
  static func placed(
    ofSource source: Int64, named name: String, in database: Database
  ) throws -> [PlacedPhrase] {
    var phrases: [Phrase] = []
    try PhraseRows(database).read(source: source, named: name, into: &phrases)
    let places = try database.makeStatement(
      sql: "SELECT position FROM phrase WHERE source = ? ORDER BY position, row")
    try places.bind(source, at: 1)
    var placed: [PlacedPhrase] = []
    placed.reserveCapacity(phrases.count)
    while try places.step() {
      placed.append(PlacedPhrase(phrases[placed.count], position: places.integer(0) ?? 0))
    }
    return placed
  }

  private let statement: Statement

  private init(_ database: Database) throws {
    statement = try database.makeStatement(
      sql: """
        SELECT row, id, level, department, category, subcategory, title, text, keywords, code,
          attachments, valid_from, valid_until, draft
        FROM phrase WHERE source = ? ORDER BY position, row
        """)
  }

  private func read(source: Int64, named name: String, into phrases: inout [Phrase]) throws {
    try statement.bind(source, at: 1)
    var last = Last()
    while try statement.step() { phrases.append(try phrase(ofSource: name, after: &last)) }
  }

  /// The row before, in the columns that hold the same text many rows long.
  ///
  /// Equal strings share their storage.
  private struct Last {
    var department = ""
    var category = ""
    var subcategory = ""
  }

  private func phrase(
    ofSource source: String, after last: inout Last
  ) throws(Unreadable) -> Phrase {
    Phrase(
      key: PhraseKey(source: source, id: try filled(1)),
      level: try valid(Level(rawValue: try text(2))),
      department: try repeated(3, &last.department), category: try repeated(4, &last.category),
      subcategory: try repeated(5, &last.subcategory), title: try filled(6), text: try filled(7),
      keywords: try list(8), code: try text(9), attachments: try list(10),
      validFrom: try day(11), validUntil: try day(12), isDraft: try truth(13))
  }
}

// MARK: - Cells

extension PhraseRows {
  private func text(_ column: Int32) throws(Unreadable) -> String {
    try valid(statement.text(column))
  }

  private func filled(_ column: Int32) throws(Unreadable) -> String {
    let text = try text(column)
    return try valid(text.isEmpty ? nil : text)
  }

  /// Reads a column whose value is often that of the row before, which is then used again.
  private func repeated(_ column: Int32, _ last: inout String) throws(Unreadable) -> String {
    let isRepeated = statement.withBytes(column) { bytes in
      last.withUTF8 { $0.isSame(as: bytes) }
    }
    if isRepeated != true { last = try text(column) }
    return last
  }

  private func list(_ column: Int32) throws(Unreadable) -> [String] {
    try valid(statement.withBytes(column, TextList.read) ?? nil)
  }

  private func day(_ column: Int32) throws(Unreadable) -> Day? {
    if statement.isNull(column) { return nil }
    return try valid(Day(iso: try text(column)))
  }

  private func truth(_ column: Int32) throws(Unreadable) -> Bool {
    switch statement.integer(column) {
    case 0: false
    case 1: true
    default: throw unreadable
    }
  }

  private func valid<Value>(_ value: Value?) throws(Unreadable) -> Value {
    guard let value else { throw unreadable }
    return value
  }

  private var unreadable: Unreadable {
    Unreadable(row: StoreRow(table: "phrase", number: statement.integer(0) ?? 0))
  }
}

extension Statement {
  /// Binds a phrase's columns from `department` to `draft`, in the order of the table, to the
  /// parameters from `index` on.
  func bind(contentsOf phrase: Phrase, from index: Int32) throws {
    try bind(phrase.department, at: index)
    try bind(phrase.category, at: index + 1)
    try bind(phrase.subcategory, at: index + 2)
    try bind(phrase.title, at: index + 3)
    try bind(phrase.text, at: index + 4)
    try bind(TextList.json(phrase.keywords), at: index + 5)
    try bind(phrase.code, at: index + 6)
    try bind(TextList.json(phrase.attachments), at: index + 7)
    try bind(phrase.validFrom?.description, at: index + 8)
    try bind(phrase.validUntil?.description, at: index + 9)
    try bind(phrase.isDraft ? 1 : 0, at: index + 10)
  }
}
