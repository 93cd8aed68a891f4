import GRDB
import Phrases

/// One of the agent's own phrases in the bin, with the place that it had.
struct Binned: Hashable {
  var binned: BinnedPhrase
  var position: Int64

  var id: String { binned.phrase.key.id }
}

/// The rows of the table `bin`.
enum BinRows {
  /// What a walk through the table of a damaged store is to select; the first tells rows apart.
  static let columns = "id, id, time, contents, original, checksum"

  /// Everything that is in the bin, the last first; nothing in a store of a schema that knew none.
  static func all(in database: Database) throws -> [Binned] {
    guard try ArrangementRows.isThere(in: database) else { return [] }
    let statement = try database.makeStatement(
      sql: "SELECT \(columns) FROM bin ORDER BY time DESC, id")
    var all: [Binned] = []
    while try statement.step() {
      guard let binned = binned(in: statement) else { throw unreadable }
      all.append(binned)
    }
    return all
  }

  static func binned(id: String, in database: Database) throws -> Binned? {
    let statement = try database.makeStatement(sql: "SELECT \(columns) FROM bin WHERE id = ?")
    try statement.bind(id, at: 1)
    guard try statement.step() else { return nil }
    guard let binned = binned(in: statement) else { throw unreadable }
    return binned
  }

  /// What a row of ``columns`` holds; nil where it is something else than was written.
  static func binned(in row: Statement) -> Binned? {
    guard let id = row.text(1), !id.isEmpty, let time = row.integer(2),
      let placed = row.withBytes(3, { PlacedPhrase(key: key(id), contents: $0) }) ?? nil,
      let original = row.withBytes(4, { TextList.read($0) }) ?? nil,
      !placed.phrase.title.isEmpty, !placed.phrase.text.isEmpty
    else { return nil }
    let phrase = BinnedPhrase(
      placed.phrase, time: time, original: Arrangement.Original(texts: original))
    let binned = Binned(binned: phrase, position: placed.position)
    return row.integer(5) == Cells(binned).checksum ? binned : nil
  }

  private static func key(_ id: String) -> PhraseKey {
    PhraseKey(source: PersonalImport.source, id: id)
  }

  /// Puts a phrase there, over one of the same id.
  static func put(_ binned: Binned, in database: Database) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT OR REPLACE INTO bin (id, time, contents, original, checksum) VALUES (?, ?, ?, ?, ?)
        """)
    let cells = Cells(binned)
    try statement.bind(binned.id, at: 1)
    try statement.bind(binned.binned.time, at: 2)
    try statement.bind(cells.contents, at: 3)
    try statement.bind(cells.original, at: 4)
    try statement.bind(cells.checksum, at: 5)
    _ = try statement.step()
  }

  static func remove(id: String, in database: Database) throws {
    let statement = try database.makeStatement(sql: "DELETE FROM bin WHERE id = ?")
    try statement.bind(id, at: 1)
    _ = try statement.step()
  }

  /// Removes for good what was put there before a time, with what is arranged of it.
  static func empty(before time: Int64, in database: Database) throws {
    let gone = try String.fetchAll(
      database, sql: "DELETE FROM bin WHERE time < ? RETURNING id", arguments: [time])
    for id in gone {
      try ArrangementRows.remove(.neighbour(key(id), key(id)), in: database)
      try ArrangementRows.remove(.hidden(key(id)), in: database)
      let pin = try ArrangementRows.all(in: database).pins.first { $0.value == key(id) }
      if let pin { try ArrangementRows.remove(.pin(pin.key, pin.value), in: database) }
    }
  }

  private static var unreadable: PhraseRows.Unreadable {
    PhraseRows.Unreadable(row: StoreRow(table: "bin", number: 0))
  }

  /// What is written of one.
  private struct Cells {
    let contents: String
    let original: String
    let checksum: Int64

    init(_ row: Binned) {
      contents = PlacedPhrase(row.binned.phrase, position: row.position).contents
      original = TextList.json(row.binned.original?.texts ?? [])
      var checksum = Checksum()
      checksum.add(row.id)
      checksum.add(UInt64(bitPattern: row.binned.time))
      checksum.add(contents)
      checksum.add(original)
      self.checksum = Int64(bitPattern: checksum.value)
    }
  }
}
