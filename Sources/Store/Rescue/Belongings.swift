import GRDB
import Phrases

/// What a store holds that can be had nowhere else: the agent's own phrases and what she has arranged,
/// usage, and which sources are connected.
///
/// A backup is a store of nothing else, and a rescued store is made of what of it can still be read.
struct Belongings {
  /// In the order of their positions.
  var personal: [PlacedPhrase] = []
  var sources: [ConnectedSource] = []
  var usage = Usage()
  var arrangement = Arrangement()
  var bin: [Binned] = []
  var reports: [KeptReport] = []
  /// Which store they are of; nil for an older one that had no mark, and where it cannot be read.
  var identity: StoreIdentity?

  /// A source without what can be fetched again, but for the phrases in use where they are wanted.
  struct ConnectedSource {
    var source: Source
    var phrases: [PlacedPhrase]
  }

  /// Whether there is nothing that would be missed.
  var isEmpty: Bool {
    personal.isEmpty && sources.isEmpty && usage == Usage() && arrangement == Arrangement()
      && bin.isEmpty && reports.isEmpty
  }

  /// Reads a sound store of whatever schema; to be called inside a transaction.
  static func read(in database: Database) throws -> Belongings {
    var belongings = Belongings()
    belongings.identity = try IdentityRow.identity(in: database)
    belongings.usage = try UsageRows.all(in: database)
    belongings.arrangement = try ArrangementRows.all(in: database)
    belongings.bin = try BinRows.all(in: database)
    belongings.reports = try ReportRows.since(.min, in: database)
    belongings.sources = try SourceRows.all(in: database).map { ConnectedSource($0, phrases: []) }
    let row = try Int64.fetchOne(
      database, sql: "SELECT row FROM source WHERE name = ?", arguments: [PersonalImport.source])
    if let row {
      belongings.personal = try PhraseRows.placed(
        ofSource: row, named: PersonalImport.source, in: database)
    }
    return belongings
  }

  /// Reads what is to be copied, and counts the copy in the store and in what was read.
  ///
  /// Nothing is counted where there is nothing to copy. `number` is the highest that is known: a store
  /// that was put back by hand has a lower one than its copies.
  static func counted(after number: Int, in database: Database) throws -> Belongings {
    var belongings = try read(in: database)
    if belongings.isEmpty { return belongings }
    var identity = belongings.identity ?? .new()
    identity.copies = max(identity.copies, number) + 1
    try IdentityRow.set(identity, in: database)
    belongings.identity = identity
    return belongings
  }

  /// Makes a store of these at `path`, where there is none; on the disk when the call returns.
  func write(to path: String) throws {
    let file = StoreFile(path: path)
    try file.makeIfMissing()
    let queue = try Connection.open(file, readOnly: false)
    defer { Connection.close(queue) }
    // A rollback journal, so that one file is all there is to move.
    try Schema.migrate(queue)
    try queue.inDatabase { database in
      try Connection.transaction(.immediate, in: database) { try insert(in: $0) }
    }
  }

  private func insert(in database: Database) throws {
    let personal =
      try Int64.fetchOne(
        database, sql: "SELECT row FROM source WHERE name = ?", arguments: [PersonalImport.source])
      ?? 0
    let upsert = try PhraseUpsert(database, .replaced)
    for placed in self.personal { try upsert.put(placed, ofSource: personal) }
    for connected in sources {
      guard try SourceRows.add(connected.source, in: database),
        let row = try SourceRows.row(of: connected.source.name, in: database)
      else { continue }
      for placed in connected.phrases { try upsert.put(placed, ofSource: row) }
      try restoreVersion(of: connected, row, in: database)
    }
    try UsageRows.append(usage, in: database)
    for entry in arrangement.entries { try ArrangementRows.put(entry, in: database) }
    for binned in bin { try BinRows.put(binned, in: database) }
    for report in reports { try ReportRows.append(report, in: database) }
    if let identity { try IdentityRow.set(identity, in: database) }
  }

  /// The number of the version in use is kept, so that numbers go on rising; what was before it is
  /// not had again, and its tag and hash are forgotten, so that the next sync fetches and compares
  /// everything.
  private func restoreVersion(
    of connected: ConnectedSource, _ row: Int64, in database: Database
  ) throws {
    let source = connected.source
    guard source.version > 0, !connected.phrases.isEmpty else { return }
    try VersionRows.add(
      Version(
        number: source.version, time: source.checked ?? 0, hash: source.hash ?? "",
        author: "", message: "", rolledBackTo: nil, phraseCount: connected.phrases.count,
        added: 0, removed: 0, changed: 0, moved: 0, release: source.release),
      ofSource: row, in: database)
    let statement = try database.makeStatement(
      sql: """
        UPDATE connection SET version = ?, seen_version = ?, is_pinned = ?, checked = ?,
          reader = ?, read_as = ?, release = ?, mapped = ?
        WHERE source = ?
        """)
    try statement.bind(Int64(source.version), at: 1)
    try statement.bind(Int64(source.version), at: 2)
    try statement.bind(source.isPinned ? 1 : 0, at: 3)
    try statement.bind(source.checked, at: 4)
    try statement.bind(Int64(source.reader), at: 5)
    try statement.bind(source.readAs, at: 6)
    try statement.bind(source.release.map(Int64.init), at: 7)
    try statement.bind(source.mapped, at: 8)
    try statement.bind(row, at: 9)
    _ = try statement.step()
  }
}

extension Belongings.ConnectedSource {
  init(_ source: Source, phrases: [PlacedPhrase]) {
    self.source = source
    self.phrases = phrases
  }
}
