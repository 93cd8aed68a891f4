import Desk
import Foundation
import Keeping
import Phrases
import Search
import Store
import Testing

@testable import Session

/// What an open desk hears of its sources and its store.
@Suite struct SyncedDeskTests {
  /// A store that follows a file, and a desk that is open on it.
  private struct Played {
    let folder: Folder
    let file: String
    let opening: Opening
    var desk: SyncedDesk
    var library: Library
    var remarks: [String] = []
    /// How often everything was read anew.
    var rebuilds = 0

    init(_ lines: [String], department: String? = nil) throws {
      folder = try Folder()
      let path = folder.scratch.store
      file = try folder.scratch.file("kb.csv", Played.list(lines))
      let store = try Store.open(at: path)
      _ = try store.importPersonal([
        Phrase(
          key: PhraseKey(source: "personal", id: "p"), level: .personal, title: "我", text: "我的")
      ])
      _ = try store.connect(Source(name: "kb", address: file))
      store.close()
      opening = Opening(storePath: path, language: .english)
      let transports = SourceTransports(
        environment: [:], cacheFolder: nil, tokenFolder: nil, proxy: nil, certificates: nil)
      let plan = SyncPlan(transports: transports, every: 60)
      // A first desk fetches the file, so that the one under test opens on it.
      var first = SyncedDesk(
        opening: opening, storePath: path, plan: plan,
        shown: SyncedDesk.standing(inStoreAt: path))
      _ = first.look { _ in }
      var opening = opening
      opening.department = department
      library = Library(try opening.open().phrases)
      desk = SyncedDesk(
        opening: opening, storePath: path, plan: plan,
        shown: SyncedDesk.standing(inStoreAt: path))
      look()
      rebuilds = 0
    }

    static func list(_ lines: [String]) -> String {
      "id,department,title,text\n" + lines.joined(separator: "\n") + "\n"
    }

    mutating func publish(_ lines: [String]) throws {
      try Data(Played.list(lines).utf8).write(to: URL(filePath: file))
      _ = desk.obey(.syncNow)
      look()
    }

    mutating func look() {
      for news in desk.look(telling: { _ in }) {
        switch news {
        case .event(.notice(.sentence(let sentence, _))): remarks.append(sentence)
        case .event: break
        case .phrases(let opened):
          library = Library(opened.phrases)
          rebuilds += 1
        case .changes(let removed, let written):
          library = library.applying(removing: removed, adding: written)
        }
      }
    }

    var texts: [String] { library.numbers.map { library.phrase($0).text } }

    /// What a desk that opens now would show.
    func opened() throws -> [String] { try opening.open().phrases.map(\.text) }
  }

  /// Gone with the last reference.
  private final class Folder {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }
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
    let store = try Store.open(at: played.folder.scratch.store)
    _ = try store.importPersonal([
      Phrase(key: PhraseKey(source: "personal", id: "q"), level: .personal, title: "你", text: "你的")
    ])
    store.close()
    try played.publish(["a,,一,甲", "b,,二,乙乙", "c,售后,三,丙", "d,售前,四,丁"])
    #expect(played.texts == ["我的", "你的", "甲", "乙乙", "丙", "丁"])
    #expect(played.rebuilds == 1)
  }

  @Test func `A phrase of the agent's own that another program changed is shown as it is now`()
    throws
  {
    var played = try Played(Self.lines)
    let store = try Store.open(at: played.folder.scratch.store)
    _ = try store.importPersonal([
      Phrase(key: PhraseKey(source: "personal", id: "p"), level: .personal, title: "我", text: "我们的")
    ])
    store.close()
    played.look()
    #expect(played.texts.first == "我们的")
  }

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
    let bytes = try Data(contentsOf: URL(filePath: played.folder.scratch.store))
    try Data(bytes.prefix(5_000)).write(to: URL(filePath: played.folder.scratch.store))
    for _ in 0..<3 {
      try played.publish(["a,,一,甲", "b,,二,乙乙", "c,售后,三,丙", "d,售前,四,丁"])
    }
    #expect(played.remarks.contains { $0.contains(".damaged-") })
    #expect(played.texts == ["我的", "甲", "乙乙", "丙", "丁"])
  }
}
