import Foundation
import Phrases
import Store
import Testing

@testable import Sync

struct SourceSyncTests {
  private let folder: URL
  private let store: Store
  private let transport: FakeTransport
  private let sync: SourceSync

  init() throws {
    let synced = try SyncedStore()
    (folder, store, transport, sync) = (synced.folder, synced.store, synced.transport, synced.sync)
    _ = try store.connect(Source(name: "kb", address: "/kb.csv"))
  }

  private func source() throws -> Source { try #require(try store.sources().first) }

  private func run() throws -> SyncReport { try sync.sync(try source()) }

  /// Why the next sync holds; nil where it does not.
  private func reasons() throws -> [HoldReason]? {
    guard case .held(let reasons, _) = try run().outcome else { return nil }
    return reasons
  }

  private func removed(_ count: Int, of all: Int) -> HoldReason {
    HoldReason(
      .removed, count: count,
      worst: HoldReason.Share(count: count, all: all, department: "售后"))
  }

  private func list(_ numbers: some Sequence<Int>, department: String = "售后") -> String {
    "department,title,text\n" + numbers.map { "\(department),标题\($0),内容\($0)\n" }.joined()
  }

  private func titles() throws -> [String] { try store.phrases(ofSource: "kb").map(\.title) }

  @Test func `a new file becomes a version, with who made it and why`() throws {
    transport.give(list(0..<3), tag: "a")
    guard case .accepted(1, let difference) = try run().outcome else {
      Issue.record("not accepted")
      return
    }
    #expect(difference.added.count == 3)
    let version = try #require(try store.versions(ofSource: "kb").first)
    #expect([version.author, version.message] == ["li", "new prices"])
    #expect(version.hash == SHA256(of: Array(list(0..<3).utf8)).digits)
    #expect(try source().tag == "a")
  }

  @Test func `an unchanged file writes nothing`() throws {
    transport.give(list(0..<3), tag: "a")
    _ = try run()
    let before = try Data(contentsOf: folder.appending(path: "phrases.sqlite"))
    transport.leaveUnchanged()
    guard case .unchanged(version: 1) = try run().outcome else {
      Issue.record("not unchanged")
      return
    }
    // The same bytes under the same name are no news either.
    transport.give(list(0..<3), tag: "a")
    guard case .unchanged(version: 1) = try run().outcome else {
      Issue.record("not unchanged")
      return
    }
    #expect(try Data(contentsOf: folder.appending(path: "phrases.sqlite")) == before)
    let log = folder.appending(path: "phrases.sqlite-wal").path
    let size = try FileManager.default.attributesOfItem(atPath: log)[.size] as? Int
    #expect(size == 0)
  }

  @Test(arguments: [
    "", "   \n", "<html><body>Please log in</body></html>", "{\"error\":\"not found\"}",
    "name,price\na,1\n", "title,text\na,\"b\n", "id,text\n1,a\n1,b\n", "[{\"text\":1}]",
    "[{\"text\":\"a\"},", "\u{0}\u{1}\u{2}",
  ])
  func `a bad file harms nothing and says where`(text: String) throws {
    transport.give(list(0..<8), tag: "a")
    _ = try run()
    transport.give(text, tag: "b")
    let report = try run()
    switch report.outcome {
    case .refused, .held: break
    default: Issue.record("taken: \(report.outcome)")
    }
    #expect(try titles() == (0..<8).map { "标题\($0)" })
    #expect(try source().version == 1)
    #expect(!report.sentence(.english).isEmpty)
    // Once the file is whole again all is well.
    transport.give(list(0..<9), tag: "c")
    #expect(try run().isChange)
    #expect(try source().failure == nil)
    #expect(try source().held == nil)
  }

  @Test func `an empty list waits until somebody lets it in`() throws {
    transport.give(list(0..<3))
    _ = try run()
    transport.give("title,text\n")
    guard case .held(let reasons, let difference) = try run().outcome,
      reasons.map(\.key) == [.empty]
    else {
      Issue.record("not held")
      return
    }
    #expect(difference.removed.count == 3)
    #expect(try titles().count == 3)
    #expect(try source().held?.author == "li")
    #expect(try sync.waiting(of: try source())?.difference.removed.count == 3)
    // It goes on waiting, however often it is fetched.
    guard case .held = try run().outcome else {
      Issue.record("not held still")
      return
    }
    #expect(try sync.accept(try source())?.isChange == true)
    #expect(try titles().isEmpty)
    #expect(try sync.accept(try source()) == nil)
  }

  @Test func `what waits is forgotten when its file is taken back`() throws {
    transport.give(list(0..<3), tag: "a")
    _ = try run()
    transport.give("title,text\n", tag: "b")
    _ = try run()
    transport.give(list(0..<3), tag: "c")
    guard case .unchanged(version: 1) = try run().outcome else {
      Issue.record("still waiting")
      return
    }
    #expect(try source().held == nil)
    #expect(try source().tag == "c")
  }

  @Test func `losing more than a fifth and more than five of a department waits`() throws {
    transport.give(list(0..<40))
    _ = try run()
    // Eight of forty are a fifth, and not more.
    transport.give(list(8..<40))
    #expect(try run().isChange)
    transport.give(list(8..<33))
    #expect(try reasons() == [removed(7, of: 32)])
  }

  @Test func `phrases that become drafts are lost to agents, and wait as well`() throws {
    func drafts(_ drafts: Range<Int>, of all: Range<Int>) -> String {
      "id,department,text,status\n"
        + all.map { "\($0),售后,内容\($0),\(drafts.contains($0) ? "draft" : "")\n" }.joined()
    }
    transport.give(drafts(0..<0, of: 0..<30))
    _ = try run()
    // Six of thirty are a fifth, and not more.
    transport.give(drafts(0..<6, of: 0..<30))
    #expect(try run().isChange)
    transport.give(drafts(0..<13, of: 0..<30))
    #expect(try reasons() == [removed(7, of: 24)])
    transport.give(drafts(0..<30, of: 0..<30))
    #expect(try reasons()?.map(\.key) == [.empty])
    // What nobody saw may go.
    transport.give(drafts(0..<0, of: 6..<30))
    #expect(try run().isChange)
  }

  @Test func `five of a small department may go`() throws {
    transport.give(list(0..<6))
    _ = try run()
    transport.give(list(5..<6))
    #expect(try run().isChange)
  }

  @Test func `moving to another department is no loss`() throws {
    transport.give(list(0..<20))
    _ = try run()
    transport.give(list(0..<20, department: "售前"))
    guard case .accepted(2, let difference) = try run().outcome else {
      Issue.record("not accepted")
      return
    }
    #expect(difference.moved.count == 20)
  }

  @Test func `what cannot be fetched is noted, and over when it can`() throws {
    transport.give(list(0..<3), tag: "a")
    _ = try run()
    transport.fail(.noConnection("kb.example"), retryAfter: 77)
    let report = try run()
    #expect(report.notBefore == 77)
    #expect(try source().failure?.since == 100)
    #expect(try titles().count == 3)
    transport.leaveUnchanged(notBefore: 88)
    #expect(try run().notBefore == 88)
    #expect(try source().failure == nil)
  }

  @Test func `a source that was rolled back is not asked until it is resumed`() throws {
    transport.give(list(0..<3), tag: "a")
    _ = try run()
    transport.give(list(0..<4), tag: "b")
    _ = try run()
    #expect(try sync.rollBack(try source(), to: 1)?.isChange == true)
    #expect(try titles().count == 3)
    #expect(try sync.rollBack(try source(), to: 9) == nil)
    let asked = transport.count
    guard case .pinned(version: 3) = try run().outcome else {
      Issue.record("not pinned")
      return
    }
    #expect(transport.count == asked)
    try store.resume(source: "kb")
    #expect(try run().isChange)
    #expect(try titles().count == 4)
  }

  @Test func `who asks by hand asks without conditions`() throws {
    transport.give(list(0..<3), tag: "a")
    _ = try run()
    _ = try run()
    #expect(transport.lastKnown == Sync.Tag("a"))
    _ = try sync.sync(try source(), anew: true)
    #expect(transport.lastKnown == nil)
  }

  @Test func `a source is connected with its first version or not at all`() throws {
    func connect(_ text: String, as name: String) throws -> SyncReport? {
      try sync.connect(
        Source(name: name, address: "/b.csv"), FetchedFile(bytes: Array(text.utf8), tag: nil))
    }
    guard case .refused? = try connect("name,price\n", as: "b")?.outcome,
      case .held? = try connect("title,text\n", as: "b")?.outcome
    else {
      Issue.record("connected")
      return
    }
    #expect(try store.sources().map(\.name) == ["kb"])
    #expect(try connect(list(0..<3), as: "b")?.isChange == true)
    #expect(try connect(list(0..<3), as: "kb") == nil)
    #expect(try store.sources().map(\.version) == [0, 1])
    #expect(try store.phrases(ofSource: "b").count == 3)
  }

  private func setEncoding(_ encoding: String, _ store: Store) throws {
    var changed = try source()
    changed.encoding = encoding
    try store.setReading(of: changed)
  }

  /// Six hundred phrases whose bytes are two 汉字 in GB18030 and two others in Big5.
  private var ambiguous: [UInt8] {
    Array("id,text\n".utf8)
      + (0..<600).flatMap { number -> [UInt8] in
        Array("n\(number),".utf8) + [0xB4, UInt8(0xA1 + number % 90), 0xC4, 0xA3, 0x0A]
      }
  }

  @Test func `what only the reading changes is a version, and never waits`() throws {
    transport.give(ambiguous, tag: "a")
    try setEncoding("GB18030", store)
    #expect(try run().isChange)
    #expect(try source().reader == KnowledgeBase.readerNumber)
    let before = try store.phrases(ofSource: "kb")
    // As a program does that reads better.
    try setEncoding("Big5", store)
    guard case .accepted(2, let difference) = try run().outcome else {
      Issue.record("not taken")
      return
    }
    #expect(transport.lastKnown == nil)
    #expect(difference.changed.count == 600)
    #expect(try store.phrases(ofSource: "kb").map(\.key) == before.map(\.key))
    #expect(try run().isChange == false)
    #expect(transport.lastKnown == Sync.Tag("a"))
    #expect(try source().readAs == "Big5")
  }

  @Test func `an encoding that was said does not outlast a change to UTF-8`() throws {
    let reply: [UInt8] = [0xC4, 0xFA, 0xB5, 0xC4, 0xB6, 0xA9, 0xB5, 0xA5]
    transport.give(
      Array("id,text\n".utf8) + (0..<8).flatMap { Array("n\($0),".utf8) + reply + [0x0A] })
    try setEncoding("GB18030", store)
    #expect(try run().isChange)
    transport.give("id,text\n" + (0..<9).map { "n\($0),您的订单\n" }.joined())
    guard case .accepted(2, let difference) = try run().outcome else {
      Issue.record("not taken")
      return
    }
    #expect(difference.changed.isEmpty)
    #expect(difference.added.map(\.text) == ["您的订单"])
  }

  @Test(arguments: [
    ("latin1", "It costs 25 €."), ("latin1", "Café"), ("cp1251", "Да"), ("gbk", "谢谢您"),
    ("koi8-r", "Größe"),
  ])
  func `a list of few words that becomes UTF-8 is read so`(encoding: String, text: String) throws {
    transport.give("title,text\nPrice,none\n")
    try setEncoding(encoding, store)
    #expect(try run().isChange)
    transport.give("title,text\nPrice,\(text)\n")
    #expect(try run().isChange)
    #expect(try store.phrases(ofSource: "kb").map(\.text) == [text])
  }

  @Test func `columns that are said later are a version, and never wait`() throws {
    transport.give("title,text,answer\n" + (0..<12).map { "t\($0),wrong,right \($0)\n" }.joined())
    #expect(try run().isChange)
    var changed = try source()
    changed.columns = "text=answer"
    try store.setReading(of: changed)
    guard case .accepted(2, _) = try run().outcome else {
      Issue.record("not taken")
      return
    }
    #expect(try store.phrases(ofSource: "kb").map(\.text) == (0..<12).map { "right \($0)" })
  }

  @Test func `a reading that changes nothing is only noted`() throws {
    transport.give(list(0..<3), tag: "a")
    _ = try run()
    try setEncoding("UTF-8", store)
    #expect(try source().reader == 0)
    guard case .unchanged(version: 1) = try run().outcome else {
      Issue.record("not unchanged")
      return
    }
    #expect(try source().reader == KnowledgeBase.readerNumber)
    #expect(try store.versions(ofSource: "kb").count == 1)
  }

  @Test func `a source that was UTF-8 and is no longer waits`() throws {
    let text = "id,text\n" + (0..<40).map { "n\($0),您的订单已经发出请注意查收\n" }.joined()
    transport.give(text)
    _ = try run()
    // The same in GB18030.
    let reply: [UInt8] = [
      0xC4, 0xFA, 0xB5, 0xC4, 0xB6, 0xA9, 0xB5, 0xA5, 0xD2, 0xD1, 0xBE, 0xAD, 0xB7, 0xA2, 0xB3,
      0xF6, 0xC7, 0xEB, 0xD7, 0xA2, 0xD2, 0xE2, 0xB2, 0xE9, 0xCA, 0xD5,
    ]
    transport.give(
      Array("id,text\n".utf8) + (0..<40).flatMap { Array("n\($0),".utf8) + reply + [0x0A] })
    #expect(try reasons()?.map(\.key) == [.encoding])
    #expect(try sync.accept(try source()) != nil)
    #expect(try source().readAs == "GB18030")
    // Back to UTF-8 is no accident.
    transport.give(text + "bye,再见\n")
    #expect(try run().isChange)
  }

  @Test func `every report has a sentence in both languages`() throws {
    transport.give(list(0..<30))
    var reports = [try run()]
    reports.append(try run())
    transport.give(list(0..<2))
    reports.append(try run())
    transport.give("nonsense")
    reports.append(try run())
    transport.fail(.noGit)
    reports.append(try run())
    for outcome in [
      SyncReport.Outcome.pinned(version: 1), .gone, .badAddress(AddressFlaw.allCases[0]),
    ] {
      reports.append(SyncReport("kb", outcome))
    }
    for report in reports {
      let sentences = Language.allCases.map { report.sentence($0) }
      #expect(Set(sentences).count == 2, "\(sentences)")
      #expect(sentences.allSatisfy { $0.contains("kb") || $0.count > 10 })
    }
  }

  // MARK: - Releases

  private func releases(_ lists: [(text: String, accepted: [String: Int])]) -> ReleaseList {
    var releases = ReleaseList()
    for list in lists {
      _ = releases.add(
        Release(of: list.text, accepted: list.accepted), after: releases.releases.last?.hash)
    }
    return releases
  }

  @Test func `what one supervisor has agreed to, no desk asks again`() throws {
    let (before, after) = (list(0..<40), list(0..<10))
    transport.give(before)
    transport.leave(releases([(before, [:])]))
    _ = try run()
    #expect(try source().release == 1)
    transport.give(after)
    transport.leave(releases([(before, [:]), (after, ["removed": 30])]))
    guard case .accepted(2, _) = try run().outcome else {
      Issue.record("it waits")
      return
    }
    #expect(try source().release == 2)
    #expect(try store.versions(ofSource: "kb").map(\.release) == [2, 1])
  }

  @Test func `a desk that waits asks again, and goes on when the yes is there`() throws {
    let (before, after) = (list(0..<40), list(0..<10))
    transport.give(before)
    transport.leave(releases([(before, [:])]))
    _ = try run()
    transport.give(after)
    guard case .held = try run().outcome else {
      Issue.record("it does not wait")
      return
    }
    // Nobody is told before the next poll has found nothing either.
    #expect(try !source().asksForWord)
    _ = try run()
    #expect(try source().asksForWord)
    #expect(try titles().count == 40)
    transport.leave(releases([(before, [:]), (after, ["removed": 30])]))
    transport.leaveUnchanged()
    guard case .accepted(2, _) = try run().outcome else {
      Issue.record("it waits")
      return
    }
    #expect(try titles().count == 10)
    #expect(try source().release == 2)
  }

  @Test func `a source without releases is told of at once`() throws {
    transport.give(list(0..<40))
    _ = try run()
    transport.give(list(0..<10))
    _ = try run()
    #expect(try source().asksForWord)
  }

  @Test func `a yes to something else lets nothing in`() throws {
    let (before, after) = (list(0..<40), list(0..<10))
    transport.give(before)
    transport.leave(releases([(before, [:])]))
    _ = try run()
    transport.give(after)
    transport.leave(releases([(before, [:]), (list(0..<20), ["removed": 30])]))
    guard case .held = try run().outcome else {
      Issue.record("it does not wait")
      return
    }
  }

  @Test func `desks at any of fifty releases follow the last one, and none asks`() throws {
    var lists: [(text: String, accepted: [String: Int])] = []
    for number in 0..<50 {
      // Each takes away more than a fifth of the one before.
      let texts = list((number * 10)..<(number * 10 + 40))
      lists.append((texts, ["removed": 10]))
    }
    let last = lists.last?.text ?? ""
    for start in stride(from: 0, to: 49, by: 7) {
      let desk = try Store.open(at: folder.appending(path: "desk-\(start).sqlite").path)
      _ = try desk.connect(Source(name: "kb", address: "/kb.csv"))
      let sync = SourceSync(
        store: desk, language: .english, now: { 100 }, transports: { [transport] _ in transport })
      func follow() throws -> SyncReport {
        try sync.sync(try #require(try desk.sources().first))
      }
      transport.give(lists[start].text)
      transport.leave(releases(Array(lists[...start])))
      _ = try follow()
      transport.give(last)
      transport.leave(releases(lists))
      guard case .accepted = try follow().outcome else {
        Issue.record("the desk at release \(start + 1) waits")
        continue
      }
    }
  }

  @Test func `while a version waits, what it withdraws or rewords is known`() throws {
    transport.give(list(0..<40))
    _ = try run()
    #expect(try sync.contested(in: [source()]).isEmpty)
    transport.give(list(0..<10).replacing("内容3\n", with: "另一个说法\n"))
    _ = try run()
    let titles = try Set(
      store.phrases(ofSource: "kb").filter { try sync.contested(in: [source()]).contains($0.key) }
        .map(\.title))
    #expect(titles == Set((10..<40).map { "标题\($0)" } + ["标题3"]))
  }
}
