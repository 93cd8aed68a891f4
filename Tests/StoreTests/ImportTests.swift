import Phrases
import Testing

@testable import Store

@Suite struct ImportTests {
  @Test func `what is imported is read back, as personal phrases, in order`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    #expect(try store.count == 0)
    let summary = try store.importPersonal(made(0..<20))
    #expect(summary == ImportSummary(added: 20, changed: 0, unchanged: 0))
    #expect(try store.phrases() == made(0..<20).map(\.asPersonal))
    #expect(try store.count == 20)
  }

  @Test func `phrases survive closing and opening`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<3))
    #expect(try Store.open(at: path).phrases() == made(0..<3).map(\.asPersonal))
  }

  @Test func `importing the same again changes nothing in the file or its log`() throws {
    let scratch = try Scratch()
    let path = try scratch.storeHolding(made(0..<200))
    let before = try bytes(of: path)
    let store = try Store.open(at: path)
    #expect(
      try store.importPersonal(made(0..<200))
        == ImportSummary(added: 0, changed: 0, unchanged: 200))
    #expect(try store.report().logBytes == 0)
    store.close()
    #expect(try bytes(of: path) == before)
  }

  @Test func `only what differs is written, places are kept, nothing is removed`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    _ = try store.importPersonal(made(0..<5))
    let second = [Phrase.made(7), Phrase.made(2, text: "新的内容"), Phrase.made(4)]
    #expect(
      try store.importPersonal(second) == ImportSummary(added: 1, changed: 1, unchanged: 1))
    let kept = try store.phrases()
    #expect(kept.map(\.key.id) == ["id-0", "id-1", "id-2", "id-3", "id-4", "id-7"])
    #expect(kept[2].text == "新的内容")
  }

  @Test(
    arguments: [
      { (phrase: inout Phrase) in phrase.department = "售前" },
      { $0.category = "" }, { $0.subcategory = "" }, { $0.title = "另一个" }, { $0.text += " " },
      { $0.keywords = [] }, { $0.keywords.append("再加") }, { $0.code = "" },
      { $0.attachments = [] }, { $0.validFrom = nil }, { $0.validUntil = Day(iso: "2027-01-01") },
      { $0.isDraft.toggle() },
    ] as [@Sendable (inout Phrase) -> Void])
  func `a change of any one field is a change`(_ change: @Sendable (inout Phrase) -> Void) throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    var phrase = Phrase.made(1)
    _ = try store.importPersonal([phrase])
    change(&phrase)
    #expect(
      try store.importPersonal([phrase]) == ImportSummary(added: 0, changed: 1, unchanged: 0))
    #expect(try store.phrases() == [phrase.asPersonal])
    #expect(
      try store.importPersonal([phrase]) == ImportSummary(added: 0, changed: 0, unchanged: 1))
  }

  @Test func `texts come back byte for byte`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    let texts = [
      "nul \0 inside", "\u{0}", "e\u{301} and é", "\u{1B}[31m", "👩‍👩‍👧", "\r\n\t", "\u{10FFFF}",
      String(repeating: "长", count: 20_000), "\"\\\u{1}\u{1F}\u{7F}", "'; DROP TABLE phrase; --",
    ]
    let phrases = texts.enumerated().map { number, text in
      var phrase = Phrase.made(number, text: text)
      phrase.title = text
      phrase.keywords = [text, "", text]
      phrase.code = text
      return phrase
    }
    _ = try store.importPersonal(phrases)
    let read = try store.phrases()
    #expect(read.map { Array($0.text.utf8) } == texts.map { Array($0.utf8) })
    #expect(read.map { Array($0.title.utf8) } == texts.map { Array($0.utf8) })
    #expect(read.map(\.keywords) == phrases.map(\.keywords))
    #expect(
      try store.importPersonal(phrases)
        == ImportSummary(added: 0, changed: 0, unchanged: texts.count))
  }

  @Test func `an accent composed otherwise changes a text but not an id`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    var phrase = Phrase.made(1, text: "caf\u{E9}")
    phrase.key.id = "caf\u{E9}"
    _ = try store.importPersonal([phrase])
    phrase.text = "cafe\u{301}"
    phrase.key.id = "cafe\u{301}"
    #expect(
      try store.importPersonal([phrase]) == ImportSummary(added: 0, changed: 1, unchanged: 0))
    #expect(try store.phrases().map { Array($0.text.utf8) } == [Array("cafe\u{301}".utf8)])
  }

  private func spoiled(_ flaw: PhraseFlaw) -> Phrase {
    var phrase = Phrase.made(2)
    switch flaw {
    case .noID: phrase.key.id = ""
    case .noTitle: phrase.title = ""
    case .noText: phrase.text = ""
    case .repeatedID: phrase.key.id = "id-0"
    case .tooLong: phrase.text = String(repeating: "x", count: Connection.phraseLimit)
    }
    return phrase
  }

  @Test(arguments: PhraseFlaw.allCases)
  func `one phrase that cannot be kept leaves the store as it was`(_ flaw: PhraseFlaw) throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    _ = try store.importPersonal(made(10..<12))
    let phrases = made(0..<2) + [spoiled(flaw)]
    #expect(
      failure { () throws(StoreError) in try store.importPersonal(phrases) }
        == .unusablePhrase(id: phrases[2].key.id, flaw))
    #expect(try store.phrases() == made(10..<12).map(\.asPersonal))
  }

  @Test func `the longest phrase that passes the check can be written`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    var phrase = Phrase.made(0)
    phrase.keywords = [String(repeating: "\u{1}", count: Connection.phraseLimit - 1_000)]
    #expect(try store.importPersonal([phrase]).added == 1)
    #expect(try store.phrases() == [phrase.asPersonal])
  }

  @Test func `another desk sees an import at its next look`() throws {
    let scratch = try Scratch()
    let writer = try Store.open(at: scratch.store)
    let reader = try Store.open(at: scratch.store)
    #expect(try reader.count == 0)
    _ = try writer.importPersonal(made(0..<4))
    #expect(try reader.count == 4)
  }

  @Test func `the first and the last day are kept`() throws {
    let scratch = try Scratch()
    let store = try Store.open(at: scratch.store)
    var phrase = Phrase.made(0)
    phrase.validFrom = Day(iso: "0001-01-01")
    phrase.validUntil = Day(iso: "9999-12-31")
    _ = try store.importPersonal([phrase])
    #expect(try store.phrases() == [phrase.asPersonal])
  }
}
