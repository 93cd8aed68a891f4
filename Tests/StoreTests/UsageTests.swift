import Glibc
import Phrases
import Testing

@testable import Store

@Suite struct UsageTests {
  private let now: Int64 = 1_800_000_000
  private let day: Int64 = 24 * 3_600

  private func send(_ id: String, daysAgo: Int64, keystrokes: Int = 3) -> Send {
    Send(
      key: PhraseKey(source: "kb", id: id), time: now - daysAgo * day, way: "tmux",
      keystrokes: keystrokes, milliseconds: 500)
  }

  @Test func `sends of more than ninety days ago become one row a phrase and day`() throws {
    let store = try Store.open(at: try Scratch().store)
    let old = [
      send("a", daysAgo: 100), send("a", daysAgo: 100, keystrokes: 5), send("b", daysAgo: 100),
      send("a", daysAgo: 91),
    ]
    let kept = [send("a", daysAgo: 90), send("a", daysAgo: 1)]
    for send in old + kept { try store.record(send) }

    #expect(try store.condenseUsage(at: now) == 4)
    let usage = try store.usage()
    #expect(usage.sends == kept)
    #expect(usage.totals.map(\.sends) == [2, 1, 1])
    #expect(usage.totals.map(\.keystrokes) == [8, 3, 3])
    #expect(usage.totals.map(\.key.id) == ["a", "b", "a"])
    #expect(usage.totals[0].day == Day(iso: "2026-10-07"))
    #expect(try store.condenseUsage(at: now) == 0)
  }

  @Test func `sends that come late for a day are added to its row`() throws {
    let store = try Store.open(at: try Scratch().store)
    for _ in 0..<3 {
      try store.record(send("a", daysAgo: 100))
      try store.condenseUsage(at: now)
    }
    #expect(try store.usage().totals.map(\.sends) == [3])
  }

  @Test func `searches with nothing sent are kept for ninety days`() throws {
    let store = try Store.open(at: try Scratch().store)
    let old = FruitlessSearch(time: now - 91 * day, query: "yunfei", hits: 0)
    let new = FruitlessSearch(time: now - 89 * day, query: "发票", hits: 12)
    for search in [old, new] { try store.record(search) }
    #expect(try store.usage().searches == [old, new])
    try store.condenseUsage(at: now)
    #expect(try store.usage().searches == [new])
  }

  @Test func `what is erased is in none of the files any more`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    _ = try store.importPersonal(made(0..<5))
    let secret = "wo-de-mi-mi"
    for daysAgo: Int64 in [1, 200] { try store.record(send(secret, daysAgo: daysAgo)) }
    try store.condenseUsage(at: now)
    try store.record(FruitlessSearch(time: now, query: secret, hits: 0))
    try store.backUp(on: try #require(Day(iso: "2026-11-22")))
    #expect(occurrences(of: secret, under: scratch.folder) > 0)

    // What a process that was killed, or a rescue, has left.
    try write(Array(secret.utf8), to: store.backups.folder + "/unfinished-1")
    try write(Array(secret.utf8), to: store.backups.folder + "/phrases-2026-11-21.sqlite")
    try write([1], to: store.path + ".damaged-20261121T101112")

    let erased = try store.eraseUsage()
    #expect(erased.sends == 1 && erased.totals == 1 && erased.searches == 1)
    #expect(erased.remaining == [store.path + ".damaged-20261121T101112"])
    #expect(try store.usage() == Usage())
    #expect(try store.phrases().count == 5)
    #expect(occurrences(of: secret, under: scratch.folder) == 0)
    store.close()
    #expect(occurrences(of: secret, under: scratch.folder) == 0)
  }

  @Test func `several that erase and copy at once all do, and say nothing else`() async throws {
    let path = try Scratch().store
    let (now, day) = (now, try #require(Day(iso: "2026-11-22")))
    _ = try Store.open(at: path).importPersonal(made(0..<50))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<6 {
        group.addTask {
          let store = try Store.open(at: path)
          defer { store.close() }
          for round in 0..<15 {
            try store.record(FruitlessSearch(time: now, query: "q\(number)-\(round)", hits: 0))
            if number.isMultiple(of: 2) {
              let leftover = try store.eraseUsage().leftover
              #expect(leftover == nil)
            } else {
              try store.backUp(on: day)
            }
          }
        }
      }
      try await group.waitForAll()
    }
    let store = try Store.open(at: path)
    #expect(names(in: store.backups.folder) == ["phrases-2026-11-22.sqlite"])
  }

  @Test func `what is erased stays so where the copies cannot be changed`() throws {
    let store = try Store.open(at: try Scratch().store)
    _ = try store.importPersonal(made(0..<5))
    try store.record(send("a", daysAgo: 1))
    try write([], to: store.backups.folder)
    #expect(try store.eraseUsage().leftover == nil)
    unlink(store.backups.folder)
    try store.record(send("a", daysAgo: 1))
    try store.backUp(on: try #require(Day(iso: "2026-11-22")))
    var erased = try store.eraseUsage()
    #expect(erased.sends == 1 && erased.leftoverSentence(.english) == nil)
    erased.leftover = .busy(path: "/a/b")
    for language in Language.allCases {
      #expect(erased.leftoverSentence(language)?.contains("/a/b") == true)
    }
  }

  /// In how many files below a folder that text stands.
  private func occurrences(of text: String, under folder: String) -> Int {
    let script = "grep -r -a -l -- \(text) \(folder) | wc -l | { read n; exit $n; }"
    return Int(run("/bin/sh", "-c", script))
  }
}
