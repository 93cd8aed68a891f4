import Phrases
import Testing

@testable import Formats

/// What the cells of a sheet read as.
@Suite struct SheetCellsTests {
  @Test func `shared texts, runs of rich text and what is said of pronunciation`() throws {
    let book = WorkbookFixture(
      rows: "<row><c t=\"s\"><v>1</v></c></row><row><c t=\"s\"><v>0</v></c></row>",
      sharedStrings: "<si><r><t>亲，</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\">已 </t></r>"
        + "<r><t>发货</t></r></si>"
        + "<si><t>課題</t><rPh sb=\"0\" eb=\"2\"><t>カダイ</t></rPh><phoneticPr fontId=\"1\"/></si>")
    #expect(try book.firstColumn() == ["課題", "亲，已 发货"])
  }

  @Test func `texts in place, of formulas, booleans and errors`() throws {
    let book = WorkbookFixture(
      rows: "<row><c t=\"inlineStr\"><is><t>=1+1</t></is></c></row>"
        + "<row><c t=\"str\"><f>A1&amp;\"!\"</f><v>您好!</v></c></row>"
        + "<row><c t=\"b\"><v>1</v></c></row><row><c t=\"b\"><v>0</v></c></row>"
        + "<row><c t=\"e\"><v>#NAME?</v></c></row>")
    #expect(try book.firstColumn() == ["=1+1", "您好!", "TRUE", "FALSE", "#NAME?"])
  }

  @Test func `numbers as the cell shows them`() throws {
    var book = WorkbookFixture(
      rows: [
        (0, "12"), (0, "1.0"), (0, "6.2170000100012345E+18"), (0, "6217000010001234567"),
        (0, "13812345678"), (0, "0.1"), (0, "0.30000000000000004"), (0, "-2.6749999999999998"),
        (0, "1E-7"), (1, "12"), (2, "13812345678"), (3, "1234.5"), (4, "0.256"), (5, "99"),
      ].map { style, value in "<row><c s=\"\(style)\"><v>\(value)</v></c></row>" }.joined())
    book.styles = [164, 165, 4, 10, 166].map { "<xf numFmtId=\"\($0)\"/>" }.joined()
    book.numberFormats =
      "<numFmt numFmtId=\"164\" formatCode=\"0000\"/>"
      + "<numFmt numFmtId=\"165\" formatCode=\"000\\-0000\\-0000\"/>"
      + "<numFmt numFmtId=\"166\" formatCode=\"0.00&quot;元&quot;\"/>"
    #expect(
      try book.firstColumn() == [
        "12", "1", "6217000010001234500", "6217000010001234567", "13812345678", "0.1", "0.3",
        "-2.675", "0.0000001", "0012", "138-1234-5678", "1,234.50", "25.60%", "99.00元",
      ])
  }

  @Test(arguments: [("", "46327", "2026-11-01"), ("date1904=\"1\"", "44865", "2026-11-01")])
  func `typed dates of both epochs`(properties: String, serial: String, day: String) throws {
    var book = WorkbookFixture(
      rows:
        "<row><c s=\"1\"><v>\(serial)</v></c></row><row><c s=\"2\"><v>\(serial).395833333333</v>"
        + "</c></row><row><c s=\"2\"><v>\(serial)</v></c></row><row><c s=\"3\"><v>0.395833333333</v>"
        + "</c></row><row><c t=\"d\"><v>2026-11-01T09:30:00</v></c></row>")
    book.properties = properties
    book.styles = "<xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"20\"/>"
    #expect(
      try book.firstColumn() == [day, "\(day) 09:30", day, "09:30", "2026-11-01 09:30"])
  }

  @Test func `escapes of workbooks are the characters they stand for`() throws {
    let book = WorkbookFixture(
      rows: WorkbookFixture.rows([
        ["一_x000D_\n二"], ["_x005F_x000D_"], ["a_x0041_b"], ["_xD83D__xDE00_"], ["_x00_ _xZZZZ_"],
      ]))
    #expect(
      try book.firstColumn() == ["一\r\n二", "_x000D_", "aAb", "😀", "_x00_ _xZZZZ_"])
  }

  @Test func `rows and cells without their names are counted on`() throws {
    let book = WorkbookFixture(
      rows: "<row><c><v>1</v></c><c><v>2</v></c></row><row r=\"7\"><c r=\"C7\"><v>3</v></c></row>"
        + "<row><c r=\"B8\"><v>4</v></c><c><v>5</v></c></row>")
    #expect(try book.texts()[0] == [["1", "2"], ["", "", "3"], ["", "4", "5"]])
  }

  @Test(arguments: [
    "<row r=\"2\"/><row r=\"1\"/>", "<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>",
    "<row r=\"1\"><c r=\"A2\"><v>1</v></c></row><row r=\"2\"/>", "<row r=\"1048577\"/>",
    "<row><c r=\"XFE1\"/></row>", "<row><c t=\"s\"><v>0</v></c></row>", "<row><c r=\"?\"/></row>",
  ])
  func `cells that cannot be where they say refuse the file`(rows: String) {
    #expect(throws: Finding.WorkbookProblem.damaged(part: "xl/worksheets/sheet1.xml")) {
      try WorkbookFixture(rows: rows).texts()
    }
  }

  @Test func `empty cells and rows are none, however many`() throws {
    let empty = (2...30_000).map { "<row r=\"\($0)\" s=\"1\"><c r=\"A\($0)\" s=\"1\"/></row>" }
    var book = WorkbookFixture(rows: "<row r=\"1\"><c><v>1</v></c></row>" + empty.joined())
    book.isCompressed = true
    #expect(try book.texts()[0] == [["1"]])
  }

  @Test func `a merged value holds downwards and not sidewards`() throws {
    let book = WorkbookFixture(
      rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
        + "<row r=\"2\"><c r=\"A2\"><v>2</v></c><c r=\"B2\"><v>3</v></c></row>"
        + "<row r=\"3\"><c r=\"B3\"><v>4</v></c></row><row r=\"4\"><c r=\"A4\"/></row>",
      end: "<mergeCells><mergeCell ref=\"A1:D1\"/><mergeCell ref=\"A2:A4\"/></mergeCells>")
    #expect(try book.texts()[0] == [["1"], ["2", "3"], ["2", "4"]])
  }

  @Test func `parts are found by their relationships and not by names`() throws {
    var book = WorkbookFixture(rows: "<row><c t=\"s\"><v>0</v></c></row>")
    let office = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    book.parts = [
      "_rels/.rels": "<Relationships><Relationship Id=\"a\" Target=\"/wtf/book.xml\" "
        + "Type=\"\(office)/officeDocument\"/></Relationships>",
      "wtf/book.xml": "<x:workbook xmlns:x=\"u\" xmlns:r=\"\(office)\"><x:sheets>"
        + "<x:sheet name=\"一\" r:id=\"b\"/></x:sheets></x:workbook>",
      "wtf/_rels/book.xml.rels": "<Relationships><Relationship Id=\"b\" Target=\"../Deep/One.xml\" "
        + "Type=\"\(office)/worksheet\"/><Relationship Id=\"c\" Target=\"./texts.xml\" "
        + "Type=\"\(office)/sharedStrings\"/></Relationships>",
      "deep/one.xml": "<x:worksheet xmlns:x=\"u\"><x:sheetData><x:row><x:c t=\"s\"><x:v>0</x:v>"
        + "</x:c></x:row></x:sheetData></x:worksheet>",
      "wtf/texts.xml": "<sst><si><t>&#21457;货</t></si></sst>",
    ]
    #expect(try book.texts() == [[["发货"]]])
  }
}
