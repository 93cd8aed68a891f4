import Glibc
import Phrases

/// One copy of what only a store has, by what its name and its contents say of it.
struct Backup: Sendable {
  let path: String
  /// The day that the clock said when it was made.
  let day: Day
  /// Which store it is of, and its number among that store's copies; nil for one that is older than
  /// such marks.
  let identity: StoreIdentity?
  let belongings: Belongings

  /// Reads a copy.
  ///
  /// - Throws: ``StoreError``, among them ``StoreError/newerSchema(path:found:known:)``.
  init(at path: String, of day: Day) throws(StoreError) {
    let store = try Store.open(at: path, mode: .readOnly)
    defer { store.close() }
    belongings = try store.access(.deferred) { try Belongings.read(in: $0) }
    identity = belongings.identity
    self.path = path
    self.day = day
  }

  /// Which store it is of, without the rest; nil where it cannot be read, or is older than such marks.
  static func identity(ofCopyAt path: String) throws(StoreError) -> StoreIdentity? {
    let store = try Store.open(at: path, mode: .readOnly)
    defer { store.close() }
    return try store.access(.deferred) { try IdentityRow.identity(in: $0) }
  }
}

extension Backups {
  /// The copies that a store is to be made good from, the one that counts most first.
  ///
  /// Of a store that is known its newest copy, or the newest of before there were marks. Where the
  /// store itself cannot tell any more, the newest copy of each store that left some: nothing says
  /// which of them is missed. The newest is the one with the highest number; by the day only where
  /// there are no numbers, and there one of a day after `today` comes last.
  ///
  /// - Throws: ``StoreError/newerSchema(path:found:known:)`` where all that could be read is for a
  ///   later program.
  func newest(ofStore store: String?, on today: Day) throws(StoreError) -> [Backup] {
    var newer: StoreError?
    var found: [Backup] = []
    for copy in copies {
      do throws(StoreError) {
        found.append(try Backup(at: copy.path, of: copy.day))
      } catch {
        if case .newerSchema = error { newer = error }
      }
    }
    if found.isEmpty {
      for (path, day) in wholeCopies {
        guard let copy = try? Backup(at: path, of: day) else { continue }
        return [copy]
      }
      if let newer { throw newer }
    }
    let stores = Dictionary(grouping: found) { $0.identity?.store ?? "" }
    let newest = stores.compactMapValues { copies in
      copies.max { Backups.isOlder($0, $1, on: today) }
    }
    let unmarked = [newest[""]].compactMap { $0 }
    if let store { return newest[store].map { [$0] } ?? unmarked }
    let marked = newest.filter { !$0.key.isEmpty }.values
      .sorted { Backups.isOlder($1, $0, on: today) }
    return marked.isEmpty ? unmarked : marked
  }

  private static func isOlder(_ one: Backup, _ other: Backup, on today: Day) -> Bool {
    if let first = one.identity, let second = other.identity, first.store == second.store,
      first.copies != second.copies
    {
      return first.copies < second.copies
    }
    if (one.day > today) != (other.day > today) { return one.day > today }
    return (one.day, one.identity?.copies ?? 0) < (other.day, other.identity?.copies ?? 0)
  }

  /// The whole stores of before a migration, of the newest schema first, with the day of each file.
  private var wholeCopies: [(path: String, day: Day)] {
    let days = Set(copies.map(\.path))
    return (1...Schema.known).reversed().map(path(ofSchema:))
      .filter { all.contains($0) && !days.contains($0) }
      .compactMap { path in Day.ofChange(to: path).map { (path, $0) } }
  }
}

extension Day {
  /// The day on which a file was written last; nil where there is none.
  fileprivate static func ofChange(to path: String) -> Day? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Day(of: status.st_mtim.tv_sec)
  }

  /// The local day of a time in seconds since 1970, as copies are dated.
  init?(of time: time_t) {
    var time = time
    var parts = tm()
    localtime_r(&time, &parts)
    self.init(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
