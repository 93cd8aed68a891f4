/// The first record of a CSV file: what the columns are and what separates them.
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
  private let faults: [(problem: Finding.Problem, offset: Int, name: String?)]

  /// Reads the first record with each delimiter and keeps the reading that knows the text
  /// column, then the most columns, then has the most cells.
  init(of text: SourceBytes, _ mapping: ColumnMapping, _ limits: Limits) {
    let known = ColumnNames(mapping)
    var best = CSVHeader(text, .comma, known, limits)
    for delimiter in [KnowledgeBaseFormat.Delimiter.semicolon, .tab] {
      let other = CSVHeader(text, delimiter, known, limits)
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

  private init(
    _ text: SourceBytes, _ delimiter: KnowledgeBaseFormat.Delimiter, _ known: ColumnNames,
    _ limits: Limits
  ) {
    var reader = CSVReader(
      text, delimiter: delimiter, cellLimit: limits.columns, fieldLimit: limits.fieldBytes)
    _ = reader.next()
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
    end = reader.position
    rowNumber = reader.rowNumber
    firstCellEnd = reader.cells.first?.range.upperBound ?? 0
  }
}
