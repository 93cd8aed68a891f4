import GRDB
import Glibc
import Phrases
import Trust

/// The copies of what only a store has, in a folder beside it.
///
/// One for each day on which something was to be kept, the last seven of them; and the whole store
/// as it was before each migration of its schema. A copy is a store itself.
struct Backups: Sendable {
  /// So many days are kept.
  static let mostKept = 7

  /// A folder that may not be there.
  let folder: String

  init(ofStoreAt path: String) {
    folder = StoreFile(path: path).folder + "/backups"
  }

  private static let prefix = "phrases-"
  private static let suffix = ".sqlite"

  func path(of day: Day) -> String { "\(folder)/\(Backups.prefix)\(day)\(Backups.suffix)" }

  func path(ofSchema number: Int) -> String {
    "\(folder)/schema-\(number)\(Backups.suffix)"
  }

  /// The days that there are copies of, the newest first.
  var days: [Day] {
    names.compactMap { name in
      guard name.hasPrefix(Backups.prefix), name.hasSuffix(Backups.suffix) else { return nil }
      return Day(iso: name.dropFirst(Backups.prefix.count).dropLast(Backups.suffix.count))
    }.sorted(by: >)
  }

  /// Every copy, by path.
  var all: [String] { names.filter { $0.hasSuffix(Backups.suffix) }.map { "\(folder)/\($0)" } }

  /// None where others may have put some there.
  private var names: [String] {
    TrustedFolder.flaw(of: folder) == nil ? StoreFile.names(in: folder) : []
  }

  /// Has the folder alone while copies are made or changed: whoever erases usage from them would else
  /// miss a copy that is being made, or take the file away under it.
  ///
  /// - Throws: ``StoreError`` where it cannot be had; what `body` throws.
  func alone<Value>(_ body: () throws(StoreError) -> Value) throws(StoreError) -> Value {
    let lock = try StoreLock.copies(in: folder)
    defer { lock?.release() }
    // Nobody is making one now: what is there was left behind.
    if lock != nil {
      for name in names where name.hasPrefix(Backups.unfinishedPrefix) {
        unlink("\(folder)/\(name)")
      }
    }
    return try body()
  }

  /// Writes the copy of a day, in the place of one of the same day, and removes those of long ago.
  ///
  /// - Throws: ``StoreError``; the copies that there were are left as they are.
  func keep(_ belongings: Belongings, on day: Day) throws(StoreError) {
    let path = path(of: day)
    let unfinished = unfinishedPath()
    defer { unlink(unfinished) }
    do {
      try belongings.write(to: unfinished)
    } catch {
      throw StoreError(error, path: unfinished)
    }
    guard rename(unfinished, path) == 0 else {
      throw StoreError(errno: errno, making: path, inside: folder)
    }
    // One of a day that is still to come, by a clock that was wrong, pushes out none of the others.
    for old in days.filter({ $0 <= day }).dropFirst(Backups.mostKept) { unlink(self.path(of: old)) }
  }

  private static let unfinishedPrefix = "unfinished-"

  /// A name that no other process or thread uses.
  private func unfinishedPath() -> String {
    "\(folder)/\(Backups.unfinishedPrefix)\(UInt64.random(in: 0 ... .max))"
  }

  /// The newest copy that can be read, and its day.
  func newest() -> (belongings: Belongings, day: Day)? {
    for day in days {
      guard let store = try? Store.open(at: path(of: day), mode: .readOnly) else { continue }
      defer { store.close() }
      if let belongings = try? store.access(.deferred, { try Belongings.read(in: $0) }) {
        return (belongings, day)
      }
    }
    return nil
  }

  /// Copies a whole store before its schema changes, in the place of an earlier copy of that schema.
  func keepWhole(_ queue: DatabaseQueue, ofSchema number: Int) throws {
    let path = path(ofSchema: number)
    let unfinished = StoreFile(path: unfinishedPath())
    defer { unlink(unfinished.path) }
    // Made first, since SQLite would give it the mode that the umask leaves.
    try unfinished.makeIfMissing()
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "VACUUM INTO ?", arguments: [unfinished.path])
    }
    guard rename(unfinished.path, path) == 0 else {
      throw StoreError(errno: errno, making: path, inside: folder)
    }
  }
}

extension Backups {
  /// Erases the usage in every copy, whatever its schema; a copy that cannot be read is removed.
  ///
  /// - Throws: ``StoreError`` where another process does not let go of the copies.
  func eraseUsage() throws(StoreError) {
    guard !names.isEmpty else { return }
    try alone { eraseUsageAlone() }
  }

  private func eraseUsageAlone() {
    for path in all {
      do {
        let queue = try Connection.open(StoreFile(path: path), readOnly: false)
        defer { Connection.close(queue) }
        try queue.writeWithoutTransaction { database in
          for table in UsageRows.tables where try database.tableExists(table) {
            try database.execute(sql: "DELETE FROM \(table)")
          }
          try database.execute(sql: "VACUUM")
        }
      } catch {
        unlink(path)
      }
    }
  }
}

extension Store {
  var backups: Backups { Backups(ofStoreAt: path) }

  /// Keeps a copy of what only this store has, as the one of that day, after looking it over: a copy
  /// of a damaged store would push out a good one.
  ///
  /// - Throws: ``StoreError``, ``StoreError/damaged(path:row:)`` among them; nothing else depends on
  ///   the copy.
  public func backUp(on day: Day) throws(StoreError) {
    try check()
    try backups.alone { () throws(StoreError) in
      // Read with the folder in hand: a copy of what is erased meanwhile would outlive that.
      let belongings = try access(.deferred) { try Belongings.read(in: $0) }
      if !belongings.isEmpty { try backups.keep(belongings, on: day) }
    }
  }

  /// Looks at every page, index and checksum of the file.
  ///
  /// - Throws: ``StoreError/damaged(path:row:)`` where anything is wrong.
  /// - Complexity: O(*n*) in the file's size.
  public func check() throws(StoreError) {
    _ = try (phrases(), sources(), usage())
    let isSound = try access(.deferred) { database in
      try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") == "ok"
        && Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil
    }
    if !isSound { throw .damaged(path: path, row: nil) }
  }
}
