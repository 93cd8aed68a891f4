import Desk
import Foundation
import Keeping
import Phrases
import Search
import Store
import Testing

@testable import Session

@Suite struct UsageLogTests {
  private func phrases(_ count: Int) -> [Phrase] {
    (0..<count).map {
      Phrase(key: PhraseKey(source: "personal", id: "\($0)"), title: "t", text: "x")
    }
  }

  private func send(_ number: Int) -> Send {
    Send(
      key: PhraseKey(source: "personal", id: "\(number)"), time: SystemClock.unixTime, way: "tmux",
      keystrokes: 4, milliseconds: 900)
  }

  @Test func `A send is recorded, and the desk hears what follows for the ranking`() throws {
    let scratch = try Scratch()
    let mailbox = try Mailbox<Letter>()
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
    let mailbox = try Mailbox<Letter>()
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
    let log = UsageLog(storePath: scratch.store, language: .english, mailbox: try Mailbox<Letter>())
    _ = log.begin(with: [], in: Library(phrases(5)))
    log.record(send(1))
    #expect(log.isSettled(within: .seconds(20)))
    try Data(repeating: 7, count: 9_000).write(to: URL(filePath: scratch.store))
    log.record(send(2))
    log.record(FruitlessSearch(time: SystemClock.unixTime, query: "yf", hits: 0))
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
    try care.tend(store, at: SystemClock.unixTime + 91 * 86_400, on: day)
    #expect(copies(beside: scratch.store) == ["phrases-2026-11-22.sqlite"])
    #expect(try store.usage().totals.map(\.sends) == [1])

    try store.record(send(2))
    store.close()
    let damaged = try damage(scratch.store)
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
