/// The record of a CSV file that names its columns, and what separates them.
///
/// Mostly the first; above it there may be titles and notes, as people write them into spreadsheets.
struct CSVHeader {
  let delimiter: KnowledgeBaseFormat.Delimiter
  /// The headers as the file has them.
  let names: [String]
  /// The column of each header, nil for those that mean nothing.
  let columns: [PhraseColumn?]
  /// Where the records begin.
  let end: Int
  /// Which row of a spreadsheet it is.
  let rowNumber: Int
  /// Where the first header ends.
  let firstCellEnd: Int
  /// Where it begins.
  private let start: Int
  /// What stands above it, a record each.
  private(set) var above: [String] = []
  private let faults: [(problem: Finding.Problem, offset: Int, name: String?)]

  /// Looks for the header with each delimiter and keeps the reading that knows the text
  /// column, then the most columns, then has the most cells.
  init(of text: SourceBytes, _ mapping: ColumnMapping, _ limits: Limits) {
    let known = ColumnNames(mapping)
    var best = CSVHeader.find(in: text, .comma, known, limits)
    for delimiter in [KnowledgeBaseFormat.Delimiter.semicolon, .tab] {
      let other = CSVHeader.find(in: text, delimiter, known, limits)
      if best.plausibility < other.plausibility { best = other }
    }
    self = best
  }

  /// The number of the cell that holds `column`.
  func index(of column: PhraseColumn) -> Int? { columns.firstIndex(of: column) }

  /// Headers that mean nothing here.
  var unknown: [String] {
    zip(names, columns).compactMap { name, column in
      column == nil && !name.isEmpty ? name : nil
    }
  }

  /// Reports what is wrong with the header itself.
  ///
  /// - Throws: what leaves no way to read the records.
  func check(
    _ mapping: ColumnMapping, _ log: inout FindingLog, _ limits: Limits
  ) throws(Fault) {
    log.row = rowNumber
    if let first = above.first {
      let found = columns.compactMap { $0 }.map(\.name)
      log.add(.rowsAboveHeader(above.count, sample: first, found: found), at: start)
    }
    for fault in faults { log.add(fault.problem, at: fault.offset, columnName: fault.name) }
    guard faults.isEmpty else { return }
    let found = names.filter { !$0.isEmpty }
    for (column, header) in mapping.headers.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where index(of: column) == nil {
      log.add(.mappedHeaderMissing(column: column, header: header, found: found), at: 0)
    }
    if mapping.headers[.text] == nil, index(of: .text) == nil {
      throw Fault(problem: .missingTextColumn(found: found), offset: 0)
    }
  }

  private var plausibility: (Int, Int, Int) {
    (index(of: .text) == nil ? 0 : 1, columns.count { $0 != nil }, names.count)
  }

  /// So many records are looked at: what stands above a header are a title and some notes.
  private static let mostRecords = 20

  /// The first record in which the text column and another one are named, or the text column alone with a
  /// record below that has nothing beside it; the first of all where there is none.
  ///
  /// A title row may happen to be a column's name (话术).
  private static func find(
    in text: SourceBytes, _ delimiter: KnowledgeBaseFormat.Delimiter, _ known: ColumnNames,
    _ limits: Limits
  ) -> CSVHeader {
    var reader = CSVReader(
      text, delimiter: delimiter, cellLimit: limits.columns, fieldLimit: limits.fieldBytes)
    _ = reader.next()
    let first = CSVHeader(reader, text, delimiter, known, limits)
    var header = first
    // One whose other columns have no name may be a title that happens to be one.
    var lone: CSVHeader?
    var above: [String] = []
    for _ in 0..<mostRecords {
      header.above = above
      if header.index(of: .text) != nil {
        if header.columns.count(where: { $0 != nil }) > 1 { return header }
        var below = reader
        if !below.next() || header.hasNames(for: below, text) {
          if header.names.allSatisfy({ !$0.isEmpty }) { return header }
          lone = lone ?? header
        }
      }
      above.append(header.names.filter { !$0.isEmpty }.joined(separator: " "))
      guard reader.next() else { break }
      header = CSVHeader(reader, text, delimiter, known, limits)
    }
    return lone ?? first
  }

  /// Whether nothing of a record stands in a column without a name.
  private func hasNames(for record: CSVReader, _ text: SourceBytes) -> Bool {
    record.cells.enumerated().allSatisfy { index, cell in
      index < names.count && !names[index].isEmpty || text.trimmed(cell.range).isEmpty
    }
  }

  private init(
    _ reader: CSVReader, _ text: SourceBytes, _ delimiter: KnowledgeBaseFormat.Delimiter,
    _ known: ColumnNames, _ limits: Limits
  ) {
    var faults = reader.faults.map { (problem: $0.problem, offset: $0.offset, name: String?.none) }
    if let surplus = reader.surplus {
      faults.append((.tooManyColumns(limit: limits.columns), surplus.offset, nil))
    }
    var names: [String] = []
    var columns: [PhraseColumn?] = []
    var first: [PhraseColumn: String] = [:]
    for cell in reader.cells {
      let name =
        cell.byteCount > limits.fieldBytes
        ? "" : text.undoubledString(cell.range).trimmed()
      let column = known.column(of: name)
      names.append(name)
      columns.append(column)
      guard let column else { continue }
      if let other = first[column] {
        faults.append((.columnTwice(header: name, first: other), cell.offset, name))
      } else {
        first[column] = name
      }
    }
    self.delimiter = delimiter
    self.names = names
    self.columns = columns
    self.faults = faults
    start = reader.recordOffset
    end = reader.position
    rowNumber = reader.rowNumber
    firstCellEnd = reader.cells.first?.range.upperBound ?? 0
  }
}
