import GRDB
import Phrases

/// The rows of the table `arrangement`.
enum ArrangementRows {
  /// What a walk through the table of a damaged store is to select; the first tells rows apart.
  static let columns = "kind || char(10) || key, kind, key, checksum, value"

  static func isThere(in database: Database) throws -> Bool {
    try Schema.number(of: database) >= Schema.firstWithArrangement
  }

  /// Nothing in a store of a schema that knew none.
  static func all(in database: Database) throws -> Arrangement {
    var arrangement = Arrangement()
    guard try isThere(in: database) else { return arrangement }
    let statement = try database.makeStatement(sql: "SELECT \(columns) FROM arrangement")
    while try statement.step() {
      guard let entry = entry(in: statement), arrangement.take(entry) else {
        throw PhraseRows.Unreadable(row: StoreRow(table: "arrangement", number: 0))
      }
    }
    return arrangement
  }

  /// What a row of ``columns`` says; nil where it says nothing, or something else than was written.
  static func entry(in row: Statement) -> ArrangementEntry? {
    guard let kind = row.text(1).flatMap(ArrangementEntry.Kind.init), let key = list(2, of: row),
      let value = list(4, of: row), let checksum = row.integer(3)
    else { return nil }
    let entry = ArrangementEntry(kind: kind, key: key, value: value)
    return entry.checksum == checksum ? entry : nil
  }

  private static func list(_ column: Int32, of row: Statement) -> [String]? {
    row.withBytes(column) { TextList.read($0) } ?? nil
  }

  /// Writes a row where it says something else, or is not there.
  static func put(_ entry: ArrangementEntry, in database: Database) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO arrangement (kind, key, checksum, value) VALUES (?, ?, ?, ?)
        ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value, checksum = excluded.checksum
        WHERE value <> excluded.value
        """)
    try statement.bind(entry.kind.rawValue, at: 1)
    try statement.bind(TextList.json(entry.key), at: 2)
    try statement.bind(entry.checksum, at: 3)
    try statement.bind(TextList.json(entry.value), at: 4)
    _ = try statement.step()
  }

  /// Removes the row that says something of the same, if there is one.
  static func remove(_ entry: ArrangementEntry, in database: Database) throws {
    let statement = try database.makeStatement(
      sql: "DELETE FROM arrangement WHERE kind = ? AND key = ?")
    try statement.bind(entry.kind.rawValue, at: 1)
    try statement.bind(TextList.json(entry.key), at: 2)
    _ = try statement.step()
  }

  static func removeAll(_ kind: ArrangementEntry.Kind, in database: Database) throws {
    let statement = try database.makeStatement(sql: "DELETE FROM arrangement WHERE kind = ?")
    try statement.bind(kind.rawValue, at: 1)
    _ = try statement.step()
  }
}

extension ArrangementEntry {
  /// Over everything that the row says: values go out to customers.
  var checksum: Int64 {
    var checksum = Checksum()
    checksum.add(kind.rawValue)
    checksum.add(TextList.json(key))
    checksum.add(TextList.json(value))
    return Int64(bitPattern: checksum.value)
  }
}

extension OwnMark {
  /// Adds what is arranged, which alters what desks show; to be called inside a transaction.
  mutating func addArrangement(in database: Database) throws {
    guard try ArrangementRows.isThere(in: database) else { return }
    let statement = try database.makeStatement(sql: "SELECT checksum, kind FROM arrangement")
    while try statement.step() {
      let kind = statement.text(1).flatMap(ArrangementEntry.Kind.init)
      add(arrangement: statement.integer(0), showsInList: kind?.showsInList ?? true)
    }
  }
}
