import GRDB
import Phrases

/// A connected source of phrases, and how things stand with it.
public struct Source: Hashable, Sendable {
  /// What people call it; no two have one name.
  public var name: String
  /// Where its file is, in the form that transports read.
  public var address: String
  /// The level of its phrases: company or department.
  public var level: Level
  /// How its headers are to be read, in the form of `--columns`; empty for the standard ones.
  public var columns: String
  /// Which styles its placeholders have besides `{{x}}`, in the form of `--placeholders`; empty for none.
  public var placeholders: String
  /// What its file is in, in the form of `--encoding`; empty where its content tells.
  public var encoding: String
  /// What else a person said of how its file is read, a line `name=value` each.
  public var reading: String
  /// Whether plain http may go to other than private addresses.
  public var allowsHTTP: Bool

  /// What the transport called the last file that was accepted or held.
  public var tag: String?
  /// SHA-256 of the file in use, in hexadecimal digits; nil before the first.
  public var hash: String?
  /// The version in use; 0 before the first.
  public var version = 0
  /// The number of the reader that read the version in use; 0 for one that had none.
  public var reader = 0
  /// What the file in use was in, as `utf-8`; empty where that is not known.
  public var readAs = ""
  /// Which headers were taken for which columns when the version in use was read, in the form of
  /// `--columns`.
  public var mapped = ""
  /// The release in use; nil where the source tells of none.
  public var release: Int?
  /// The newest version that the agent has seen the changes of.
  public var seenVersion = 0
  /// Whether newer versions wait, since a person went back to an older one.
  public var isPinned = false
  /// When the source was last known to be as it is here, in seconds since 1970; nil for never.
  public var checked: Int64?
  /// Since when it cannot be had, and what was said of it last; nil while all is well.
  public var failure: Failure?
  /// A version that waits for a person's word.
  public var held: Held?

  public struct Failure: Hashable, Sendable {
    /// In seconds since 1970.
    public var since: Int64
    /// In the language of who met it.
    public var sentence: String

    public init(since: Int64, sentence: String) {
      self.since = since
      self.sentence = sentence
    }
  }

  /// What is known of a file that waits.
  public struct Held: Hashable, Sendable {
    /// When it came, in seconds since 1970.
    var time: Int64
    public var hash: String
    public var author: String
    public var message: String
    /// Why it waits, as ``reason(_:)`` reads it: in English and in Chinese, or as an older program put it in
    /// one of them.
    public var reason: String
    var byteCount: Int
    /// How often it was asked for since it waits.
    public var polls: Int

    public init(
      time: Int64, hash: String, author: String, message: String, reason: String, byteCount: Int,
      polls: Int = 0
    ) {
      self.time = time
      self.hash = hash
      self.author = author
      self.message = message
      self.reason = reason
      self.byteCount = byteCount
      self.polls = polls
    }

    /// One text of both: who reads it may have another language than who held it.
    public static func inBothLanguages(_ sentence: (Language) -> String) -> String {
      "\(sentence(.english))\(separator)\(sentence(.chinese))"
    }

    /// Why it waits, as the end of a sentence.
    public func reason(_ language: Language) -> String {
      let parts = reason.split(separator: Self.separator).map(String.init)
      return parts.count == 2 ? language.says(parts[0], parts[1]) : reason
    }

    /// U+001F, the separator of units, which no sentence has.
    private static let separator: Character = "\u{1F}"
  }

  public init(
    name: String, address: String, level: Level = .company, columns: String = "",
    placeholders: String = "", encoding: String = "", reading: String = "",
    allowsHTTP: Bool = false
  ) {
    self.name = name
    self.address = address
    self.level = level
    self.columns = columns
    self.placeholders = placeholders
    self.encoding = encoding
    self.reading = reading
    self.allowsHTTP = allowsHTTP
  }

  /// Whether agents are told that a version waits: where a source has releases, the yes of whoever
  /// published may come with the next poll.
  public var asksForWord: Bool { held.map { release == nil || $0.polls > 0 } ?? false }

  /// The address as it is told anybody: in lists, in what is said of its file, in notes.
  public var shownAddress: String { SafeText.withoutSecrets(address: address) }
}

/// The rows of the tables `source` and `connection`.
enum SourceRows {
  static let firstSchema = 3

  /// The row of a connected source.
  static func row(of name: String, in database: Database) throws -> Int64? {
    let statement = try database.makeStatement(
      sql: """
        SELECT source.row FROM source JOIN connection ON source.row = connection.source
        WHERE source.name = ?
        """)
    try statement.bind(name, at: 1)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// The version of a connected source that is in use, and whether newer ones wait since a person
  /// went back to it; nil where there is no such row.
  static func standing(
    ofSource row: Int64, in database: Database
  ) throws -> (version: Int, isPinned: Bool)? {
    let statement = try database.makeStatement(
      sql: "SELECT version, is_pinned FROM connection WHERE source = ?")
    try statement.bind(row, at: 1)
    guard try statement.step(), let version = statement.integer(0) else { return nil }
    return (Int(version), statement.integer(1) == 1)
  }

  /// Adds a source behind those that there are; false where one has its name.
  static func add(_ source: Source, in database: Database) throws -> Bool {
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO source (name, position)
        VALUES (?, (SELECT coalesce(max(position), 0) + 1 FROM source))
        ON CONFLICT (name) DO NOTHING
        """)
    let before = database.totalChangesCount
    try insert.bind(source.name, at: 1)
    _ = try insert.step()
    guard database.totalChangesCount > before else { return false }
    let connect = try database.makeStatement(
      sql: """
        INSERT INTO connection (source, address, level, columns, allows_http, placeholders,
          encoding, reading)
        VALUES (last_insert_rowid(), ?, ?, ?, ?, ?, ?, ?)
        """)
    try connect.bind(source.address, at: 1)
    try connect.bind(source.level.rawValue, at: 2)
    try connect.bind(source.columns, at: 3)
    try connect.bind(source.allowsHTTP ? 1 : 0, at: 4)
    try connect.bind(source.placeholders, at: 5)
    try connect.bind(source.encoding, at: 6)
    try connect.bind(source.reading, at: 7)
    _ = try connect.step()
    return true
  }

  /// Every connected source, in the order in which their phrases come.
  static func all(in database: Database) throws -> [Source] {
    // A store that can only be read may be one of an older schema.
    let schema = try Schema.number(of: database)
    let hasPlaceholders = schema >= Schema.firstWithPlaceholders
    let hasReleases = schema >= Schema.firstWithIdentity
    let hasReading = schema >= Schema.firstWithReading
    let statement = try database.makeStatement(
      sql: """
        SELECT source.row, name, address, level, columns, allows_http, connection.tag,
          connection.hash, version, seen_version, is_pinned, checked, failing_since, failure,
          held.time, held.hash, held.author, held.message, held.reason, held.bytes,
          \(hasPlaceholders ? "placeholders" : "''"),
          \(hasReleases
            ? "encoding, reader, read_as, connection.release, held.polls" : "'', 0, '', NULL, 0"),
          \(hasReading ? "reading, mapped" : "'', ''")
        FROM source JOIN connection ON source.row = connection.source
          LEFT JOIN held ON source.row = held.source
        ORDER BY source.position, source.row
        """)
    var sources: [Source] = []
    while try statement.step() { sources.append(try source(in: statement)) }
    return sources
  }

  private static func source(in row: Statement) throws -> Source {
    guard let name = row.text(1), let address = row.text(2),
      let level = row.text(3).flatMap(Level.init), let columns = row.text(4),
      let allowsHTTP = row.integer(5), let version = row.integer(8),
      let seenVersion = row.integer(9), let isPinned = row.integer(10),
      let placeholders = row.text(20), let encoding = row.text(21), let reading = row.text(26),
      let mapped = row.text(27)
    else {
      throw PhraseRows.Unreadable(row: StoreRow(table: "connection", number: row.integer(0) ?? 0))
    }
    var source = Source(
      name: name, address: address, level: level, columns: columns, placeholders: placeholders,
      encoding: encoding, reading: reading, allowsHTTP: allowsHTTP == 1)
    source.mapped = mapped
    source.tag = row.text(6)
    source.hash = row.text(7)
    source.version = Int(version)
    source.seenVersion = Int(seenVersion)
    source.isPinned = isPinned == 1
    source.checked = row.integer(11)
    source.reader = Int(row.integer(22) ?? 0)
    source.readAs = row.text(23) ?? ""
    source.release = row.integer(24).map(Int.init)
    if let since = row.integer(12) {
      // Versions before this one noted the address of a file with errors as it is.
      source.failure = Source.Failure(
        since: since, sentence: SafeText.withoutSecrets(in: row.text(13) ?? ""))
    }
    if let time = row.integer(14), let hash = row.text(15) {
      source.held = Source.Held(
        time: time, hash: hash, author: row.text(16) ?? "", message: row.text(17) ?? "",
        reason: row.text(18) ?? "", byteCount: Int(row.integer(19) ?? 0),
        polls: Int(row.integer(25) ?? 0))
    }
    return source
  }
}
