import Desk
import Foundation
import Phrases
import Search
import Store
import Testing

@testable import Session

@Suite struct PriorTests {
  private static let now: Int64 = 1_763_800_000
  private static let week: Int64 = 7 * 24 * 3600
  private static let library = Library(
    (0..<10).map { Phrase(key: key($0), title: "t\($0)", text: "x") })

  private static func key(_ number: Int) -> PhraseKey {
    PhraseKey(source: "personal", id: "\(number)")
  }

  private func sends(_ number: Int, times: Int, ago: Int64 = 0) -> [Send] {
    Array(
      repeating: Send(
        key: Self.key(number), time: Self.now - ago, way: "tmux", keystrokes: 1, milliseconds: 1),
      count: times)
  }

  private func points(_ sends: [Send], of number: Int) -> Int? {
    Prior(sends, at: Self.now, in: Self.library).points[PhraseNumber(rawValue: Int32(number))]
  }

  @Test func `Each doubling of the use is worth an eighth of all`() {
    #expect(points(sends(3, times: 1), of: 3) == 125)
    #expect(points(sends(3, times: 3), of: 3) == 250)
    #expect(points(sends(3, times: 255), of: 3) == Prior.maximum)
    #expect(points(sends(3, times: 9_999), of: 3) == Prior.maximum)
    #expect(points(sends(3, times: 1), of: 4) == nil)
  }

  @Test func `A send of a week ago weighs half, and of longer ago than is remembered nothing`() {
    #expect(points(sends(1, times: 6, ago: Self.week), of: 1) == 250)
    #expect(points(sends(1, times: 1, ago: 60 * Self.week), of: 1) == nil)
    let lately = points(sends(1, times: 4), of: 1) ?? 0
    let before = points(sends(1, times: 4, ago: 3 * Self.week), of: 1) ?? 0
    #expect(lately > before && before > 0)
  }

  @Test func `A clock that was put back does no harm, nor does a phrase that is gone`() {
    #expect(points(sends(1, times: 1, ago: -100 * Self.week), of: 1) == 125)
    #expect(points(sends(77, times: 5) + sends(1, times: 1), of: 1) == 125)
  }
}

@Suite struct UsageLogTests {
  private func phrases(_ count: Int) -> [Phrase] {
    (0..<count).map {
      Phrase(key: PhraseKey(source: "personal", id: "\($0)"), title: "t", text: "x")
    }
  }

  private func send(_ number: Int) -> Send {
    Send(
      key: PhraseKey(source: "personal", id: "\(number)"), time: SessionClock.unixTime, way: "tmux",
      keystrokes: 4, milliseconds: 900)
  }

  @Test func `A send is recorded, and the desk hears what follows for the ranking`() throws {
    let scratch = try Scratch()
    let mailbox = try Mailbox()
    let log = UsageLog(storePath: scratch.store, language: .english, mailbox: mailbox)
    #expect(log.begin(with: [send(1)], in: Library(phrases(5))).points.count == 1)
    log.record(send(2))
    log.finish(within: .seconds(20))
    let priors = mailbox.takeAll().compactMap { letter in
      if case .event(.prior(let prior)) = letter { prior } else { nil }
    }
    #expect(priors.map { $0.points.keys.map(\.rawValue).sorted() } == [[1, 2]])
    let store = try Store.open(at: scratch.store, mode: .readOnly)
    #expect(try store.sends(since: 0).map(\.key.id) == ["2"])
    let opened = try Opening(storePath: scratch.store, language: .english).open()
    #expect(opened.origin == .starter)
    #expect(opened.sends.map(\.key.id) == ["2"])
  }

  @Test func `A store that cannot be written is told once, and nothing else is lost`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("data", "no folder")
    let mailbox = try Mailbox()
    let log = UsageLog(storePath: file + "/phrases.sqlite", language: .english, mailbox: mailbox)
    _ = log.begin(with: [], in: Library(phrases(5)))
    for number in 0..<3 { log.record(send(number)) }
    log.finish(within: .seconds(20))
    let letters = mailbox.takeAll()
    let notices = letters.compactMap { letter -> String? in
      if case .event(.notice(.sentence(let sentence, false))) = letter { sentence } else { nil }
    }
    #expect(notices.count == 1)
    #expect(notices.first?.contains(file) == true)
    #expect(letters.count == 4)
  }

  @Test func `A store that is damaged while the desk is open is rescued, and the send is kept`()
    throws
  {
    let scratch = try Scratch()
    let log = UsageLog(storePath: scratch.store, language: .english, mailbox: try Mailbox())
    _ = log.begin(with: [], in: Library(phrases(5)))
    log.record(send(1))
    #expect(log.isSettled(within: .seconds(20)))
    try Data(repeating: 7, count: 9_000).write(to: URL(filePath: scratch.store))
    log.record(send(2))
    log.record(FruitlessSearch(time: SessionClock.unixTime, query: "yf", hits: 0))
    log.finish(within: .seconds(20))
    let usage = try Store.open(at: scratch.store, mode: .readOnly).usage()
    #expect(usage.sends.last?.key.id == "2")
    #expect(usage.searches.map(\.query) == ["yf"])
  }

  @Test func `A store is looked over and copied once a day, and a damaged one is not copied`()
    throws
  {
    let scratch = try Scratch()
    let day = try #require(Day(iso: "2026-11-22"))
    let next = try #require(Day(iso: "2026-11-23"))
    let store = try Store.open(at: scratch.store)
    try store.record(send(1))
    var care = DailyCare()
    try care.tend(store, at: SessionClock.unixTime + 91 * 86_400, on: day)
    #expect(copies(beside: scratch.store) == ["phrases-2026-11-22.sqlite"])
    #expect(try store.usage().totals.map(\.sends) == [1])

    try store.record(send(2))
    store.close()
    let damaged = try damage(scratch.store)
    #expect(throws: StoreError.self) {
      try care.tend(damaged, at: SessionClock.unixTime, on: next)
    }
    #expect(copies(beside: scratch.store) == ["phrases-2026-11-22.sqlite"])
  }

  private func copies(beside store: String) -> [String] {
    let folder = URL(filePath: store).deletingLastPathComponent().appending(path: "backups").path
    return (try? FileManager.default.contentsOfDirectory(atPath: folder).sorted()) ?? []
  }

  /// Breaks a row that only a full check finds, and opens the store again.
  private func damage(_ path: String) throws -> Store {
    var bytes = try Data(contentsOf: URL(filePath: path))
    let place = try #require(bytes.range(of: Data("personal2".utf8)))
    bytes[place.lowerBound] = 0xFF
    try bytes.write(to: URL(filePath: path))
    return try Store.open(at: path)
  }

  @Test func `A file that is opened for once keeps nothing`() throws {
    #expect(Opening(knowledgeBase: "a.csv", storePath: "/s", language: .english).usagePath == nil)
    #expect(Opening(storePath: "/s", language: .english).usagePath == "/s")
  }
}

@Suite struct LibraryBuildingTests {
  private func phrases(_ count: Int) -> [Phrase] {
    (0..<count).map { Phrase(key: PhraseKey(source: "s", id: "\($0)"), title: "t\($0)", text: "x") }
  }

  @Test func `A large library can be searched in stages, each a beginning of the whole`() {
    let phrases = phrases(90_000)
    var stages: [Int] = []
    let library = Library.built(of: phrases) { partial in
      stages.append(partial.count)
      #expect(
        partial.number(of: phrases[partial.count - 1].key)?.rawValue == Int32(partial.count - 1))
      #expect(partial.number(of: phrases[partial.count].key) == nil)
    }
    #expect(stages == [20_000, 40_000])
    #expect(library.count == 90_000)
    #expect(library.number(of: phrases[89_999].key)?.rawValue == 89_999)
  }

  @Test(arguments: [0, 1, 1_999, 2_000, 29_999])
  func `A small one is built at once`(count: Int) {
    let library = Library.built(of: phrases(count)) { _ in Issue.record("no stage was needed") }
    #expect(library.count == count)
  }
}
