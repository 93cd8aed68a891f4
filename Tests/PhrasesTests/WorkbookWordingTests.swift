import Testing

@testable import Phrases

struct WorkbookWordingTests {
  private static let problems: [Finding.WorkbookProblem] =
    [
      .encrypted, .damaged(part: nil), .damaged(part: "xl/\u{1B}a.xml"), .doctype(part: "\u{1B}"),
      .encoding("\u{202E}x", part: "a"), .tooManyParts(limit: 2_000),
      .unpacksTooLarge(limit: 256 << 20), .inflates(part: "\u{1B}", limit: 100), .noZlib,
      .noSheet(named: "\u{1B}", found: ["\u{1B}a", "b"]), .allSheetsHidden(["\u{1B}a"]),
      .emptySheets,
    ] + Finding.OfficeKind.allCases.map { .kind($0) }

  private static let remarks: [Finding.SheetRemark] = [
    .hiddenSheets(["\u{1B}a"]), .hiddenSheets((0..<20).map { "sheet \($0)" }),
    .hiddenCells(sheet: "\u{1B}", rows: 1, columns: 2), .passedOver(["\u{1B}a"]),
    .hiddenCells(sheet: "\u{1B}", rows: 2, columns: 0),
    .cutNumbers(sheet: "\u{1B}", 2), .picturesInCells(sheet: "\u{1B}", 2),
    .struckOut(sheet: "\u{1B}", 2), .otherColumns(["\u{1B}"], first: "\u{1B}"),
    .formulasWithoutValue(sheet: "\u{1B}", 2), .tableBeside(sheet: "\u{1B}", column: "F"),
  ]

  @Test(arguments: Language.allCases)
  func `whatever a workbook holds is said safely and in full`(language: Language) {
    let all =
      Self.problems.map { Finding.Problem.inWorkbook($0) } + Self.remarks.map { .sheets($0) }
    var sentences: Set<String> = []
    for problem in all {
      let sentence = Finding(problem: problem).sentence(language, file: "a.xlsx")
      sentences.insert(sentence)
      #expect(sentence.hasPrefix(language == .english ? "a.xlsx: " : "a.xlsx："))
      #expect(sentence.hasSuffix(language == .english ? "." : "。"))
      #expect(sentence.unicodeScalars.allSatisfy { !SafeText.isHidden($0) })
    }
    #expect(sentences.count == all.count)
  }

  @Test func `what is hidden is counted`() {
    let remark = Finding.SheetRemark.hiddenCells(sheet: "售后", rows: 1, columns: 2)
    #expect(remark.sentence(.english).contains("1 row and 2 columns"))
    #expect(remark.sentence(.chinese).contains("1 行、2 列"))
  }
}
