import Foundation
import Phrases
import Store
import TestFolder
import Testing

@testable import Keeping

@Suite struct OpeningTests {
  @Test func `Without phrases in the store there is the starter, the own language first`() throws {
    let scratch = try Scratch()
    let opened = try Opening(storePath: scratch.store, language: .chinese).phrasesOpened()
    #expect(opened.origin == .starter)
    #expect(opened.phrases.count == 300)
    #expect(opened.phrases.first?.key.id == "zh-001")
  }

  @Test(arguments: Language.allCases)
  func `The starter reads without a finding, and its codes are unique`(language: Language) throws {
    let list = try KnowledgeBase.read(
      Starter.csv(startingWith: language), ReadOptions(file: "starter", source: "starter"))
    #expect(list.warnings.isEmpty)
    #expect(list.phrases.count == 300)
    let codes = list.phrases.map(\.code).filter { !$0.isEmpty }
    #expect(Set(codes).count == codes.count)
    #expect(Set(list.phrases.map(\.key)).count == 300)
  }

  @Test func `Imported phrases are what the desk opens on`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    _ = try store.importPersonal([
      Phrase(key: PhraseKey(source: "personal", id: "1"), level: .personal, title: "一", text: "甲")
    ])
    store.close()
    // Nothing is connected, so that the starter stands behind them otherwise.
    var opening = Opening(storePath: scratch.store, language: .english)
    opening.showsStarter = false
    let opened = try opening.phrasesOpened()
    #expect(opened.origin == .store)
    #expect(opened.phrases.map(\.title) == ["一"])
    #expect(opened.phrases.map(\.level) == [.personal])
  }

  @Test func `A file is opened although the store cannot be`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("list.csv", "title,text\n一,甲\n")
    let broken = try scratch.file("phrases.sqlite", String(repeating: "no", count: 999))
    let opened = try Opening(knowledgeBase: file, storePath: broken, language: .english)
      .phrasesOpened()
    #expect(opened.origin == .file(name: "list.csv"))
    #expect(try FileBytes.read(broken).count == 1_998)
  }

  @Test func `A damaged store is rescued at the start, which is said`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    _ = try store.importPersonal([
      Phrase(key: PhraseKey(source: "personal", id: "1"), level: .personal, title: "一", text: "甲")
    ])
    try store.backUp(on: try #require(SystemClock.today))
    store.close()
    try Data("no store".utf8).write(to: URL(filePath: scratch.store))
    let opened = try Opening(storePath: scratch.store, language: .english).phrasesOpened()
    #expect(opened.phrases.filter { $0.level == .personal }.map(\.title) == ["一"])
    #expect(opened.remarks.count == 1)
    #expect(opened.remarks.first.map { if case .rescued = $0 { true } else { false } } == true)
    #expect(
      try Opening(storePath: scratch.store, language: .english).phrasesOpened().remarks.isEmpty)
  }

  @Test func `One phrase of her own hides no starter, a connected list does`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    _ = try store.importPersonal([.own("1")])
    var opening = Opening(storePath: scratch.store, language: .chinese)
    let both = try opening.phrasesOpened()
    #expect(both.origin == .store)
    #expect(both.phrases.count == 301)
    #expect(both.phrases.prefix(2).map(\.key.id) == ["1", "zh-001"])
    opening.showsStarter = false
    #expect(try opening.phrasesOpened().phrases.map(\.key.id) == ["1"])
    opening.showsStarter = true
    _ = try store.connect(Source(name: "kb", address: "/nowhere"))
    #expect(try opening.phrasesOpened().phrases.map(\.key.id) == ["1"])
  }

  @Test func `The starter is arranged like any list`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    let opening = Opening(storePath: scratch.store, language: .chinese)
    let starter = Opening.starter(.chinese)
    _ = try store.change(.hide(starter[0].key), at: 0)
    _ = try store.change(.code(starter[1].key, "mine"), at: 0)
    let opened = try opening.phrasesOpened()
    #expect(opened.origin == .starter)
    #expect(opened.phrases.count == 299 && opened.phrases[0].code == "mine")
    let version = Phrase(key: PhraseKey(source: "", id: ""), title: "我的", text: "您好，{{称呼}}")
    let key = try store.change(.add(version, behind: nil, versionOf: starter[2]), at: 0).key
    let again = try opening.phrasesOpened()
    #expect(again.phrases.count == 299)
    #expect(again.phrases[1].key == key)
    #expect(again.phrases[1].path == starter[2].path)
    #expect(again.arranged.originals.map(\.value) == [starter[2]])
  }

  @Test func `Without a home folder the store has no place, and that is said`() {
    #expect(throws: OpeningError.noHome) {
      try Opening(storePath: nil, language: .english).phrasesOpened()
    }
  }

  @Test func `The agent is told of an assumed encoding, not of a supervisor's warnings`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("list.csv", "title,text\n一,甲\n一,乙\n")
    let opened = try Opening(knowledgeBase: file, storePath: nil, language: .english)
      .phrasesOpened()
    #expect(opened.remarks.isEmpty)
    let gbk = scratch.folder.appending(path: "gbk.csv")
    // Two rows about refunds and parcels, which read as nothing but Chinese.
    let rows: [UInt8] = [
      0xCD, 0xCB, 0xBF, 0xEE, 0xB6, 0xE0, 0xBE, 0xC3, 0xB5, 0xBD, 0xD5, 0xCB, 0x2C, 0xC7, 0xD7,
      0xA3,
      0xAC, 0xCD, 0xCB, 0xBF, 0xEE, 0xCD, 0xA8, 0xB9, 0xFD, 0xBA, 0xF3, 0xD2, 0xBB, 0xB0, 0xE3,
      0xC8,
      0xFD, 0xB5, 0xBD, 0xCE, 0xE5, 0xB8, 0xF6, 0xB9, 0xA4, 0xD7, 0xF7, 0xC8, 0xD5, 0xB0, 0xB4,
      0xD4,
      0xAD, 0xC2, 0xB7, 0xCD, 0xCB, 0xBB, 0xD8, 0xA3, 0xAC, 0xC7, 0xEB, 0xC4, 0xFA, 0xC1, 0xF4,
      0xD2,
      0xE2, 0xA1, 0xA3, 0x0A, 0xB7, 0xA2, 0xBB, 0xF5, 0xCA, 0xB1, 0xBC, 0xE4, 0x2C, 0xC4, 0xFA,
      0xBA,
      0xC3, 0xA3, 0xAC, 0xBD, 0xF1, 0xCC, 0xEC, 0xCF, 0xC2, 0xB5, 0xA5, 0xC3, 0xF7, 0xCC, 0xEC,
      0xBE,
      0xCD, 0xC4, 0xDC, 0xB7, 0xA2, 0xBB, 0xF5, 0xA3, 0xAC, 0xBF, 0xEC, 0xB5, 0xDD, 0xB5, 0xA5,
      0xBA,
      0xC5, 0xBB, 0xE1, 0xB7, 0xA2, 0xB8, 0xF8, 0xC4, 0xFA, 0xA1, 0xA3, 0x0A,
    ]
    try Data("title,text\n".utf8 + rows).write(to: gbk)
    let assumed = try Opening(knowledgeBase: gbk.path, storePath: nil, language: .english)
      .phrasesOpened()
    #expect(assumed.phrases.map(\.title) == ["退款多久到账", "发货时间"])
    #expect(assumed.remarks.count == 1)
  }

  @Test(arguments: [
    ("/nowhere/list.csv", OpeningError.noSuchFile(path: "/nowhere/list.csv")),
    ("/", .isFolder(path: "/")),
    ("https://example.org/list.csv", .isAddress("https://example.org/list.csv")),
  ])
  func `What cannot be opened is named`(path: String, error: OpeningError) {
    #expect(throws: error) {
      try Opening(knowledgeBase: path, storePath: nil, language: .english).phrasesOpened()
    }
  }
}
