import GRDB
import Glibc
import Phrases

/// What was saved of a store that was damaged, or whose file was gone.
public struct Rescue: Equatable, Sendable {
  /// Where the store is, which is a sound one again.
  let path: String
  /// Where the damaged file stands now; nil where there was none any more.
  public let damagedPath: String?
  /// How many of the agent's own phrases there are again.
  public let personalPhrases: Int
  /// How many connected sources there are again.
  public let sources: Int
  /// The day of the backup that filled in what could not be read; nil where none was needed, or
  /// there is none.
  public let backup: Day?
  /// Whether every row could be read.
  public let isWhole: Bool
}

extension Store {
  /// Opens the store as ``open(at:mode:)`` does; one that is damaged, or gone from beside its copies,
  /// is rescued before.
  ///
  /// - Returns: the store, and what was done to it if anything was.
  /// - Throws: ``StoreError``, with the damaged file where it was.
  public static func openRescuing(
    at path: String, mode: Mode = .readWrite
  ) throws(StoreError) -> (store: Store, rescue: Rescue?) {
    do throws(StoreError) {
      if isLost(at: path) { throw .damaged(path: path, row: nil) }
      return (try open(at: path, mode: mode), nil)
    } catch .damaged {
      let rescue = try rescue(at: path)
      return (try open(at: path, mode: mode), rescue)
    }
  }

  /// Sets a damaged store aside and makes a new one of what can still be read and of the newest
  /// backup.
  ///
  /// The damaged file stays beside the new one as `….damaged-TIME`. Programs that have it open go on
  /// with it; ``isReplaced`` tells them.
  ///
  /// `open` is a store that was opened at `path` and whose file is gone, which can still be read.
  ///
  /// - Returns: nil where the store turns out to be sound, as when another process was quicker.
  /// - Throws: ``StoreError``, with the damaged file where it was; ``StoreError/damaged(path:row:)`` or
  ///   ``StoreError/lost(path:)`` where nothing may be written.
  public static func rescue(at path: String, from open: Store? = nil) throws(StoreError) -> Rescue?
  {
    let file = StoreFile(path: path)
    try StoreFile.checkFolder(file.folder)
    // Copies that others may have put there are no copies, and the store is not begun anew over that.
    try StoreFile.checkFolder(Backups(ofStoreAt: path).folder)
    do throws(StoreError) {
      let lock = try StoreLock.exclusive(beside: file)
      defer { lock.release() }
      return try Rescuing(file, from: open).run()
    } catch {
      switch error {
      case .readOnly, .noRights:
        throw file.kind == .missing ? .lost(path: file.path) : .damaged(path: file.path, row: nil)
      default: throw error
      }
    }
  }

  /// Whether there is no store at `path` any more, or an empty file, while copies or a rescue that was
  /// cut short show that there was one.
  public static func isLost(at path: String) -> Bool { StoreFile(path: path).isLost }

  /// The files that rescues have set aside, sorted.
  var damagedFiles: [String] {
    let file = StoreFile(path: path)
    let prefix = String(file.path.dropFirst(file.folder.utf8.count + 1)) + ".damaged-"
    return StoreFile.names(in: file.folder).filter { $0.hasPrefix(prefix) }.sorted()
      .map { "\(file.folder)/\($0)" }
  }

  /// Whether another file stands in the place of the one that is open, or none.
  public var isReplaced: Bool { StoreFile(path: path).identity != identity }

  /// Whether the file is shorter than what is known of it, with nothing in the log that would make up for
  /// that: it was cut behind our back, and what is remembered of its pages hides that.
  public var isCut: Bool {
    let known = try? queue.inDatabase { database in
      guard database.sqliteConnection != nil else { return 0 }
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      return try pages * (Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
    }
    let file = StoreFile(path: path)
    return file.log.bytes == 0 && file.bytes < known ?? 0
  }

  /// Whether no file stands where the one was that is open, while the folder is still there: whoever
  /// removes the folder means it.
  public var isGone: Bool {
    let file = StoreFile(path: path)
    return file.kind == .missing && StoreFile(path: file.folder).kind == .folder
  }
}

/// One rescue, under the lock.
private struct Rescuing {
  private let file: StoreFile
  /// Complete once it has this name: a rescue that was cut short is finished from it.
  private let rescued: StoreFile
  /// Has the file open that is gone from its place.
  private let open: Store?

  init(_ file: StoreFile, from open: Store?) {
    self.file = file
    self.open = open
    rescued = StoreFile(path: file.path + ".rescued")
  }

  func run() throws(StoreError) -> Rescue? {
    switch look(at: file, orGone: open != nil) {
    case .sound:
      remove(rescued)
      return nil
    case .unknown(let error): throw error
    case .damaged: break
    }
    if let rescue = try finished() { return rescue }
    return try holdingWriters { salvage throws(StoreError) in
      var belongings = salvage?.belongings ?? Belongings()
      let isWhole = salvage?.isWhole ?? false
      // What the very file tells that is gone needs no copy, which would bring back what was removed.
      let copies = isWhole && open != nil ? [] : try copies(for: belongings)
      for copy in copies { belongings.fill(from: copy.belongings) }
      try make(belongings)
      let damagedPath = try setAside()
      return Rescue(
        path: file.path, damagedPath: damagedPath, personalPhrases: belongings.personal.count,
        sources: belongings.sources.count, backup: copies.first?.day, isWhole: isWhole)
    }
  }

  private func copies(for belongings: Belongings) throws(StoreError) -> [Backup] {
    guard let today = Day(of: time(nil)) else { return [] }
    return try Backups(ofStoreAt: file.path)
      .newest(ofStore: belongings.identity?.store, on: today)
  }

  /// Ends a rescue that was cut short while it put its new file in place; nil where there is none.
  ///
  /// One that ended before has left a file that may lack what was written since.
  private func finished() throws(StoreError) -> Rescue? {
    guard file.linkCount != 1, rescued.kind != .missing, case .sound = look(at: rescued),
      let store = try? Store.openAlone(rescued, mode: .readOnly),
      let belongings = try? store.access(.deferred, { try Belongings.read(in: $0) })
    else { return nil }
    store.close()
    return Rescue(
      path: file.path, damagedPath: try setAside(), personalPhrases: belongings.personal.count,
      sources: belongings.sources.count, backup: nil, isWhole: false)
  }

  private enum Finding {
    case sound
    case damaged
    /// It could not be looked at.
    case unknown(StoreError)
  }

  private func look(at file: StoreFile, orGone mayBeGone: Bool = false) -> Finding {
    if file.isLost || mayBeGone && file.kind == .missing { return .damaged }
    do throws(StoreError) {
      // To write, too: some damage stops only that.
      let store = try Store.openAlone(file, mode: .readWrite)
      defer { store.close() }
      try store.check()
      return .sound
    } catch {
      // Only damage is a reason to put another store in its place.
      if case .damaged = error { return .damaged }
      return .unknown(error)
    }
  }

  /// Reads what can be read, and runs `body` before any other process writes anything more.
  ///
  /// Where the file is too broken for a lock nobody else can write to it either.
  private func holdingWriters<Value>(
    _ body: (Salvage?) throws(StoreError) -> Value
  ) throws(StoreError) -> Value {
    if let open, file.kind == .missing, let salvage = try? open.access(.deferred, Salvage.init) {
      return try body(salvage)
    }
    // SQLite takes a file without a byte for new, and throws its log away.
    guard file.bytes > 0, let queue = try? Connection.open(file, readOnly: false) else {
      return try body(nil)
    }
    defer { Connection.close(queue) }
    let outcome = queue.inDatabase { database in
      let isLocked = (try? database.beginTransaction(.immediate)) != nil
      if !isLocked { _ = try? database.beginTransaction(.deferred) }
      defer { try? database.rollback() }
      return Result { () throws(StoreError) in try body(Salvage(database)) }
    }
    return try outcome.get()
  }

  private func make(_ belongings: Belongings) throws(StoreError) {
    let unfinished = StoreFile(path: file.path + ".rescuing")
    remove(unfinished)
    remove(rescued)
    do {
      try belongings.write(to: unfinished.path)
    } catch {
      remove(unfinished)
      throw StoreError(error, path: unfinished.path)
    }
    try move(unfinished, to: rescued.path)
  }

  /// Moves the damaged file away and the new one into its place; gives where the damaged one is, if
  /// there was one.
  private func setAside() throws(StoreError) -> String? {
    let damaged = StoreFile(path: freeName())
    let isThere = file.kind != .missing
    // In this order there is always a file in the store's place, and the log of one file is never
    // taken for that of the other. Where a file cannot have two names, there is none for a moment.
    if link(file.path, damaged.path) != 0, file.kind != .missing {
      do throws(StoreError) {
        try move(file, to: damaged.path)
      } catch {
        remove(rescued)
        throw error
      }
    }
    for (own, aside) in [(file.log, damaged.log), (file.journal, damaged.journal)]
    where own.kind != .missing {
      if own.bytes == 0 { unlink(own.path) } else { try move(own, to: aside.path) }
    }
    unlink(file.sharedMemory.path)
    try move(rescued, to: file.path)
    remove(rescued)
    return isThere ? damaged.path : nil
  }

  /// Removes a file and what SQLite made beside it.
  private func remove(_ file: StoreFile) {
    for file in [file, file.log, file.journal, file.sharedMemory] { unlink(file.path) }
  }

  private func move(_ file: StoreFile, to path: String) throws(StoreError) {
    if rename(file.path, path) != 0 {
      throw StoreError(errno: errno, making: path, inside: file.folder)
    }
  }

  /// `….damaged-20261122T151403`, in UTC, with a number where that is taken.
  private func freeName() -> String {
    var now = time(nil)
    var parts = tm()
    gmtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y%m%dT%H%M%S", &parts)
    let stamp = text.withUnsafeBufferPointer { $0.baseAddress.map(String.init(cString:)) ?? "" }
    let name = "\(file.path).damaged-\(stamp)"
    var number = 1
    while StoreFile(path: number == 1 ? name : "\(name)-\(number)").kind != .missing { number += 1 }
    return number == 1 ? name : "\(name)-\(number)"
  }
}

extension Belongings {
  /// Takes from an older copy what is not here.
  ///
  /// A phrase that was removed since the copy was made comes back with it: that is the lesser harm.
  fileprivate mutating func fill(from older: Belongings) {
    let ids = Set(personal.map(\.phrase.key.id)).union(bin.map(\.id))
    personal += older.personal.filter { !ids.contains($0.phrase.key.id) }
    bin += older.bin.filter { !ids.contains($0.id) }
    personal.sort { $0.position < $1.position }
    if let mark = older.identity {
      let known = identity ?? mark
      let copies = known.store == mark.store ? max(known.copies, mark.copies) : known.copies
      identity = StoreIdentity(store: known.store, copies: copies)
    }
    let names = Set(sources.map(\.source.name))
    sources += older.sources.filter { !names.contains($0.source.name) }
    let sends = Set(usage.sends)
    // Older ones are in the sums.
    let start = Int64(time(nil)) - Usage.memory
    usage.sends += older.usage.sends.filter { !sends.contains($0) && $0.time >= start }
    usage.sends.sort { $0.time < $1.time }
    let totals = Set(usage.totals.map { "\($0.key.source)\n\($0.key.id)\n\($0.day)" })
    usage.totals += older.usage.totals.filter {
      !totals.contains("\($0.key.source)\n\($0.key.id)\n\($0.day)")
    }
    arrangement.fill(from: older.arrangement)
    let reports = Set(reports)
    self.reports += older.reports.filter { !reports.contains($0) }
    let searches = Set(usage.searches)
    usage.searches += older.usage.searches.filter { !searches.contains($0) }
  }
}

extension StoreFile {
  /// Whether nothing is left of a store that was more once, as its copies or a rescue that was cut
  /// short show.
  fileprivate var isLost: Bool {
    switch kind {
    case .file(bytes: 0): Backups(ofStoreAt: path).hasAny
    case .missing:
      StoreFile(path: path + ".rescued").kind != .missing || Backups(ofStoreAt: path).hasAny
    default: false
    }
  }

  /// How many names the file has; nil where there is no such file.
  fileprivate var linkCount: Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_nlink) : nil
  }
}
