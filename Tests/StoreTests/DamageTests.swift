import Phrases
import Testing

@testable import Store

@Suite struct DamageTests {
  /// Everything that a desk and its commands do with a store; whatever happens must be a
  /// `StoreError`, which the type says, and not a crash.
  private func useFully(_ path: String) -> StoreError? {
    failure { () throws(StoreError) in
      let store = try Store.open(at: path)
      defer { store.close() }
      let phrases = failure { () throws(StoreError) in try store.phrases() }
      let rest = [
        failure { () throws(StoreError) in try store.count },
        failure { () throws(StoreError) in try store.report() },
        failure { () throws(StoreError) in try store.importPersonal(made(5..<30)) },
      ]
      if let error = phrases ?? rest.compactMap(\.self).first { throw error }
    }
  }

  @Test func `a hundred stores with one flipped bit each do not crash`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<60))
    let sound = try bytes(of: path)
    var random = SeededGenerator(seed: 42)
    var damaged = 0
    for round in 0..<100 {
      var file = sound
      // Half of them where the structure is: the header, the schema, the heads of the pages.
      let page = Int.random(in: 0..<(sound.count / 4096), using: &random) * 4096
      let place =
        round % 2 == 0
        ? Int.random(in: 0..<sound.count, using: &random)
        : page + Int.random(in: 0..<120, using: &random)
      file[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      let flipped = try scratch.file("flip-\(round).sqlite", file)
      if let error = useFully(flipped) {
        damaged += 1
        #expect(!error.sentence(.english).contains("SQLite"))
      }
    }
    #expect(damaged > 10)
  }

  @Test func `fifty stores cut short are refused or read, and never crash`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<60))
    let sound = try bytes(of: path)
    for round in 1...50 {
      let length = sound.count * round / 51
      let cut = try scratch.file("cut-\(round).sqlite", Array(sound[..<length]))
      let error = useFully(cut)
      #expect(error == .damaged(path: cut, row: nil), "cut at \(length)")
    }
  }

  @Test(arguments: [1, 15, 16, 99, 100, 511, 512, 4096, 100_000])
  func `a file of random bytes is refused and left as it is`(_ length: Int) throws {
    var random = SeededGenerator(seed: UInt64(length))
    try expectRefused((0..<length).map { _ in UInt8.random(in: 0...255, using: &random) })
  }

  @Test(arguments: ["x", "title,text\nHello,Hello\n", String(repeating: "话术\n", count: 2_000)])
  func `a text file is refused and left as it is`(_ text: String) throws {
    try expectRefused(Array(text.utf8))
  }

  private func expectRefused(_ content: [UInt8]) throws {
    let scratch = try Scratch()
    let path = try scratch.file("phrases.sqlite", content)
    for mode in [Store.Mode.readWrite, .readOnly] {
      #expect(
        failure { () throws(StoreError) in try Store.open(at: path, mode: mode) }
          == .damaged(path: path, row: nil))
    }
    #expect(try bytes(of: path) == content)
    #expect(StoreFile(path: path).log.kind == .missing)
  }

  @Test func `an empty file is a new store`() throws {
    let scratch = try Scratch()
    let path = try scratch.file()
    #expect(try Store.open(at: path, mode: .readOnly).phrases() == [])
    let store = try Store.open(at: path)
    #expect(try store.importPersonal(made(0..<1)).added == 1)
  }

  @Test func `an emptied file beside a log that is not is damaged, not new`() throws {
    let scratch = try Scratch()
    let path = try scratch.file()
    let log = try scratch.file("phrases.sqlite-wal", [1, 2, 3])
    #expect(
      failure { () throws(StoreError) in try Store.open(at: path) }
        == .damaged(path: path, row: nil))
    #expect(try bytes(of: log) == [1, 2, 3])
  }

  @Test(arguments: [
    "level = 'boss'", "valid_from = 'soon'", "valid_until = '2026-02-30'", "draft = 2",
    "keywords = '[1]'", "keywords = '[\"a\"'", "attachments = ''", "id = ''", "text = ''",
    "text = CAST(x'61FF62' AS TEXT)", "category = CAST(x'E58F' AS TEXT)",
  ])
  func `a cell that holds what it must not is named by its row`(_ change: String) throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<5))
    try sql(path, "UPDATE phrase SET \(change) WHERE row = 3")
    let store = try Store.open(at: path)
    let error = StoreError.damaged(path: path, row: StoreRow(table: "phrase", number: 3))
    #expect(failure { () throws(StoreError) in try store.phrases() } == error)
    #expect(error.sentence(.english).contains("table phrase, row 3"))
    #expect(error.sentence(.chinese).contains("第 3 行"))
  }

  @Test func `a missing table is a damaged store`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<5))
    try sql(path, "DROP TABLE phrase")
    let store = try Store.open(at: path)
    #expect(
      failure { () throws(StoreError) in try store.phrases() } == .damaged(path: path, row: nil))
    #expect(
      failure { () throws(StoreError) in try store.importPersonal(made(0..<1)) }
        == .damaged(path: path, row: nil))
  }

  @Test func `the report counts the faults of a store that still opens`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<5))
    #expect(try Store.open(at: path).report().faults == 0)
    try sql(path, "UPDATE phrase SET level = 'boss' WHERE row < 3")
    #expect(try Store.open(at: path).report().faults > 0)
  }
}
