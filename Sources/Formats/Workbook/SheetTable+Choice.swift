import Phrases

// Which sheets of a workbook are lists.
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

  /// Whether its title and its text are called as in another one.
  func hasColumns(of other: SheetTable) -> Bool {
    [PhraseColumn.title, .text].allSatisfy { column in
      let name = header.index(of: column).map { header.names[$0] }
      let otherName = other.header.index(of: column).map { other.header.names[$0] }
      // One that lacks the column is not called otherwise.
      return header.index == nil || other.header.index == nil || name == nil || otherName == nil
        || name?.trimmed().lowercased() == otherName?.trimmed().lowercased()
    }
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
}
