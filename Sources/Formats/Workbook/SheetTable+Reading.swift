import Phrases

// The records of a sheet.
extension SheetTable {
  /// Adds its records to a list.
  func read(into builder: inout PhraseListBuilder) throws(Fault) {
    try checkWidth(builder.limits)
    builder.columnNames = [:]
    builder.take(header)
    var values = UnnamedCells(header)
    var groups = GroupCells(header, builder.options.hints)
    var repeats = RepeatedHeaders(header)
    let category = header.index(of: .category) == nil ? categoryOfName : nil
    var row = Row()
    for index in firstRow..<max(firstRow, sheet.rowCount) {
      let cells = sheet.cells(ofRow: index).prefix { $0.column < width }
      guard cells.contains(where: { !$0.text.isBlank }) else { continue }
      let place = SheetPlace(sheet: number, row: sheet.number(ofRow: index), column: 0)
      fill(&row, from: cells, at: place)
      switch repeats.look(at: row) {
      case .record: break
      case .header: continue
      case .otherTable:
        report(values, groups, repeats, to: &builder.log)
        return
      }
      groups.fill(&row)
      if let category { row[.category].text = category }
      try builder.begin(row: place.row, at: place.offset)
      values.look(at: cells, place)
      if isSound(row, &builder) { builder.add(row) } else { builder.log.nameRow(row[.id].text) }
    }
    report(values, groups, repeats, to: &builder.log)
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

  /// Whether no cell is too long.
  private func isSound(_ row: Row, _ builder: inout PhraseListBuilder) -> Bool {
    var isSound = true
    for case let column? in header.columns {
      let count = row[column].text.utf8.count
      guard count > builder.limits.fieldBytes, let range = row[column].range else { continue }
      builder.log.add(
        .fieldTooLong(bytes: count, limit: builder.limits.fieldBytes), at: range.lowerBound,
        columnName: builder.columnNames[column])
      isSound = false
    }
    return isSound
  }

  private func report(
    _ values: UnnamedCells, _ groups: GroupCells, _ repeats: RepeatedHeaders,
    to log: inout FindingLog
  ) {
    log.row = nil
    values.report(to: &log)
    groups.report(to: &log)
    repeats.report(to: &log)
    let offset = SheetPlace(sheet: number, row: 1, column: 0).offset
    for remark in sheet.remarks(named: name) { log.add(.sheets(remark), at: offset) }
    if hasTableBeside {
      let column = CellReference.letters(width + 1)
      log.add(.sheets(.tableBeside(sheet: name, column: column)), at: offset)
    }
  }
}
