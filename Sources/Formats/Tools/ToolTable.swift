import Phrases

/// Tables in CSV that another tool wrote, told by their headers.
struct ToolTable: ForeignFormat {
  let tool: Tool

  var name: String { tool.name }
  let needsWord = false

  /// The records at the beginning among which a header is looked for.
  private static let mostRecords = 5

  /// A format for each tool with tables.
  static let all: [ToolTable] = Tool.all.filter { $0.container == .table }.map(ToolTable.init)

  func recognises(_ file: KnowledgeBaseFile) -> Bool { headers(of: file) != nil }

  func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? {
    var columns = tool.columns
    if !tool.marks.isEmpty {
      guard let headers = headers(of: file) else { return nil }
      columns = columns.filter { headers.contains($0.value) }
    }
    // What a person says of a column comes first.
    let said = builder.options.hints.columns.headers
    columns = columns.filter { !said.values.contains($0.value) }.merging(said) { $1 }
    let adaptation = ToolAdaptation(tool, builder.options.hints)
    builder.options.hints.columns = ColumnMapping(headers: columns)
    builder.adapting = adaptation.adapt
    // What was HTML is text by then.
    if tool.markup != .none { builder.options.hints.markup = .keep }
    guard let reading = try CSVPhrases().read(file, into: &builder) else { return nil }
    let read = Finding.ForeignProblem.Reading(
      tool: tool.title, list: "", count: builder.rowCount, columns: columns)
    builder.log.add(.foreign(.readAs(read)), at: 0)
    adaptation.losses.report(to: &builder.log)
    return FileReading(format: .other(name), unknownColumns: reading.unknownColumns)
  }

  func offset(ofByte byte: Int, inCell cell: Range<Int>, of file: KnowledgeBaseFile) -> Int {
    CSVPhrases().offset(ofByte: byte, inCell: cell, of: file)
  }

  /// The header that has the marks of the tool.
  private func headers(of file: KnowledgeBaseFile) -> Set<String>? {
    guard !tool.marks.isEmpty else { return nil }
    let limits = Limits()
    for delimiter in KnowledgeBaseFormat.Delimiter.allCases {
      var reader = CSVReader(
        file.text, delimiter: delimiter, cellLimit: limits.columns, fieldLimit: limits.fieldBytes)
      for _ in 0..<ToolTable.mostRecords where reader.next() {
        let names = Set(reader.cells.map { file.text.undoubledString($0.range).trimmed() })
        if tool.marks.isSubset(of: names) { return names }
      }
    }
    return nil
  }
}
