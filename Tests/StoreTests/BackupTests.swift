import Phrases
import Testing

@testable import Store

@Suite struct BackupTests {
  private func day(_ number: Int) throws -> Day {
    try #require(Day(year: 2026, month: 11, day: number))
  }

  @Test func `a copy is a store of what only this one has`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    _ = try store.importPersonal(made(0..<9))
    _ = try store.connect(
      Source(name: "kb", address: "/srv/kb.csv", columns: "title=subject", encoding: "gbk"))
    _ = try store.update(
      source: "kb", from: 0, to: SourceState(phrases: made(20..<30), hash: "h", time: 5))
    try store.record(.made(1))
    try store.record(FruitlessSearch(time: 7, query: "yf", hits: 0))
    try store.backUp(on: day(22))

    let copy = try Store.open(at: store.backups.path(of: day(22)), mode: .readOnly)
    #expect(try copy.phrases() == made(0..<9).map(\.asPersonal))
    #expect(try copy.usage() == store.usage())
    #expect(try copy.sources().map(\.columns) == ["title=subject"])
    #expect(try copy.sources().map(\.encoding) == ["gbk"])
    #expect(
      try sql(copy.path, "SELECT store FROM identity")
        == sql(store.path, "SELECT store FROM identity"))
    #expect(try copy.report().faults == 0)
    #expect(StoreFile(path: copy.path).mode == 0o600)
    #expect(StoreFile(path: store.backups.folder).mode == 0o700)
    #expect(names(in: store.backups.folder) == ["phrases-2026-11-22.sqlite"])
  }

  @Test func `the last seven days are kept, each as it was last`() throws {
    let store = try Store.open(at: try Scratch().store)
    for number in 1...10 {
      _ = try store.importPersonal([.made(2 * number)])
      try store.backUp(on: day(number))
      _ = try store.importPersonal([.made(2 * number + 1)])
      try store.backUp(on: day(number))
    }
    #expect(try store.backups.days == (4...10).reversed().map(day))
    let oldest = try Store.open(at: store.backups.path(of: day(4)), mode: .readOnly)
    #expect(try oldest.count == 8)
  }

  @Test func `a store with nothing of its own is not copied`() throws {
    let store = try Store.open(at: try Scratch().store)
    try store.backUp(on: day(1))
    #expect(store.backups.days.isEmpty)
  }

  @Test func `a copy that cannot be made leaves the others, and says why`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    _ = try store.importPersonal(made(0..<3))
    let today = try day(22)
    try write([], to: store.backups.folder)
    let error = failure { () throws(StoreError) in
      try store.backUp(on: today)
    }
    #expect(error == .noFolder(path: store.backups.folder))
  }

  @Test func `a damaged copy is passed over for the one before`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    _ = try store.importPersonal(made(0..<3))
    try store.backUp(on: day(1))
    _ = try store.importPersonal(made(3..<6))
    try store.backUp(on: day(2))
    try write([1, 2, 3], to: store.backups.path(of: day(2)))
    let newest = try #require(store.backups.newest(ofStore: nil, on: day(3)).first)
    #expect(try newest.day == day(1))
    #expect(newest.belongings.personal.count == 3)
  }
}
