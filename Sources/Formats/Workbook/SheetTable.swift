import Phrases

/// The table on one sheet: where its records are, and what its columns mean.
struct SheetTable {
  let name: String
  /// The sheet's place in the workbook, from 0.
  let number: Int
  private(set) var header: TableHeader
  private let sheet: Sheet
  /// The first of its rows, and how many columns of each are looked at.
  private var firstRow: Int
  private let width: Int
  private let records: [TableRecord]
  /// Where the rows of the records are.
  private let recordRows: [Int]
  /// Whether another table stands to the right.
  private var hasTableBeside = false
  /// What its columns were taken for by what stands in them, in the form of `--columns`; nil where that was
  /// said.
  private(set) var guess: String?

  /// Whether the text of its phrases is known.
  var isReadable: Bool { header.index(of: .text) != nil }
  var rowCount: Int { sheet.rowCount - firstRow }

  init(_ sheet: Sheet, number: Int, name: String, _ hints: ReadingHints, _ limits: Limits) {
    self.init(sheet, number: number, name: name, width: limits.columns, hints)
    // Two tables side by side have one header twice, with nothing in between.
    let names = header.names
    let gap = names.indices.first { index in
      names[index].isEmpty
        && names[index...].contains { !$0.isEmpty && names[..<index].contains($0) }
    }
    guard let gap, gap > 0 else { return }
    self.init(sheet, number: number, name: name, width: gap, hints)
    hasTableBeside = true
  }

  private init(
    _ sheet: Sheet, number: Int, name: String, width: Int, _ hints: ReadingHints
  ) {
    var records: [TableRecord] = []
    var rows: [Int] = []
    for index in 0..<sheet.rowCount where records.count < TableHeader.mostRecords {
      let place = SheetPlace(sheet: number, row: sheet.number(ofRow: index), column: 0)
      let record = TableRecord(sheet.cells(ofRow: index), width: width, at: place)
      guard record.cells.contains(where: { !$0.text.isEmpty }) else { continue }
      records.append(record)
      rows.append(index)
    }
    self.sheet = sheet
    self.number = number
    self.name = name
    self.width = width
    self.records = records
    recordRows = rows
    header = TableHeader(of: records, hints)
    firstRow = 0
    firstRow = rowBehindHeader
  }

  /// Behind the header, and behind what it shares a merged cell with: a header of two rows.
  private var rowBehindHeader: Int {
    guard let index = header.index else { return recordRows.first ?? 0 }
    let last = sheet.lastRow(mergedWith: sheet.number(ofRow: recordRows[index]))
    var row = recordRows[index] + 1
    while row < sheet.rowCount, sheet.number(ofRow: row) <= last { row += 1 }
    return row
  }
}

extension SheetTable {
  /// The tables that are lists of phrases, and not what people keep beside them: a cover, a log of changes.
  ///
  /// Beside tables with names for their columns one without is none, and beside those that know more of a
  /// phrase neither is one that knows the text alone, among columns that mean nothing.
  static func lists(among tables: [SheetTable]) -> [SheetTable] {
    let readable = tables.filter(\.isReadable)
    let named = readable.filter { $0.header.origin == .names }
    guard !named.isEmpty else { return readable }
    let isRich = named.contains { $0.knownColumns > 1 }
    return named.filter { !isRich || $0.knownColumns > 1 || $0.header.unknown.isEmpty }
  }

  private var knownColumns: Int { header.columns.count { $0 != nil } }

  /// Reads sheets without headers like those among them whose columns are plain.
  ///
  /// Sheets of one workbook mostly look the same; in some of them a remark stands beside.
  static func withSharedColumns(_ tables: [SheetTable], _ hints: ReadingHints) -> [SheetTable] {
    let plain = tables.filter { $0.header.origin == .contents }.map(\.argument)
    let counts = Dictionary(plain.map { ($0, 1) }, uniquingKeysWith: +)
    guard tables.allSatisfy({ $0.header.origin == .contents || !$0.isReadable }),
      let usual = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }),
      usual.value * 2 > plain.count, let columns = try? ColumnMapping(usual.key)
    else { return tables }
    var hints = hints
    hints.columns = columns
    return tables.map { table in
      let header = TableHeader(of: table.records, hints)
      let texts = table.records.count { record in
        header.index(of: .text).map { $0 < record.cells.count && !record.cells[$0].text.isEmpty }
          ?? false
      }
      // A cover among them has nothing there.
      guard texts * 2 > table.records.count else { return table }
      var table = table
      table.header = header
      table.guess = usual.key
      table.firstRow = table.rowBehindHeader
      return table
    }
  }

  /// What says the same of its columns as their contents do, in the form of `--columns`.
  private var argument: String {
    header.columns.enumerated().compactMap { index, column in
      column.map { "\($0.name)=\(index + 1)" }
    }.joined(separator: ",")
  }

  /// Adds its records to a list.
  func read(into builder: inout PhraseListBuilder) throws(Fault) {
    if let index = header.index.map({ recordRows[$0] }),
      let last = sheet.cells(ofRow: index).last, last.column >= builder.limits.columns
    {
      let place = SheetPlace(
        sheet: number, row: sheet.number(ofRow: index), column: last.column)
      throw Fault(
        problem: .tooManyColumns(limit: builder.limits.columns), offset: place.offset)
    }
    builder.columnNames = [:]
    builder.take(header)
    var values = UnnamedCells(header)
    var groups = GroupCells(header, builder.options.hints)
    var repeats = RepeatedHeaders(header)
    let category =
      header.index(of: .category) == nil ? category(besides: builder.options.file) : nil
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

  /// The sheet's name as a category; nil where a program gave it, which may have taken the file's.
  private func category(besides file: String) -> String? {
    let given = [
      "sheet", "工作表", "シート", "시트", "tabelle", "feuil", "hoja", "foglio", "planilha", "лист",
    ]
    let folded = name.trimmed().lowercased()
    let word = String(folded.prefix { !$0.isNumber }).trimmed()
    let isGiven = given.contains(word) && folded.drop { !$0.isNumber }.allSatisfy(\.isNumber)
    let stem = file.split(separator: "/").last?.split(separator: ".").first?.lowercased()
    let isOfFile = folded == stem || folded == WorkbookWriter.sheetName
    return isGiven || isOfFile || folded.isEmpty ? nil : name.trimmed()
  }

  private func fill(_ row: inout Row, from cells: some Sequence<Sheet.Cell>, at place: SheetPlace) {
    row.range = place.offset..<place.offset + 1
    row.number = place.row
    for case let column? in header.columns { row[column] = Row.Field() }
    row[.category] = Row.Field()
    for cell in cells where cell.column < header.columns.count {
      guard let column = header.columns[cell.column] else { continue }
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
    if sheet.hiddenRows + sheet.hiddenColumns > 0 {
      let remark = Finding.SheetRemark.hiddenCells(
        sheet: name, rows: sheet.hiddenRows, columns: sheet.hiddenColumns)
      log.add(.sheets(remark), at: offset)
    }
    if sheet.formulasWithoutValue > 0 {
      let count = sheet.formulasWithoutValue
      log.add(.sheets(.formulasWithoutValue(sheet: name, count)), at: offset)
    }
    if sheet.cutNumbers > 0 {
      log.add(.sheets(.cutNumbers(sheet: name, sheet.cutNumbers)), at: offset)
    }
    if sheet.pictures > 0 {
      log.add(.sheets(.picturesInCells(sheet: name, sheet.pictures)), at: offset)
    }
    if hasTableBeside {
      let column = CellReference.letters(width + 1)
      log.add(.sheets(.tableBeside(sheet: name, column: column)), at: offset)
    }
  }
}

extension TableRecord {
  /// The first cells of a row, those in between that hold nothing as well.
  fileprivate init(_ cells: [Sheet.Cell], width: Int, at place: SheetPlace) {
    let inside = cells.prefix { $0.column < width }
    var all = (0..<(inside.last?.column ?? -1) + 1).map { column in
      Cell(text: "", offset: place.offset + column)
    }
    for cell in inside { all[cell.column].text = cell.text.trimmed() }
    self.init(cells: all, offset: place.offset, number: place.row)
  }
}
