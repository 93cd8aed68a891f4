import GRDB
import Phrases

/// What tells one state of the phrases in a store from another, without a look at them.
public struct Standing: Hashable, Sendable {
  /// A connected source, as far as it says which phrases there are.
  public struct Entry: Hashable, Sendable {
    public let name: String
    public let version: Int
    /// How many phrases it has.
    public let count: Int
  }

  /// The connected sources, in the order of their phrases.
  public private(set) var sources: [Entry] = []
  /// Differs where the agent's own phrases are others, or stand elsewhere.
  public private(set) var own = OwnMark()

  /// The same without the counts, which is had at once however many phrases there are.
  public var edition: Edition {
    Edition(
      sources: sources.map { Edition.Entry(name: $0.name, version: $0.version) }, own: own.ofPhrases
    )
  }

  /// How many phrases there are.
  public var count: Int { sources.reduce(own.count) { $0 + $1.count } }

  /// That of a store without phrases.
  public init() {}

  /// To be called inside a transaction, which `own` was made in as well.
  init(_ own: OwnMark, in database: Database) throws {
    self.own = own
    guard try Schema.number(of: database) >= SourceRows.firstSchema else { return }
    let statement = try database.makeStatement(
      sql: """
        SELECT source.row, name, version,
          (SELECT count(*) FROM phrase WHERE phrase.source = source.row)
        FROM source JOIN connection ON source.row = connection.source
        ORDER BY source.position, source.row
        """)
    while try statement.step() {
      guard let name = statement.text(1), let version = statement.integer(2),
        let count = statement.integer(3)
      else {
        throw PhraseRows.Unreadable(
          row: StoreRow(table: "connection", number: statement.integer(0) ?? 0))
      }
      sources.append(Entry(name: name, version: Int(version), count: Int(count)))
    }
  }
}

/// A number made of the agent's own phrases, of their places, and of what she has arranged.
///
/// Made of each row by itself and added up, so that the rows can be read in any order; a row counts with
/// its position, so that two that have changed places are noticed.
public struct OwnMark: Hashable, Sendable {
  private var sum: UInt64 = 0
  /// That of what is arranged and shows in the list of phrases, and that of pins and values.
  private var arranged: UInt64 = 0
  private var kept: UInt64 = 0
  /// How many phrases there are.
  public private(set) var count = 0

  public init() {}

  /// To be called inside a transaction.
  init(in database: Database) throws {
    try addArrangement(in: database)
    let checksum = try PhraseRows.hasChecksums(database) ? "checksum" : "NULL"
    guard let source = try PersonalImport.row(in: database) else { return }
    let statement = try database.makeStatement(
      sql: "SELECT \(checksum), position FROM phrase WHERE source = ?")
    try statement.bind(source, at: 1)
    while try statement.step() {
      add(checksum: statement.integer(0), position: statement.integer(1) ?? 0)
    }
  }

  /// Whether the agent's own phrases are the same, in the same places.
  public func hasSamePhrases(as other: OwnMark) -> Bool {
    sum == other.sum && count == other.count
  }

  /// Adds a row; one that was written before there were checksums has none.
  mutating func add(checksum: Int64?, position: Int64) {
    var row = Checksum()
    row.add(UInt64(bitPattern: checksum ?? 0))
    row.add(UInt64(bitPattern: position))
    sum &+= OwnMark.mixed(row.value)
    count += 1
  }

  /// Adds a row of what is arranged, by its checksum.
  mutating func add(arrangement checksum: Int64?, showsInList: Bool) {
    let number = OwnMark.mixed(UInt64(bitPattern: checksum ?? 0))
    if showsInList { arranged &+= number } else { kept &+= number }
  }

  /// The same for whoever has phrases in sight: a pin or a value makes none of them another.
  var ofPhrases: OwnMark {
    var mark = self
    mark.kept = 0
    return mark
  }

  /// SplitMix64's last steps (Steele, Lea, Flood 2014): without them the sum of two rows would often be
  /// the same after they have changed places, since a checksum's steps nearly add up.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = (value ^ value &>> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value &>> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value &>> 31
  }
}
