import Phrases

/// Writes a workbook of one sheet: a header that stays in sight, and texts.
///
/// Every cell is typed as a text, whatever it looks like: none becomes a formula, a number or a date, and a
/// code keeps its zeros also when somebody edits it. The strings stand in the cells, so that what was read
/// of one sheet is all of it.
struct WorkbookWriter {
  private var sheet: [UInt8] = []
  private var rowCount = 0
  private let header: [String]
  /// The widest line of each column, in cells of a terminal, as far as it counts.
  private var widths: [Int]

  /// What the sheet of a list is called: no category.
  static let sheetName = "phrases"

  /// What a column may be wide at most, in digits.
  private static let mostWidth = 80

  init(header: [String]) {
    self.header = header
    widths = header.map { _ in 0 }
    add(header, style: 1)
  }

  /// Adds a row with as many cells as the header.
  mutating func add(_ cells: [String]) { add(cells, style: 2) }

  /// The workbook; `name` is what the sheet is called, of 31 characters at most.
  func finished(sheet name: String) -> [UInt8] {
    var zip = ZipWriter()
    zip.add("[Content_Types].xml", Array(WorkbookParts.types.utf8))
    zip.add("_rels/.rels", Array(WorkbookParts.root.utf8))
    zip.add("xl/workbook.xml", Array(WorkbookParts.book(sheet: name).utf8))
    zip.add("xl/_rels/workbook.xml.rels", Array(WorkbookParts.relationships.utf8))
    zip.add("xl/styles.xml", Array(WorkbookParts.styles.utf8))
    let end = WorkbookParts.sheetEnd(columns: header.count, rows: rowCount)
    zip.add(
      "xl/worksheets/sheet1.xml",
      Array(WorkbookParts.sheetStart(widths: widths).utf8) + sheet + Array(end.utf8))
    return zip.finished()
  }

  private mutating func add(_ cells: [String], style: Int) {
    rowCount += 1
    sheet += "<row r=\"\(rowCount)\">".utf8
    for (column, text) in cells.enumerated() where !text.isEmpty {
      if rowCount <= 1_000 { widen(column, text) }
      let name = CellReference.letters(column) + String(rowCount)
      sheet += "<c r=\"\(name)\" s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">".utf8
      WorkbookParts.escape(WorkbookEscapes.written(text), into: &sheet)
      sheet += "</t></is></c>".utf8
    }
    sheet += "</row>".utf8
  }

  private mutating func widen(_ column: Int, _ text: String) {
    guard widths.indices.contains(column), widths[column] < WorkbookWriter.mostWidth else { return }
    let longest = text.unicodeScalars.split(separator: "\n").map { line in
      // 汉字 are as wide as two digits.
      line.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }.max()
    widths[column] = min(max(widths[column], longest ?? 0), WorkbookWriter.mostWidth)
  }
}

extension KnowledgeBase {
  /// Writes phrases as a workbook (.xlsx) that reads as the same phrases again: all columns, ids too.
  ///
  /// What ``write(_:as:withBOM:isGuarded:)`` says is lost in CSV is lost here as well; cells need no guard
  /// against formulas.
  ///
  ///     let bytes = KnowledgeBase.writeWorkbook(list.phrases)
  public static func writeWorkbook(_ phrases: [Phrase]) -> [UInt8] {
    var writer = WorkbookWriter(header: PhraseColumn.allCases.map(\.name))
    for phrase in phrases { writer.add(PhraseColumn.allCases.map { phrase.cell($0) }) }
    return writer.finished(sheet: WorkbookWriter.sheetName)
  }
}
