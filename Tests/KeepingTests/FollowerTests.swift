import Foundation
import GRDB
import Phrases
import TestFolder
import Testing

@testable import Keeping
@testable import Search
@testable import Store

/// What an open desk hears of its sources and its store.
@Suite struct FollowerTests {
  /// A store that follows a file, and a desk that is open on it.
  private struct Played {
    let scratch: Scratch
    let file: String
    let opening: Opening
    let told = Told()
    private var open: OpenStore
    private var follower: Follower
    private(set) var library: Library
    /// How often everything was built anew.
    private(set) var rebuilds = 0

    var remarks: [Remark] { told.remarks }
    var texts: [String] { library.numbers.map { library.phrase($0).text } }

    init(
      _ lines: [String], own: [Phrase] = [.own("p", "我的")], department: String? = nil,
      ownDepartment: String = ""
    ) throws {
      scratch = try Scratch()
      let path = scratch.store
      file = try scratch.file("kb.csv", Played.list(lines))
      let store = try Store.open(at: path)
      _ = try store.importPersonal(own)
      _ = try store.connect(Source(name: "kb", address: file))
      let transports = SourceTransports(
        environment: [:], cacheFolder: nil, tokenFolder: nil, proxy: nil, certificates: nil)
      // The file is fetched before, so that the desk under test opens on it.
      for source in try store.sources() { _ = try transports.sync(store, .english).sync(source) }
      store.close()
      opening = Opening(
        department: department, ownDepartment: ownDepartment, storePath: path, language: .english)
      open = OpenStore(path: path)
      let opened = try opening.open(&open)
      library = Library(opened.phrases)
      follower = Follower(
        ShownPhrases(opened, in: library), of: open, opening: opening,
        plan: SyncPlan(transports: transports, every: 60), prior: { _ in .none })
      look()
    }

    static func list(_ lines: [String]) -> String {
      "id,department,title,text\n" + lines.joined(separator: "\n") + "\n"
    }

    mutating func publish(_ lines: [String]) throws {
      try Data(Played.list(lines).utf8).write(to: URL(filePath: file))
      follower.obey(.syncNow, at: &open, telling: told.take)
      look()
    }

    /// Another program does something to the store, which this desk then sees.
    mutating func otherwise(_ body: (Store) throws -> Void) throws {
      let store = try Store.open(at: scratch.store)
      try body(store)
      store.close()
      look()
    }

    mutating func look() {
      var shown: [Library] = []
      follower.look(at: &open) { news in
        told.take(news)
        if case .library(let library, _, _) = news { shown.append(library) }
      }
      for next in shown {
        // What was built once is in every library that is made of it.
        if next.parts.first?.segment !== library.parts.first?.segment { rebuilds += 1 }
        library = next
      }
    }

    /// How many phrases the last change folded and indexed.
    var changed: Int { library.parts.count > 1 ? library.parts.last?.segment.count ?? 0 : 0 }

    /// What a desk that opens now would show.
    func opened() throws -> [String] { try opening.phrasesOpened().phrases.map(\.text) }
  }

  private static let lines = ["a,,一,甲", "b,,二,乙", "c,售后,三,丙", "d,售前,四,丁"]

  @Test func `A changed text is shown in its place without reading everything`() throws {
    var played = try Played(Self.lines)
    #expect(played.texts == ["我的", "甲", "乙", "丙", "丁"])
    try played.publish(["a,,一,甲", "b,,二,乙乙", "c,售后,三,丙", "d,售前,四,丁"])
    #expect(played.texts == ["我的", "甲", "乙乙", "丙", "丁"])
    #expect(played.rebuilds == 0)
  }

  @Test func `A removed phrase is gone without reading everything`() throws {
    var played = try Played(Self.lines)
    try played.publish(["a,,一,甲", "c,售后,三,丙", "d,售前,四,丁"])
    #expect(played.texts == ["我的", "甲", "丙", "丁"])
    #expect(played.rebuilds == 0)
  }

  @Test func `New and moved phrases come to stand in the order of the file`() throws {
    var played = try Played(Self.lines)
    try played.publish(["x,,新,新的", "d,售前,四,丁", "a,,一,甲", "b,,二,乙", "c,售后,三,丙"])
    #expect(try played.texts == played.opened())
    #expect(played.texts == ["我的", "新的", "丁", "甲", "乙", "丙"])
    #expect(played.rebuilds == 1)
  }

  @Test func `What an import in another program brought is shown as well`() throws {
    var played = try Played(Self.lines)
    let store = try Store.open(at: played.scratch.store)
    _ = try store.importPersonal([.own("q", "你的")])
    store.close()
    try played.publish(["a,,一,甲", "b,,二,乙乙", "c,售后,三,丙", "d,售前,四,丁"])
    #expect(played.texts == ["我的", "你的", "甲", "乙乙", "丙", "丁"])
    #expect(played.rebuilds == 1)
  }

  // MARK: - The agent's own phrases

  private static let own = (0..<3_000).map { Phrase.own("\($0)", "文\($0)") }

  @Test func `One changed phrase of many of the agent's own is the only one that is worked on`()
    throws
  {
    var played = try Played(Self.lines, own: Self.own)
    try played.otherwise { _ = try $0.importPersonal([.own("1500", "别的")]) }
    #expect(played.texts[1_500] == "别的")
    #expect(played.texts.count == 3_004)
    #expect(played.rebuilds == 0)
    #expect(played.changed == 1)
  }

  @Test func `One that is gone is gone, and nothing else is worked on`() throws {
    var played = try Played(Self.lines, own: Self.own)
    try played.otherwise { store in
      try store.write { try $0.execute(sql: "DELETE FROM phrase WHERE id = '7'") }
    }
    #expect(played.texts.count == 3_003)
    #expect(!played.texts.contains("文7"))
    #expect(played.rebuilds == 0)
    #expect(played.changed == 0)
  }

  @Test func `Two that change places are shown in their new order`() throws {
    var played = try Played(Self.lines, own: [.own("p", "我的"), .own("q", "你的"), .own("r", "他的")])
    try played.otherwise { store in
      try store.write {
        try $0.execute(sql: "UPDATE phrase SET position = 2 - position WHERE level = 'personal'")
      }
    }
    #expect(played.texts == ["他的", "你的", "我的", "甲", "乙", "丙", "丁"])
    #expect(played.rebuilds == 1)
  }

  @Test func `New places in the same order are not worth a word`() throws {
    var played = try Played(Self.lines, own: [.own("p", "我的"), .own("q", "你的")])
    let before = played.library
    try played.otherwise { store in
      try store.write {
        try $0.execute(sql: "UPDATE phrase SET position = 5 * position WHERE level = 'personal'")
      }
    }
    #expect(played.library == before)
  }

  @Test func `A changed phrase keeps its place where a department comes first`() throws {
    let own = [Phrase.own("p", "我的"), .own("q", "售后的", department: "售后")]
    var played = try Played(Self.lines, own: own, ownDepartment: "售后")
    #expect(played.texts == ["售后的", "丙", "我的", "甲", "乙", "丁"])
    try played.otherwise { _ = try $0.importPersonal([.own("p", "我们的")]) }
    try played.publish(["a,,一,甲", "b,,二,乙", "c,售后,三,丙丙", "d,售前,四,丁"])
    #expect(played.texts == ["售后的", "丙丙", "我们的", "甲", "乙", "丁"])
    #expect(played.rebuilds == 0)
    try played.otherwise { _ = try $0.importPersonal([.own("p", "我们的", department: "售后")]) }
    #expect(try played.texts == played.opened())
    #expect(played.texts.prefix(2) == ["我们的", "售后的"])
    #expect(played.rebuilds == 1)
  }

  // MARK: - What the agent arranges

  @Test func `What another desk of hers arranges is shown here, and told before`() throws {
    var played = try Played(Self.lines)
    let key = PhraseKey(source: "kb", id: "b")
    try played.otherwise { _ = try $0.change(.hide(key), at: 0) }
    #expect(played.texts == ["我的", "甲", "丙", "丁"])
    #expect(played.told.arrangement?.arrangement.hidden == [key])
    let kinds = played.told.all.compactMap { news in
      switch news {
      case .arrangement: "arrangement"
      case .library: "library"
      default: nil
      }
    }
    #expect(kinds == ["arrangement", "library"])
    // A sync brings nothing hidden back.
    try played.publish(["a,,一,甲甲", "b,,二,乙乙", "c,售后,三,丙", "d,售前,四,丁"])
    #expect(played.texts == ["我的", "甲甲", "丙", "丁"])
    #expect(played.rebuilds == 1)
    try played.otherwise { _ = try $0.change(.show(key), at: 0) }
    #expect(played.texts == ["我的", "甲甲", "乙乙", "丙", "丁"])
  }

  @Test func `Pins and values are told without a word on phrases`() throws {
    var played = try Played(Self.lines)
    let before = played.library
    try played.otherwise { store in
      _ = try store.change(.pin(PhraseKey(source: "kb", id: "d"), row: 1), at: 0)
      _ = try store.change(.value("小王", name: "客服"), at: 0)
    }
    #expect(played.library == before)
    #expect(played.told.arrangement?.arrangement.pins.count == 1)
    #expect(played.told.arrangement?.arrangement.values == ["客服": "小王"])
  }

  @Test func `Her version stays in its place through a sync, and its original is told anew`() throws
  {
    var played = try Played(Self.lines)
    let draft = Phrase(key: PhraseKey(source: "", id: ""), title: "二", text: "我的乙")
    let company = try #require(
      played.library.number(of: PhraseKey(source: "kb", id: "b")).map(played.library.phrase))
    try played.otherwise { _ = try $0.change(.add(draft, behind: nil, versionOf: company), at: 0) }
    #expect(played.texts == ["我的", "甲", "我的乙", "丙", "丁"])
    #expect(played.told.arrangement?.originals.values.map(\.text) == ["乙"])
    try played.publish(["a,,一,甲", "b,售后,二,乙乙", "c,售后,三,丙", "d,售前,四,丁"])
    #expect(try played.texts == played.opened())
    #expect(played.texts == ["我的", "甲", "我的乙", "丙", "丁"])
    #expect(played.told.arrangement?.originals.values.map(\.text) == ["乙乙"])
    #expect(played.told.arrangement?.arrangement.originals.values.map(\.text) == ["乙"])
    try played.publish(["a,,一,甲", "c,售后,三,丙", "d,售前,四,丁"])
    #expect(played.texts == ["我的", "我的乙", "甲", "丙", "丁"])
    #expect(played.told.arrangement?.originals.isEmpty == true)
  }

  @Test func `Her order survives a sync, and new phrases stand behind their neighbour`() throws {
    var played = try Played(["a,,一,甲", "b,,二,乙", "c,,三,丙"])
    let keys = ["c", "a", "b"].map { PhraseKey(source: "kb", id: $0) }
    try played.otherwise { _ = try $0.change(.order(keys, in: ["", "", ""]), at: 0) }
    #expect(try played.texts == played.opened())
    try played.publish(["a,,一,甲", "x,,新,新的", "b,,二,乙", "c,,三,丙丙"])
    #expect(try played.texts == played.opened())
    let listed = played.texts.filter { $0 != "我的" }
    #expect(listed == ["丙丙", "甲", "新的", "乙"])
  }

  @Test func `Her own stands behind its neighbour of a list, through syncs`() throws {
    var played = try Played(["a,,一,甲", "b,,二,乙", "c,,三,丙"])
    let draft = Phrase(key: PhraseKey(source: "", id: ""), title: "新", text: "新的")
    let neighbour = PhraseKey(source: "kb", id: "a")
    try played.otherwise {
      _ = try $0.change(.add(draft, behind: neighbour, versionOf: nil), at: 0)
    }
    #expect(played.texts == ["我的", "甲", "新的", "乙", "丙"])
    try played.publish(["c,,三,丙", "a,,一,甲甲", "b,,二,乙"])
    #expect(played.texts == ["我的", "丙", "甲甲", "新的", "乙"])
    try played.publish(["c,,三,丙", "b,,二,乙"])
    #expect(played.texts == ["我的", "新的", "丙", "乙"])
    #expect(try played.texts == played.opened())
  }

  @Test func `What changed today is told as one change of each phrase`() throws {
    var played = try Played(["a,,一,甲", "b,,二,乙", "c,,三,丙"])
    try played.publish(["a,,一,甲甲", "b,,二,乙", "d,,四,丁"])
    try played.publish(["a,,一,甲甲甲", "b,,二,乙", "e,,五,戊"])
    let told = played.told.recent.map { "\($0.before?.text ?? "-") > \($0.after?.text ?? "-")" }
    #expect(Set(told) == ["甲 > 甲甲甲", "丙 > -", "- > 戊"])
    #expect(told.count == 3)
  }

  @Test func `What changed in another department is no news`() throws {
    var played = try Played(["a,客服,一,甲", "b,仓库,二,乙", "c,仓库,三,丙"], department: "客服")
    try played.publish(["a,客服,一,甲甲", "b,仓库,二,乙乙"])
    #expect(played.told.recent.map { $0.after?.text } == ["甲甲"])
    let unseen = played.told.all.reversed().compactMap { news -> Int? in
      guard case .changes(let added, let changed, let removed) = news else { return nil }
      return added.count + changed.count + removed.count
    }
    #expect(unseen.first == 1)
  }

  // MARK: - Departments

  @Test func `A desk of one department shows what comes into it where it stands in the file`()
    throws
  {
    let lines = ["a,,一,甲", "x,售前,新,新的", "c,售后,三,丙"]
    var played = try Played(lines, department: "售后")
    #expect(played.texts == ["我的", "甲", "丙"])
    try played.publish(["a,,一,甲", "x,售后,新,新的", "c,售后,三,丙"])
    #expect(played.texts == ["我的", "甲", "新的", "丙"])
  }

  @Test func `A desk of one department does not show another's new phrases`() throws {
    var played = try Played(Self.lines, department: "售后")
    #expect(played.texts == ["我的", "甲", "乙", "丙"])
    try played.publish(["a,,一,甲", "b,售前,二,乙", "c,售后,三,丙丙", "d,售前,四,丁丁"])
    #expect(played.texts == ["我的", "甲", "丙丙"])
  }

  @Test func `A file that waits for a word changes nothing`() throws {
    var played = try Played((0..<40).map { "i\($0),,题\($0),文\($0)" })
    let texts = played.texts
    try played.publish(["a,,一,甲"])
    #expect(played.texts == texts)
  }

  @Test func `A store that is damaged meanwhile is rescued, said, and goes on following`() throws {
    var played = try Played(Self.lines)
    let bytes = try Data(contentsOf: URL(filePath: played.scratch.store))
    try Data(bytes.prefix(5_000)).write(to: URL(filePath: played.scratch.store))
    for _ in 0..<3 {
      try played.publish(["a,,一,甲", "b,,二,乙乙", "c,售后,三,丙", "d,售前,四,丁"])
    }
    #expect(played.told.rescues == 1)
    #expect(played.texts == ["我的", "甲", "乙乙", "丙", "丁"])
  }

  @Test
  func `A store whose file is deleted under a desk is put back with all that it had, and said`()
    throws
  {
    var played = try Played(Self.lines)
    for end in ["", "-wal", "-shm"] { unlink(played.scratch.store + end) }
    played.look()
    #expect(played.told.rescues == 1)
    #expect(played.told.remarks.contains { $0.sentence(.english).contains("was gone") })
    #expect(played.texts == ["我的", "甲", "乙", "丙", "丁"])
    #expect(try played.opened() == played.texts)
    try played.publish(["a,,一,甲", "b,,二,乙乙", "c,售后,三,丙", "d,售前,四,丁"])
    #expect(played.texts == ["我的", "甲", "乙乙", "丙", "丁"])
    #expect(played.told.rescues == 1)
  }

  @Test func `A store that is deleted with its folder stays deleted, and that is said once`() throws
  {
    var played = try Played(Self.lines)
    let folder = URL(filePath: played.scratch.store).deletingLastPathComponent()
    let path = played.scratch.store
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      try FileManager.default.removeItem(at: folder.appending(path: name))
    }
    try FileManager.default.removeItem(at: folder)
    played.look()
    played.look()
    #expect(played.told.remarks == [.gone(path: path)])
    #expect(played.texts == ["我的", "甲", "乙", "丙", "丁"])
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
