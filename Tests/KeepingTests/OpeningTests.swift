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
    let opened = try Opening(storePath: scratch.store, language: .english).phrasesOpened()
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
    #expect(opened.phrases.map(\.title) == ["一"])
    #expect(opened.remarks.count == 1)
    #expect(opened.remarks.first.map { if case .rescued = $0 { true } else { false } } == true)
    #expect(
      try Opening(storePath: scratch.store, language: .english).phrasesOpened().remarks.isEmpty)
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
    try Data("title,text\n".utf8 + [0xCD, 0xCB, 0xBF, 0xEE, 0x2C, 0xBA, 0xC3]).write(to: gbk)
    let assumed = try Opening(knowledgeBase: gbk.path, storePath: nil, language: .english)
      .phrasesOpened()
    #expect(assumed.phrases.map(\.title) == ["退款"])
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
