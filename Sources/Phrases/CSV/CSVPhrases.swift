/// The records of a CSV file as rows.
///
/// A record with fewer cells than the header has the missing ones empty, because spreadsheets
/// leave out what is empty at the end. One with more cells is an error when something stands in
/// them: a comma that should have been quoted would else cut a text short.
enum CSVPhrases {
  static func read(
    _ text: SourceBytes, _ header: CSVHeader, _ mapping: ColumnMapping, _ limits: Limits,
    into builder: inout PhraseListBuilder
  ) throws(Fault) {
    try header.check(mapping, &builder.log, limits)
    guard builder.log.errorCount == 0 else { return }
    let columns = header.columns.enumerated().compactMap { index, column in
      column.map { (index: index, column: $0) }
    }
    for (index, column) in columns { builder.columnNames[column] = header.names[index] }

    var reader = CSVReader(
      text, delimiter: header.delimiter, from: header.end, cellLimit: header.names.count,
      fieldLimit: limits.fieldBytes)
    var row = Row()
    while reader.next() {
      try builder.countRow(at: reader.recordOffset)
      if builder.rowCount == estimatingRow {
        builder.reserve(text.count / (reader.recordOffset / estimatingRow + 1))
      }
      var isSound = true
      for fault in reader.faults {
        let name = fault.cell < header.names.count ? header.names[fault.cell] : nil
        builder.log.add(fault.problem, at: fault.offset, columnName: name)
        isSound = false
      }
      if let surplus = reader.surplus {
        builder.log.add(.tooManyCells(columns: header.names.count), at: surplus.offset)
        isSound = false
      }
      guard isSound else { continue }
      fill(&row, from: reader, columns, text)
      builder.add(row)
    }
  }

  /// After so many records the number of all of them is guessed from the size of the file.
  private static let estimatingRow = 1_000

  @inline(__always)
  private static func fill(
    _ row: inout Row, from reader: CSVReader, _ columns: [(index: Int, column: PhraseColumn)],
    _ text: SourceBytes
  ) {
    row.offset = reader.recordOffset
    for (index, column) in columns {
      guard index < reader.cells.count else {
        row[column] = Row.Field()
        continue
      }
      let cell = reader.cells[index]
      row[column].offset = cell.offset
      if cell.doubledQuotes > 0 {
        let value = text.undoubledString(cell.range)
        row[column].text = column == .text ? value : value.trimmed()
      } else {
        row[column].text = text.string(column == .text ? cell.range : text.trimmed(cell.range))
      }
    }
  }
}
