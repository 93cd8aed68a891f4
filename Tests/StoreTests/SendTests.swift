import GRDB
import Phrases
import Testing

@testable import Store

@Suite struct SendTests {
  @Test func `what was recorded is read back from a time on, the oldest first`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    for number in [3, 1, 2] { try store.record(.made(number)) }
    #expect(try store.sends(since: 0) == [1, 2, 3].map { .made($0) })
    #expect(try store.sends(since: Send.made(2).time) == [.made(2), .made(3)])
    #expect(try store.sends(since: Send.made(3).time + 1).isEmpty)
  }

  @Test func `a send is kept when the call returns, and another desk reads it`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    try store.record(.made(1))
    let other = try Store.open(at: scratch.store, mode: .readOnly)
    #expect(try other.sends(since: 0) == [.made(1)])
  }

  @Test(arguments: ["WAL", "DELETE"])
  func `recording does not make later changes less safe`(journal: String) throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    try store.queue.inDatabase { try $0.execute(sql: "PRAGMA journal_mode = \(journal)") }
    try store.record(.made(1))
    let safety = try store.queue.inDatabase {
      try String.fetchOne($0, sql: "PRAGMA synchronous")
    }
    #expect(safety == "2")
    #expect(try store.sends(since: 0) == [.made(1)])
    store.close()
    #expect(
      failure { () throws(StoreError) in try store.record(.made(2)) }
        == .other(path: scratch.store, code: 21))
  }

  @Test func `usage outlives the phrase, and an import leaves it alone`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    try store.record(.made(1))
    _ = try store.importPersonal(made(0..<3))
    try sql(scratch.store, "DELETE FROM phrase")
    #expect(try store.sends(since: 0) == [.made(1)])
  }

  @Test func `a store that is only read records nothing and says so`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<1))
    let store = try Store.open(at: path, mode: .readOnly)
    #expect(
      failure { () throws(StoreError) in try store.record(.made(1)) } == .readOnly(path: path))
  }

  @Test func `a cell that is no text is a damaged row`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    try store.record(.made(1))
    try sql(scratch.store, "UPDATE send SET id = CAST(x'ff' AS TEXT)")
    #expect(
      failure { () throws(StoreError) in try store.sends(since: 0) }
        == .damaged(path: scratch.store, row: StoreRow(table: "send", number: 1)))
  }
}

extension Send {
  static func made(_ number: Int) -> Send {
    Send(
      key: PhraseKey(source: "file", id: "id-\(number)"), time: 1_763_800_000 + Int64(number),
      way: "tmux", keystrokes: number, milliseconds: 100 * number)
  }
}
