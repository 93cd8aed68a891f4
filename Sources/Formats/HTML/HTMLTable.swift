import Phrases

/// A table of a web page, as web back ends save lists under the name of a workbook (`.xls`).
struct HTMLTable: ForeignFormat {
  let name = "html"
  let needsWord = true

  func recognises(_ file: KnowledgeBaseFile) -> Bool {
    let text = file.text
    guard let start = (0..<text.count).first(where: { text[$0] > 0x20 }),
      text[start] == UInt8(ascii: "<"), start + 1 < text.count
    else { return false }
    return text[start + 1] == UInt8(ascii: "!") || text[start + 1] == UInt8(ascii: "?")
      || text[start + 1] | 0x20 >= UInt8(ascii: "a") && text[start + 1] | 0x20 <= UInt8(ascii: "z")
  }

  func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? {
    let grids = try HTMLTables(in: file.text, builder.limits).grids
    let found = grids.map { ($0, HTMLTable.header(of: $0, builder.options.hints)) }
    let named = found.first { $0.1.index(of: .text) != nil }
    guard let (grid, header) = named ?? found.max(by: { $0.0.rows.count < $1.0.rows.count }) else {
      throw Fault(problem: .foreign(.webPage), offset: 0)
    }
    try header.check(builder.options.hints.columns, &builder.log)
    builder.take(header)
    // What was HTML is text by then.
    builder.options.hints.markup = .keep
    if builder.log.errorCount == 0 { try HTMLTable.read(grid, header, into: &builder) }
    var said = Finding.ForeignProblem.Reading(
      tool: "HTML", list: "", count: builder.rowCount, columns: builder.columnNames)
    said.left = found.filter { $0.0.rows.first?.offset != grid.rows.first?.offset }
      .map { "table: \($0.0.rows.count)" }
    builder.log.add(.foreign(.readAs(said)), at: 0)
    return FileReading(format: .other(name), unknownColumns: header.unknown)
  }

  private static func header(of grid: HTMLGrid, _ hints: ReadingHints) -> TableHeader {
    let records = grid.rows.lazy.filter { row in row.cells.contains { !$0.text.isEmpty } }
      .prefix(TableHeader.mostRecords).map(record)
    return TableHeader(of: Array(records), hints)
  }

  private static func record(_ row: HTMLGrid.Row) -> TableRecord {
    TableRecord(
      cells: row.cells.map { TableRecord.Cell(text: $0.text, offset: $0.range.lowerBound) },
      offset: row.offset, number: row.number)
  }

  private static func read(
    _ grid: HTMLGrid, _ header: TableHeader, into builder: inout PhraseListBuilder
  ) throws(Fault) {
    var rows = TableRows(header, builder.options.hints)
    let filled = grid.rows.filter { row in row.cells.contains { !$0.text.isEmpty } }
    for record in filled.dropFirst(header.recordCount) where !rows.isAtEnd {
      var row = Row()
      row.number = record.number
      row.range = record.offset..<record.offset
      for (index, cell) in record.cells.enumerated() where index < header.columns.count {
        guard let column = header.columns[index] else { continue }
        row[column] = Row.Field(text: cell.text, range: cell.range)
      }
      guard rows.admits(&row) else { continue }
      try builder.begin(row: record.number, at: record.offset)
      for (index, cell) in record.cells.enumerated() where rows.unnamed.watches(index) {
        rows.unnamed.note(cell.text, column: index, at: cell.range.lowerBound)
      }
      builder.add(row)
    }
    rows.report(to: &builder.log)
  }
}
