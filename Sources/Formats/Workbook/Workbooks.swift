import Phrases

/// Workbooks (.xlsx, .xlsm) as lists: every sheet that is not hidden, or the one that was named.
///
/// A sheet's name is the category where the sheet has no such column. Formulas count by the value that was
/// kept with them; macros are never looked at. What office programs write besides is known by its content and
/// refused with what to save it as.
struct Workbooks: FileFormat {
  func recognises(_ file: KnowledgeBaseFile) -> Bool {
    file.bytes.starts(with: OfficeContent.archiveMark)
      || file.bytes.starts(with: OfficeContent.containerMark)
  }

  func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? {
    let tables: [SheetTable]
    do throws(Finding.WorkbookProblem) {
      let book = try Workbooks.open(file)
      tables = try Workbooks.tables(of: book, &builder)
    } catch {
      throw Fault(problem: .inWorkbook(error), offset: 0)
    }
    let readable = SheetTable.lists(among: tables)
    // What is wrong is said of the largest.
    let largest = tables.max { $0.rowCount < $1.rowCount }
    guard let first = readable.first ?? largest else {
      throw Fault(problem: .inWorkbook(.emptySheets), offset: 0)
    }
    try first.header.check(builder.options.hints.columns, &builder.log)
    for table in readable.dropFirst() {
      // What a person said of columns need not be true of every sheet.
      try table.header.check(ColumnMapping(), &builder.log)
    }
    if let guess = first.guess { builder.log.add(.noHeader(guess), at: 0) }
    builder.log.row = nil
    let read = Set(readable.map(\.number))
    let passedOver = tables.filter { !read.contains($0.number) }.map(\.name)
    if !passedOver.isEmpty, !readable.isEmpty {
      builder.log.add(.sheets(.passedOver(passedOver)), at: 0)
    }
    let different = readable.dropFirst().filter { !$0.hasColumns(of: first) }.map(\.name)
    if !different.isEmpty {
      builder.log.add(.sheets(.otherColumns(different, first: first.name)), at: 0)
    }
    guard builder.log.errorCount == 0 else {
      return FileReading(format: .workbook, unknownColumns: [])
    }
    builder.reserve(readable.reduce(0) { $0 + $1.rowCount })
    for table in readable { try table.read(into: &builder) }
    builder.take(first.header)
    return FileReading(format: .workbook, unknownColumns: Workbooks.unknownColumns(of: readable))
  }

  func places(of offsets: [Int], in file: KnowledgeBaseFile) -> [Finding.Place] {
    let names = (try? Workbooks.open(file))?.sheets.map(\.name) ?? []
    return offsets.map { offset in
      let place = SheetPlace(offset: offset)
      let name = names.indices.contains(place.sheet) ? names[place.sheet] : ""
      return .cell(sheet: name, row: max(place.row, 1), column: place.column + 1)
    }
  }

  private static func open(_ file: KnowledgeBaseFile) throws(Finding.WorkbookProblem) -> Workbook {
    guard file.bytes.starts(with: OfficeContent.archiveMark) else {
      throw OfficeContent.problem(ofContainer: file.bytes)
    }
    return try Workbook(ZipArchive(file.bytes))
  }

  /// The tables of the sheets that are wanted, empty ones left out.
  private static func tables(
    of book: Workbook, _ builder: inout PhraseListBuilder
  ) throws(Finding.WorkbookProblem) -> [SheetTable] {
    let hints = builder.options.hints
    let wanted = try wantedSheets(of: book, hints.sheet)
    if hints.sheet == nil {
      let hidden = book.sheets.filter(\.isHidden).map(\.name)
      if !hidden.isEmpty { builder.log.add(.sheets(.hiddenSheets(hidden)), at: 0) }
    }
    var tables: [SheetTable] = []
    let contents = try book.contents()
    for index in wanted {
      let sheet = try contents.cells(of: book.sheets[index])
      guard sheet.rowCount > 0 else { continue }
      tables.append(
        SheetTable(sheet, number: index, name: book.sheets[index].name, hints, builder.limits))
    }
    return SheetTable.withSharedColumns(tables, hints)
  }

  /// The sheets to be read, by their places in the workbook.
  private static func wantedSheets(
    of book: Workbook, _ name: String?
  ) throws(Finding.WorkbookProblem) -> [Int] {
    let names = book.sheets.map(\.name)
    guard let name else {
      let visible = names.indices.filter { !book.sheets[$0].isHidden }
      if visible.isEmpty, !names.isEmpty { throw .allSheetsHidden(names) }
      return visible
    }
    let folded = name.trimmed().lowercased()
    guard
      let index = names.firstIndex(of: name)
        ?? names.firstIndex(where: { $0.trimmed().lowercased() == folded })
    else { throw .noSheet(named: name, found: names) }
    return [index]
  }

  private static func unknownColumns(of tables: [SheetTable]) -> [String] {
    var seen: Set<String> = []
    return tables.flatMap(\.header.unknown).filter { seen.insert($0).inserted }
  }
}
