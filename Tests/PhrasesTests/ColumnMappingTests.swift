import Testing

@testable import Phrases

struct ColumnMappingTests {
  @Test func `pairs are read, trimmed, with names in both languages`() throws {
    let mapping = try ColumnMapping(" title = 问题 ,内容=回答")
    #expect(mapping.headers == [.title: "问题", .text: "回答"])
  }

  @Test(arguments: [
    ("", ColumnMapping.ParseError.notAPair("")), ("title", .notAPair("title")),
    ("text=", .notAPair("text=")), ("answer=text", .unknownColumn("answer")),
    ("text=a,text=b", .columnTwice(.text)), ("text=a,title= A", .headerTwice("A")),
  ])
  func `a mapping that cannot be read says why`(
    text: String, expected: ColumnMapping.ParseError
  ) {
    #expect(throws: expected) { try ColumnMapping(text) }
  }

  @Test func `a mapping comes before a column's own names`() throws {
    let base = try read(
      "text,title,answer\na,b,c\n", mapping: try ColumnMapping("text=answer,category=title"))
    let phrase = try #require(base.phrases.first)
    #expect(phrase.text == "c")
    #expect(phrase.category == "b")
    #expect(phrase.title == "c")
    #expect(base.unknownColumns == ["text"])
  }

  @Test func `a mapped header that is not there is an error in both formats`() throws {
    let mapping = try ColumnMapping("text=answer")
    #expect(
      refusal(of: "title,text\na,b\n", mapping: mapping)?.problems == [
        .mappedHeaderMissing(column: .text, header: "answer", found: ["title", "text"])
      ])
    #expect(
      refusal(of: #"[{"title":"a"}]"#, mapping: mapping)?.problems == [
        .mappedHeaderMissing(column: .text, header: "answer", found: ["title"])
      ])
  }

  @Test func `JSON members are mapped too`() throws {
    let base = try read(
      #"[{"Question":"a","ANSWER":"b"}]"#, mapping: try ColumnMapping("title=question,text=answer"))
    #expect(base.phrases.first?.title == "a")
    #expect(base.phrases.first?.text == "b")
  }
}
