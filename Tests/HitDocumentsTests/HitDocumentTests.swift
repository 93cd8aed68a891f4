import Phrases
import Search
import Testing

@testable import HitDocuments

/// What commands print of hits, and servers answer with.
@Suite struct HitDocumentTests {
  private static let finder = PhraseFinder(
    library: Library([
      Phrase(
        key: PhraseKey(source: "kb", id: "1"), category: "售中", title: "发货\u{9B}时间", text: "明天发货。",
        keywords: ["物流"], code: "fhsj")
    ]), options: SearchOptions(), prior: .none)

  private func document(_ text: String) -> String {
    let query = Self.finder.query(text)
    let result = Self.finder.search(query, limit: 20)
    var buffer = DocumentBuffer()
    HitDocument(query: query, result: result, library: Self.finder.library).append(to: &buffer)
    return String(decoding: buffer.bytes, as: UTF8.self)
  }

  @Test func `A document says of a hit what it is and where it was found`() {
    let document = document("fhsj")
    #expect(
      document.hasPrefix(#"{"hits":[{"category":"售中","code":"fhsj","department":"","id":"1","#))
    #expect(document.contains(#""matched":{"field":"code","ranges":[[0,4]]}"#))
    #expect(document.hasSuffix(#""query":"fhsj","total":1,"totalIsExact":true}"# + "\n"))
  }

  @Test func `What a terminal would obey is escaped`() {
    #expect(document("fhsj").contains(#""title":"发货\u009b时间""#))
    #expect(JSONText.printed("\"a\u{202E}\"") == #""a\u202e""#)
  }

  @Test func `A document of a message says its line, and not the message`() {
    let message = "请问什么时候发货"
    let result = Self.finder.suggest(message, limit: 20)
    var buffer = DocumentBuffer()
    HitDocument(
      message: Message(message), line: 3, result: result, library: Self.finder.library
    ).append(to: &buffer)
    let document = String(decoding: buffer.bytes, as: UTF8.self)
    #expect(document.contains(#""id":"1""#))
    #expect(document.hasSuffix(#"],"line":3,"total":1,"totalIsExact":true}"# + "\n"))
  }

  @Test func `Nothing to look for finds nothing`() {
    #expect(document(" ") == #"{"hits":[],"query":" ","total":0,"totalIsExact":true}"# + "\n")
  }

  @Test(arguments: Language.allCases)
  func `An explanation says how a hit was found, in every language`(language: Language) throws {
    let query = Self.finder.query("fahuo")
    let hit = try #require(Self.finder.search(query, limit: 1).hits.first)
    let lines = HitExplanation(hit, in: Self.finder.library, query).lines(language)
    #expect(lines.count >= 2)
    #expect(!lines.contains { $0.isEmpty })
  }
}
