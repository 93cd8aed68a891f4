import GRDB
import Phrases

/// One state of a source's file, read and checked.
public struct SourceState: Sendable {
  /// With the keys that they are to have.
  public var phrases: [Phrase]
  /// SHA-256 of the file, in hexadecimal digits.
  var hash: String
  var tag: String?
  var author: String
  var message: String
  /// When it is accepted, in seconds since 1970.
  var time: Int64
  public var rolledBackTo: Int?
  /// The number of the reader that read it.
  public var reader: Int
  /// What the file was in, as `utf-8`; empty where that is not known.
  public var readAs: String
  /// Which headers were taken for which columns, in the form of `--columns`.
  public var mapped = ""
  /// Nil where the source tells of none.
  public var release: Int?

  public init(
    phrases: [Phrase], hash: String, tag: String? = nil, author: String = "",
    message: String = "", time: Int64, rolledBackTo: Int? = nil, reader: Int = 0,
    readAs: String = "", release: Int? = nil
  ) {
    self.phrases = phrases
    self.hash = hash
    self.tag = tag
    self.author = author
    self.message = message
    self.time = time
    self.rolledBackTo = rolledBackTo
    self.reader = reader
    self.readAs = readAs
    self.release = release
  }
}

/// The phrases of a source at one version: what a new state is compared with.
public struct SourceSnapshot: Sendable {
  let name: String
  public let version: Int
  /// In their order.
  public let phrases: [Phrase]
  /// Where each stands; see ``PlacedPhrase``.
  let positions: [Int64]
}

/// The rows that have to be written to get from one state of a source to the next.
///
/// Found before the transaction, so that other desks wait only while rows are written.
struct SourceChanges {
  /// What stands in a row to be written, and what stood there; nil where nothing does, or did.
  struct RowChange {
    let old: PlacedPhrase?
    let new: PlacedPhrase?
  }

  private(set) var rows: [RowChange] = []
  let difference: Difference

  /// - Complexity: O(*n* log *n*) in the phrases of both states.
  init(from old: SourceSnapshot, to phrases: [Phrase], _ difference: Difference) {
    self.difference = difference
    let places = Dictionary(zip(old.phrases.map(\.key), old.phrases.indices)) { first, _ in first }
    func placed(_ key: PhraseKey) -> PlacedPhrase? {
      places[key].map { PlacedPhrase(old.phrases[$0], position: old.positions[$0]) }
    }
    for phrase in difference.removed {
      rows.append(RowChange(old: placed(phrase.key), new: nil))
    }
    let before = phrases.map { places[$0.key].map { old.positions[$0] } }
    let positions = Placing.positions(for: before)
    var rewritten = Set(difference.changed.map(\.new.key))
    rewritten.formUnion(difference.moved.map(\.new.key))
    for index in phrases.indices {
      if before[index] == positions[index], !rewritten.contains(phrases[index].key) { continue }
      rows.append(
        RowChange(
          old: placed(phrases[index].key),
          new: PlacedPhrase(phrases[index], position: positions[index])))
    }
  }
}

/// Makes the phrases of a source those of a new state, writing only what differs.
struct SourceUpdate {
  private let database: Database
  private let source: Int64
  private let number: Int
  private let former: Statement
  private let delete: Statement
  private let upsert: PhraseUpsert

  /// To be called inside a transaction that changes nothing else.
  ///
  /// Throws what the database throws.
  static func run(
    _ state: SourceState, ofSource source: Int64, _ changes: SourceChanges, version number: Int,
    in database: Database
  ) throws {
    let difference = changes.difference
    try VersionRows.add(
      Version(
        number: number, time: state.time, hash: state.hash, author: state.author,
        message: state.message, rolledBackTo: state.rolledBackTo,
        phraseCount: state.phrases.count, added: difference.added.count,
        removed: difference.removed.count, changed: difference.changed.count,
        moved: difference.moved.count, release: state.release),
      ofSource: source, in: database)
    let update = try SourceUpdate(database, source, number)
    try update.write(changes.rows)
    try update.connect(state)
  }

  private init(_ database: Database, _ source: Int64, _ number: Int) throws {
    self.database = database
    self.source = source
    self.number = number
    former = try database.makeStatement(
      sql: "INSERT INTO former (source, version, id, contents) VALUES (?, ?, ?, ?)")
    delete = try database.makeStatement(sql: "DELETE FROM phrase WHERE source = ? AND id = ?")
    upsert = try PhraseUpsert(database, .replaced)
  }

  private func write(_ rows: [SourceChanges.RowChange]) throws {
    // Versions that go back need no former state of what the very first one brought.
    let keepsFormer = number > 1
    for row in rows {
      guard let id = (row.new ?? row.old)?.phrase.key.id else { continue }
      if keepsFormer { try keep(row.old, id) }
      if let new = row.new {
        try upsert.put(new, ofSource: source)
      } else {
        try delete.bind(source, at: 1)
        try delete.bind(id, at: 2)
        _ = try delete.step()
      }
    }
  }

  private func keep(_ placed: PlacedPhrase?, _ id: String) throws {
    try former.bind(source, at: 1)
    try former.bind(Int64(number), at: 2)
    try former.bind(id, at: 3)
    try former.bind(placed?.contents, at: 4)
    _ = try former.step()
  }

  private func connect(_ state: SourceState) throws {
    let statement = try database.makeStatement(
      sql: """
        UPDATE connection SET version = ?, hash = ?, tag = ?, checked = ?, failing_since = NULL,
          failure = NULL, is_pinned = ?, reader = ?, read_as = ?, release = ?,
          mapped = ?,
          seen_version = CASE WHEN seen_version = 0 THEN ? ELSE seen_version END
        WHERE source = ?
        """)
    try statement.bind(Int64(number), at: 1)
    try statement.bind(state.hash, at: 2)
    try statement.bind(state.tag, at: 3)
    try statement.bind(state.time, at: 4)
    try statement.bind(state.rolledBackTo == nil ? 0 : 1, at: 5)
    try statement.bind(Int64(state.reader), at: 6)
    try statement.bind(state.readAs, at: 7)
    try statement.bind(state.release.map(Int64.init), at: 8)
    try statement.bind(state.mapped, at: 9)
    try statement.bind(Int64(number), at: 10)
    try statement.bind(source, at: 11)
    _ = try statement.step()
    let release = try database.makeStatement(sql: "DELETE FROM held WHERE source = ?")
    try release.bind(source, at: 1)
    _ = try release.step()
  }
}
