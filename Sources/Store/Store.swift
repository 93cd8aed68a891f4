import GRDB
import Phrases

/// The one file in which a user's phrases live, shared by all desks of that user.
///
/// Every call opens a transaction of its own, so a reader sees either all of a change or nothing of
/// it, and blocks for the few milliseconds that it takes; none of them keeps one open. A store may
/// be used from any thread.
public final class Store: Sendable {
  public enum Mode: Sendable {
    /// Makes the store where there is none, and falls back on reading where it cannot be written.
    case readWrite
    /// Makes no store and changes none; a missing file is ``StoreError/missing(path:)``.
    ///
    /// SQLite may leave an empty log and its index beside the file.
    case readOnly
  }

  /// Where the store is.
  public var path: String { file.path }

  /// Whether the store is on a file system that other machines share.
  ///
  /// SQLite's locks are only as good as that file system's there.
  let isOnNetwork: Bool

  /// Whether phrases can be read only: asked for, or the file, its folder or the file system cannot
  /// be written.
  public let isReadOnly: Bool

  private let file: StoreFile
  /// Which file it was when it was opened.
  let identity: StoreFile.Identity?
  let queue: DatabaseQueue

  private init(
    file: StoreFile, _ identity: StoreFile.Identity?, isReadOnly: Bool, queue: DatabaseQueue
  ) {
    self.file = file
    self.identity = identity
    isOnNetwork = file.isOnNetwork
    self.isReadOnly = isReadOnly
    self.queue = queue
  }

  /// Opens the store at `path`, after making it and the folders above it where they are missing.
  ///
  /// Folders get mode 0700 and files 0600. A file that is no store of a known schema is left as it
  /// is. May wait some seconds for another process.
  ///
  /// - Throws: every ``StoreError`` but ``StoreError/unusablePhrase(id:_:)``.
  public static func open(at path: String, mode: Mode = .readWrite) throws(StoreError) -> Store {
    let file = StoreFile(path: path)
    if mode == .readWrite { try file.makeIfMissing() }
    try StoreFile.checkFolder(file.folder)
    let lock = try StoreLock.shared(beside: file, isMade: mode == .readWrite)
    defer { lock?.release() }
    return try openAlone(file, mode: mode)
  }

  /// The same, by who has the ``StoreLock`` already.
  static func openAlone(_ file: StoreFile, mode: Mode) throws(StoreError) -> Store {
    // In this order: a new store's log is never there before its first page.
    let logBytes = file.log.bytes
    switch file.kind {
    case .missing: throw .missing(path: file.path)
    case .file(let bytes):
      // SQLite takes a file of no or one byte for new, and throws its log away.
      if bytes == 0 ? logBytes > 0 : bytes < Connection.smallestPage {
        throw .damaged(path: file.path, row: nil)
      }
    case .folder, .unusable:
      if let forbidden = file.firstForbidden { throw .noRights(path: forbidden) }
      throw .notAFile(path: file.path)
    }
    let isReadOnly = mode == .readOnly || !file.isWritable
    // Before the connection: should it be wrong, a store is opened once too often, and not too seldom.
    let identity = file.identity
    do {
      let queue = try Connection.open(file, readOnly: isReadOnly)
      try Connection.waitingForOthers { try prepare(queue, of: file, isReadOnly: isReadOnly) }
      return Store(file: file, identity, isReadOnly: isReadOnly, queue: queue)
    } catch {
      throw StoreError(error, path: file.path)
    }
  }

  /// Refuses what is not to be touched, before anything is; then brings the file up to date.
  private static func prepare(
    _ queue: DatabaseQueue, of file: StoreFile, isReadOnly: Bool
  ) throws {
    let state = try queue.inDatabase { database in
      try Connection.transaction(.deferred, in: database) { try Schema.state(of: $0) }
    }
    switch state {
    case .empty, .version: break
    case .newer(let found):
      throw StoreError.newerSchema(path: file.path, found: found, known: Schema.known)
    case .foreign: throw StoreError.damaged(path: file.path, row: nil)
    }
    if isReadOnly { return }
    try Connection.chooseJournal(queue, isOnNetwork: file.isOnNetwork)
    switch state {
    case .version(Schema.known): return
    case .version: try migrate(queue, of: file)
    default: try Schema.migrate(queue)
    }
  }

  /// Keeps a copy of an older store, and brings it up to date; of several processes that meet one, the
  /// first does, since a copy that another makes then would be one of the new schema.
  private static func migrate(_ queue: DatabaseQueue, of file: StoreFile) throws {
    let backups = Backups(ofStoreAt: file.path)
    try backups.alone { () throws(StoreError) in
      do {
        guard case .version(let number) = try queue.inDatabase({ try Schema.state(of: $0) }),
          number != Schema.known
        else { return }
        try backups.keepWhole(queue, ofSchema: number)
        try Schema.migrate(queue)
      } catch {
        throw StoreError(error, path: file.path)
      }
    }
  }

  /// Lets go of the file; every later call throws.
  public func close() {
    Connection.close(queue)
  }
}

// MARK: - Reading

extension Store {
  /// All phrases: the sources in their order, the phrases of each in theirs.
  public func phrases() throws(StoreError) -> [Phrase] {
    try read(orEmpty: []) { try PhraseRows.all(in: $0).phrases }
  }

  /// The same with what the agent has arranged, and what tells that state of both from another.
  public func contents() throws(StoreError) -> (
    phrases: [Phrase], arrangement: Arrangement, standing: Standing
  ) {
    try read(orEmpty: ([], Arrangement(), Standing())) { database in
      let (phrases, own) = try PhraseRows.all(in: database)
      let arrangement = try ArrangementRows.all(in: database)
      return (phrases, arrangement, try Standing(own, in: database))
    }
  }

  /// What tells the phrases that there are now from others.
  public func standing() throws(StoreError) -> Standing {
    try read(orEmpty: Standing()) { try Standing(OwnMark(in: $0), in: $0) }
  }

  /// The same, without counting them.
  public func edition() throws(StoreError) -> Edition {
    try read(orEmpty: Standing().edition) { try Edition(in: $0) }
  }

  /// What the keys of the agent's own phrases say they are of.
  public static let ownSource = PersonalImport.source

  /// The agent's own phrases, in their order.
  public func ownPhrases() throws(StoreError) -> [Phrase] {
    try read(orEmpty: []) { database in
      guard let row = try PersonalImport.row(in: database) else { return [] }
      return try PhraseRows.placed(ofSource: row, named: PersonalImport.source, in: database)
        .map(\.phrase)
    }
  }

  /// How many phrases there are.
  public var count: Int {
    get throws(StoreError) {
      try read(orEmpty: 0) { try Int.fetchOne($0, sql: "SELECT count(*) FROM phrase") ?? 0 }
    }
  }

  /// What was sent from a time on, in seconds since 1970, the oldest first.
  public func sends(since time: Int64) throws(StoreError) -> [Send] {
    try access(.deferred) { database in
      guard try schemaNumber(in: database) >= SendRows.firstSchema else { return [] }
      return try SendRows.since(time, in: database)
    }
  }

  /// Looks the store over for `phrasedesk doctor`; reads the whole file.
  public func report() throws(StoreError) -> StoreReport {
    try access(.deferred) { database in
      try StoreReport.make(of: file, isReadOnly: isReadOnly, from: database)
    }
  }

  private func read<Value>(
    orEmpty empty: Value, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    try access(.deferred) { try schemaNumber(in: $0) == 0 ? empty : body($0) }
  }
}

// MARK: - Writing

extension Store {
  /// Puts phrases into the personal level, all of them or none.
  ///
  /// A phrase is known by its id, whatever source and level it says it is of. One that the store has
  /// keeps its place, a new one comes last, and none is removed. Importing the same again writes
  /// nothing.
  public func importPersonal(_ phrases: [Phrase]) throws(StoreError) -> ImportSummary {
    let summary = try write { try PersonalImport.run(phrases, in: $0) }
    if summary.added + summary.changed > 0 { Connection.emptyLog(queue) }
    return summary
  }

  /// The same for a file, whose phrases without ids are those of the agent's own that stand in the same
  /// place with the same text or the same title: correcting either makes no second one.
  public func importPersonal(_ file: KnowledgeBase) throws(StoreError) -> ImportSummary {
    let summary = try write { database in
      var file = file
      if let row = try PersonalImport.row(in: database) {
        let own = try PhraseRows.placed(
          ofSource: row, named: PersonalImport.source, in: database)
        let versions = try ArrangementRows.all(in: database).originals
        // A file rewords no version, whose place and title are those of what it was made of.
        file.inheritIDs(
          inPlaceFrom: own.map(\.phrase).filter { versions[$0.key] == nil })
      }
      return try PersonalImport.run(file.phrases, in: database)
    }
    if summary.added + summary.changed > 0 { Connection.emptyLog(queue) }
    return summary
  }

  /// Records that a phrase was sent; whatever ends this process afterwards, it is counted.
  ///
  /// Only a power cut may lose the last ones.
  public func record(_ send: Send) throws(StoreError) {
    if isReadOnly { throw .readOnly(path: path) }
    do {
      try queue.inDatabase { database in
        try Connection.transactionAheadOfDisk(in: database) { database in
          try beforeWriting(in: database)
          try SendRows.append(send, in: database)
        }
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}

// MARK: - Every access

extension Store {
  /// Runs `body` in a transaction of its own and translates what it throws.
  func access<Value>(
    _ kind: Database.TransactionKind, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    do {
      return try queue.inDatabase { try Connection.transaction(kind, in: $0, body) }
    } catch let error as PhraseRows.Unreadable {
      throw .damaged(path: path, row: error.row)
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Runs `body` in a transaction that may change something.
  ///
  /// - Throws: ``StoreError/replaced(path:)`` among others: what was written to a file that is not
  ///   the store any more would be lost.
  func write<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
    if isReadOnly { throw .readOnly(path: path) }
    return try access(.immediate) { database in
      try beforeWriting(in: database)
      return try body(database)
    }
  }

  /// To be called with the write lock, which a rescue has while it puts another file in the place of
  /// this one.
  private func beforeWriting(in database: Database) throws {
    _ = try schemaNumber(in: database)
    if isReplaced { throw StoreError.replaced(path: path) }
  }

  /// The schema may have changed since the store was opened: a newer program may share it.
  func schemaNumber(in database: Database) throws -> Int {
    let number = try Schema.number(of: database)
    if number > Schema.known {
      throw StoreError.newerSchema(path: path, found: number, known: Schema.known)
    }
    return number
  }
}
