import GRDB
import Glibc
import Phrases

/// What was saved of a damaged store.
public struct Rescue: Equatable, Sendable {
  /// Where the store is, which is a sound one again.
  public let path: String
  /// Where the damaged file stands now.
  public let damagedPath: String
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
  /// Opens the store as ``open(at:mode:)`` does; one that is damaged is rescued before.
  ///
  /// - Returns: the store, and what was done to it if anything was.
  /// - Throws: ``StoreError``, with the damaged file where it was.
  public static func openRescuing(
    at path: String, mode: Mode = .readWrite
  ) throws(StoreError) -> (store: Store, rescue: Rescue?) {
    do throws(StoreError) {
      if StoreFile(path: path).isEmptied { throw .damaged(path: path, row: nil) }
      return (try open(at: path, mode: mode), nil)
    } catch .damaged(let place, let row) {
      do throws(StoreError) {
        let rescue = try rescue(at: path)
        return (try open(at: path, mode: mode), rescue)
      } catch .diskFull(let path) {
        throw .diskFull(path: path)
      } catch {
        // Where nothing may be written, the damage is what there is to say.
        throw .damaged(path: place, row: row)
      }
    }
  }

  /// Sets a damaged store aside and makes a new one of what can still be read and of the newest
  /// backup.
  ///
  /// The damaged file stays beside the new one as `….damaged-TIME`. Programs that have it open go on
  /// with it; ``isReplaced`` tells them.
  ///
  /// - Returns: nil where the store turns out to be sound, as when another process was quicker.
  /// - Throws: ``StoreError``, with the damaged file where it was.
  public static func rescue(at path: String) throws(StoreError) -> Rescue? {
    let file = StoreFile(path: path)
    let lock = try RescueLock(of: file)
    defer { lock.release() }
    return try Rescuing(file).run()
  }

  /// Whether another file stands in the place of the one that is open, or none.
  public var isReplaced: Bool { StoreFile(path: path).identity != identity }
}

/// One rescue, under the lock.
private struct Rescuing {
  private let file: StoreFile
  /// Complete once it has this name: a rescue that was cut short is finished from it.
  private let rescued: StoreFile

  init(_ file: StoreFile) {
    self.file = file
    rescued = StoreFile(path: file.path + ".rescued")
  }

  func run() throws(StoreError) -> Rescue? {
    if isSound(file) {
      unlink(rescued.path)
      return nil
    }
    if let rescue = try finished() { return rescue }
    let salvage = salvaged()
    var belongings = salvage?.belongings ?? Belongings()
    let isWhole = salvage?.isWhole ?? false
    var day: Day?
    if !isWhole, let backup = Backups(ofStoreAt: file.path).newest() {
      belongings.fill(from: backup.belongings)
      day = backup.day
    }
    try make(belongings)
    let damagedPath = try setAside()
    return Rescue(
      path: file.path, damagedPath: damagedPath, personalPhrases: belongings.personal.count,
      sources: belongings.sources.count, backup: day, isWhole: isWhole)
  }

  /// Ends a rescue that was cut short after its new file was complete; nil where there is none.
  private func finished() throws(StoreError) -> Rescue? {
    guard rescued.kind != .missing, isSound(rescued),
      let store = try? Store.open(at: rescued.path, mode: .readOnly),
      let belongings = try? store.access(.deferred, { try Belongings.read(in: $0) })
    else { return nil }
    store.close()
    return Rescue(
      path: file.path, damagedPath: try setAside(), personalPhrases: belongings.personal.count,
      sources: belongings.sources.count, backup: nil, isWhole: false)
  }

  private func isSound(_ file: StoreFile) -> Bool {
    if file.isEmptied { return false }
    do throws(StoreError) {
      // To write, too: some damage stops only that.
      let store = try Store.open(at: file.path)
      defer { store.close() }
      try store.check()
      return true
    } catch {
      // Only damage is a reason to put another store in its place.
      if case .damaged = error { return false }
      return true
    }
  }

  private func salvaged() -> Salvage? {
    guard let queue = try? Connection.open(file, readOnly: true) else { return nil }
    defer { try? queue.close() }
    return try? queue.inDatabase { database in
      try Connection.transaction(.deferred, in: database) { Salvage($0) }
    }
  }

  private func make(_ belongings: Belongings) throws(StoreError) {
    let unfinished = StoreFile(path: file.path + ".rescuing")
    for left in [unfinished, unfinished.journal, rescued] { unlink(left.path) }
    do {
      try belongings.write(to: unfinished.path)
    } catch {
      unlink(unfinished.path)
      throw StoreError(error, path: unfinished.path)
    }
    try move(unfinished, to: rescued.path)
  }

  /// Moves the damaged file away and the new one into its place; gives where the damaged one is.
  private func setAside() throws(StoreError) -> String {
    let damaged = StoreFile(path: freeName())
    // In this order there is always a file in the store's place, and the log of one file is never
    // taken for that of the other.
    if link(file.path, damaged.path) != 0 {
      throw StoreError(errno: errno, making: damaged.path, inside: file.folder)
    }
    for (own, aside) in [(file.log, damaged.log), (file.journal, damaged.journal)]
    where own.kind != .missing {
      if own.bytes == 0 { unlink(own.path) } else { try move(own, to: aside.path) }
    }
    unlink(file.sharedMemory.path)
    try move(rescued, to: file.path)
    return damaged.path
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
    let ids = Set(personal.map(\.phrase.key.id))
    personal += older.personal.filter { !ids.contains($0.phrase.key.id) }
    personal.sort { $0.position < $1.position }
    let names = Set(sources.map(\.source.name))
    sources += older.sources.filter { !names.contains($0.source.name) }
    let sends = Set(usage.sends)
    usage.sends += older.usage.sends.filter { !sends.contains($0) }
    usage.sends.sort { $0.time < $1.time }
    let totals = Set(usage.totals.map { "\($0.key.source)\n\($0.key.id)\n\($0.day)" })
    usage.totals += older.usage.totals.filter {
      !totals.contains("\($0.key.source)\n\($0.key.id)\n\($0.day)")
    }
    let searches = Set(usage.searches)
    usage.searches += older.usage.searches.filter { !searches.contains($0) }
  }
}

extension StoreFile {
  /// Whether nothing is left of a store that was more once, as its copies show.
  fileprivate var isEmptied: Bool {
    kind == .file(bytes: 0) && !Backups(ofStoreAt: path).days.isEmpty
  }
}

/// Keeps two processes from rescuing one store at the same time.
private struct RescueLock {
  private let descriptor: Int32

  init(of file: StoreFile) throws(StoreError) {
    let path = file.path + ".lock"
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw StoreError(errno: errno, making: path, inside: file.folder)
    }
    while flock(descriptor, LOCK_EX) != 0 && errno == EINTR {}
  }

  func release() { close(descriptor) }
}
