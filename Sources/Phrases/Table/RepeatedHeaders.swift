/// Rows of a table that are no records: its header once more, as printed pages have it, and the header of
/// another table below it, behind an empty row.
package struct RepeatedHeaders {
  private let names: [(column: PhraseColumn, name: String)]
  private let textName: String
  private var count = 0
  private var first = 0
  private var other: (row: Int, offset: Int)?
  /// The row of the record before.
  private var last: Int?

  /// What a row is.
  package enum Kind {
    case record
    case header
    case otherTable
  }

  package init(_ header: TableHeader) {
    let hasNames = header.index != nil
    names = zip(header.columns, header.names).compactMap { column, name in
      column.flatMap { hasNames ? ($0, name) : nil }
    }
    textName = names.first { $0.column == .text }?.name ?? ""
  }

  package mutating func look(at row: Row) -> Kind {
    let isBehindEmptyRow = last.map { row.number > $0 + 1 } ?? false
    last = row.number
    let text = row[.text].text
    // Longer than any header.
    guard !text.isEmpty, text.utf8.count <= 40, names.count > 1 else { return .record }
    if text == textName {
      guard names.allSatisfy({ row[$0.column].text == $0.name }) else { return .record }
      if count == 0 { first = row.range.lowerBound }
      count += 1
      return .header
    }
    guard isBehindEmptyRow else { return .record }
    let columns = names.compactMap { PhraseColumn(header: row[$0.column].text) }
    guard columns.count > 1, columns.contains(.text) else { return .record }
    other = (row.number, row.range.lowerBound)
    return .otherTable
  }

  package func report(to log: inout FindingLog) {
    if count > 0 { log.add(.headerRepeated(count), at: first) }
    if let other { log.add(.anotherTable(row: other.row), at: other.offset) }
  }
}
