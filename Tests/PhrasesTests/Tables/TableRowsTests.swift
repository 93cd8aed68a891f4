import Testing

@testable import Phrases

struct TableRowsTests {
  @Test func `rows of separators alone are no rows`() throws {
    let empty = String(repeating: ",,\n", count: 500)
    let base = try read("title,text,code\na,One,1\n\(empty)b,,\n\(empty)")
    #expect(base.rowCount == 2)
    #expect(base.warnings.map(\.problem) == [.emptyText])
    #expect(base.warnings.map(\.row) == [503])
  }

  @Test func `a blank behind a comma belongs to the comma`() throws {
    let base = try read("title, text\nWhen, We ship today.\nWho, \"Ask Kim, please.\"\n")
    #expect(base.phrases.map(\.text) == ["We ship today.", "Ask Kim, please."])
    // Elsewhere it belongs to the text.
    #expect(try read("title,text\na, b\n").phrases.map(\.text) == [" b"])
  }

  @Test func `a quote inside a header stays`() throws {
    let base = try read("Reply to \"A\",text\nx,One\n")
    #expect(base.unknownColumns == ["Reply to \"A\""])
    let quoted = try read(
      "\"the \"\"real\"\" reply\",title\nOne,x\n", mapping: ColumnMapping("text=the \"real\" reply")
    )
    #expect(quoted.phrases.map(\.text) == ["One"])
  }

  @Test func `a group of merged cells is said, and filled where that is wanted`() throws {
    let file = "category,title,text\n发货,a,一\n,b,二\n,c,三\n退货,d,四\n,e,五\n"
    let base = try read(file)
    #expect(base.warnings.map(\.problem) == [.groupsNotFilled(.category, count: 3, rows: 5)])
    var options = ReadOptions(file: "kb")
    options.hints.fillDown = [.category]
    let filled = try KnowledgeBase.read(Array(file.utf8), options)
    #expect(filled.phrases.map(\.category) == ["发货", "发货", "发货", "退货", "退货"])
    #expect(filled.warnings.isEmpty)
    // Rows that lack one at random are not meant.
    #expect(try read("category,text\nA,1\nA,2\n,3\nB,4\nA,5\n,6\n").warnings.isEmpty)
  }

  @Test func `a new group begins its subgroups anew`() throws {
    var options = ReadOptions(file: "kb")
    options.hints.fillDown = [.category, .subcategory]
    let file = "category,subcategory,text\nA,a,1\n,,2\nB,,3\n,b,4\n"
    let base = try KnowledgeBase.read(Array(file.utf8), options)
    #expect(base.phrases.map(\.subcategory) == ["a", "a", "", "b"])
  }

  @Test func `a header that comes again is no phrase, and another table is said`() throws {
    let base = try read("title,text\na,One\ntitle,text\nb,Two\n")
    #expect(base.phrases.map(\.text) == ["One", "Two"])
    #expect(base.warnings.map(\.problem) == [.headerRepeated(1)])
    let two = try read("title,text\na,One\n,\ncode,内容\nb,Two\n")
    #expect(two.phrases.map(\.text) == ["One"])
    #expect(two.warnings.map(\.problem) == [.anotherTable(row: 4)])
    // Also where its columns stand the other way round.
    let swapped = try read("title,text\na,One\n,\nText,Title\nTwo,b\n")
    #expect(swapped.phrases.map(\.text) == ["One"])
  }

  @Test(arguments: [
    "2026-11-01", "2026/11/1", "2026-11-1", "2026.11.01", "2026年11月1日", "20261101", "２０２６/１１/０１",
    "2026/11/1 0:00", "2026-11-01 00:00:00", "2026-11-01T00:00:00Z",
  ])
  func `a date with the year first is read`(text: String) throws {
    let base = try read("text,valid_from\na,\(text)\n")
    #expect(base.phrases.map(\.validFrom) == [Day(iso: "2026-11-01")])
  }

  @Test(arguments: [
    "2026-11-01 08:30", "2026/13/01", "2026-11/01", "202611", "tomorrow", "2026-11-01 x",
  ])
  func `what is no date is refused`(text: String) {
    #expect(refusal(of: "text,valid_from\na,\(text)\n")?.problems == [.badDate(text)])
  }

  @Test func `the last minute of a day is its end`() throws {
    let base = try read("text,valid_until\na,2026-11-01 23:59:59\n")
    #expect(base.phrases.map(\.validUntil) == [Day(iso: "2026-11-01")])
  }

  @Test func `dates of which nobody can tell the month are one error`() throws {
    let rows = (1...30).map { "t\($0),11/\($0 % 12 + 1)/2026\n" }.joined()
    let error = try #require(refusal(of: "text,valid_from\n\(rows)"))
    #expect(error.problems == [.unclearDates(30, sample: "11/2/2026")])
    #expect(error.findings.first?.sentence(.chinese).contains("设置单元格格式") == true)
  }

  @Test func `what a header says against itself counts`() throws {
    let base = try read("标题,回复（旧）,新文案v2\n发货,甲,乙\n", mapping: ColumnMapping("text=新文案v2"))
    #expect(base.mapped.argument == "title=标题,text=新文案v2")
    #expect(refusal(of: "Title,Reply (do not use),Final version\na,b,c\n") != nil)
    #expect(try read("Title,Reply (max 200)\na,b\n").phrases.map(\.text) == ["b"])
  }

  @Test func `own names are known with blanks, too`() throws {
    let base = try read("text,Valid from,Valid until\na,2026-11-01,2026/11/30\n")
    #expect(base.phrases.map(\.validUntil) == [Day(iso: "2026-11-30")])
  }

  @Test func `numbers name columns though a cell is such a number`() throws {
    let base = try read(
      "1,Hello,How can I help?\n2,Bye,Have a nice day.\n",
      mapping: ColumnMapping("code=1,title=2,text=3"))
    #expect(base.phrases.map(\.text) == ["How can I help?", "Have a nice day."])
    #expect(base.phrases.map(\.code) == ["1", "2"])
    #expect(refusal(of: "a,b\nc,d\n", mapping: try ColumnMapping("title=1,text=3")) != nil)
  }

  @Test(arguments: [
    ("active", "false", true), ("active", "1", false), ("启用", "是", false), ("是否启用", "否", true),
    ("disabled", "yes", true), ("status", "停用", true), ("状态", "已启用", false),
    ("status", "DRAFT", true),
  ])
  func `a switch means what its header says`(header: String, value: String, isDraft: Bool) throws {
    #expect(try read("text,\(header)\na,\(value)\n").phrases.map(\.isDraft) == [isDraft])
  }

  @Test func `values beside a table without a header are said`() throws {
    let rows = (1...30).map { number in
      "问题\(number),您好，第\(number)个问题的回答在这里。,\(number == 25 ? "现在有活动" : "")\n"
    }
    let base = try read(rows.joined())
    #expect(base.phrases.count == 30)
    #expect(
      base.warnings.map(\.problem).contains(
        .valuesWithoutName(column: 3, count: 1, sample: "现在有活动")))
  }

  /// The text column's name is another tool's, or the other one speaks of a text.
  @Test(arguments: [
    ("Title,Text,Reply to customer", true), ("标题,回复,新文案v2", true), ("标题,内容,客户可见", true),
    ("标题,内容,备注", false), ("Title,Text,Reply to customer", false),
  ])
  func `a column of texts beside the text is said`(_ header: String, isLong: Bool) throws {
    let other = isLong ? "It is on its way to you." : "none"
    let base = try read("\(header)\nA,Where is my parcel?,\(other)\nB,May I return it?,\(other)\n")
    let names = header.split(separator: ",").map(String.init)
    let expected = Finding.Problem.columnsCompete(.text, taken: names[1], others: [names[2]])
    #expect(base.warnings.map(\.problem).contains(expected) == (isLong && names[2] != "备注"))
  }

  @Test func `what a header says in brackets counts as words`() throws {
    #expect(try read("Title,Folder (optional),Reply\na,Post,One\n").phrases[0].category == "Post")
    #expect(
      try read("Title,Reply (old),Answer\na,One,Two\n").phrases.map(\.text) == ["Two"])
    #expect(try read("标题,回复（旧）,答案\na,One,Two\n").phrases.map(\.text) == ["Two"])
  }

  @Test func `numbers count columns below a title, too`() throws {
    let base = try read("快捷回复\n标题,内容\n退货,您好\n", mapping: ColumnMapping("title=1,text=2"))
    #expect(base.phrases.map(\.title) == ["退货"])
  }

  @Test func `q and a are taken by nobody who said otherwise`() throws {
    let mapping = try ColumnMapping("text=Antwort")
    #expect(throws: KnowledgeBaseError.self) { try read("Q,A\nWhen,Now\n", mapping: mapping) }
    let keyed = try read("Q,A,text\nWhen,Now,Soon\n", mapping: ColumnMapping("keywords=Q"))
    #expect(keyed.phrases[0].keywords == ["When"])
  }

  @Test(arguments: ["未上线", "下线", "待审核", "已删除", "pending"])
  func `a phrase that is not used yet is a draft`(_ status: String) throws {
    #expect(try read("标题,内容,是否上线\na,One,\(status)\n").phrases[0].isDraft)
  }

  @Test func `a status that says nothing is said`() throws {
    let base = try read("title,text,是否上线\na,One,看情况\nb,Two,上线\n")
    #expect(base.phrases.map(\.isDraft) == [false, false])
    #expect(base.warnings.map(\.problem) == [.unknownStatuses(1, sample: "看情况")])
  }

  @Test func `tags that show nothing are no text`() throws {
    let base = try read("title,text\na,<p><br></p>\nb,Two\n")
    #expect(base.phrases.map(\.text) == ["Two"])
    #expect(base.warnings.map(\.problem) == [.emptyText])
  }

  /// The known columns keep their names, and what says that it is not meant is no text.
  @Test(arguments: [
    ("Title,Old text,New text", "text=New text"),
    ("Title,Internal text,Public text", "text=Public text"),
    ("编号,分组,标题,新版答复2026,关键词", "text=新版答复2026"), ("id,group,Wording 2026", "text=Wording 2026"),
  ])
  func `the line to type names the text alone`(_ header: String, _ expected: String) {
    let count = header.split(separator: ",").count
    let row = (1..<count).map { "a longer text of column \($0)" }.joined(separator: ",")
    #expect {
      try read("\(header)\n1,\(row)\n2,\(row)\n3,\(row)\n")
    } throws: { error in
      guard case .missingTextColumn(_, let line)? = (error as? KnowledgeBaseError)?.problems.first
      else { return false }
      return line == expected
    }
  }

  @Test(arguments: [
    ("State", "retired"), ("Review", "Not approved"), ("可见范围", "仅内部"), ("审核", "未通过"),
  ])
  func `a column that says that a phrase is not used is said`(header: String, value: String) throws
  {
    let base = try read("title,text,\(header)\na,One,\nb,Two,\(value)\n")
    #expect(base.warnings.map(\.problem) == [.statusNotRead(header: header, sample: value)])
    let told = try read(
      "title,text,\(header)\na,One,\nb,Two,\(value)\n", mapping: ColumnMapping("status=\(header)"))
    #expect(told.phrases.map(\.isDraft) == [false, true])
  }
}
