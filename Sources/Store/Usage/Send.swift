import GRDB
import Phrases

/// One phrase that was sent: which, when, how, and with how much effort; never its text.
public struct Send: Hashable, Sendable {
  public var key: PhraseKey
  /// When, in seconds since 1970 (UTC).
  public var time: Int64
  /// What took it first, as the ways are named in the settings: `xclip`; `output` for what a command
  /// wrote to standard output.
  public var way: String
  /// The keys from reaching for the search box to the one that sent it; 0 where a command sent it.
  public var keystrokes: Int
  /// And the time between the two.
  public var milliseconds: Int

  public init(key: PhraseKey, time: Int64, way: String, keystrokes: Int, milliseconds: Int) {
    self.key = key
    self.time = time
    self.way = way
    self.keystrokes = keystrokes
    self.milliseconds = milliseconds
  }
}

/// The rows of the table `send`.
enum SendRows {
  /// The schema that brought the table; an older store that is only read has none.
  static let firstSchema = 2

  static func append(_ send: Send, in database: Database) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO send (source, id, time, way, keystrokes, milliseconds)
        VALUES (?, ?, ?, ?, ?, ?)
        """)
    try statement.bind(send.key.source, at: 1)
    try statement.bind(send.key.id, at: 2)
    try statement.bind(send.time, at: 3)
    try statement.bind(send.way, at: 4)
    try statement.bind(Int64(send.keystrokes), at: 5)
    try statement.bind(Int64(send.milliseconds), at: 6)
    _ = try statement.step()
  }

  /// The sends from a time on, the oldest first.
  static func since(_ time: Int64, in database: Database) throws -> [Send] {
    let statement = try database.makeStatement(
      sql: """
        SELECT row, source, id, time, way, keystrokes, milliseconds
        FROM send WHERE time >= ? ORDER BY time, row
        """)
    try statement.bind(time, at: 1)
    var sends: [Send] = []
    while try statement.step() {
      guard let send = send(in: statement) else {
        throw PhraseRows.Unreadable(
          row: StoreRow(table: "send", number: statement.integer(0) ?? 0))
      }
      sends.append(send)
    }
    return sends
  }

  /// The send in a row whose columns begin with the row's number; nil where it holds something else.
  static func send(in row: Statement) -> Send? {
    guard let source = row.text(1), let id = row.text(2), let time = row.integer(3),
      let way = row.text(4), let keystrokes = row.integer(5), let milliseconds = row.integer(6)
    else { return nil }
    return Send(
      key: PhraseKey(source: source, id: id), time: time, way: way, keystrokes: Int(keystrokes),
      milliseconds: Int(milliseconds))
  }
}
