import GRDB
import Glibc
import Phrases

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

  private var names: [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }

  /// Writes the copy of a day, in the place of one of the same day, and removes those of long ago.
  ///
  /// - Throws: ``StoreError``; the copies that there were are left as they are.
  func keep(_ belongings: Belongings, on day: Day) throws(StoreError) {
    let path = path(of: day)
    let unfinished = "\(folder)/unfinished-\(getpid())"
    defer { unlink(unfinished) }
    do {
      unlink(unfinished)
      try belongings.write(to: unfinished)
    } catch {
      throw StoreError(error, path: unfinished)
    }
    guard rename(unfinished, path) == 0 else {
      throw StoreError(errno: errno, making: path, inside: folder)
    }
    for day in days.dropFirst(Backups.mostKept) { unlink(self.path(of: day)) }
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

  /// Copies a whole store before its schema changes; one copy of each schema is kept.
  func keepWhole(_ queue: DatabaseQueue, ofSchema number: Int) throws {
    let path = path(ofSchema: number)
    let file = StoreFile(path: path)
    guard file.kind == .missing else { return }
    let unfinished = StoreFile(path: "\(folder)/unfinished-\(getpid())")
    defer { unlink(unfinished.path) }
    unlink(unfinished.path)
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
  /// Erases the usage in every copy, whatever its schema.
  func eraseUsage() throws(StoreError) {
    for path in all {
      do {
        let queue = try Connection.open(StoreFile(path: path), readOnly: false)
        defer { try? queue.close() }
        try queue.writeWithoutTransaction { database in
          for table in UsageRows.tables where try database.tableExists(table) {
            try database.execute(sql: "DELETE FROM \(table)")
          }
          try database.execute(sql: "VACUUM")
        }
      } catch {
        throw StoreError(error, path: path)
      }
    }
  }
}

extension Store {
  var backups: Backups { Backups(ofStoreAt: path) }

  /// Keeps a copy of what only this store has, as the one of that day.
  ///
  /// - Throws: ``StoreError``; nothing else depends on the copy.
  public func backUp(on day: Day) throws(StoreError) {
    let belongings = try access(.deferred) { try Belongings.read(in: $0) }
    if !belongings.isEmpty { try backups.keep(belongings, on: day) }
  }

  /// Whether a copy of that day is there.
  public func isBackedUp(on day: Day) -> Bool { backups.days.contains(day) }

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
