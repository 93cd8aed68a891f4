import Testing

@testable import Phrases

/// Which record of a file is its header, and what is said of what is not read.
@Suite struct HeaderTests {
  private func problems(_ base: KnowledgeBase) -> [Finding.Problem] { base.warnings.map(\.problem) }

  @Test("a title row that is itself a column's name does not become the header")
  func titleThatIsAName() throws {
    let base = try read("话术,,,\n分类,标题,内容,备注\n物流,查物流,请发单号给我,\n退款,退款,三天内到账,主管\n")
    #expect(base.phrases.map(\.text) == ["请发单号给我", "三天内到账"])
    #expect(base.phrases.map(\.category) == ["物流", "退款"])
    #expect(
      problems(base) == [
        .rowsAboveHeader(1, sample: "话术", found: ["category", "title", "text"])
      ])
  }

  @Test(
    "a title that is a column's name, with more lines below it, does not become the header",
    arguments: ["text,,\nReplies of May,,\n", "内容,,\n,,\n", "Text,\n\nask Ann,\n"])
  func titleOfSeveralLines(title: String) throws {
    let base = try read(title + "category,title,text\nPost,Ship,We ship today.\n")
    #expect(base.phrases.map(\.text) == ["We ship today."])
    // Where nothing better comes it is the header after all.
    #expect(try read(title + "One,,\n").phrases.map(\.text).last == "One")
  }

  @Test("notes above the header are said, and blank lines are no matter")
  func notes() throws {
    let base = try read("Replies of May;;\n\nask Ann;;\nsubject;text;code\na;One;1\n")
    #expect(base.phrases.map(\.text) == ["One"])
    #expect(base.phrases.map(\.code) == ["1"])
    #expect(
      problems(base) == [
        .rowsAboveHeader(2, sample: "Replies of May", found: ["title", "text", "code"])
      ])
    #expect(base.warnings.first?.place == .text(line: 4, column: 1))
  }

  @Test("the first record with two names is the header, whatever its values say")
  func valuesThatAreNames() throws {
    let base = try read("title,text\n标题,内容\ntext,code\n")
    #expect(base.phrases.map(\.text) == ["内容", "code"])
    #expect(problems(base).isEmpty)
  }

  @Test("one name alone is a header where the record below it fits")
  func oneName() throws {
    #expect(try read("text\nOne\nTwo\n").phrases.map(\.text) == ["One", "Two"])
    #expect(try read("question,text\na,One\n").phrases.map(\.text) == ["One"])
    #expect(try read("text\n").phrases.isEmpty)
  }

  @Test("values in columns without a name are counted, with the first of them")
  func unnamed() throws {
    let base = try read("分类,,内容,\n物流,查物流,请发单号,\n退款,退款,三天,主管\n")
    #expect(base.phrases.map(\.text) == ["请发单号", "三天"])
    #expect(
      problems(base) == [
        .valuesWithoutName(column: 2, count: 2, sample: "查物流"),
        .valuesWithoutName(column: 4, count: 1, sample: "主管"),
      ])
  }

  @Test("empty columns without a name are nothing to speak of")
  func emptyColumns() throws {
    #expect(problems(try read("title,text,,\na,One,,\nb,Two, ,\n")).isEmpty)
  }

  @Test("where no record names the text, the first one is told of")
  func noHeader() {
    let error = refusal(of: "Name,Wert\na,b\n")
    #expect(
      error?.findings.map(\.problem) == [
        .missingTextColumn(found: ["Name", "Wert"], suggestion: "text=Wert")
      ])
  }
}
