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

  /// All phrases, in order of their sources, in each by position; and the mark of the agent's own.
  static func all(in database: Database) throws -> (phrases: [Phrase], own: OwnMark) {
    let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM phrase") ?? 0
    var phrases: [Phrase] = []
    phrases.reserveCapacity(count)
    var own = OwnMark()
    try own.addArrangement(in: database)
    let sources = try database.makeStatement(
      sql: "SELECT row, name FROM source ORDER BY position, row")
    let rows = try PhraseRows(database)
    while try sources.step() {
      guard let source = sources.integer(0) else { continue }
      guard let name = sources.text(1) else {
        throw Unreadable(row: StoreRow(table: "source", number: source))
      }
      let isOwn = name == PersonalImport.source
      try rows.read(source: source, named: name) { phrase in
        phrases.append(phrase)
        if isOwn { own.add(checksum: rows.checksum, position: rows.position) }
      }
    }
    return (phrases, own)
  }

  /// The phrases of one source with their places, in order.
  static func placed(
    ofSource source: Int64, named name: String, in database: Database
  ) throws -> [PlacedPhrase] {
    let rows = try PhraseRows(database)
    var placed: [PlacedPhrase] = []
    try rows.read(source: source, named: name) { phrase in
      placed.append(PlacedPhrase(phrase, position: rows.position))
    }
    return placed
  }

  /// Those of these phrases of one source that are there, with their places, in order.
  static func placed(
    ids: some Sequence<String>, ofSource source: Int64, named name: String, in database: Database
  ) throws -> [PlacedPhrase] {
    let rows = try PhraseRows(database, where: "source = ? AND id = ?")
    var placed: [PlacedPhrase] = []
    for id in ids {
      try rows.statement.bind(id, at: 2)
      try rows.read(source: source, named: name) { phrase in
        placed.append(PlacedPhrase(phrase, position: rows.position))
      }
    }
    return placed.sorted { $0.position < $1.position }
  }

  private let statement: Statement
  private let hasChecksums: Bool

  /// Reads the rows that `condition` selects and orders; its first parameter is the source.
  private init(
    _ database: Database, where condition: String = "source = ? ORDER BY position, row"
  ) throws {
    hasChecksums = try PhraseRows.hasChecksums(database)
    statement = try database.makeStatement(
      sql: """
        SELECT \(PhraseRows.columns(hasChecksums)) FROM phrase WHERE \(condition)
        """)
  }

  static func hasChecksums(_ database: Database) throws -> Bool {
    try Schema.number(of: database) >= Schema.firstWithChecksums
  }

  private static func columns(_ hasChecksums: Bool) -> String {
    """
    row, id, level, department, category, subcategory, title, text, keywords, code, attachments,
    valid_from, valid_until, draft, position, source, \(hasChecksums ? "checksum" : "NULL")
    """
  }

  private func read(
    source: Int64, named name: String, _ take: (Phrase) -> Void
  ) throws {
    try statement.bind(source, at: 1)
    var reading = Reading()
    while try statement.step() { take(try phrase(ofSource: name, &reading)) }
  }

  private var position: Int64 { statement.integer(14) ?? 0 }

  /// Nil in a row that was written before there were checksums.
  private var checksum: Int64? { statement.integer(16) }

  /// What goes from row to row, and the checksum of the one that is read.
  private struct Reading {
    // The row before, in the columns that hold the same text many rows long: equal strings share
    // their storage.
    var department = ""
    var category = ""
    var subcategory = ""
    var checksum = Checksum()
  }

  private func phrase(
    ofSource source: String, _ reading: inout Reading
  ) throws(Unreadable) -> Phrase {
    reading.checksum = Checksum()
    let phrase = Phrase(
      key: PhraseKey(source: source, id: try filled(1, &reading.checksum)),
      level: try valid(statement.text(2).flatMap(Level.init)),
      department: try repeated(3, &reading.department, &reading.checksum),
      category: try repeated(4, &reading.category, &reading.checksum),
      subcategory: try repeated(5, &reading.subcategory, &reading.checksum),
      title: try filled(6, &reading.checksum),
      text: try filled(7, &reading.checksum), keywords: try list(8, &reading.checksum),
      code: try text(9, &reading.checksum),
      attachments: try list(10, &reading.checksum), validFrom: try day(11, &reading.checksum),
      validUntil: try day(12, &reading.checksum), isDraft: try truth(13, &reading.checksum))
    if hasChecksums, let stored = statement.integer(16),
      UInt64(bitPattern: stored) != reading.checksum.value
    {
      throw unreadable
    }
    return phrase
  }
}

// MARK: - Salvage

extension PhraseRows {
  /// What a walk through the table of a damaged store is to select; the row's number comes first.
  static func salvagedColumns(in database: Database) throws -> String {
    columns(try hasChecksums(database))
  }

  /// The phrase in a row of ``salvagedColumns(in:)``, with its place; nil where it cannot be read or
  /// is of none of these sources.
  static func salvaged(in row: Statement, ofSources names: [Int64: String]) -> PlacedPhrase? {
    let rows = PhraseRows(statement: row)
    var reading = Reading()
    guard let position = row.integer(14), let name = row.integer(15).flatMap({ names[$0] }),
      let phrase = try? rows.phrase(ofSource: name, &reading)
    else { return nil }
    return PlacedPhrase(phrase, position: position)
  }

  private init(statement: Statement) {
    self.statement = statement
    // Where the store has none they read as NULL.
    hasChecksums = true
  }
}

// MARK: - Cells

extension PhraseRows {
  private func text(_ column: Int32, _ checksum: inout Checksum) throws(Unreadable) -> String {
    let text = statement.withBytes(column) { bytes in
      checksum.add(bytes)
      return String(utf8: bytes)
    }
    return try valid(text ?? nil)
  }

  private func filled(_ column: Int32, _ checksum: inout Checksum) throws(Unreadable) -> String {
    let text = try text(column, &checksum)
    return try valid(text.isEmpty ? nil : text)
  }

  /// Reads a column whose value is often that of the row before, which is then used again.
  private func repeated(
    _ column: Int32, _ last: inout String, _ checksum: inout Checksum
  ) throws(Unreadable) -> String {
    let isRepeated = statement.withBytes(column) { bytes in
      let isSame = last.withUTF8 { $0.isSame(as: bytes) }
      if isSame { checksum.add(bytes) }
      return isSame
    }
    if isRepeated != true { last = try text(column, &checksum) }
    return last
  }

  private func list(_ column: Int32, _ checksum: inout Checksum) throws(Unreadable) -> [String] {
    let list = statement.withBytes(column) { bytes in
      checksum.add(bytes)
      return TextList.read(bytes)
    }
    return try valid(list ?? nil)
  }

  private func day(_ column: Int32, _ checksum: inout Checksum) throws(Unreadable) -> Day? {
    if statement.isNull(column) {
      checksum.addNull()
      return nil
    }
    return try valid(Day(iso: try text(column, &checksum)))
  }

  private func truth(_ column: Int32, _ checksum: inout Checksum) throws(Unreadable) -> Bool {
    guard let number = statement.integer(column), number == 0 || number == 1 else {
      throw unreadable
    }
    checksum.add(number == 1)
    return number == 1
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
  /// Binds a phrase's columns from `department` to `checksum`, in the order of the table, to the
  /// parameters from `index` on.
  func bind(contentsOf phrase: Phrase, from index: Int32) throws {
    var checksum = Checksum()
    checksum.add(phrase.key.id)
    let texts: [String?] = [
      phrase.department, phrase.category, phrase.subcategory, phrase.title, phrase.text,
      TextList.json(phrase.keywords), phrase.code, TextList.json(phrase.attachments),
      phrase.validFrom?.description, phrase.validUntil?.description,
    ]
    for (offset, text) in texts.enumerated() {
      checksum.add(text)
      try bind(text, at: index + Int32(offset))
    }
    checksum.add(phrase.isDraft)
    try bind(phrase.isDraft ? 1 : 0, at: index + 10)
    try bind(Int64(bitPattern: checksum.value), at: index + 11)
  }
}
