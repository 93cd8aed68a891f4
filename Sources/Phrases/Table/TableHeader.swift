/// What the columns of a table mean, and which of its records says so.
///
/// Mostly the first; above it there may be titles and notes, as people write them into spreadsheets. A table
/// without names is read where what its columns are is plain from what stands in them, or was said.
///
///     let header = TableHeader(of: records, hints)
///     try header.check(hints.columns, &builder.log)
///     for record in records.dropFirst(header.recordCount) { … header.columns … }
package struct TableHeader {
  /// The headers as the file has them; 1, 2, … where it has none.
  package let names: [String]
  /// The column of each, nil for those that mean nothing.
  package let columns: [PhraseColumn?]
  /// Which of the records it is; nil where there is none.
  package let index: Int?
  /// What is above it, or is the header itself, as a count of records.
  package var recordCount: Int { index.map { $0 + 1 } ?? 0 }
  /// How what its columns mean is known.
  package let origin: Origin

  package enum Origin: Hashable, Sendable {
    case names
    /// By numbers, as a person said.
    case numbers
    /// By what stands in them.
    case contents
  }

  private let rivals: [ColumnNames.Rivals]
  /// Columns without a meaning in which something says that a phrase is not used, and what.
  private let unreadStatus: [(column: Int, sample: String)]
  /// Columns without a meaning whose texts are like those of the text column.
  private let unreadTexts: [Int]
  /// Where each header begins.
  private let offsets: [Int]
  private let offset: Int
  private let rowNumber: Int
  /// What stands above it, a record each.
  private let above: [String]
  /// What to type where the text column is not known; empty where nothing can be told.
  private let suggestion: String
  /// Whether every record has as many cells, and more than one.
  private let isRegular: Bool

  /// So many records are looked at: what stands above a header are a title and some notes.
  package static let mostRecords = 20

  /// Finds it among the first records of a table, no more than ``mostRecords``; blank ones are none.
  package init(of records: [TableRecord], _ hints: ReadingHints) {
    let known = ColumnNames(hints)
    let numbers = TableHeader.numbers(hints.columns, in: records)
    if let numbers, let first = records.first {
      let known = ColumnNames(ReadingHints())
      let isNamed = known.columns(of: first.cells.map(\.text)).columns.contains { $0 != nil }
      let header = TableHeader.index(in: records, known) ?? (isNamed ? 0 : nil)
      self.init(numbers, among: records, header: header, origin: .numbers)
      return
    }
    if let index = TableHeader.index(in: records, known) {
      self.init(index, of: records, known, suggestion: "")
      return
    }
    let contents = ColumnContents(records)
    // Where there were names before, or some are here, they are missing and nothing is to be guessed.
    let hadNames = hints.remembered.headers.values.contains { Int($0) == nil }
    let hasNames = known.columns(of: records.first?.cells.map(\.text) ?? []).columns.contains {
      $0 != nil
    }
    if hints.columns.headers.isEmpty, !hadNames, !hasNames, let columns = contents.columns {
      self.init(columns, among: records, header: nil, origin: .contents)
      return
    }
    self.init(
      0, of: records, known,
      suggestion: TableHeader.likelyText(in: records, known) ?? contents.suggestion)
  }

  /// The number of the cell that holds `column`.
  package func index(of column: PhraseColumn) -> Int? { columns.firstIndex(of: column) }

  /// Headers that mean nothing here.
  package var unknown: [String] {
    guard index != nil else { return [] }
    return zip(names, columns).compactMap { name, column in
      column == nil && !name.isEmpty ? name : nil
    }
  }

  /// How good a reading of the file this is: one that knows the text, then more columns, then more cells.
  var plausibility: (Int, Int, Int, Int) {
    (
      index(of: .text) == nil ? 0 : origin == .contents ? 1 : 2, columns.count { $0 != nil },
      isRegular ? 1 : 0, names.count
    )
  }

  /// Reports what is wrong with the header itself, and what is worth knowing of it.
  ///
  /// - Throws: what leaves no way to read the records.
  package func check(_ mapping: ColumnMapping, _ log: inout FindingLog) throws(Fault) {
    log.row = rowNumber
    if origin == .contents {
      log.add(.noHeader(argument), at: offset)
      return
    }
    if let first = above.first {
      let found = columns.compactMap { $0 }.map(\.name)
      log.add(.rowsAboveHeader(above.count, sample: first, found: found), at: offset)
    }
    for rivals in rivals {
      let isSame = rivals.others.first {
        PhraseColumn.folded($0) == PhraseColumn.folded(rivals.taken)
      }
      let place = rivals.indexes.first.map { offsets[$0] } ?? offset
      if let isSame {
        log.add(.columnTwice(header: isSame, first: rivals.taken), at: place, columnName: isSame)
      } else {
        log.add(
          .columnsCompete(rivals.column, taken: rivals.taken, others: rivals.others), at: place)
      }
    }
    if index(of: .status) == nil, let first = unreadStatus.first {
      log.add(
        .statusNotRead(header: names[first.column], sample: first.sample),
        at: offsets[first.column])
    }
    if let text = index(of: .text), let other = unreadTexts.first {
      log.add(
        .columnsCompete(.text, taken: names[text], others: unreadTexts.map { names[$0] }),
        at: offsets[other])
    }
    let found = names.filter { !$0.isEmpty }
    if origin == .names {
      for (column, header) in mapping.headers.sorted(by: { $0.key.rawValue < $1.key.rawValue })
      where index(of: column) == nil {
        log.add(.mappedHeaderMissing(column: column, header: header, found: found), at: 0)
      }
    }
    if mapping.headers[.text] == nil, index(of: .text) == nil {
      throw Fault(problem: .missingTextColumn(found: found, suggestion: suggestion), offset: 0)
    }
  }

  /// What would say the same by hand, in the form of `--columns`.
  private var argument: String { ColumnMapping(zip(columns, names)).argument }
}

extension TableHeader {
  /// By what a person, or what stands in them, says of the columns, from 0.
  private init(
    _ numbers: [PhraseColumn: Int], among records: [TableRecord], header: Int?, origin: Origin
  ) {
    let width = max(
      records.map(\.cells.count).max() ?? 0, numbers.values.map { $0 + 1 }.max() ?? 0)
    var columns = [PhraseColumn?](repeating: nil, count: width)
    for (column, number) in numbers { columns[number] = column }
    self.columns = columns
    names = (0..<width).map { index in
      let name = header.map { records[$0].text(index) } ?? ""
      return name.isEmpty ? "\(index + 1)" : name
    }
    index = header
    self.origin = origin
    rivals = []
    unreadTexts = []
    unreadStatus = []
    offsets = []
    offset = records.first?.offset ?? 0
    rowNumber = records.first?.number ?? 1
    above = []
    suggestion = ""
    isRegular = TableHeader.isRegular(records)
  }

  /// By the names that a record has.
  private init(_ index: Int, of records: [TableRecord], _ known: ColumnNames, suggestion: String) {
    let record = records.indices.contains(index) ? records[index] : nil
    names = record?.cells.map(\.text) ?? []
    offsets = record?.cells.map(\.offset) ?? []
    (columns, rivals) = known.columns(of: names)
    unreadStatus = TableHeader.unreadStatus(names, columns, in: records.dropFirst(index + 1))
    unreadTexts = TableHeader.unreadTexts(
      names, columns, in: records.dropFirst(index + 1), known)
    self.index = record == nil ? nil : index
    origin = .names
    offset = record?.offset ?? 0
    rowNumber = record?.number ?? 1
    above = records.prefix(index).map { record in
      record.cells.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    }
    self.suggestion = suggestion
    isRegular = TableHeader.isRegular(records)
  }

  private static func unreadStatus(
    _ names: [String], _ columns: [PhraseColumn?], in records: ArraySlice<TableRecord>
  ) -> [(column: Int, sample: String)] {
    columns.indices.filter { columns[$0] == nil && !names[$0].isEmpty }.compactMap { column in
      records.lazy.map { $0.text(column) }.first(where: StatusWords.isOff).map { (column, $0) }
    }
  }

  /// What to type where the first record names columns and none of them is the text: the one without a meaning
  /// that has the longest texts; nil where it names none, or it is not plain.
  private static func likelyText(in records: [TableRecord], _ known: ColumnNames) -> String? {
    guard let header = records.first, records.count > 1 else { return nil }
    let names = header.cells.map(\.text)
    let columns = known.columns(of: names).columns
    let isNamed = columns.contains { $0 != nil }
    guard isNamed || names.contains(where: HeaderNames.speaksOfText) else { return nil }
    func length(_ column: Int) -> Int {
      records.dropFirst().reduce(0) { $0 + $1.text(column).count }
    }
    let able = names.indices.filter {
      columns[$0] == nil && !names[$0].isEmpty && !names[$0].contains(",")
        && !HeaderNames.isDoubtful(names[$0])
    }
    return able.max { length($0) < length($1) }.map { "text=\(names[$0])" }
  }

  /// The columns without a meaning that may be the text rather than the one that was taken: it has another
  /// tool's name, or theirs speaks of a text, and what stands in them is as long.
  private static func unreadTexts(
    _ names: [String], _ columns: [PhraseColumn?], in records: ArraySlice<TableRecord>,
    _ known: ColumnNames
  ) -> [Int] {
    guard let text = columns.firstIndex(of: .text), !records.isEmpty else { return [] }
    let isSure = known.candidate(names[text]).map { !$0.rank.isForeign } ?? true
    func length(_ column: Int) -> Int { records.reduce(0) { $0 + $1.text(column).count } }
    return columns.indices.filter { column in
      guard columns[column] == nil, !names[column].isEmpty else { return false }
      let speaks = HeaderNames.speaksOfText(names[column])
      // Codes and remarks stand beside texts, too.
      let least = max(length(text) / 2, speaks ? 1 : 8 * records.count)
      return (speaks || !isSure) && length(column) >= least
    }
  }

  private static func isRegular(_ records: [TableRecord]) -> Bool {
    let count = records.first?.cells.count ?? 0
    return count > 1 && records.allSatisfy { $0.cells.count == count }
  }

  /// The first record in which the text column and another one are named, or the text column alone with a
  /// record below that has nothing beside it; nil where there is none.
  ///
  /// A title row may happen to be a column's name (话术).
  private static func index(in records: [TableRecord], _ known: ColumnNames) -> Int? {
    // One whose other columns have no name may be a title that happens to be one.
    var lone: Int?
    for (index, record) in records.prefix(mostRecords).enumerated() {
      let names = record.cells.map(\.text)
      let columns = known.columns(of: names).columns
      guard columns.contains(.text) else { continue }
      if columns.count(where: { $0 != nil }) > 1 { return index }
      let below = index + 1 < records.count ? records[index + 1] : nil
      let fits =
        below?.cells.enumerated().allSatisfy { index, cell in
          cell.text.isEmpty || index < names.count && !names[index].isEmpty
        } ?? true
      guard fits else { continue }
      if names.allSatisfy({ !$0.isEmpty }) { return index }
      lone = lone ?? index
    }
    return lone
  }

  /// A mapping that gives every column by its number, from 0; nil where a header is called so.
  private static func numbers(
    _ mapping: ColumnMapping, in records: [TableRecord]
  ) -> [PhraseColumn: Int]? {
    let numbers = mapping.headers.compactMapValues {
      Int($0).flatMap { $0 > 0 && $0 < 1000 ? $0 - 1 : nil }
    }
    // `text=1,title=01` says one cell twice; which of both it is would be left to chance.
    guard !numbers.isEmpty, numbers.count == mapping.headers.count,
      Set(numbers.values).count == numbers.count, let first = records.first,
      !mapping.headers.values.allSatisfy({ name in first.cells.contains { $0.text == name } }),
      let width = records.map(\.cells.count).max(), numbers.values.allSatisfy({ $0 < width })
    else { return nil }
    return numbers
  }
}
