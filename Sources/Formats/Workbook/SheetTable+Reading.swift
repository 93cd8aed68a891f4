import Phrases

// The records of a sheet.
extension SheetTable {
  /// Adds its records to a list.
  func read(into builder: inout PhraseListBuilder) throws(Fault) {
    try checkWidth(builder.limits)
    builder.columnNames = [:]
    builder.take(header)
    var rows = TableRows(header, builder.options.hints)
    let category = header.index(of: .category) == nil ? categoryOfName : nil
    var row = Row()
    for index in firstRow..<max(firstRow, sheet.rowCount) where !rows.isAtEnd {
      let cells = sheet.cells(ofRow: index).prefix { $0.column < width }
      guard cells.contains(where: { !$0.text.isBlank }) else { continue }
      let place = SheetPlace(sheet: number, row: sheet.number(ofRow: index), column: 0)
      fill(&row, from: cells, at: place)
      guard rows.admits(&row) else { continue }
      if let category { row[.category].text = category }
      try builder.begin(row: place.row, at: place.offset)
      for cell in cells where rows.unnamed.watches(cell.column) {
        rows.unnamed.note(
          cell.text.trimmed(), column: cell.column, at: place.offset + cell.column)
      }
      builder.add(row)
    }
    rows.report(to: &builder.log)
    report(to: &builder.log)
  }

  /// The sheet's name as a category; nil where it is one that a program gave.
  private var categoryOfName: String? {
    let given = [
      "sheet", "工作表", "シート", "시트", "tabelle", "feuil", "hoja", "foglio", "planilha", "лист",
    ]
    let folded = name.trimmed().lowercased()
    let word = String(folded.prefix { !$0.isNumber }).trimmed()
    let isGiven =
      given.contains(word)
      && folded.drop { !$0.isNumber }.allSatisfy { $0.isNumber || " ()".contains($0) }
    return isGiven || folded == WorkbookWriter.sheetName || folded.isEmpty ? nil : name.trimmed()
  }

  /// Refuses a header of more columns than are looked at.
  private func checkWidth(_ limits: Limits) throws(Fault) {
    guard let row = header.index.map({ recordRows[$0] }), let last = sheet.cells(ofRow: row).last,
      last.column >= limits.columns, !hasTableBeside
    else { return }
    let place = SheetPlace(sheet: number, row: sheet.number(ofRow: row), column: last.column)
    throw Fault(problem: .tooManyColumns(limit: limits.columns), offset: place.offset)
  }

  private func fill(_ row: inout Row, from cells: some Sequence<Sheet.Cell>, at place: SheetPlace) {
    row.range = place.offset..<place.offset + 1
    row.number = place.row
    for case let column? in header.columns { row[column] = Row.Field() }
    row[.category] = Row.Field()
    for cell in cells where cell.column < header.columns.count {
      // A number merged over two answers is an id of the first.
      guard let column = header.columns[cell.column], column != .id || !cell.isFilled else {
        continue
      }
      let offset = place.offset + cell.column
      row[column].text = column == .text ? cell.text : cell.text.trimmed()
      row[column].range = offset..<offset + 1
    }
  }

  /// Says what the sheet has besides.
  private func report(to log: inout FindingLog) {
    let offset = SheetPlace(sheet: number, row: 1, column: 0).offset
    for remark in sheet.remarks(named: name) { log.add(.sheets(remark), at: offset) }
    if hasTableBeside {
      let column = CellReference.letters(width + 1)
      log.add(.sheets(.tableBeside(sheet: name, column: column)), at: offset)
    }
  }
}
