import GRDB
import GRDBSQLite
import Glibc

/// How the store's file is connected to.
///
/// One connection in a `DatabaseQueue`, not a pool: a desk reads once at its start and again when
/// something has changed, each time for some milliseconds, so readers that run beside a writer of
/// the same process gain nothing, while a pool opens a second connection and writes to the file each
/// time it is opened. Several desks share the file through the write-ahead log; each has its own.
enum Connection {
  /// How long another writer is waited for, in seconds.
  static let busySeconds = 5

  /// The most bytes that the texts of a phrase may have together, more than a file can give it.
  static let phraseLimit = 1 << 20

  /// The most bytes that SQLite reads or writes as one row.
  ///
  /// Holds the longest phrase with every byte escaped in its lists; bounds what a damaged file can
  /// make this program allocate.
  static let rowLimit = 8 * phraseLimit

  /// What the log is cut back to after it was longer, in bytes.
  static let logLimit = 4 << 20

  /// The least that a database has, in bytes (<https://www.sqlite.org/fileformat.html>, 1.3.2).
  static let smallestPage = 512

  /// Connects without creating the file and without changing it.
  static func open(_ file: StoreFile, readOnly: Bool) throws -> DatabaseQueue {
    if !readOnly { return try connect(to: file.path, readOnly: false) }
    do {
      return try connect(to: file.path, readOnly: true)
    } catch let error as DatabaseError
      where [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
      && file.log.bytes == 0 && file.journal.bytes == 0
    {
      // Where the log's index cannot be made, SQLite reads the file only when told that nobody
      // writes to it; with nothing in the log that is the whole store.
      return try connect(to: immutableAddress(of: file.path), readOnly: true)
    }
  }

  private static func connect(to path: String, readOnly: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.label = "phrasedesk.store"
    configuration.readonly = readOnly
    let wait = BusyWait(limit: .seconds(busySeconds))
    configuration.busyMode = .callback { wait.waits(afterTries: $0) }
    configuration.prepareDatabase { database in
      sqlite3_limit(database.sqliteConnection, SQLITE_LIMIT_LENGTH, Int32(rowLimit))
      // FULL: what the agent wrote survives a power cut once the command has said so. No memory map:
      // a file that shrinks under one is a SIGBUS, not an error code.
      try database.execute(
        sql: """
          PRAGMA trusted_schema = OFF;
          PRAGMA cell_size_check = ON;
          PRAGMA mmap_size = 0;
          PRAGMA temp_store = MEMORY;
          PRAGMA synchronous = FULL;
          PRAGMA journal_size_limit = \(logLimit);
          """)
      // The last to close removes the log by its name, which may be that of another file's log by
      // then: of the one that a rescue has put into the place of this one.
      var keepsLog: Int32 = 1
      sqlite3_file_control(
        database.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &keepsLog)
    }
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// Turns the write-ahead log on where it is off, so that readers and a writer do not stop each
  /// other; on a file system that machines share, the rollback journal, which takes turns.
  static func chooseJournal(_ queue: DatabaseQueue, isOnNetwork: Bool) throws {
    let wanted = isOnNetwork ? "delete" : "wal"
    try queue.writeWithoutTransaction { database in
      let mode = try String.fetchOne(database, sql: "PRAGMA journal_mode")
      if mode != wanted { try database.execute(sql: "PRAGMA journal_mode = \(wanted)") }
    }
  }

  /// Repeats what finds the file locked, until ``busySeconds`` have passed.
  ///
  /// SQLite's own busy time-out does not wait where two connections turn the log on at once, because
  /// each holds what the other needs: one of 150 pairs that opened a new store met that.
  static func waitingForOthers<Value>(_ body: () throws -> Value) throws -> Value {
    let deadline = ContinuousClock.now + .seconds(busySeconds)
    while true {
      do {
        return try body()
      } catch let error as DatabaseError
        where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < deadline
      {
        usleep(2_000)
      }
    }
  }

  /// Lets go of the file; every later call throws.
  static func close(_ queue: DatabaseQueue) {
    // Fails only while another thread is inside a call; the file is let go of with the last
    // reference then.
    try? queue.close()
    // Freeing GRDB's dispatch queue makes libdispatch start a thread that wakes up every second for
    // the rest of the process; the closed queue is a few hundred bytes, and a desk closes few.
    _ = Unmanaged.passRetained(queue)
  }

  /// Moves what the log holds into the file and cuts the log to nothing; false where others kept it
  /// from that.
  ///
  /// Only tidies: everything is committed already, so a failure is left to the next time.
  @discardableResult
  static func emptyLog(_ queue: DatabaseQueue) -> Bool {
    let isBusy = try? queue.inDatabase { database in
      if database.sqliteConnection == nil { return true }
      return try Bool.fetchOne(database, sql: "PRAGMA wal_checkpoint(TRUNCATE)") ?? false
    }
    return isBusy == false
  }

  /// Gives the value of `body`, run in a transaction.
  ///
  /// - Throws: SQLITE_MISUSE where the connection is closed: GRDB would hand SQLite a null pointer.
  static func transaction<Value>(
    _ kind: Database.TransactionKind, in database: Database, _ body: (Database) throws -> Value
  ) throws -> Value {
    guard database.sqliteConnection != nil else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    var value: Value?
    try database.inTransaction(kind) {
      value = try body(database)
      return .commit
    }
    guard let value else { throw DatabaseError(resultCode: .SQLITE_INTERNAL) }
    return value
  }

  /// The same, but the commit does not wait for the disk: the log is synchronised with the next change
  /// that does, or when it is moved into the file.
  ///
  /// A killed process loses nothing by that, a power cut what came last and nothing else, as long as
  /// there is a log (<https://www.sqlite.org/pragma.html#pragma_synchronous>). A hundred processes that
  /// each waited for the disk would wait for each other's as well.
  static func transactionAheadOfDisk<Value>(
    in database: Database, _ body: (Database) throws -> Value
  ) throws -> Value {
    guard database.sqliteConnection != nil else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE)
    }
    guard try String.fetchOne(database, sql: "PRAGMA journal_mode") == "wal" else {
      return try transaction(.immediate, in: database, body)
    }
    try database.execute(sql: "PRAGMA synchronous = NORMAL")
    defer { try? database.execute(sql: "PRAGMA synchronous = FULL") }
    return try transaction(.immediate, in: database, body)
  }

  /// `path` as SQLite's URI for a file that nobody changes (<https://www.sqlite.org/uri.html>).
  private static func immutableAddress(of path: String) -> String {
    var address = "file:"
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        address.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        address += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return address + "?immutable=1"
  }
}
