import Foundation
import Phrases
import Store
import TestFolder
import Testing

@testable import Keeping

@Suite struct DailyCareTests {
  @Test func `A store is looked over and copied once a day, and a damaged one is not copied`()
    throws
  {
    let scratch = try Scratch()
    let day = try #require(Day(iso: "2026-11-22"))
    let next = try #require(Day(iso: "2026-11-23"))
    let store = try Store.open(at: scratch.store)
    try store.record(.own("1"))
    var care = DailyCare()
    try care.tend(store, at: SystemClock.unixTime + 91 * 86_400, on: day)
    #expect(copies(beside: scratch.store) == ["phrases-2026-11-22.sqlite"])
    #expect(try store.usage().totals.map(\.sends) == [1])

    try store.record(.own("2"))
    store.close()
    let damaged = try damageRow(scratch.store)
    #expect(throws: StoreError.self) {
      try care.tend(damaged, at: SystemClock.unixTime, on: next)
    }
    #expect(copies(beside: scratch.store) == ["phrases-2026-11-22.sqlite"])
  }

  private func copies(beside store: String) -> [String] {
    let folder = URL(filePath: store).deletingLastPathComponent().appending(path: "backups").path
    return (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
  }

  /// Breaks a row that only a full check finds, and opens the store again.
  private func damageRow(_ path: String) throws -> Store {
    var bytes = try Data(contentsOf: URL(filePath: path))
    let place = try #require(bytes.range(of: Data("personal2".utf8)))
    bytes[place.lowerBound] = 0xFF
    try bytes.write(to: URL(filePath: path))
    return try Store.open(at: path)
  }
}
