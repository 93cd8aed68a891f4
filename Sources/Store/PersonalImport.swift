import GRDB
import Phrases

/// What an import did.
public struct ImportSummary: Hashable, Sendable {
  /// Phrases that the store did not have.
  public var added: Int
  /// Phrases whose id the store had, with other contents.
  public var changed: Int
  /// Phrases that the store had, byte for byte.
  public var unchanged: Int

  public init(added: Int, changed: Int, unchanged: Int) {
    self.added = added
    self.changed = changed
    self.unchanged = unchanged
  }
}

/// Puts phrases into the personal level.
struct PersonalImport {
  static let source = PhraseKey.personalSource

  private let database: Database
  private let source: Int64
  private let upsert: PhraseUpsert
  /// The ids that the store has, each as it is written there.
  private var stored: Set<String>
  private var position: Int64

  /// Adds and changes what differs, removes nothing, and writes only the rows that differ; to be
  /// called inside a transaction.
  static func run(_ phrases: [Phrase], in database: Database) throws -> ImportSummary {
    try check(phrases)
    var run = try PersonalImport(database)
    var summary = ImportSummary(added: 0, changed: 0, unchanged: 0)
    for phrase in phrases {
      let isNew = !run.stored.contains(phrase.key.id)
      let wrote = try run.keep(phrase)
      switch (isNew, wrote) {
      case (true, _): summary.added += 1
      case (false, true): summary.changed += 1
      case (false, false): summary.unchanged += 1
      }
    }
    return summary
  }

  /// Everything that the constraints of the schema would refuse, found before anything is written.
  static func check(_ phrases: [Phrase]) throws(StoreError) {
    var ids: Set<String> = []
    ids.reserveCapacity(phrases.count)
    for phrase in phrases {
      let flaw: PhraseFlaw? =
        if phrase.key.id.isEmpty {
          .noID
        } else if phrase.title.isEmpty {
          .noTitle
        } else if phrase.text.isEmpty {
          .noText
        } else if !ids.insert(phrase.key.id).inserted {
          .repeatedID
        } else if phrase.bytes > Connection.phraseLimit {
          .tooLong
        } else {
          nil
        }
      if let flaw { throw .unusablePhrase(id: phrase.key.id, flaw) }
    }
  }

  private init(_ database: Database) throws {
    self.database = database
    source = try PersonalImport.makeSource(in: database)
    position =
      try Int64.fetchOne(
        database, sql: "SELECT max(position) FROM phrase WHERE source = ?", arguments: [source])
      ?? -1
    stored = try PersonalImport.ids(ofSource: source, in: database)
    upsert = try PhraseUpsert(database, .changedInPlace)
  }

  /// The row of that source, which is made where it is not there.
  static func makeSource(in database: Database) throws -> Int64 {
    try database.execute(
      sql: "INSERT INTO source (name, position) VALUES (?, 0) ON CONFLICT (name) DO NOTHING",
      arguments: [PersonalImport.source])
    return try row(in: database) ?? 0
  }

  /// The row of the source that the agent's own phrases are of, which no file is connected to.
  static func row(in database: Database) throws -> Int64? {
    try Int64.fetchOne(
      database, sql: "SELECT row FROM source WHERE name = ?", arguments: [PersonalImport.source])
  }

  private static func ids(ofSource source: Int64, in database: Database) throws -> Set<String> {
    let statement = try database.makeStatement(sql: "SELECT row, id FROM phrase WHERE source = ?")
    try statement.bind(source, at: 1)
    var ids: Set<String> = []
    while try statement.step() {
      guard let id = statement.text(1) else {
        throw PhraseRows.Unreadable(
          row: StoreRow(table: "phrase", number: statement.integer(0) ?? 0))
      }
      ids.insert(id)
    }
    return ids
  }

  /// Whether anything had to be written.
  private mutating func keep(_ phrase: Phrase) throws -> Bool {
    // Ids that Swift takes for equal name one phrase, however their accents are composed.
    let known = stored.firstIndex(of: phrase.key.id).map { stored[$0] }
    if known == nil { position += 1 }
    var phrase = phrase
    phrase.key.id = known ?? phrase.key.id
    phrase.level = .personal
    let before = database.totalChangesCount
    try upsert.put(PlacedPhrase(phrase, position: position), ofSource: source)
    return database.totalChangesCount != before
  }
}

extension Phrase {
  /// The length of all its texts in UTF-8.
  var bytes: Int {
    var sum = key.id.utf8.count + department.utf8.count + category.utf8.count
    sum += subcategory.utf8.count + title.utf8.count + text.utf8.count + code.utf8.count
    for keyword in keywords { sum += keyword.utf8.count }
    for attachment in attachments { sum += attachment.utf8.count }
    return sum
  }
}
