import GRDB
import Phrases

/// What `phrasedesk doctor` says about a store; holds no text of a phrase.
public struct StoreReport: Equatable, Sendable {
  public struct Count: Equatable, Sendable {
    public let source: String
    public let level: String
    public let phrases: Int
  }

  public let path: String
  /// 0 in a store that has nothing in it yet.
  public let schemaVersion: Int
  public let knownSchemaVersion: Int
  public let isReadOnly: Bool
  /// `wal`; `delete` where the file system cannot share memory.
  public let journalMode: String
  public let sqliteVersion: String
  /// Sizes in bytes; 0 where there is no such file.
  public let fileBytes: Int
  public let logBytes: Int
  let sharedMemoryBytes: Int
  /// Permission bits of the file and of its folder.
  public let fileMode: UInt32?
  public let folderMode: UInt32?
  /// How many faults the integrity check found, at most ``mostFaults``; 0 in a sound store.
  public let faults: Int
  public let counts: [Count]

  static let mostFaults = 100

  static func make(
    of file: StoreFile, isReadOnly: Bool, from database: Database
  ) throws -> StoreReport {
    let version = try Schema.number(of: database)
    return try StoreReport(
      path: file.path, schemaVersion: version, knownSchemaVersion: Schema.known,
      isReadOnly: isReadOnly,
      journalMode: String.fetchOne(database, sql: "PRAGMA journal_mode") ?? "",
      sqliteVersion: String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "",
      fileBytes: file.bytes, logBytes: file.log.bytes, sharedMemoryBytes: file.sharedMemory.bytes,
      fileMode: file.mode, folderMode: StoreFile(path: file.folder).mode,
      faults: faults(in: database), counts: version == 0 ? [] : counts(in: database))
  }

  /// The quick check, which skips only the comparison of each index with its table, and the
  /// references between tables.
  private static func faults(in database: Database) throws -> Int {
    do {
      var faults = 0
      let check = try database.makeStatement(sql: "PRAGMA quick_check(\(mostFaults))")
      while try check.step() {
        if check.text(0) != "ok" { faults += 1 }
      }
      let references = try database.makeStatement(sql: "PRAGMA foreign_key_check")
      while try faults < mostFaults && references.step() { faults += 1 }
      return faults
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      // Too broken to be checked to the end.
      return mostFaults
    }
  }

  private static func counts(in database: Database) throws -> [Count] {
    let statement = try database.makeStatement(
      sql: """
        SELECT source.name, phrase.level, count(*)
        FROM source JOIN phrase ON phrase.source = source.row
        GROUP BY source.row, phrase.level ORDER BY source.position, source.row, phrase.level
        """)
    var counts: [Count] = []
    while try statement.step() {
      counts.append(
        Count(
          source: statement.text(0) ?? "?", level: statement.text(1) ?? "?",
          phrases: Int(statement.integer(2) ?? 0)))
    }
    return counts
  }
}
