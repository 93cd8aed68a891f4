import Phrases

/// The phrases of a tree, whatever file it comes from.
struct TreePhrases {
  private let tree: TreeValue

  init(_ tree: TreeValue) { self.tree = tree }

  /// Whether it has a list of one of these.
  func isOf(_ tools: [Tool]) -> Bool {
    let survey = TreeSurvey(of: tree, MemberNames(ColumnNames(ReadingHints())))
    return (try? TreeChoice(survey, of: tree, from: tools, ColumnMapping())) != nil
  }

  /// Adds them to `builder`; those of a tool among `tools` as that says.
  func read(
    as format: KnowledgeBaseFormat, from tools: [Tool], into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading {
    let mapping = builder.options.hints.columns
    let names = MemberNames(ColumnNames(builder.options.hints))
    let survey = TreeSurvey(of: tree, names)
    let choice: TreeChoice
    if let ofTool = try TreeChoice(survey, of: tree, from: tools, mapping) {
      choice = ofTool
    } else {
      choice = try TreeChoice(survey, names, mapping)
    }
    let twice = mapping.headers[.id] == nil ? TreePhrases.repeatedID(choice) : nil

    let columns = choice.columns
    builder.headers = columns?.members ?? []
    builder.headerColumns = columns?.memberColumns ?? []
    for (column, source) in columns?.sources ?? [:] { builder.columnNames[column] = source.written }
    if let twice, let member = columns?.sources[.id]?.written {
      builder.log.add(
        .foreign(.ambiguousIDs(member: member, example: twice.id)), at: twice.offset)
    }
    let adaptation = ToolAdaptation(choice.tool, builder.options.hints)
    builder.adapting = adaptation.adapt
    // What was HTML is text by then.
    if let tool = choice.tool, tool.markup != .none { builder.options.hints.markup = .keep }
    let rows = TreeRows(choice, names, keepsIDs: twice == nil)
    try rows.add(to: &builder)
    builder.log.row = nil
    builder.log.add(.foreign(.readAs(TreePhrases.reading(choice, rows, builder.rowCount))), at: 0)
    adaptation.losses.report(to: &builder.log)
    let unknown = zip(builder.headers, builder.headerColumns).compactMap { $1 == nil ? $0 : nil }
    return FileReading(
      format: choice.tool.map { .other($0.name) } ?? format, unknownColumns: unknown)
  }

  private static func reading(
    _ choice: TreeChoice, _ rows: TreeRows, _ count: Int
  ) -> Finding.ForeignProblem.Reading {
    var columns = choice.columns?.sources.mapValues(\.written) ?? [:]
    let first = choice.items.first
    if first?.key != nil, columns[.title] == nil { columns[.title] = "*" }
    if let group = first?.groups.lazy.compactMap(rows.name).first {
      columns[.category] = group.written
    }
    var reading = Finding.ForeignProblem.Reading(
      tool: choice.tool?.title, list: choice.list.written, count: count, columns: columns)
    reading.others = choice.columns?.others ?? []
    reading.left = choice.left
    return reading
  }

  /// An id that stands twice: what numbers the replies of each group from 1 tells nothing apart.
  private static func repeatedID(_ choice: TreeChoice) -> (id: String, offset: Int)? {
    guard let source = choice.columns?.sources[.id], source.group == nil else { return nil }
    var seen: Set<String> = []
    for item in choice.items {
      guard let value = source.path.values(in: item.value).first, let id = value.shown,
        !id.isEmpty
      else { continue }
      if !seen.insert(id).inserted { return (id, value.range.lowerBound) }
    }
    return nil
  }
}
