import Foundation
import Phrases
import Search
import TestFolder
import Testing

@testable import Keeping
@testable import Store

/// What a program keeps by its one partner, whatever becomes of the store meanwhile.
@Suite struct KeeperTests {
  /// Long enough for any machine; reached only where a test fails.
  private static let limit = Duration.seconds(20)

  private func phrases(_ count: Int) -> [Phrase] { (0..<count).map { .own("\($0)") } }

  private func keeper(_ path: String, _ told: Told) throws -> Keeper {
    try Keeper(
      Opening(storePath: path, language: .english), following: nil, telling: told.take)
  }

  private func sends(at path: String) throws -> [String] {
    let store = try Store.open(at: path, mode: .readOnly)
    defer { store.close() }
    return try store.sends(since: 0).map(\.key.id)
  }

  // MARK: - Sends

  @Test func `A send is kept, and what follows for the ranking is told`() throws {
    let scratch = try Scratch()
    let told = Told()
    let keeper = try keeper(scratch.store, told)
    #expect(try keeper.open().origin == .starter)
    #expect(keeper.prior(for: Library(phrases(5))).points.isEmpty)
    keeper.record(.own("2"))
    keeper.finish(within: Self.limit)
    #expect(told.priors == [[2]])
    #expect(told.remarks.isEmpty)
    #expect(try sends(at: scratch.store) == ["2"])
    let opened = try Opening(storePath: scratch.store, language: .english).phrasesOpened()
    #expect(opened.origin == .starter)
    #expect(opened.sends.map(\.key.id) == ["2"])
  }

  @Test func `What was sent before counts for the phrases that are opened`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    _ = try store.importPersonal(phrases(5))
    try store.record(.own("1"))
    store.close()
    let told = Told()
    let keeper = try keeper(scratch.store, told)
    let library = Library(try keeper.open().phrases)
    #expect(keeper.prior(for: library).points.keys.map(\.rawValue) == [1])
    keeper.record(.own("3"))
    keeper.finish(within: Self.limit)
    #expect(told.priors == [[1, 3]])
  }

  @Test func `A send is recorded while a sync has a transaction open`() throws {
    let scratch = try Scratch()
    let told = Told()
    let keeper = try keeper(scratch.store, told)
    try keeper.use { store throws(StoreError) in _ = try store.importPersonal(phrases(5)) }
    _ = keeper.prior(for: Library(phrases(5)))
    let (isOpen, goOn) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let sync = Worker(name: "sync")
    sync.run {
      try? keeper.use { store throws(StoreError) in
        try store.write { _ in
          isOpen.signal()
          goOn.wait()
        }
      }
    }
    isOpen.wait()
    // Returns at once, and the ranking has it before the disk does.
    keeper.record(.own("2"))
    #expect(!keeper.isSettled(within: .milliseconds(50)))
    #expect(told.priors == [[2]])
    goOn.signal()
    keeper.finish(within: .seconds(3))
    #expect(try sends(at: scratch.store) == ["2"])
    #expect(told.remarks.isEmpty)
    #expect(sync.finish(within: Self.limit))
  }

  @Test func `A file that is opened for once keeps nothing`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("list.csv", "title,text\n一,甲\n")
    let told = Told()
    let opening = Opening(knowledgeBase: file, storePath: scratch.store, language: .english)
    let transports = SourceTransports(
      environment: [:], cacheFolder: nil, tokenFolder: nil, proxy: nil, certificates: nil)
    let keeper = try Keeper(
      opening, following: SyncPlan(transports: transports, every: 60), telling: told.take)
    let opened = try keeper.open()
    let library = Library(opened.phrases)
    keeper.follow(opened, in: library)
    keeper.record(
      Send(key: opened.phrases[0].key, time: 1, way: "x", keystrokes: 1, milliseconds: 1))
    keeper.record(FruitlessSearch(time: 1, query: "yf", hits: 0))
    keeper.finish(within: Self.limit)
    #expect(keeper.prior(for: library).points.isEmpty)
    #expect(throws: OpeningError.noHome) {
      try keeper.use { store throws(StoreError) in try store.count }
    }
    #expect(told.all.isEmpty)
    let data = URL(filePath: scratch.store).deletingLastPathComponent()
    #expect(!FileManager.default.fileExists(atPath: data.path))
  }

  // MARK: - What the agent owns

  @Test func `A change of hers is done on a thread, told, and seen by who opens then`() throws {
    let scratch = try Scratch()
    let told = Told()
    let keeper = try keeper(scratch.store, told)
    let draft = Phrase(key: PhraseKey(source: "", id: ""), title: "新", text: "您好")
    keeper.change(.add(draft, behind: nil, versionOf: nil))
    keeper.change(.value("小王", name: "客服"))
    keeper.change(.value("小王", name: "客服"))
    keeper.change(.code(PhraseKey(source: "kb", id: "1"), String(repeating: "x", count: 99)))
    keeper.report(PhraseReport(kind: .missing, key: nil, title: "yf", remark: "查不到"))
    keeper.finish(within: Self.limit)
    #expect(told.outcomes.map(\.hasChanged) == [true, true, false])
    #expect(told.outcomes.first?.key?.source == Store.ownSource)
    let failures = told.all.compactMap { news in
      if case .notChanged(_, let failure) = news { failure } else { nil }
    }
    #expect(failures == [.store(.refused(.codeTooLong))])
    #expect(told.all.contains { if case .reported = $0 { true } else { false } })
    let opened = try Opening(storePath: scratch.store, language: .english).phrasesOpened()
    #expect(opened.phrases.first?.title == "新")
    #expect(opened.arranged.arrangement.values == ["客服": "小王"])
  }

  @Test func `On a file that is opened for once nothing of hers is kept, which is told`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("list.csv", "title,text\n一,甲\n")
    let told = Told()
    let keeper = try Keeper(
      Opening(knowledgeBase: file, storePath: scratch.store, language: .english), following: nil,
      telling: told.take)
    let change = OwnChange.hide(PhraseKey(source: "file", id: "1"))
    keeper.change(change)
    keeper.listHistory()
    let failures = told.all.compactMap { news in
      if case .notChanged(change, let failure) = news { failure } else { nil }
    }
    #expect(failures == [.openedForOnce])
    #expect(told.all.contains { if case .history(let sends) = $0 { sends.isEmpty } else { false } })
    #expect(!FileManager.default.fileExists(atPath: scratch.store))
  }

  @Test func `The history is of today and the week before, the last first`() throws {
    let scratch = try Scratch()
    let told = Told()
    let keeper = try keeper(scratch.store, told)
    keeper.listHistory()
    var old = Send.own("old")
    old.time = SystemClock.startOfDay(daysAgo: 7) - 1
    keeper.record(old)
    for number in 0..<250 {
      var send = Send.own("\(number)")
      send.time = SystemClock.startOfDay(daysAgo: 7) + Int64(number)
      keeper.record(send)
    }
    keeper.listHistory()
    keeper.finish(within: Self.limit)
    let told2 = told.all.compactMap { news in
      if case .history(let sends) = news { sends } else { nil }
    }
    #expect(told2.first?.isEmpty == true)
    #expect(told2.last?.map(\.key.id) == (50..<250).reversed().map { "\($0)" })
  }

  @Test func `Where usage is not kept nothing of it reaches the store`() throws {
    let scratch = try Scratch()
    let told = Told()
    var opening = Opening(storePath: scratch.store, language: .english)
    opening.keepsUsage = false
    let keeper = try Keeper(opening, following: nil, telling: told.take)
    _ = keeper.prior(for: Library(phrases(5)))
    keeper.record(.own("2"))
    keeper.record(FruitlessSearch(time: 1, query: "yf", hits: 0))
    keeper.finish(within: Self.limit)
    // What was sent just now still comes first.
    #expect(told.priors == [[2]])
    #expect(!FileManager.default.fileExists(atPath: scratch.store))
  }

  // MARK: - What becomes of the store

  @Test func `A store that cannot be written is told once, and nothing else is lost`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("data", "no folder")
    let told = Told()
    let keeper = try keeper(file + "/phrases.sqlite", told)
    _ = keeper.prior(for: Library(phrases(5)))
    for number in 0..<3 { keeper.record(.own("\(number)")) }
    keeper.finish(within: Self.limit)
    #expect(told.priors.count == 3)
    #expect(told.remarks.count == 1)
    #expect(told.remarks.first?.sentence(.english).contains(file) == true)
  }

  @Test func `A store that is damaged meanwhile is rescued once, told once, and used on`() throws {
    let scratch = try Scratch()
    let told = Told()
    let keeper = try keeper(scratch.store, told)
    keeper.record(.own("1"))
    #expect(keeper.isSettled(within: Self.limit))
    // Both connections have it open, and nothing is in its log that could make up for the damage.
    try keeper.use { store throws(StoreError) in _ = try store.importPersonal(phrases(5)) }
    try damage(scratch.store)
    keeper.record(.own("2"))
    keeper.record(FruitlessSearch(time: SystemClock.unixTime, query: "yf", hits: 0))
    #expect(keeper.isSettled(within: Self.limit))
    // The other connection has the damaged file open as well.
    let usage = try keeper.use { store throws(StoreError) in try store.usage() }
    #expect(usage.sends.map(\.key.id) == ["2"])
    #expect(usage.searches.map(\.query) == ["yf"])
    keeper.finish(within: Self.limit)
    #expect(told.rescues == 1)
    #expect(told.remarks.count == 1)
  }

  @Test func `Where another file stands in the place of the store, that one is used`() throws {
    let (scratch, other) = (try Scratch(), try Scratch())
    let store = try Store.open(at: other.store)
    _ = try store.importPersonal([.own("new")])
    store.close()
    let told = Told()
    let keeper = try keeper(scratch.store, told)
    keeper.record(.own("1"))
    #expect(keeper.isSettled(within: Self.limit))
    #expect(try keeper.use { store throws(StoreError) in try store.count } == 0)
    try FileManager.default.removeItem(atPath: scratch.store + "-wal")
    #expect(rename(other.store, scratch.store) == 0)
    keeper.record(.own("2"))
    #expect(try keeper.use { store throws(StoreError) in try store.count } == 1)
    keeper.finish(within: Self.limit)
    #expect(try sends(at: scratch.store) == ["2"])
    #expect(told.remarks.isEmpty)
  }

  @Test func `Reading makes no store and changes none, the first write opens it for writing`()
    throws
  {
    let scratch = try Scratch()
    var open = OpenStore(path: scratch.store)
    #expect(throws: StoreError.missing(path: scratch.store)) { try open.opened(.readOnly) }
    #expect(!open.exists)
    try open.use(.readWrite) { store throws(StoreError) in _ = try store.importPersonal([.own("1")])
    }
    open.close()
    #expect(try open.use(.readOnly) { store throws(StoreError) in store.isReadOnly })
    #expect(try open.use { store throws(StoreError) in !store.isReadOnly })
    // What is open for writing serves readers, too.
    #expect(try open.use(.readOnly) { store throws(StoreError) in !store.isReadOnly })
    open.close()
  }

  @Test func `A look at a damaged store leaves it as it is`() throws {
    let scratch = try Scratch()
    let path = try scratch.file("phrases.sqlite", "no store")
    let keeper = try keeper(path, Told())
    #expect(throws: OpeningError.store(.damaged(path: path, row: nil))) {
      try keeper.look { store throws(StoreError) in try store.report() }
    }
    #expect(try FileBytes.read(path) == Array("no store".utf8))
  }
}
