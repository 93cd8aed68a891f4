import GRDB
import Glibc
import Phrases
import Trust

/// The copies of what only a store has, in a folder beside it.
///
/// One for each day on which something was to be kept, the last seven of them; and the whole store
/// as it was before each migration of its schema. A copy is a store itself. Each carries the mark of
/// the store that it is of, and a number that is counted up with every copy: a clock may be wrong, and
/// the folder may hold copies of a store that was lost.
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

  /// Where the copy of a store goes while that of another has the day's name.
  private func path(of day: Day, _ store: String) -> String {
    "\(folder)/\(Backups.prefix)\(day)-\(store)\(Backups.suffix)"
  }

  func path(ofSchema number: Int) -> String {
    "\(folder)/schema-\(number)\(Backups.suffix)"
  }

  /// The days that there are copies of, the newest first.
  var days: [Day] { Set(copies.map(\.day)).sorted(by: >) }

  /// The copies of days, in no order.
  var copies: [(path: String, day: Day)] {
    names.compactMap { name in
      guard name.hasPrefix(Backups.prefix), name.hasSuffix(Backups.suffix) else { return nil }
      let rest = name.dropFirst(Backups.prefix.count).dropLast(Backups.suffix.count)
      // `2026-11-22`, and a store's mark where it is not the first of that day.
      guard let day = Day(iso: rest.prefix(10)),
        rest.count == 10 || rest.dropFirst(10).first == "-"
      else { return nil }
      return ("\(folder)/\(name)", day)
    }
  }

  /// Every copy, by path.
  var all: [String] { names.filter { $0.hasSuffix(Backups.suffix) }.map { "\(folder)/\($0)" } }

  /// Whether the folder holds any copy, also where it is not to be trusted.
  var hasAny: Bool { StoreFile.names(in: folder).contains { $0.hasSuffix(Backups.suffix) } }

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

  /// Writes the copy of a day, in the place of the same store's of that day, and removes that store's
  /// copies of long ago; those of others are left alone.
  ///
  /// - Throws: ``StoreError``; the copies that there were are left as they are.
  func keep(_ belongings: Belongings, on day: Day) throws(StoreError) {
    guard let store = belongings.identity?.store else { return }
    let path = isTaken(path(of: day), by: store) ? path(of: day, store) : path(of: day)
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
    for path in superfluous(of: store, on: day) { unlink(path) }
  }

  /// Whether a file is a copy that is not to be replaced by one of that store: anything but the store's
  /// own and what is no store at all.
  private func isTaken(_ path: String, by store: String) -> Bool {
    guard StoreFile(path: path).kind != .missing else { return false }
    do throws(StoreError) {
      return try Backup.identity(ofCopyAt: path)?.store != store
    } catch .damaged {
      return false
    } catch {
      return true
    }
  }

  /// The copies of a store that newer ones have taken the place of.
  ///
  /// Those of days that are still to come, by a clock that was wrong, push out none of the others.
  private func superfluous(of store: String, on day: Day) -> [String] {
    let own = numbers(ofStore: store).sorted { $0.number > $1.number }
    return own.filter { $0.day <= day }.dropFirst(Backups.mostKept).map(\.path)
      + own.filter { $0.day > day }.dropFirst(Backups.mostKept).map(\.path)
  }

  /// The copies of a store that can be read, with their numbers.
  private func numbers(ofStore store: String) -> [(path: String, day: Day, number: Int)] {
    copies.compactMap { copy in
      guard let identity = try? Backup.identity(ofCopyAt: copy.path), identity.store == store
      else { return nil }
      return (copy.path, copy.day, identity.copies)
    }
  }

  /// The highest number that a copy of a store has; 0 where there is none.
  func highestNumber(ofStore store: String) -> Int {
    numbers(ofStore: store).map(\.number).max() ?? 0
  }

  private static let unfinishedPrefix = "unfinished-"

  /// A name that no other process or thread uses.
  private func unfinishedPath() -> String {
    "\(folder)/\(Backups.unfinishedPrefix)\(UInt64.random(in: 0 ... .max))"
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
  func eraseUsage(keepingValues keepsValues: Bool) throws(StoreError) {
    guard !names.isEmpty else { return }
    try alone { eraseUsageAlone(keepsValues) }
  }

  private func eraseUsageAlone(_ keepsValues: Bool) {
    for path in all {
      do {
        let queue = try Connection.open(StoreFile(path: path), readOnly: false)
        defer { Connection.close(queue) }
        try queue.writeWithoutTransaction { database in
          for table in UsageRows.tables where try database.tableExists(table) {
            try database.execute(sql: "DELETE FROM \(table)")
          }
          if try !keepsValues && database.tableExists("arrangement") {
            try ArrangementRows.removeAll(.value, in: database)
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
  /// The store counts it.
  ///
  /// - Throws: ``StoreError``, ``StoreError/damaged(path:row:)`` among them; nothing else depends on
  ///   the copy.
  public func backUp(on day: Day) throws(StoreError) {
    try check()
    try backups.alone { () throws(StoreError) in
      // Read with the folder in hand: a copy of what is erased meanwhile would outlive that.
      let store = try access(.deferred) { try IdentityRow.identity(in: $0)?.store }
      let highest = store.map(backups.highestNumber) ?? 0
      let belongings = try write { try Belongings.counted(after: highest, in: $0) }
      Connection.emptyLog(queue)
      if !belongings.isEmpty { try backups.keep(belongings, on: day) }
    }
  }

  /// Looks at every page, index and checksum of the file.
  ///
  /// - Throws: ``StoreError/damaged(path:row:)`` where anything is wrong.
  /// - Complexity: O(*n*) in the file's size.
  public func check() throws(StoreError) {
    _ = try (phrases(), sources(), usage(), arrangement(), binned(), reports())
    let isSound = try access(.deferred) { database in
      try String.fetchOne(database, sql: "PRAGMA integrity_check(1)") == "ok"
        && Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil
    }
    if !isSound { throw .damaged(path: path, row: nil) }
  }
}
