import GRDB
import Phrases

/// A search after which nothing was sent: what the knowledge base lacks, or what was not found in it.
public struct FruitlessSearch: Hashable, Sendable {
  /// When it was given up, in seconds since 1970 (UTC).
  public var time: Int64
  /// As typed; never a pasted message.
  public var query: String
  /// How many phrases it found.
  public var hits: Int

  public init(time: Int64, query: String, hits: Int) {
    self.time = time
    self.query = query
    self.hits = hits
  }
}

/// The sends of one phrase on one day, after the rows for each are gone.
public struct SendTotal: Hashable, Sendable {
  public var key: PhraseKey
  /// The day in UTC.
  public var day: Day
  public var sends: Int
  /// Sums over the sends.
  public var keystrokes: Int
  public var milliseconds: Int

  public init(key: PhraseKey, day: Day, sends: Int, keystrokes: Int, milliseconds: Int) {
    self.key = key
    self.day = day
    self.sends = sends
    self.keystrokes = keystrokes
    self.milliseconds = milliseconds
  }
}

/// Everything that is kept of what an agent does.
public struct Usage: Equatable, Sendable {
  /// How long each send keeps a row of its own, in seconds: 90 days.
  static let memory: Int64 = 90 * 24 * 3_600

  public var sends: [Send] = []
  public var totals: [SendTotal] = []
  public var searches: [FruitlessSearch] = []

  public init() {}
}

/// How many rows of usage were erased.
public struct ErasedUsage: Equatable, Sendable {
  public var sends = 0
  public var totals = 0
  public var searches = 0
  public var reports = 0
  /// What fills placeholders from then on.
  public var values = 0
  /// Files of earlier rescues, which may hold more, and are left to whoever needs them.
  public var remaining: [String] = []
  /// Why the bytes of what is erased may still stand in a file, where they may.
  public var leftover: StoreError?

  public init() {}
}

// MARK: - In the store

extension Store {
  /// Records a search that ended with nothing sent; it is on the disk when the call returns.
  public func record(_ search: FruitlessSearch) throws(StoreError) {
    try write { try UsageRows.append(search, in: $0) }
  }

  /// All usage, each kind with the oldest first.
  public func usage() throws(StoreError) -> Usage {
    try access(.deferred) { try UsageRows.all(in: $0) }
  }

  /// Adds sends of more than 90 days ago to one row for each phrase and day, and forgets searches of
  /// then.
  ///
  /// - Returns: how many rows of sends that made superfluous.
  @discardableResult
  public func condenseUsage(at now: Int64) throws(StoreError) -> Int {
    try write { try UsageRows.condense(before: now - Usage.memory, in: $0) }
  }

  /// Erases all usage, with the reports and the values that are filled in, here and in the backups, so that the files hold none of it any more.
  ///
  /// Other desks of this user may go on recording. What is thrown means that nothing is erased; what
  /// comes after that does not undo it, and is ``ErasedUsage/leftover``.
  public func eraseUsage(
    keepingValues keepsValues: Bool = false
  ) throws(StoreError) -> ErasedUsage {
    if isReadOnly { throw .readOnly(path: path) }
    var erased = try write { try UsageRows.erase(keepingValues: keepsValues, in: $0) }
    erased.remaining = damagedFiles
    do throws(StoreError) {
      try overwriteFreePages()
      try backups.eraseUsage(keepingValues: keepsValues)
    } catch {
      erased.leftover = error
    }
    return erased
  }

  /// Makes what was erased be nowhere in the file, as long as others leave room for that.
  private func overwriteFreePages() throws(StoreError) {
    do {
      // The pages that held it are free now, and are overwritten by leaving them out.
      try Connection.waitingForOthers {
        try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM") }
      }
      // What was erased may stand in the log until that is cut, which SQLite refuses at once while
      // another process does the same.
      try Connection.waitingForOthers {
        guard Connection.emptyLog(queue) else { throw DatabaseError(resultCode: .SQLITE_BUSY) }
      }
    } catch {
      throw StoreError(error, path: path)
    }
  }
}

/// The rows of the tables `send`, `send_total` and `fruitless_search`, and what is erased with them.
enum UsageRows {
  static let tables = ["send", "send_total", "fruitless_search", "report"]

  /// The schema that brought the tables beside `send`.
  private static let firstSchema = 3

  static func append(_ search: FruitlessSearch, in database: Database) throws {
    let statement = try database.makeStatement(
      sql: "INSERT INTO fruitless_search (time, query, hits) VALUES (?, ?, ?)")
    try statement.bind(search.time, at: 1)
    try statement.bind(search.query, at: 2)
    try statement.bind(Int64(search.hits), at: 3)
    _ = try statement.step()
  }

  static func append(_ total: SendTotal, in database: Database) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO send_total (source, id, day, sends, keystrokes, milliseconds)
        VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT DO NOTHING
        """)
    try statement.bind(total.key.source, at: 1)
    try statement.bind(total.key.id, at: 2)
    try statement.bind(total.day.description, at: 3)
    try statement.bind(Int64(total.sends), at: 4)
    try statement.bind(Int64(total.keystrokes), at: 5)
    try statement.bind(Int64(total.milliseconds), at: 6)
    _ = try statement.step()
  }

  static func append(_ usage: Usage, in database: Database) throws {
    for send in usage.sends { try SendRows.append(send, in: database) }
    for total in usage.totals { try append(total, in: database) }
    for search in usage.searches { try append(search, in: database) }
  }

  static func all(in database: Database) throws -> Usage {
    var usage = Usage()
    let schema = try Schema.number(of: database)
    if schema >= SendRows.firstSchema {
      usage.sends = try SendRows.since(.min, in: database)
    }
    guard schema >= firstSchema else { return usage }
    let totals = try database.makeStatement(
      sql: """
        SELECT NULL, source, id, day, sends, keystrokes, milliseconds FROM send_total
        ORDER BY day, source, id
        """)
    while try totals.step() {
      guard let total = total(in: totals) else { throw unreadable("send_total") }
      usage.totals.append(total)
    }
    let searches = try database.makeStatement(
      sql: "SELECT row, time, query, hits FROM fruitless_search ORDER BY time, row")
    while try searches.step() {
      guard let search = search(in: searches) else { throw unreadable("fruitless_search") }
      usage.searches.append(search)
    }
    return usage
  }

  /// The total in a row, from its second column on; nil where it holds something else.
  static func total(in row: Statement) -> SendTotal? {
    guard let source = row.text(1), let id = row.text(2), let day = row.text(3).flatMap(Day.init),
      let sends = row.integer(4), let keystrokes = row.integer(5),
      let milliseconds = row.integer(6)
    else { return nil }
    return SendTotal(
      key: PhraseKey(source: source, id: id), day: day, sends: Int(sends),
      keystrokes: Int(keystrokes), milliseconds: Int(milliseconds))
  }

  /// The search in a row, from its second column on; nil where it holds something else.
  static func search(in row: Statement) -> FruitlessSearch? {
    guard let time = row.integer(1), let query = row.text(2), let hits = row.integer(3) else {
      return nil
    }
    return FruitlessSearch(time: time, query: query, hits: Int(hits))
  }

  static func condense(before time: Int64, in database: Database) throws -> Int {
    let aged = try database.makeStatement(
      sql: """
        INSERT INTO send_total (source, id, day, sends, keystrokes, milliseconds)
        SELECT source, id, date(time, 'unixepoch'), count(*), sum(keystrokes), sum(milliseconds)
        FROM send WHERE time < ? AND date(time, 'unixepoch') IS NOT NULL
        GROUP BY source, id, date(time, 'unixepoch')
        ON CONFLICT (source, id, day) DO UPDATE SET sends = sends + excluded.sends,
          keystrokes = keystrokes + excluded.keystrokes,
          milliseconds = milliseconds + excluded.milliseconds
        """)
    try aged.bind(time, at: 1)
    _ = try aged.step()
    let before = database.totalChangesCount
    let forget = try database.makeStatement(sql: "DELETE FROM send WHERE time < ?")
    try forget.bind(time, at: 1)
    _ = try forget.step()
    let count = database.totalChangesCount - before
    let searches = try database.makeStatement(sql: "DELETE FROM fruitless_search WHERE time < ?")
    try searches.bind(time, at: 1)
    _ = try searches.step()
    return count
  }

  static func erase(
    keepingValues keepsValues: Bool, in database: Database
  ) throws -> ErasedUsage {
    func rows(erasedBy body: () throws -> Void) rethrows -> Int {
      let before = database.totalChangesCount
      try body()
      return database.totalChangesCount - before
    }
    func erase(_ table: String) throws -> Int {
      try rows { try database.execute(sql: "DELETE FROM \(table)") }
    }
    var erased = ErasedUsage()
    erased.sends = try erase("send")
    erased.totals = try erase("send_total")
    erased.searches = try erase("fruitless_search")
    erased.reports = try erase("report")
    if keepsValues { return erased }
    erased.values = try rows { try ArrangementRows.removeAll(.value, in: database) }
    return erased
  }

  private static func unreadable(_ table: String) -> PhraseRows.Unreadable {
    PhraseRows.Unreadable(row: StoreRow(table: table, number: 0))
  }
}
