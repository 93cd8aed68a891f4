/// The records of a CSV file as rows.
///
/// A record with fewer cells than the header has the missing ones empty, because spreadsheets
/// leave out what is empty at the end. One with more cells is an error when something stands in
/// them: a comma that should have been quoted would else cut a text short.
package struct CSVPhrases: FileFormat {
  package init() {}

  /// Every text is CSV that is nothing else.
  package func recognises(_ file: KnowledgeBaseFile) -> Bool { file.text.count > 0 }

  package func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? {
    let text = file.text
    guard let start = file.beginning?.offset else {
      throw Fault(problem: .emptyFile, offset: 0)
    }
    let header = CSVHeader(of: text, builder.options.hints, builder.limits)
    if header.table.index(of: .text) == nil,
      let kind = JSONReader.kind(ofDocument: text, builder.limits)
    {
      throw Fault(problem: .notAListOfPhrases(kind), offset: start)
    }
    try header.check(builder.options.hints.columns, &builder.log)
    if builder.log.errorCount == 0 { try CSVPhrases.read(text, header, into: &builder) }
    return FileReading(
      format: .csv(delimiter: header.delimiter), unknownColumns: header.table.unknown)
  }

  package func offset(
    ofByte byte: Int, inCell cell: Range<Int>, of file: KnowledgeBaseFile
  ) -> Int {
    let quote = UInt8(ascii: "\"")
    let isQuoted = !cell.isEmpty && file.text[cell.lowerBound] == quote
    let start = cell.lowerBound + (isQuoted ? 1 : 0)
    // One apostrophe is no part of the text.
    let hasGuard = SpreadsheetGuard.hasGuard((start..<cell.upperBound).lazy.map { file.text[$0] })
    guard isQuoted else { return start + byte + (hasGuard ? 1 : 0) }
    var offset = start + (hasGuard ? 1 : 0)
    for _ in 0..<byte where offset < cell.upperBound {
      // A quote is written twice there.
      offset += file.text[offset] == quote ? 2 : 1
    }
    return offset
  }

  private static func read(
    _ text: SourceBytes, _ header: CSVHeader, into builder: inout PhraseListBuilder
  ) throws(Fault) {
    let table = header.table
    let columns = table.columns.enumerated().compactMap { index, column in
      column.map { (index: index, column: $0) }
    }
    builder.take(table)
    builder.recordsStart = header.end
    let unknown = table.columns.indices.filter { table.columns[$0] == nil }
    var rows = TableRows(table, builder.options.hints)
    let watched = table.columns.indices.filter(rows.unnamed.watches)

    var reader = CSVReader(
      text, delimiter: header.delimiter, from: header.end, behind: header.rowNumber,
      cellLimit: table.names.count, fieldLimit: builder.limits.fieldBytes,
      isSpaced: header.isSpaced)
    var row = Row()
    while !rows.isAtEnd, reader.next() {
      // What spreadsheets leave behind by the hundred.
      if reader.cells.allSatisfy({ text.trimmed($0.range).isEmpty }), reader.surplus == nil {
        continue
      }
      fill(&row, from: reader, columns, unknown, text)
      guard rows.admits(&row) else { continue }
      try builder.begin(row: reader.rowNumber, at: reader.recordOffset)
      if builder.rowCount == estimatingRow {
        builder.reserve(text.count / (reader.recordOffset / estimatingRow + 1))
      }
      var isSound = true
      for fault in reader.faults {
        let name = fault.cell < table.names.count ? table.names[fault.cell] : nil
        builder.log.add(fault.problem, at: fault.offset, columnName: name)
        isSound = false
      }
      if let surplus = reader.surplus {
        builder.log.add(.tooManyCells(columns: table.names.count), at: surplus.offset)
        isSound = false
      }
      for column in watched where column < reader.cells.count {
        let cell = reader.cells[column]
        rows.unnamed.note(text.string(of: cell).trimmed(), column: column, at: cell.offset)
      }
      if isSound { builder.add(row) } else { builder.log.nameRow(row[.id].text) }
    }
    rows.report(to: &builder.log)
  }

  /// After so many records the number of all of them is guessed from the size of the file.
  private static let estimatingRow = 1_000

  @inline(__always)
  private static func fill(
    _ row: inout Row, from reader: CSVReader, _ columns: [(index: Int, column: PhraseColumn)],
    _ unknown: [Int], _ text: SourceBytes
  ) {
    row.range = reader.recordOffset..<reader.position
    row.number = reader.rowNumber
    for (index, column) in columns {
      guard index < reader.cells.count else {
        row[column] = Row.Field()
        continue
      }
      let cell = reader.cells[index]
      row[column].range = cell.whole
      if cell.doubledQuotes > 0 {
        let value = text.undoubledString(cell.range)
        row[column].text = column == .text ? value : value.trimmed()
      } else {
        row[column].text = text.string(column == .text ? cell.range : text.trimmed(cell.range))
      }
      if row[column].text.utf8.first == UInt8(ascii: "'") {
        let value = SpreadsheetGuard.read(row[column].text)
        row[column].text = column == .text ? value : value.trimmed()
      }
    }
    row.unknown.removeAll(keepingCapacity: true)
    for index in unknown where index < reader.cells.count {
      row.unknown.append(Row.Unknown(name: index, range: reader.cells[index].whole))
    }
  }
}
