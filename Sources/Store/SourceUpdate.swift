import GRDB
import Phrases

/// One state of a source's file, read and checked.
public struct SourceState: Sendable {
  /// With the keys that they are to have.
  public var phrases: [Phrase]
  /// SHA-256 of the file, in hexadecimal digits.
  public var hash: String
  public var tag: String?
  public var author: String
  public var message: String
  /// When it is accepted, in seconds since 1970.
  public var time: Int64
  public var rolledBackTo: Int?

  public init(
    phrases: [Phrase], hash: String, tag: String? = nil, author: String = "",
    message: String = "", time: Int64, rolledBackTo: Int? = nil
  ) {
    self.phrases = phrases
    self.hash = hash
    self.tag = tag
    self.author = author
    self.message = message
    self.time = time
    self.rolledBackTo = rolledBackTo
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
  /// `old` is what the source is now, in order; gives what changed. Throws what the database throws.
  static func run(
    _ state: SourceState, ofSource source: Int64, from old: [PlacedPhrase], version number: Int,
    in database: Database
  ) throws -> Difference {
    try PersonalImport.check(state.phrases)
    let difference = Difference(from: old.map(\.phrase), to: state.phrases)
    try VersionRows.add(
      Version(
        number: number, time: state.time, hash: state.hash, author: state.author,
        message: state.message, rolledBackTo: state.rolledBackTo,
        phraseCount: state.phrases.count, added: difference.added.count,
        removed: difference.removed.count, changed: difference.changed.count,
        moved: difference.moved.count),
      ofSource: source, in: database)
    let update = try SourceUpdate(database, source, number)
    try update.write(state.phrases, difference, over: old)
    try update.connect(state)
    return difference
  }

  private init(_ database: Database, _ source: Int64, _ number: Int) throws {
    self.database = database
    self.source = source
    self.number = number
    former = try database.makeStatement(
      sql: "INSERT INTO former (source, version, id, contents) VALUES (?, ?, ?, ?)")
    delete = try database.makeStatement(sql: "DELETE FROM phrase WHERE source = ? AND id = ?")
    upsert = try PhraseUpsert(database)
  }

  private func write(
    _ phrases: [Phrase], _ difference: Difference, over old: [PlacedPhrase]
  ) throws {
    let before = Dictionary(old.map { ($0.phrase.key, $0) }) { first, _ in first }
    let positions = Placing.positions(for: phrases.map { before[$0.key]?.position })
    var rewritten = Set(difference.changed.map(\.new.key))
    rewritten.formUnion(difference.moved.map(\.new.key))
    // Versions that go back need no former state of what the very first one brought.
    let isFirst = old.isEmpty && number == 1
    for phrase in difference.removed {
      try keep(before[phrase.key], of: phrase.key)
      try delete.bind(source, at: 1)
      try delete.bind(phrase.key.id, at: 2)
      _ = try delete.step()
    }
    for (phrase, position) in zip(phrases, positions) {
      let own = before[phrase.key]
      if let own, own.position == position, !rewritten.contains(phrase.key) { continue }
      if !isFirst { try keep(own, of: phrase.key) }
      try upsert.put(PlacedPhrase(phrase, position: position), ofSource: source)
    }
  }

  private func keep(_ placed: PlacedPhrase?, of key: PhraseKey) throws {
    try former.bind(source, at: 1)
    try former.bind(Int64(number), at: 2)
    try former.bind(key.id, at: 3)
    try former.bind(placed?.contents, at: 4)
    _ = try former.step()
  }

  private func connect(_ state: SourceState) throws {
    let statement = try database.makeStatement(
      sql: """
        UPDATE connection SET version = ?, hash = ?, tag = ?, checked = ?, failing_since = NULL,
          failure = NULL, is_pinned = ?,
          seen_version = CASE WHEN seen_version = 0 THEN ? ELSE seen_version END
        WHERE source = ?
        """)
    try statement.bind(Int64(number), at: 1)
    try statement.bind(state.hash, at: 2)
    try statement.bind(state.tag, at: 3)
    try statement.bind(state.time, at: 4)
    try statement.bind(state.rolledBackTo == nil ? 0 : 1, at: 5)
    try statement.bind(Int64(number), at: 6)
    try statement.bind(source, at: 7)
    _ = try statement.step()
    let release = try database.makeStatement(sql: "DELETE FROM held WHERE source = ?")
    try release.bind(source, at: 1)
    _ = try release.step()
  }
}
