import GRDB
import Phrases

/// Writes rows of the table `phrase`, over what stands there under the same id.
struct PhraseUpsert {
  /// What becomes of a row that stands there.
  enum Conflict {
    case replaced
    /// It keeps its place, and is not written where its contents are the same.
    ///
    /// SQLite compares bytes; Swift's `==` would take é and e with an accent for the same text.
    case changedInPlace
  }

  private let statement: Statement

  private static let contents = [
    "level", "department", "category", "subcategory", "title", "text", "keywords", "code",
    "attachments", "valid_from", "valid_until", "draft",
  ]

  init(_ database: Database, _ conflict: Conflict) throws {
    let contents = PhraseUpsert.contents
    let written = (conflict == .replaced ? ["position"] : []) + contents + ["checksum"]
    var sql = """
      INSERT INTO phrase (source, id, position, \(contents.joined(separator: ", ")), checksum)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (source, id) DO UPDATE SET
        \(written.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
      """
    if conflict == .changedInPlace {
      let new = contents.map { "excluded.\($0)" }.joined(separator: ", ")
      sql += " WHERE (\(contents.joined(separator: ", "))) IS NOT (\(new))"
    }
    statement = try database.makeStatement(sql: sql)
  }

  func put(_ placed: PlacedPhrase, ofSource source: Int64) throws {
    try statement.bind(source, at: 1)
    try statement.bind(placed.phrase.key.id, at: 2)
    try statement.bind(placed.position, at: 3)
    try statement.bind(placed.phrase.level.rawValue, at: 4)
    try statement.bind(contentsOf: placed.phrase, from: 5)
    _ = try statement.step()
  }
}
