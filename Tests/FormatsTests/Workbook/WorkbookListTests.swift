import Phrases
import Testing

@testable import Formats

/// What the sheets of a workbook are as a list.
@Suite struct WorkbookListTests {
  private typealias SheetXML = WorkbookFixture.SheetXML

  private func sheet(_ name: String, _ rows: [[String]], state: String = "visible") -> SheetXML {
    SheetXML(name: name, state: state, rows: WorkbookFixture.rows(rows))
  }

  private func remarks(_ list: KnowledgeBase) -> [Finding.SheetRemark] {
    list.warnings.compactMap { if case .sheets(let remark) = $0.problem { remark } else { nil } }
  }

  @Test func `every visible sheet is read, its name being the category where there is none`() throws
  {
    let book = WorkbookFixture(sheets: [
      sheet("售前", [["标题", "内容"], ["发货", "今天发"]]),
      sheet("旧的", [["标题", "内容"], ["旧", "旧的"]], state: "hidden"),
      sheet("更旧", [["标题", "内容"], ["旧", "旧的"]], state: "veryHidden"),
      sheet("售后", [["分类", "标题", "内容"], ["退款", "怎么退", "点退款"], ["", "多久", "三天"]]),
      sheet("统计", [["日期", "数量"], ["一", "2"]]), sheet("空的", []),
    ])
    let list = try book.list()
    #expect(list.format == .workbook)
    #expect(list.phrases.map(\.text) == ["今天发", "点退款", "三天"])
    #expect(list.phrases.map(\.category) == ["售前", "退款", ""])
    #expect(remarks(list) == [.hiddenSheets(["旧的", "更旧"]), .passedOver(["统计"])])
  }

  @Test(arguments: [
    "Sheet1", "工作表1", "シート1", "Tabelle2", "phrases", " sheet 3 ", "Sheet1 (2)",
  ])
  func `a name that a program gave is no category`(name: String) throws {
    let list = try WorkbookFixture(sheets: [sheet(name, [["标题", "内容"], ["a", "b"]])]).list()
    #expect(list.phrases.map(\.category) == [""])
  }

  @Test func `one sheet can be named, also a hidden one`() throws {
    let book = WorkbookFixture(sheets: [
      sheet("售前", [["标题", "内容"], ["发货", "今天发"]]),
      sheet("备用 ", [["标题", "内容"], ["旧", "旧的"]], state: "hidden"),
    ])
    var hints = ReadingHints()
    hints.sheet = "备用"
    #expect(try book.list(hints).phrases.map(\.text) == ["旧的"])
    hints.sheet = "别的"
    #expect(book.refusal(hints) == .inWorkbook(.noSheet(named: "别的", found: ["售前", "备用 "])))
  }

  @Test func `where every sheet is hidden or empty that is said`() {
    let hidden = WorkbookFixture(sheets: [sheet("一", [["内容"], ["a"]], state: "hidden")])
    #expect(hidden.refusal() == .inWorkbook(.allSheetsHidden(["一"])))
    #expect(WorkbookFixture(sheets: [sheet("一", [])]).refusal() == .inWorkbook(.emptySheets))
    #expect(WorkbookFixture(sheets: []).refusal() == .inWorkbook(.emptySheets))
  }

  @Test func `rows and places are those that a spreadsheet shows`() throws {
    let book = WorkbookFixture(sheets: [
      sheet("一", [["标题", "内容"], ["a", "b"]]),
      sheet("二", [["话术大全"], [], ["标题", "内容", "生效日期"], ["a", "b", "昨天"]]),
    ])
    do {
      _ = try book.list()
      Issue.record("a bad date was read")
    } catch let error as KnowledgeBaseError {
      #expect(error.findings.map(\.problem) == [.badDate("昨天")])
      #expect(error.findings.map(\.place) == [.cell(sheet: "二", row: 4, column: 3)])
      #expect(error.findings.map(\.row) == [4])
    }
  }

  @Test func `sheets without headers are read like most of them`() throws {
    let rows = (1...6).map { ["\($0)", "第\($0)个问题怎么办", "您好，第 \($0) 个问题请您联系在线客服处理，谢谢。"] }
    var odd = rows
    odd[1].append("备注")
    let list = try WorkbookFixture(sheets: [
      sheet("登录", rows), sheet("支付", rows), sheet("取票", odd), sheet("少", [rows[0]]),
      sheet("说明", [["这本工作簿由客服组维护"], ["有问题请联系小王"]]),
    ]).list()
    #expect(list.phrases.count == 19)
    #expect(Set(list.phrases.map(\.category)) == ["登录", "支付", "取票", "少"])
    #expect(list.phrases[0].title == "第1个问题怎么办")
    #expect(
      list.warnings.map(\.problem) == [
        .noHeader("title=2,text=3"), .sheets(.passedOver(["说明"])),
        .valuesWithoutName(column: 4, count: 1, sample: "备注"),
      ])
  }

  @Test func `a merged group and a title of two answers hold for their rows`() throws {
    var book = WorkbookFixture(sheets: [
      sheet(
        "一",
        [
          ["分类", "标题", "内容"], ["发货", "多久", "两天"], ["", "", "三天"], ["", "哪家", "顺丰"],
          ["", "", ""], ["", "别的", "别的"],
        ])
    ])
    book.sheets[0].end =
      "<mergeCells><mergeCell ref=\"A2:A5\"/><mergeCell ref=\"B2:B3\"/></mergeCells>"
    let list = try book.list()
    #expect(list.phrases.map(\.category) == ["发货", "发货", "发货", ""])
    #expect(list.phrases.map(\.title) == ["多久", "多久", "哪家", "别的"])
    #expect(list.rowCount == 4)
  }

  @Test func `an id that is merged over two answers is the first one's`() throws {
    var book = WorkbookFixture(sheets: [
      sheet("一", [["编号", "标题", "内容"], ["7", "多久", "两天"], ["", "", "三天"]])
    ])
    book.sheets[0].end =
      "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B3\"/></mergeCells>"
    let list = try book.list()
    #expect(list.phrases.map(\.title) == ["多久", "多久"])
    #expect(list.phrases[0].key.id == "7")
    #expect(list.phrases[1].key.id != "7")
  }

  @Test func `a header of two rows is one`() throws {
    var book = WorkbookFixture(sheets: [
      sheet("一", [["标题", "内容"], ["", "中文"], ["a", "b"]])
    ])
    book.sheets[0].end = "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>"
    #expect(try book.list().phrases.map(\.text) == ["b"])
  }

  @Test func `a label merged along the whole table hides none of it`() throws {
    var book = WorkbookFixture(sheets: [
      sheet("一", [["话术大全", "标题", "内容"]] + (1...5).map { ["", "t\($0)", "x\($0)"] })
    ])
    book.sheets[0].end = "<mergeCells><mergeCell ref=\"A1:A6\"/></mergeCells>"
    #expect(try book.list().phrases.map(\.text) == ["x1", "x2", "x3", "x4", "x5"])
  }

  @Test func `what is hidden is read, and said with a count`() throws {
    var book = WorkbookFixture(sheets: [
      SheetXML(
        columns: "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"9\" max=\"16384\" "
          + "hidden=\"true\"/></cols>",
        rows: WorkbookFixture.rows([["标题", "内容"], ["a", "b"], ["c", "d"]]))
    ])
    book.sheets[0].rows = book.sheets[0].rows.replacing(
      "<row r=\"3\"", with: "<row hidden=\"1\" r=\"3\"")
    let list = try book.list()
    #expect(list.phrases.map(\.text) == ["b", "d"])
    #expect(remarks(list) == [.hiddenCells(sheet: "话术", rows: 1, columns: 1)])
  }

  @Test func `of several tables on a sheet the first is read`() throws {
    let below = try WorkbookFixture(sheets: [
      sheet("一", [["标题", "内容"], ["a", "b"], [], ["标题", "话术"], ["c", "d"]])
    ]).list()
    #expect(below.phrases.map(\.text) == ["b"])
    #expect(below.warnings.map(\.problem) == [.anotherTable(row: 4)])
    let beside = try WorkbookFixture(sheets: [
      sheet("一", [["标题", "内容", "", "标题", "内容"], ["a", "b", "", "c", "d"]])
    ]).list()
    #expect(beside.phrases.map(\.text) == ["b"])
    #expect(remarks(beside) == [.tableBeside(sheet: "一", column: "D")])
  }

  @Test func `covers and logs of changes beside lists are passed over`() throws {
    let cover = (1...6).map { ["\($0)", "说明\($0)", "这一段文字说明这张表怎么填写，请大家按要求维护，第 \($0) 条。"] }
    let list = try WorkbookFixture(sheets: [
      sheet("封面", cover), sheet("更新记录", [["日期", "内容"], ["2026-11-01", "新增两条"]]),
      sheet("售前", [["标题", "内容"], ["a", "b"]]), sheet("祝福", [["内容"], ["新年好"]]),
    ]).list()
    #expect(list.phrases.map(\.text) == ["b", "新年好"])
    #expect(remarks(list) == [.passedOver(["封面", "更新记录"])])
  }

  @Test func `numbers whose end a spreadsheet cut off are said`() throws {
    var book = WorkbookFixture(sheets: [sheet("一", [["标题", "内容"], ["a", "b"]])])
    book.sheets[0].rows +=
      "<row r=\"3\"><c r=\"A3\"><v>6.21700001000124E+018</v></c><c r=\"B3\"><v>13812345678</v></c></row>"
      + "<row r=\"4\"><c r=\"A4\"><v>6217000010001234567</v></c><c r=\"B4\"><v>1</v></c></row>"
    let list = try book.list()
    #expect(list.phrases.map(\.title) == ["a", "6217000010001240000", "6217000010001234567"])
    #expect(remarks(list) == [.cutNumbers(sheet: "一", 1)])
  }

  @Test func `pictures in cells are counted and no text`() throws {
    var book = WorkbookFixture(sheets: [sheet("一", [["标题", "内容", "图片"], ["a", "b"]])])
    book.sheets[0].rows +=
      "<row r=\"3\"><c r=\"B3\" t=\"inlineStr\"><is><t>c</t></is></c>"
      + "<c r=\"C3\" t=\"str\"><f>_xlfn.DISPIMG(\"ID_1\",1)</f><v>=DISPIMG(\"ID_1\",1)</v></c></row>"
    let list = try book.list()
    #expect(list.phrases.map(\.attachments) == [[], []])
    #expect(remarks(list) == [.picturesInCells(sheet: "一", 1)])
  }

  @Test func `more columns than may be refuse the file`() {
    let names = ["标题", "内容"] + (3...201).map { "c\($0)" }
    let book = WorkbookFixture(sheets: [sheet("一", [names, ["a", "b"]])])
    #expect(book.refusal() == .tooManyColumns(limit: 200))
  }

  @Test func `formulas that nobody reckoned are said`() throws {
    var book = WorkbookFixture(sheets: [sheet("一", [["标题", "内容"], ["a", "b"]])])
    book.sheets[0].rows +=
      "<row r=\"3\"><c r=\"A3\"><f>1+1</f></c><c r=\"B3\"><f>2</f><v>2</v></c></row>"
    let list = try book.list()
    #expect(list.phrases.map(\.text) == ["b", "2"])
    #expect(remarks(list) == [.formulasWithoutValue(sheet: "一", 1)])
  }

  @Test func `a cell that is too long refuses the file and names the cell`() throws {
    let long = String(repeating: "长", count: 30_000)
    let book = WorkbookFixture(sheets: [sheet("一", [["标题", "内容"], ["a", long]])])
    #expect(book.refusal() == .fieldTooLong(bytes: 90_000, limit: 65_536))
  }

  /// As libraries write formulas: with a 0, and the wish to be reckoned.
  @Test func `a zero in the place of a value is none`() throws {
    var book = WorkbookFixture(sheets: [sheet("一", [["标题", "内容"], ["a", "b"]])])
    book.sheets[0].rows +=
      "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>c</t></is></c><c r=\"B3\"><f>A1</f><v>0</v></c></row>"
    #expect(try book.list().phrases.map(\.text) == ["b", "0"])
    book.calculation = "<calcPr fullCalcOnLoad=\"1\"/>"
    let list = try book.list()
    #expect(list.phrases.map(\.text) == ["b"])
    #expect(remarks(list) == [.formulasWithoutValue(sheet: "一", 1)])
  }

  @Test func `text that is struck out is left out and said`() throws {
    var book = WorkbookFixture(
      rows:
        "<row><c t=\"inlineStr\"><is><t>标题</t></is></c><c t=\"inlineStr\"><is><t>内容</t></is></c></row>"
        + "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
        + "<row><c t=\"inlineStr\"><is><t>旧</t></is></c><c s=\"1\" t=\"inlineStr\"><is><t>作废</t></is></c></row>"
        + "<row><c t=\"inlineStr\"><is><t>新</t></is></c><c t=\"inlineStr\"><is><r><t>可以</t></r><r><rPr><strike/>"
        + "</rPr><t>不</t></r><r><rPr><strike val=\"0\"/></rPr><t>退</t></r></is></c></row>",
      sharedStrings:
        "<si><t>运费</t></si><si><r><t>We </t></r><r><rPr><strike/></rPr><t>do not </t></r>"
        + "<r><t>ship</t></r></si>")
    book.fonts = "<font/><font><strike/></font>"
    book.styles = "<xf numFmtId=\"0\" fontId=\"1\"/>"
    let list = try book.list()
    #expect(list.phrases.map(\.text) == ["We ship", "可以退"])
    #expect(remarks(list) == [.struckOut(sheet: "话术", 3)])
  }

  /// A run's own font stands in the place of its cell's.
  @Test func `rich text in a struck cell is struck where its runs are`() throws {
    var book = WorkbookFixture(
      rows:
        "<row><c t=\"inlineStr\"><is><t>标题</t></is></c><c t=\"inlineStr\"><is><t>内容</t></is></c></row>"
        + "<row><c t=\"inlineStr\"><is><t>a</t></is></c><c s=\"1\" t=\"s\"><v>0</v></c></row>",
      sharedStrings:
        "<si><r><rPr><sz val=\"11\"/></rPr><t>new </t></r><r><rPr><strike/></rPr><t>old</t></r></si>"
    )
    book.fonts = "<font/><font><strike/></font>"
    book.styles = "<xf numFmtId=\"0\" fontId=\"1\"/>"
    #expect(try book.list().phrases.map(\.text) == ["new "])
  }

  @Test func `a sheet with other columns is read and said`() throws {
    let book = WorkbookFixture(sheets: [
      sheet("售前", [["标题", "内容"], ["a", "b"]]), sheet("售后", [["标题", "内容"], ["c", "d"]]),
      sheet("投诉", [["主题", "回复"], ["e", "f"]]),
    ])
    #expect(remarks(try book.list()) == [.otherColumns(["投诉"], first: "售前")])
  }
}
