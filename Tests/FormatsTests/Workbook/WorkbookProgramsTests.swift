import ChildProcess
import Foundation
import Phrases
import TestFolder
import Testing

@testable import Formats

/// Workbooks that other programs write and read, where those are installed.
///
/// Python's libraries are looked for in `WORKBOOK_PYTHON`, else in the system's Python.
@Suite struct WorkbookProgramsTests {
  @Test(
    .enabled(if: Programs.python(has: "openpyxl"), "openpyxl is not installed"))
  func `what openpyxl writes is read`() throws {
    try check(
      """
      import openpyxl
      book = openpyxl.Workbook()
      sheet = book.active
      sheet.title = "话术"
      for r, row in enumerate(rows, 1):
        for c, value in enumerate(row, 1):
          cell = sheet.cell(r, c)
          cell.value = value
          if isinstance(value, str): cell.data_type = "s"
      sheet["D2"].number_format = "0000"
      book.save(path)
      """)
  }

  @Test(
    .enabled(if: Programs.python(has: "xlsxwriter"), "XlsxWriter is not installed"),
    arguments: ["{}", "{'constant_memory': True}", "{'date_1904': True, 'use_zip64': True}"])
  func `what XlsxWriter writes is read`(options: String) throws {
    try check(
      """
      import xlsxwriter
      book = xlsxwriter.Workbook(path, \(options))
      sheet = book.add_worksheet("话术")
      day, code = book.add_format({"num_format": "yyyy/m/d"}), book.add_format({"num_format": "0000"})
      for r, row in enumerate(rows):
        for c, value in enumerate(row):
          if isinstance(value, str): sheet.write_string(r, c, value)
          elif isinstance(value, datetime.datetime): sheet.write_datetime(r, c, value, day)
          elif value is not None: sheet.write(r, c, value, code if (r, c) == (1, 3) else None)
      book.close()
      """)
  }

  private func check(_ script: String) throws {
    let scratch = try Scratch()
    let rows = """
      import datetime, sys
      path = sys.argv[1]
      rows = [["分类", "标题", "内容", "快捷编码", "生效日期"],
        ["发货", "多久", "亲，48 小时\\n发货😀 <b>&\\"", 12, datetime.datetime(2026, 11, 1)],
        ["发货", "=1+1", "=SUM(A1)", 13812345678, None], ["退款", "真假", True, 0.1, None]]

      """
    let file = scratch.folder.appending(path: "list.xlsx").path
    try Programs.run(Programs.python, ["-c", rows + script, file])
    let list = try read(file)
    #expect(list.map(\.category) == ["发货", "发货", "退款"])
    #expect(list.map(\.title) == ["多久", "=1+1", "真假"])
    #expect(list.map(\.text) == ["亲，48 小时\n发货😀 <b>&\"", "=SUM(A1)", "TRUE"])
    #expect(list.map(\.code) == ["0012", "13812345678", "0.1"])
    #expect(list.map(\.validFrom) == [Day(year: 2026, month: 11, day: 1), nil, nil])
  }

  @Test(.enabled(if: Programs.hasLibreOffice, "LibreOffice is not installed"))
  func `LibreOffice makes the same phrases of what is written`() throws {
    let texts = [
      "一\n二", "0012", "=1+1", "+86 138", "'引号", "_x000D_", "😀👨‍👩‍👧", "<b>&\"", "2026-11-01", "1E5",
      "TRUE",
    ]
    let phrases = texts.enumerated().map { index, text in
      Phrase(
        key: PhraseKey(source: "file", id: "00\(index)"), level: .company, department: "",
        category: "分类", subcategory: "", title: "标题 \(text)", text: text, keywords: ["词"],
        code: "0\(index)", attachments: [], validFrom: Day(year: 2026, month: 11, day: 1),
        validUntil: nil, isDraft: index == 3)
    }
    let scratch = try Scratch()
    let file = scratch.folder.appending(path: "list.xlsx")
    try Data(KnowledgeBase.writeWorkbook(phrases)).write(to: file)
    let out = scratch.folder.appending(path: "out")
    try Programs.run(
      Programs.libreOffice,
      [
        "-env:UserInstallation=file://\(scratch.folder.path)/profile", "--headless",
        "--convert-to", "xlsx", "--outdir", out.path, file.path,
      ])
    let read = try read(out.appending(path: "list.xlsx").path)
    #expect(read.map(\.text) == texts)
    #expect(
      read.map { PhraseColumn.allCases.map($0.cell) }
        == phrases.map { PhraseColumn.allCases.map($0.cell) })
  }

  private func read(_ path: String) throws -> [Phrase] {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    return try ListFormats.read(bytes, ReadOptions(file: "list.xlsx")).phrases
  }
}

/// The programs that workbooks are exchanged with.
private enum Programs {
  static let libreOffice = "/usr/bin/soffice"
  static var hasLibreOffice: Bool { access(libreOffice, X_OK) == 0 }
  static var python: String {
    ProcessInfo.processInfo.environment["WORKBOOK_PYTHON"] ?? "/usr/bin/python3"
  }

  static func python(has module: String) -> Bool {
    (try? run(python, ["-c", "import \(module)"])) != nil
  }

  struct Failed: Error {
    let ending: ToolProcess.Ending
  }

  static func run(_ program: String, _ arguments: [String]) throws {
    let ending = ToolProcess.run(
      program, arguments, environment: ProcessInfo.processInfo.environment,
      exchange: .collect(atMost: 1 << 20), until: .now + .seconds(120))
    guard case .exited(0, _) = ending else { throw Failed(ending: ending) }
  }
}
