import Phrases

/// The table on one sheet: where its records are, and what its columns mean.
struct SheetTable {
  let name: String
  /// The sheet's place in the workbook, from 0.
  let number: Int
  var header: TableHeader
  let sheet: Sheet
  /// The first of its rows, and how many columns of each are looked at.
  var firstRow: Int
  let width: Int
  let records: [TableRecord]
  /// Where the rows of the records are.
  let recordRows: [Int]
  /// Whether another table stands to the right.
  private(set) var hasTableBeside = false
  /// What its columns were taken for by what stands in them, in the form of `--columns`; nil where that was
  /// said.
  var guess: String?

  /// Whether the text of its phrases is known.
  var isReadable: Bool { header.index(of: .text) != nil }
  var rowCount: Int { sheet.rowCount - firstRow }

  init(_ sheet: Sheet, number: Int, name: String, _ hints: ReadingHints, _ limits: Limits) {
    self.init(sheet, number: number, name: name, width: limits.columns, hints)
    // Two tables side by side have one header twice, with nothing in between.
    let names = header.names
    let gap = names.indices.first { index in
      names[index].isEmpty
        && names[index...].contains { !$0.isEmpty && names[..<index].contains($0) }
    }
    guard let gap, gap > 0 else { return }
    self.init(sheet, number: number, name: name, width: gap, hints)
    hasTableBeside = true
  }

  private init(
    _ sheet: Sheet, number: Int, name: String, width: Int, _ hints: ReadingHints
  ) {
    var records: [TableRecord] = []
    var rows: [Int] = []
    for index in 0..<sheet.rowCount where records.count < TableHeader.mostRecords {
      let place = SheetPlace(sheet: number, row: sheet.number(ofRow: index), column: 0)
      let record = TableRecord(sheet.cells(ofRow: index), width: width, at: place)
      guard record.cells.contains(where: { !$0.text.isEmpty }) else { continue }
      records.append(record)
      rows.append(index)
    }
    self.sheet = sheet
    self.number = number
    self.name = name
    self.width = width
    self.records = records
    recordRows = rows
    header = TableHeader(of: records, hints)
    firstRow = 0
    firstRow = rowBehindHeader
  }

  /// Behind the header, and behind what it shares a merged cell with: a header of two rows.
  var rowBehindHeader: Int {
    guard let index = header.index else { return recordRows.first ?? 0 }
    let last = sheet.lastRow(mergedWith: sheet.number(ofRow: recordRows[index]))
    var row = recordRows[index] + 1
    while row < sheet.rowCount, sheet.number(ofRow: row) <= last { row += 1 }
    return row
  }
}

extension TableRecord {
  /// The first cells of a row, those in between that hold nothing as well.
  fileprivate init(_ cells: [Sheet.Cell], width: Int, at place: SheetPlace) {
    let inside = cells.prefix { $0.column < width }
    var all = (0..<(inside.last?.column ?? -1) + 1).map { column in
      Cell(text: "", offset: place.offset + column)
    }
    for cell in inside { all[cell.column].text = cell.text.trimmed() }
    self.init(cells: all, offset: place.offset, number: place.row)
  }
}
