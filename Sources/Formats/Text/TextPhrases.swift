import Phrases

/// Phrases in Markdown or plain text: headings are groups or titles, a blank line stands between phrases.
struct TextPhrases: ForeignFormat {
  let name: String
  let needsWord = true
  let countsItems = true

  /// Told by headings.
  static let markdown = TextPhrases(name: "markdown")
  /// Told by lines with titles, or by blank lines between what reads like phrases.
  static let plain = TextPhrases(name: "text")

  func recognises(_ file: KnowledgeBaseFile) -> Bool {
    guard file.text.count > 0, !isTable(file.text) else { return false }
    guard let outline = try? TextOutline(of: file.text) else { return false }
    if name == "markdown" {
      let known = ColumnNames(ReadingHints())
      return outline.sections.contains { $0.level > 0 }
        && outline.sections.contains { !$0.blocks.isEmpty }
        || outline.sections.contains { $0.blocks.contains { TextTable($0, known) != nil } }
    }
    let blocks = outline.sections.flatMap(\.blocks)
    let titles = blocks.count { TextTitle.title($0[0].text) != nil }
    if titles > 0, titles * 2 >= blocks.count { return true }
    return blocks.count > 2
      && PhraseLikeness.holds(for: blocks.prefix(100).map { $0.map(\.text).joined(separator: " ") })
  }

  func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? {
    let entries = try TextEntries(TextOutline(of: file.text), builder.options.hints).entries
    var columns: [PhraseColumn: String] = [:]
    for (number, entry) in entries.enumerated() {
      try builder.begin(row: number + 1, at: entry.offset)
      var row = Row()
      row.number = number + 1
      row.range = entry.offset..<entry.offset
      row[.category].text = entry.path.first ?? ""
      row[.subcategory].text = entry.path.dropFirst().joined(separator: " / ")
      row[.title].text = entry.title
      row[.text] = Row.Field(text: entry.text, range: row.range)
      for (column, text) in entry.cells {
        row[column].text = text
        columns[column] = "|"
      }
      if !entry.path.isEmpty, columns[.category] == nil { columns[.category] = "#" }
      if !entry.title.isEmpty, columns[.title] == nil { columns[.title] = "【】" }
      builder.add(row)
    }
    builder.log.row = nil
    let said = Finding.ForeignProblem.Reading(
      tool: name == "markdown" ? "Markdown" : nil, list: "", count: entries.count,
      columns: columns)
    builder.log.add(.foreign(.readAs(said)), at: 0)
    return FileReading(format: .other(name), unknownColumns: [])
  }

  /// Whether it is rather a table whose header nobody knows: as many commas, semicolons or tabs in every
  /// line, or a header with the text.
  private func isTable(_ text: SourceBytes) -> Bool {
    let limits = Limits()
    if CSVHeader(of: text, ReadingHints(), limits).table.index(of: .text) != nil { return true }
    return KnowledgeBaseFormat.Delimiter.allCases.contains { delimiter in
      var reader = CSVReader(
        text, delimiter: delimiter, cellLimit: limits.columns, fieldLimit: limits.fieldBytes)
      guard reader.next(), reader.cells.count > 1 else { return false }
      let width = reader.cells.count
      for _ in 0..<10 {
        guard reader.next() else { break }
        if reader.cells.count != width { return false }
      }
      return true
    }
  }
}
