import Testing

@testable import Phrases

struct CSVTests {
  @Test func `cells, quotes, doubled quotes and line breaks in quotes`() throws {
    let base = try read("title,text\r\n\"a, b\",\"one\r\ntwo \"\"three\"\"\"\r\nc,d\r\n")
    #expect(base.phrases.map(\.title) == ["a, b", "c"])
    #expect(base.phrases.map(\.text) == ["one\r\ntwo \"three\"", "d"])
  }

  @Test(arguments: ["\n", "\r", "\r\n"])
  func `any line break ends a record`(lineBreak: String) throws {
    let base = try read("title,text\(lineBreak)a,b\(lineBreak)c,d")
    #expect(base.phrases.map(\.text) == ["b", "d"])
    #expect(base.rowCount == 2)
  }

  @Test func `line breaks may be mixed, and blank lines are no records`() throws {
    let base = try read("\n\r\ntext\r\na\n\n\rb\r\n\r\nc\rd")
    #expect(base.phrases.map(\.text) == ["a", "b", "c", "d"])
    #expect(base.rowCount == 4)
  }

  @Test(arguments: [
    (",", KnowledgeBaseFormat.Delimiter.comma), (";", .semicolon), ("\t", .tab),
  ])
  func `the delimiter is told from the header`(
    text: String, delimiter: KnowledgeBaseFormat.Delimiter
  ) throws {
    let base = try read("标题\(text)内容\na,;\t\(text)b\n".replacing(",;\t", with: "·"))
    #expect(base.format == .csv(delimiter: delimiter))
    #expect(base.phrases.map(\.title) == ["a·"])
  }

  @Test func `delimiters inside quoted headers do not count`() throws {
    let base = try read("\"a;b;c\",text\nx,y;z\n")
    #expect(base.format == .csv(delimiter: .comma))
    #expect(base.phrases.map(\.text) == ["y;z"])
    #expect(base.unknownColumns == ["a;b;c"])
  }

  @Test func `headers are found in any case, width and language`() throws {
    let base = try read("　ＩＤ , Department,一级分类,子分类,TITLE,快捷短语,标签,编码\n1,d,c,s,t,x,k,co\n")
    let phrase = try #require(base.phrases.first)
    #expect(phrase.key.id == "1")
    #expect(phrase.path == ["d", "c", "s"])
    #expect(phrase.title == "t")
    #expect(phrase.text == "x")
    #expect(phrase.keywords == ["k"])
    #expect(phrase.code == "co")
  }

  @Test func `every name of every column is known`() {
    for column in PhraseColumn.allCases {
      for name in column.names { #expect(PhraseColumn(header: " \(name)　") == column) }
    }
    #expect(PhraseColumn(header: "answer") == nil)
  }

  @Test func `all columns become a phrase`() throws {
    let base = try read(
      """
      id,title,text,keywords,attachments,valid_from,valid_until,status
      7, 双十一 ," 满减 ","a,b、c，d;e；f| g ,,",p/1.png|p/2.png;http://x/?a\u{2C}b,2026-11-01,2026-11-11,草稿
      """.replacing("http://x/?a,b", with: "q.png"))
    let phrase = try #require(base.phrases.first)
    #expect(phrase.title == "双十一")
    #expect(phrase.text == " 满减 ", "the text is kept to the byte")
    #expect(phrase.keywords == ["a", "b", "c", "d", "e", "f", "g"])
    #expect(phrase.attachments == ["p/1.png", "p/2.png", "q.png"])
    #expect(phrase.validFrom == Day(iso: "2026-11-01"))
    #expect(phrase.validUntil == Day(iso: "2026-11-11"))
    #expect(phrase.isDraft)
    #expect(phrase.key == PhraseKey(source: "file", id: "7"))
  }

  @Test func `commas stay in the addresses of attachments`() throws {
    let base = try read("text,图片\nx,\"https://a/b.png?resize,w_100|c.png\"\n")
    #expect(base.phrases.first?.attachments == ["https://a/b.png?resize,w_100", "c.png"])
  }

  @Test func `a quote inside an unquoted cell is a character`() throws {
    let base = try read("text\n5\" screen\n")
    #expect(base.phrases.first?.text == "5\" screen")
  }

  @Test func `missing cells are empty, surplus empty cells are no matter`() throws {
    let base = try read("text,title,category\na\nb,,,,\n")
    #expect(base.phrases.map(\.title) == ["a", "b"])
  }

  @Test func `NUL bytes and a cell of 60 kB are read`() throws {
    let long = String(repeating: "长", count: 20_000)
    let base = try read("text\na\0b\n\(long)\n\"\(long)\"\n")
    #expect(base.phrases.map(\.text) == ["a\0b", long, long])
  }

  @Test func `an empty text is counted, warned of and not shown`() throws {
    let base = try read("title,text\na,\nb,\" \n\"\nc,d\n")
    #expect(base.rowCount == 3)
    #expect(base.phrases.map(\.title) == ["c"])
    #expect(base.warnings.map(\.problem) == [.emptyText, .emptyText])
    #expect(base.warnings.map(\.line) == [2, 3])
    #expect(base.warnings.map(\.column) == [3, 3])
    #expect(base.warnings.map(\.columnName) == ["text", "text"])
  }

  @Test func `a header alone is a list without phrases`() throws {
    let base = try read("id,text")
    #expect(base.phrases.isEmpty)
    #expect(base.warnings.map(\.problem) == [.noPhrases])
  }

  @Test func `a header may begin like JSON`() throws {
    let mapping = try ColumnMapping("title=[题]")
    let base = try read("[题],text\n{a},b\n", mapping: mapping)
    #expect(base.phrases.map(\.title) == ["{a}"])
    #expect(try read("\"text\"\n").rowCount == 0)
  }
}

struct CSVErrorTests {
  @Test func `an unclosed quote is shown where it opens`() {
    let error = refusal(of: "title,text\na,b\n汉字,\"c\nd\n")
    #expect(error?.problems == [.unterminatedQuote])
    #expect(error?.places == ["3:4"])
    #expect(error?.findings.first?.columnName == "text")
  }

  @Test func `text after a closing quote is shown where it stands`() {
    let error = refusal(of: "title,text\n\"a\" b,c\nd,\"e\"f\ng,h\n")
    #expect(error?.problems == [.textAfterQuote, .textAfterQuote])
    #expect(error?.places == ["2:4", "3:6"])
  }

  @Test func `surplus cells with something in them are an error`() {
    let error = refusal(of: "title,text\na,b,,c\n")
    #expect(error?.problems == [.tooManyCells(columns: 2)])
    #expect(error?.places == ["2:6"])
  }

  @Test func `one header may stand once`() {
    let error = refusal(of: "text,Text\na,b\n")
    #expect(error?.problems == [.columnTwice(header: "Text", first: "text")])
    #expect(error?.places == ["1:6"])
  }

  @Test func `without a text column the columns found are listed`() {
    let error = refusal(of: "Spalte;Wert\na;b\n")
    #expect(
      error?.problems == [
        .missingTextColumn(found: ["Spalte", "Wert"], suggestion: "title=2,text=1")
      ])
  }

  @Test func `an id stands once, and the first line is named`() {
    let error = refusal(of: "id,text\n1,a\n2,b\n 1 ,c\n")
    #expect(error?.problems == [.duplicateID("1")])
    #expect(error?.findings.first?.line == 4)
    #expect(error?.findings.first?.relatedLine == 2)
  }

  @Test func `dates and status are checked`() throws {
    let from = try #require(Day(iso: "2026-11-02"))
    let until = try #require(Day(iso: "2026-11-01"))
    let error = refusal(
      of: """
        text,valid_from,valid_until,status
        a,1 Nov,2026-02-30,drafts
        b,2026-11-02,2026-11-01,
        c,2026-11-02,2026-11-02,DRAFT
        """)
    #expect(
      error?.problems == [
        .badDate("1 Nov"), .badDate("2026-02-30"), .unknownStatus("drafts"),
        .endsBeforeItBegins(from: from, until: until),
      ])
    #expect(error?.places == ["2:3", "2:9", "2:20", "3:14"])
  }

  @Test(arguments: ["", " ", "\r\n\n", "\u{FEFF}", "\u{FEFF}\n"])
  func `an empty file is refused`(text: String) {
    #expect(refusal(of: text)?.problems == [.emptyFile])
  }

  @Test func `every limit has its own error`() {
    var limits = Limits()
    limits.bytes = 20
    #expect(
      refusal(of: "text\n0123456789abcdef", limits: limits)?.problems == [
        .fileTooLarge(bytes: 21, limit: 20)
      ])
    limits = Limits()
    limits.rows = 2
    #expect(refusal(of: "text\na\nb\n", limits: limits) == nil)
    let rows = refusal(of: "text\na\nb\nc\n", limits: limits)
    #expect(rows?.problems == [.tooManyRows(limit: 2)])
    #expect(rows?.places == ["4:1"])
  }

  @Test func `a field may have 65,536 bytes`() throws {
    let full = String(repeating: "x", count: 65_536)
    #expect(try read("text\n\(full)\n").phrases.first?.text == full)
    #expect(try read("text\n\"\(full.dropLast())\"\"\"\n").phrases.count == 1)
    let error = refusal(of: "text,note\na,\"\(full)x\"\n")
    #expect(error?.problems == [.fieldTooLong(bytes: 65_537, limit: 65_536)])
    #expect(error?.findings.first?.columnName == "note")
  }

  @Test func `there may be 200 columns`() throws {
    let names = (1..<200).map { "c\($0)" }.joined(separator: ",")
    #expect(try read("text,\(names)\na\n").phrases.count == 1)
    #expect(refusal(of: "text,\(names),d\na\n")?.problems == [.tooManyColumns(limit: 200)])
  }

  @Test func `all errors are counted and the first twenty kept`() {
    let rows = (1...50).map { "t\($0),bad" }.joined(separator: "\n")
    let error = refusal(of: "text,status\n\(rows)\n")
    #expect(error?.count == 50)
    #expect(error?.findings.map(\.line) == Array(2...21))
    let sentences = error?.sentences(.english) ?? []
    #expect(sentences.count == 21)
    #expect(sentences.last == "30 more errors in kb.")
  }

  @Test func `lines and columns are counted as an editor does`() {
    let error = refusal(of: "text,status\r\n\"汉\r\n字\",\r好😀,bad\n")
    #expect(error?.places == ["4:4"])
  }
}
