import GRDB
import Phrases
import Testing

@testable import Store

@Suite struct AccessTests {
  @Test func `a store that another program holds is busy after the time-out`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    _ = try store.importPersonal(made(0..<2))
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: scratch.store, configuration: configuration)
    try other.inDatabase { try $0.beginTransaction(.immediate) }
    #expect(try store.count == 2)
    #expect(
      failure { () throws(StoreError) in try store.importPersonal(made(0..<3)) }
        == .busy(path: scratch.store))
    try other.inDatabase { try $0.rollback() }
    #expect(try store.importPersonal(made(0..<3)).added == 1)
  }

  @Test func `a closed store throws, and can be closed again`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    store.close()
    store.close()
    let misuse = StoreError.other(path: scratch.store, code: 21)
    #expect(failure { () throws(StoreError) in try store.phrases() } == misuse)
    #expect(failure { () throws(StoreError) in try store.report() } == misuse)
    #expect(failure { () throws(StoreError) in try store.importPersonal([]) } == misuse)
    #expect(StoreFile(path: scratch.store).log.bytes == 0)
  }

  @Test func `the connection is set up for safety`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding([])
    let queue = try Connection.open(StoreFile(path: path), readOnly: false)
    let expected = [
      "synchronous": "2", "foreign_keys": "1", "trusted_schema": "0",
      "journal_size_limit": "\(Connection.logLimit)", "cell_size_check": "1", "mmap_size": "0",
    ]
    for (name, value) in expected {
      let found = try queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA \(name)") }
      #expect(found == value, "\(name)")
    }
  }

  @Test func `reading sources in order uses the index, without sorting`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<10))
    let queue = try Connection.open(StoreFile(path: path), readOnly: true)
    let plan = try queue.inDatabase { database in
      try Row.fetchAll(
        database,
        sql: "EXPLAIN QUERY PLAN SELECT text FROM phrase WHERE source = 1 ORDER BY position, row"
      ).map { $0["detail"] as String }
    }
    #expect(plan == ["SEARCH phrase USING INDEX phrase_in_order (source=?)"])
  }

  @Test func `sources come in their order, phrases by position in each`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<2))
    try sql(
      path,
      """
      INSERT INTO source (name, position) VALUES ('shop', -1);
      INSERT INTO phrase (source, id, position, level, department, category, subcategory, title,
        text, keywords, code, attachments, draft)
      VALUES (2, 'late', 9, 'company', '', '', '', 't', 't', '[]', '', '[]', 0),
        (2, 'early', 1, 'department', '', '', '', 't', 't', '[]', '', '[]', 0);
      """)
    let store = try Store.open(at: path)
    #expect(
      try store.phrases().map(\.key.description) == [
        "shop/early", "shop/late", "personal/id-0", "personal/id-1",
      ])
    #expect(try store.phrases().prefix(2).map(\.level) == [.department, .company])
    #expect(try store.report().counts.map(\.phrases) == [1, 1, 2])
  }

  @Test func `a report holds sizes, modes and counts, and no text`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<30))
    let report = try Store.open(at: path).report()
    #expect(report.schemaVersion == Schema.known)
    #expect(report.journalMode == "wal")
    #expect(report.fileBytes >= 8_192)
    #expect(report.fileMode == 0o600)
    #expect(report.folderMode == 0o700)
    #expect(report.counts.map(\.phrases) == [30])
    #expect(report.counts.map(\.level) == ["personal"])
    #expect(!"\(report)".contains("退款"))
  }
}
