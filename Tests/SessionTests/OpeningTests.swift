import Desk
import Foundation
import Glibc
import Phrases
import Store
import Testing

@testable import Session

/// A folder of its own for one test.
struct Scratch: ~Copyable {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "phrasedesk-session-\(UUID().uuidString.prefix(8))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func file(_ name: String, _ content: String) throws -> String {
    let url = folder.appending(path: name)
    try Data(content.utf8).write(to: url)
    return url.path
  }

  var store: String { folder.appending(path: "data/phrases.sqlite").path }
}

@Suite struct OpeningTests {
  @Test func `Without phrases in the store there is the starter, the own language first`() throws {
    let scratch = try Scratch()
    let opened = try Opening(storePath: scratch.store, language: .chinese).open()
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
    let opened = try Opening(storePath: scratch.store, language: .english).open()
    #expect(opened.origin == .store)
    #expect(opened.phrases.map(\.title) == ["一"])
    #expect(opened.phrases.map(\.level) == [.personal])
  }

  @Test func `A file is opened although the store cannot be`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("list.csv", "title,text\n一,甲\n")
    let broken = try scratch.file("phrases.sqlite", String(repeating: "no", count: 999))
    let opened = try Opening(knowledgeBase: file, storePath: broken, language: .english).open()
    #expect(opened.origin == .file(name: "list.csv"))
    #expect(try FileBytes.read(broken).count == 1_998)
  }

  @Test func `A damaged store is rescued at the start, which is said`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    _ = try store.importPersonal([
      Phrase(key: PhraseKey(source: "personal", id: "1"), level: .personal, title: "一", text: "甲")
    ])
    try store.backUp(on: try #require(SessionClock.today))
    store.close()
    try Data("no store".utf8).write(to: URL(filePath: scratch.store))
    let opened = try Opening(storePath: scratch.store, language: .english).open()
    #expect(opened.phrases.map(\.title) == ["一"])
    #expect(opened.remarks.count == 1)
    #expect(opened.remarks.first?.contains(".damaged-") == true)
    #expect(try Opening(storePath: scratch.store, language: .english).open().remarks.isEmpty)
  }

  @Test func `Without a home folder the store has no place, and that is said`() {
    #expect(throws: OpeningError.noHome) {
      try Opening(storePath: nil, language: .english).open()
    }
  }

  @Test func `The agent is told of an assumed encoding, not of a supervisor's warnings`() throws {
    let scratch = try Scratch()
    let file = try scratch.file("list.csv", "title,text\n一,甲\n一,乙\n")
    let opened = try Opening(knowledgeBase: file, storePath: nil, language: .english).open()
    #expect(opened.remarks.isEmpty)
    let gbk = scratch.folder.appending(path: "gbk.csv")
    try Data("title,text\n".utf8 + [0xCD, 0xCB, 0xBF, 0xEE, 0x2C, 0xBA, 0xC3]).write(to: gbk)
    let assumed = try Opening(knowledgeBase: gbk.path, storePath: nil, language: .english).open()
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
      try Opening(knowledgeBase: path, storePath: nil, language: .english).open()
    }
  }
}

@Suite struct FileBytesTests {
  @Test func `A written file is whole, and replaced only when that is asked for`() throws {
    let scratch = try Scratch()
    let path = scratch.folder.appending(path: "out").path
    try FileBytes.write([1, 2, 3], to: path, replacing: false)
    #expect(throws: OpeningError.exists(path: path)) {
      try FileBytes.write([4], to: path, replacing: false)
    }
    #expect(try FileBytes.read(path) == [1, 2, 3])
    try FileBytes.write([4], to: path, replacing: true)
    #expect(try FileBytes.read(path) == [4])
    let names = try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path)
    #expect(names == ["out"])
  }

  @Test func `A file that is replaced keeps its permissions, and a link what it points to`() throws
  {
    let scratch = try Scratch()
    let path = try scratch.file("real", "old")
    let link = scratch.folder.appending(path: "link").path
    chmod(path, 0o600)
    symlink(path, link)
    try FileBytes.write([5], to: link, replacing: true)
    #expect(try FileBytes.read(path) == [5])
    var status = stat()
    #expect(lstat(link, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
    #expect(stat(path, &status) == 0 && status.st_mode & 0o777 == 0o600)
  }

  @Test func `A folder is not written over, and a device is written into`() throws {
    let scratch = try Scratch()
    let folder = scratch.folder.path
    #expect(throws: OpeningError.isFolder(path: folder)) {
      try FileBytes.write([1], to: folder, replacing: true)
    }
    try FileBytes.write([1], to: "/dev/null", replacing: true)
    #expect(throws: OpeningError.diskFull(path: "/dev/full")) {
      try FileBytes.write([1], to: "/dev/full", replacing: true)
    }
  }

  @Test func `Writing where nothing can be written says so`() {
    #expect(throws: OpeningError.noSuchFolder(path: "/nowhere/out")) {
      try FileBytes.write([1], to: "/nowhere/out", replacing: false)
    }
  }
}
