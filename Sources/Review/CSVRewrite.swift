import Phrases

/// Writes a CSV list back, record by record: those that did not change byte for byte.
struct CSVRewrite {
  private let file: ListFile
  private let delimiter: UInt8
  /// The columns in the order of the file; what was not among them comes behind.
  private var columns: [Record.Column] = []
  private let headerCount: Int
  private let lineEnd: [UInt8]

  init(_ file: ListFile, _ delimiter: KnowledgeBaseFormat.Delimiter) {
    self.file = file
    self.delimiter = delimiter.rawValue
    headerCount = file.base.headers.count
    columns = file.base.headerColumns.enumerated().map { index, column in
      column.map(Record.Column.known) ?? .other(file.base.headers[index])
    }
    let header = file.text[..<file.base.recordsStart]
    lineEnd = header.hasSuffix([13, 10]) ? [13, 10] : header.last == 13 ? [13] : [10]
  }

  func applying(_ edits: ListEdits) -> [UInt8] {
    var rewrite = self
    // Where nothing names the columns, none can be added.
    guard file.base.hasHeader else { return rewrite.written(edits) }
    let missing = edits.writtenColumns.subtracting(columns).filter { $0 != .known(.id) }
    rewrite.columns += missing.sorted { $0.name < $1.name }
    return rewrite.written(edits)
  }

  private func written(_ edits: ListEdits) -> [UInt8] {
    var bytes = header()
    for record in edits.added[-1] ?? [] { add(record, to: &bytes) }
    var position = file.base.recordsStart
    for (index, row) in file.rows.enumerated() {
      // Blank lines and rows without a text.
      bytes += file.text[position..<row.range.lowerBound]
      position = row.range.upperBound
      if !edits.removed.contains(index) {
        if let values = edits.values[index] {
          bytes += record(row, values)
        } else {
          bytes += file.text[row.range]
        }
      }
      for record in edits.added[index] ?? [] { add(record, to: &bytes) }
    }
    return bytes + file.text[position...]
  }

  /// The header with the columns that came.
  private func header() -> [UInt8] {
    let start = file.base.recordsStart
    guard columns.count > headerCount else { return Array(file.text[..<start]) }
    var end = start
    while end > 0, [10, 13].contains(file.text[end - 1]) { end -= 1 }
    var bytes = Array(file.text[..<end])
    for column in columns[headerCount...] { bytes += [delimiter] + cell(column.name) }
    return bytes + (end < start ? Array(file.text[end..<start]) : lineEnd)
  }

  private func add(_ record: Record, to bytes: inout [UInt8]) {
    if let last = bytes.last, last != 10, last != 13 { bytes += lineEnd }
    let cells = columns.map { column in
      column == .known(.id) ? cell(record.id) : value(of: record, column)
    }
    bytes += cells.joined(separator: [delimiter]) + lineEnd
  }

  /// A record with some of its cells written anew.
  private func record(
    _ row: Row, _ values: [(column: Record.Column, record: Record)]
  ) -> [UInt8] {
    var cells = columns.indices.map { Array(file.text[self.range(of: $0, in: row) ?? 0..<0]) }
    for (column, record) in values {
      guard let index = columns.firstIndex(of: column) else { continue }
      cells[index] = value(of: record, column)
    }
    // As short as it was, where nothing stands behind.
    while cells.count > 1, cells.count > headerCount || row.range.isEmpty, cells.last == [] {
      cells.removeLast()
    }
    let end = file.text[row.range].suffix(while: { $0 == 10 || $0 == 13 })
    return cells.joined(separator: [delimiter]) + (end.isEmpty ? [] : Array(end))
  }

  private func range(of index: Int, in row: Row) -> Range<Int>? {
    guard index < headerCount else { return nil }
    switch columns[index] {
    case .known(let column): return row[column].range
    case .other: return row.unknown.first { $0.name == index }?.range
    }
  }

  /// What a record has in a column, as a cell; nothing is guarded that desks read.
  private func value(of record: Record, _ column: Record.Column) -> [UInt8] {
    let field = record.written(column)
    let text = field.items.map { $0.joined(separator: "|") } ?? field.text
    guard case .known = column else { return cell(text) }
    return cell(SpreadsheetGuard.written(text, isGuarded: false))
  }

  private func cell(_ text: String) -> [UInt8] {
    CSVCell.written(text, delimiter: delimiter)
  }
}

extension ArraySlice<UInt8> {
  fileprivate func hasSuffix(_ other: [UInt8]) -> Bool { suffix(other.count).elementsEqual(other) }

  /// What stands at the end and is such.
  fileprivate func suffix(while isSuch: (UInt8) -> Bool) -> ArraySlice<UInt8> {
    var start = endIndex
    while start > startIndex, isSuch(self[start - 1]) { start -= 1 }
    return self[start...]
  }
}
