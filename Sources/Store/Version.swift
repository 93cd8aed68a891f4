import GRDB
import Phrases

/// One accepted state of a source.
public struct Version: Hashable, Sendable {
  /// Counted from 1, for each source.
  public var number: Int
  /// When it was accepted, in seconds since 1970.
  public var time: Int64
  /// SHA-256 of the file, in hexadecimal digits.
  public var hash: String
  /// Who made it and why, where the source knows; not sanitised.
  public var author: String
  public var message: String
  /// The version whose phrases it brought back, where a person went back to one.
  public var rolledBackTo: Int?
  public var phraseCount: Int
  public var added: Int
  public var removed: Int
  public var changed: Int
  public var moved: Int
  /// Which of the source's releases it is; nil where the source tells of none.
  public var release: Int?
}

/// The rows of the table `version`.
enum VersionRows {
  /// So many versions of a source are kept.
  static let mostKept = 200

  static func add(_ version: Version, ofSource source: Int64, in database: Database) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO version (source, number, time, hash, author, message, rolled_back_to, phrases,
          added, removed, changed, moved, release)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.bind(source, at: 1)
    try statement.bind(Int64(version.number), at: 2)
    try statement.bind(version.time, at: 3)
    try statement.bind(version.hash, at: 4)
    try statement.bind(version.author, at: 5)
    try statement.bind(version.message, at: 6)
    try statement.bind(version.rolledBackTo.map(Int64.init), at: 7)
    for (index, count) in [
      version.phraseCount, version.added, version.removed, version.changed, version.moved,
    ].enumerated() {
      try statement.bind(Int64(count), at: Int32(8 + index))
    }
    try statement.bind(version.release.map(Int64.init), at: 13)
    _ = try statement.step()
    let prune = try database.makeStatement(
      sql: "DELETE FROM version WHERE source = ? AND number <= ?")
    try prune.bind(source, at: 1)
    try prune.bind(Int64(version.number - mostKept), at: 2)
    _ = try prune.step()
  }

  /// The versions of a source, the newest first.
  static func all(ofSource source: Int64, in database: Database) throws -> [Version] {
    // A store that can only be read may be one of an older schema.
    let hasReleases = try Schema.number(of: database) >= Schema.firstWithIdentity
    let statement = try database.makeStatement(
      sql: """
        SELECT number, time, hash, author, message, rolled_back_to, phrases, added, removed,
          changed, moved, \(hasReleases ? "release" : "NULL")
        FROM version WHERE source = ? ORDER BY number DESC
        """)
    try statement.bind(source, at: 1)
    var versions: [Version] = []
    while try statement.step() {
      let counts = (6...10).map { Int(statement.integer(Int32($0)) ?? 0) }
      guard let number = statement.integer(0), let time = statement.integer(1),
        let hash = statement.text(2)
      else {
        throw PhraseRows.Unreadable(
          row: StoreRow(table: "version", number: statement.integer(0) ?? 0))
      }
      versions.append(
        Version(
          number: Int(number), time: time, hash: hash, author: statement.text(3) ?? "",
          message: statement.text(4) ?? "", rolledBackTo: statement.integer(5).map(Int.init),
          phraseCount: counts[0], added: counts[1], removed: counts[2], changed: counts[3],
          moved: counts[4], release: statement.integer(11).map(Int.init)))
    }
    return versions
  }
}
