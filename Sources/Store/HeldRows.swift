import GRDB

/// The rows of the tables `held` and `held_part`.
enum HeldRows {
  /// The most bytes in one row; a row may not be longer than ``Connection/rowLimit``.
  private static let partSize = 1 << 20

  static func set(
    _ held: Source.Held, tag: String?, _ bytes: [UInt8], ofSource source: Int64,
    in database: Database
  ) throws {
    try drop(ofSource: source, tag: tag, in: database)
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO held (source, time, hash, tag, author, message, reason, bytes, polls)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try insert.bind(source, at: 1)
    try insert.bind(held.time, at: 2)
    try insert.bind(held.hash, at: 3)
    try insert.bind(tag, at: 4)
    try insert.bind(held.author, at: 5)
    try insert.bind(held.message, at: 6)
    try insert.bind(held.reason, at: 7)
    try insert.bind(Int64(bytes.count), at: 8)
    try insert.bind(Int64(held.polls), at: 9)
    _ = try insert.step()
    let part = try database.makeStatement(
      sql: "INSERT INTO held_part (source, part, bytes) VALUES (?, ?, ?)")
    for (number, start) in stride(from: 0, to: bytes.count, by: partSize).enumerated() {
      try part.bind(source, at: 1)
      try part.bind(Int64(number), at: 2)
      try part.bind(bytes: bytes[start..<min(start + partSize, bytes.count)], at: 3)
      _ = try part.step()
    }
  }

  /// Forgets what waits; what was fetched last is known, so that it is not fetched again.
  static func drop(ofSource source: Int64, tag: String?, in database: Database) throws {
    let delete = try database.makeStatement(sql: "DELETE FROM held WHERE source = ?")
    try delete.bind(source, at: 1)
    _ = try delete.step()
    let known = try database.makeStatement(
      sql: "UPDATE connection SET tag = ?, failing_since = NULL, failure = NULL WHERE source = ?")
    try known.bind(tag, at: 1)
    try known.bind(source, at: 2)
    _ = try known.step()
  }

  /// Counts one more time that what waits was asked for.
  static func countPoll(ofSource source: Int64, in database: Database) throws {
    let count = try database.makeStatement(
      sql: "UPDATE held SET polls = polls + 1 WHERE source = ?")
    try count.bind(source, at: 1)
    _ = try count.step()
  }

  static func bytes(ofSource source: Int64, in database: Database) throws -> [UInt8]? {
    let statement = try database.makeStatement(
      sql: "SELECT bytes FROM held_part WHERE source = ? ORDER BY part")
    try statement.bind(source, at: 1)
    var bytes: [UInt8]?
    while try statement.step() { bytes = (bytes ?? []) + statement.blob(0) }
    return bytes
  }
}
