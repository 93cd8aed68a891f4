/// The header of a CSV file, what separates its cells, and where its records begin.
package struct CSVHeader {
  let delimiter: KnowledgeBaseFormat.Delimiter
  package let table: TableHeader
  /// Where the records begin.
  let end: Int
  /// Which row of a spreadsheet is before them.
  let rowNumber: Int
  /// Where the first header ends.
  let firstCellEnd: Int
  /// Whether a blank behind a delimiter belongs to it, as in `title, text`.
  let isSpaced: Bool
  private let faults: [(problem: Finding.Problem, offset: Int)]

  /// Looks for the header with each delimiter and keeps the reading that knows the text
  /// column, then the most columns, then has the most cells.
  package init(of text: SourceBytes, _ hints: ReadingHints, _ limits: Limits) {
    let preamble = Preamble(of: text)
    let delimiters = preamble.delimiter.map { [$0] } ?? KnowledgeBaseFormat.Delimiter.allCases
    var best: CSVHeader?
    for delimiter in delimiters {
      let other = CSVHeader(of: text, behind: preamble, delimiter, hints, limits)
      if best.map({ $0.table.plausibility < other.table.plausibility }) ?? true { best = other }
    }
    self = best ?? CSVHeader(of: text, behind: preamble, .comma, hints, limits)
  }

  /// Reports what is wrong with the header itself.
  ///
  /// - Throws: what leaves no way to read the records.
  func check(_ mapping: ColumnMapping, _ log: inout FindingLog) throws(Fault) {
    for fault in faults { log.add(fault.problem, at: fault.offset) }
    guard faults.isEmpty else { return }
    try table.check(mapping, &log)
  }

  private init(
    of text: SourceBytes, behind preamble: Preamble, _ delimiter: KnowledgeBaseFormat.Delimiter,
    _ hints: ReadingHints, _ limits: Limits
  ) {
    var reader = CSVReader(
      text, delimiter: delimiter, from: preamble.end, behind: preamble.rowCount,
      cellLimit: limits.columns, fieldLimit: limits.fieldBytes)
    var records: [TableRecord] = []
    var readers: [CSVReader] = []
    while records.count < TableHeader.mostRecords, reader.next() {
      let cells = reader.cells.map { cell in
        TableRecord.Cell(
          text: cell.byteCount > limits.fieldBytes ? "" : text.string(of: cell).trimmed(),
          offset: cell.offset)
      }
      guard cells.contains(where: { !$0.text.isEmpty }) else { continue }
      records.append(
        TableRecord(cells: cells, offset: reader.recordOffset, number: reader.rowNumber))
      readers.append(reader)
    }
    self.delimiter = delimiter
    table = TableHeader(of: records, hints)
    let header = table.index.map { readers[$0] }
    end = header?.position ?? records.first?.offset ?? text.count
    rowNumber = header?.rowNumber ?? (records.first?.number ?? 1) - 1
    firstCellEnd = (header ?? readers.first)?.cells.first?.range.upperBound ?? 0
    let blank = UInt8(ascii: " ")
    isSpaced =
      header.map { header in
        header.cells.count > 1
          && header.cells.dropFirst().allSatisfy {
            !$0.range.isEmpty && text[$0.offset] == blank
          }
      } ?? false
    var faults = header?.faults.map { (problem: $0.problem, offset: $0.offset) } ?? []
    if let surplus = header?.surplus {
      faults.append((.tooManyColumns(limit: limits.columns), surplus.offset))
    }
    self.faults = faults
  }

  /// What stands before the first record and is none: a second byte order mark, and `sep=;`, by which Excel
  /// is told what separates cells.
  private struct Preamble {
    var end = 0
    var delimiter: KnowledgeBaseFormat.Delimiter?
    var rowCount: Int { delimiter == nil ? 0 : 1 }

    init(of text: SourceBytes) {
      while text.hasPrefix([0xEF, 0xBB, 0xBF], at: end) { end += 3 }
      let isQuoted = text.hasPrefix(Array("\"sep=".utf8), at: end)
      guard isQuoted || text.hasPrefix(Array("sep=".utf8), at: end) else { return }
      var position = end + (isQuoted ? 5 : 4)
      guard position < text.count,
        let found = KnowledgeBaseFormat.Delimiter(rawValue: text[position])
      else { return }
      position += isQuoted ? 2 : 1
      let isCR = position < text.count && text[position] == 13
      if isCR { position += 1 }
      let isLF = position < text.count && text[position] == 10
      guard isCR || isLF else { return }
      delimiter = found
      end = position + (isLF ? 1 : 0)
    }
  }
}

extension SourceBytes {
  /// What a cell reads.
  func string(of cell: CSVReader.Cell) -> String {
    cell.doubledQuotes > 0 ? undoubledString(cell.range) : string(cell.range)
  }

  fileprivate func hasPrefix(_ bytes: [UInt8], at start: Int) -> Bool {
    start + bytes.count <= count && bytes.indices.allSatisfy { self[start + $0] == bytes[$0] }
  }
}
