import GRDB
import Phrases

/// Writes rows of the table `phrase`, over what stands there under the same id.
struct PhraseUpsert {
  private let statement: Statement

  init(_ database: Database) throws {
    statement = try database.makeStatement(
      sql: """
        INSERT INTO phrase (source, id, position, level, department, category, subcategory, title,
          text, keywords, code, attachments, valid_from, valid_until, draft, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (source, id) DO UPDATE SET position = excluded.position, level = excluded.level,
          department = excluded.department, category = excluded.category,
          subcategory = excluded.subcategory, title = excluded.title, text = excluded.text,
          keywords = excluded.keywords, code = excluded.code, attachments = excluded.attachments,
          valid_from = excluded.valid_from, valid_until = excluded.valid_until,
          draft = excluded.draft, checksum = excluded.checksum
        """)
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
