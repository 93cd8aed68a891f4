import Glibc
import Phrases
import Testing

@testable import Store

/// Stores that are gone, emptied or put in place of others, beside copies of all ages.
@Suite struct LostStoreTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

  private var backups: Backups { Backups(ofStoreAt: scratch.store) }

  /// Adds phrases to the store and makes the copy of a day.
  private func copy(_ numbers: Range<Int>, on iso: String) throws {
    let store = try Store.open(at: scratch.store)
    defer { store.close() }
    _ = try store.importPersonal(made(numbers))
    try store.backUp(on: day(iso))
  }

  private func removeStore() {
    for end in ["", "-wal", "-shm", "-journal"] { unlink(scratch.store + end) }
  }

  private func count(ofCopyAt path: String) throws -> Int {
    let copy = try Store.open(at: path, mode: .readOnly)
    defer { copy.close() }
    return try copy.count
  }

  @Test(arguments: [Store.Mode.readOnly, .readWrite])
  func `a store that is gone from beside its copies comes back, and that is said`(
    _ mode: Store.Mode
  ) throws {
    try copy(0..<40, on: "2026-11-20")
    let mark = try sql(scratch.store, "SELECT store FROM identity")
    removeStore()
    #expect(Store.isLost(at: scratch.store))
    let (store, rescue) = try Store.openRescuing(at: scratch.store, mode: mode)
    #expect(try store.ownPhrases().count == 40)
    #expect(try sql(scratch.store, "SELECT store || copies FROM identity") == "\(mark ?? "")1")
    let said = try #require(rescue)
    #expect(said.damagedPath == nil && said.personalPhrases == 40)
    #expect(said.sentence(.english).contains("gone"))
    #expect(said.sentence(.english).contains("2026-11-20"))
    #expect(said.sentence(.chinese).contains("不见了"))
    #expect(!Store.isLost(at: scratch.store))
  }

  @Test func `without copies a store that is not there is only a new one`() throws {
    let (store, rescue) = try Store.openRescuing(at: scratch.store)
    #expect(rescue == nil)
    #expect(try store.count == 0)
  }

  @Test(arguments: [
    ["2026-11-20", "2036-11-20", "2026-11-21"],
    ["2036-01-01", "2026-11-21", "1970-01-01"],
    ["2026-11-22", "2026-11-21", "2026-11-20"],
    ["2026-11-20", "2026-11-21", "2099-12-31"],
  ])
  func `the newest copy is the one with the highest number, whatever its date`(
    _ days: [String]
  ) throws {
    for (index, day) in days.enumerated() { try copy(0..<(10 * (index + 1)), on: day) }
    removeStore()
    let (store, rescue) = try Store.openRescuing(at: scratch.store)
    #expect(try store.count == 30)
    #expect(try rescue?.backup == day(try #require(days.last)))
    try copy(30..<31, on: "2026-11-23")
    #expect(try sql(scratch.store, "SELECT copies FROM identity") == "4")
  }

  @Test func `copies without numbers are told by their days, those of days to come last`() throws {
    for (number, iso) in ["2026-11-20", "2036-11-20", "2026-11-21"].enumerated() {
      try copy(0..<(10 * (number + 1)), on: iso)
      let path = backups.path(of: try day(iso))
      try sql(
        path,
        """
        DROP TABLE identity; DROP TABLE arrangement; DROP TABLE bin; DROP TABLE report;
        DELETE FROM grdb_migrations WHERE identifier IN ('v6', 'v7', 'v8')
        """)
      for column in ["encoding", "reader", "read_as", "release", "reading", "mapped"] {
        try sql(path, "ALTER TABLE connection DROP COLUMN \(column)")
      }
      try sql(path, "PRAGMA user_version = 5")
    }
    removeStore()
    let (store, rescue) = try Store.openRescuing(at: scratch.store)
    #expect(try store.count == 30)
    #expect(try rescue?.backup == day("2026-11-21"))
  }

  @Test func `a copy is not replaced by one of another store`() throws {
    try copy(0..<40, on: "2026-11-20")
    try write(bytes(of: scratch.store), to: scratch.folder + "/first.sqlite")
    let kept = try bytes(of: backups.path(of: day("2026-11-20")))
    removeStore()
    // Made by hand, or by a program that knows of no copies.
    try copy(50..<51, on: "2026-11-20")
    try copy(51..<52, on: "2026-11-20")
    #expect(try bytes(of: backups.path(of: day("2026-11-20"))) == kept)
    #expect(try backups.all.map { try count(ofCopyAt: $0) }.sorted() == [2, 40])
    #expect(try backups.days == [day("2026-11-20")])

    // Nothing tells which of the two is missed: both come back.
    removeStore()
    let (store, _) = try Store.openRescuing(at: scratch.store)
    #expect(try store.count == 42)
  }

  @Test func `a damaged store that says which it is takes nothing from another's copies`() throws {
    try copy(0..<40, on: "2026-11-20")
    removeStore()
    try copy(50..<53, on: "2026-11-20")
    try sql(scratch.store, "UPDATE phrase SET text = 'nothing like it' WHERE row = 2")
    let rescue = try #require(try Store.rescue(at: scratch.store))
    #expect(rescue.personalPhrases == 3)
  }

  @Test func `copies of days to come push no other out, and are not kept without end`() throws {
    for number in 1...9 { try copy(0..<number, on: "2036-11-0\(number)") }
    for number in 1...8 { try copy(0..<(9 + number), on: "2026-11-0\(number)") }
    let days = backups.days.map(\.description)
    #expect(days.filter { $0 < "2030" }.sorted() == (2...8).map { "2026-11-0\($0)" })
    #expect(days.filter { $0 > "2030" }.sorted() == (3...9).map { "2036-11-0\($0)" })
  }

  @Test func `a store that somebody put back from an old copy is counted on from the newest`()
    throws
  {
    try copy(0..<1, on: "2026-11-20")
    try copy(0..<2, on: "2026-11-21")
    try copy(0..<3, on: "2026-11-22")
    let old = try bytes(of: backups.path(of: day("2026-11-20")))
    removeStore()
    try write(old, to: scratch.store)
    try copy(10..<15, on: "2026-11-23")
    #expect(try sql(scratch.store, "SELECT copies FROM identity") == "4")
    removeStore()
    #expect(try Store.openRescuing(at: scratch.store).store.count == 6)
  }

  @Test func `whoever has the store open that is gone puts all of it back`() throws {
    let open = try Store.open(at: scratch.store)
    _ = try open.importPersonal(made(0..<5))
    _ = try open.connect(Source(name: "kb", address: "/srv/kb.csv"))
    try open.backUp(on: day("2026-11-20"))
    _ = try open.importPersonal(made(5..<9))
    _ = try open.update(
      source: "kb", from: 0, to: SourceState(phrases: made(20..<30), hash: "h", time: 5))
    try open.record(.made(1))
    #expect(!open.isGone)
    removeStore()
    #expect(open.isGone)
    let rescue = try #require(try Store.rescue(at: scratch.store, from: open))
    #expect(rescue.isWhole && rescue.backup == nil && rescue.damagedPath == nil)
    #expect(!open.isGone && open.isReplaced)
    let store = try Store.open(at: scratch.store)
    #expect(try store.ownPhrases().count == 9)
    #expect(try store.phrases(ofSource: "kb").count == 10)
    #expect(try store.sends(since: 0) == [.made(1)])
  }

  @Test func `a file that is cut under who has it open is noticed`() throws {
    let open = try Store.open(at: scratch.store)
    _ = try open.importPersonal(made(0..<50))
    #expect(!open.isCut)
    try open.record(.made(1))
    #expect(!open.isCut)
    try open.backUp(on: day("2026-11-20"))
    #expect(!open.isCut)
    truncate(scratch.store, 5_000)
    #expect(open.isCut)
    open.close()
    #expect(!open.isCut)
  }

  @Test func `a folder that was removed is not made again for a store that is open`() throws {
    let open = try Store.open(at: scratch.store)
    run("/bin/rm", "-rf", StoreFile(path: scratch.store).folder)
    #expect(!open.isGone && open.isReplaced)
  }

  @Test func `copies that only a later program can read are not taken for none`() throws {
    try copy(0..<3, on: "2026-11-20")
    let path = backups.path(of: try day("2026-11-20"))
    try sql(path, "INSERT INTO grdb_migrations VALUES ('v99'); PRAGMA user_version = 99")
    removeStore()
    #expect(
      failure { () throws(StoreError) in try Store.openRescuing(at: scratch.store) }
        == .newerSchema(path: path, found: 99, known: Schema.known))
    #expect(StoreFile(path: scratch.store).kind == .missing)
    // Nor does a new store's copy take its place.
    try copy(5..<6, on: "2026-11-20")
    #expect(try sql(path, "SELECT count(*) FROM phrase") == "3")
  }

  @Test func `copies that others may have put there are refused, and no new store begins`() throws {
    try copy(0..<3, on: "2026-11-20")
    chmod(backups.folder, 0o777)
    removeStore()
    let error = try #require(
      failure { () throws(StoreError) in try Store.openRescuing(at: scratch.store) })
    guard case .distrusted = error else {
      Issue.record("\(error)")
      return
    }
    #expect(StoreFile(path: scratch.store).kind == .missing)
  }

  @Test func `the store of before a migration is the last resort`() throws {
    let path = scratch.store
    try StoreFile.makeFolder(StoreFile(path: path).folder)
    try write([], to: path)
    try sql(path, SchemaTests.store5)
    try Store.open(at: path).close()
    removeStore()
    let (store, rescue) = try Store.openRescuing(at: path)
    #expect(try store.ownPhrases().map(\.title) == ["Hello"])
    #expect(try store.sources().map(\.name) == ["kb"])
    #expect(rescue?.backup != nil)
  }
}
