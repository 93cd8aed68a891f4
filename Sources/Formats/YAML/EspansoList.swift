import Phrases

/// The matches of espanso.
///
/// What its variables would put in is asked for; nothing is run, and no other file is read.
struct EspansoList {
  private let matches: [TreeValue]
  private let imports: [TreeValue]
  private var variables: [String: EspansoVariable] = [:]

  /// Nil where the tree is of another tool.
  init?(_ tree: TreeValue) {
    guard case .object(let members) = tree.content, let matches = members["matches"]?.elements,
      matches.contains(where: { EspansoList.trigger(of: $0) != nil })
    else { return nil }
    self.matches = matches
    imports = members["imports"]?.elements ?? []
    variables = EspansoVariable.all(in: members["global_vars"])
  }

  private static func trigger(of match: TreeValue) -> TreeValue? {
    match.members["trigger"] ?? match.members["triggers"] ?? match.members["regex"]
  }

  func read(into builder: inout PhraseListBuilder) throws(Fault) -> FileReading {
    var losses = ToolAdaptation.Losses()
    for item in imports {
      losses.add(.imports, item.scalar ?? "", at: item.range.lowerBound)
    }
    builder.columnNames = [
      .code: "trigger", .title: "label", .text: "replace", .keywords: "search_terms",
      .attachments: "image_path",
    ]
    for (number, match) in matches.enumerated() {
      try builder.begin(row: number + 1, at: match.range.lowerBound)
      builder.add(row(of: match, number + 1, &losses))
    }
    builder.log.row = nil
    let said = Finding.ForeignProblem.Reading(
      tool: "espanso", list: "matches[]", count: builder.rowCount, columns: builder.columnNames)
    builder.log.add(.foreign(.readAs(said)), at: 0)
    losses.report(to: &builder.log)
    return FileReading(format: .other("espanso"), unknownColumns: [])
  }

  private func row(
    of match: TreeValue, _ number: Int, _ losses: inout ToolAdaptation.Losses
  ) -> Row {
    var row = Row()
    row.number = number
    row.range = match.range
    let members = match.members
    let triggers =
      members["triggers"]?.elements.compactMap(\.scalar)
      ?? members["trigger"]?.scalar.map { [$0] } ?? []
    row[.code].text = triggers.first?.trimmed() ?? ""
    row[.title].text = members["label"]?.scalar?.trimmed() ?? ""
    let terms = members["search_terms"].map { $0.texts ?? [] } ?? []
    row[.keywords].items = terms.compactMap(\.text) + triggers.dropFirst()
    if let path = members["image_path"]?.scalar, !path.isEmpty {
      let isInFolder = path.hasPrefix("$CONFIG/")
      row[.attachments].items = [isInFolder ? String(path.dropFirst(8)) : path]
    }
    guard let (text, range) = text(of: match) else { return row }
    row[.text] = Row.Field(text: filled(text, match, &losses), range: range)
    return row
  }

  private func text(of match: TreeValue) -> (String, Range<Int>)? {
    for name in ["replace", "form", "markdown", "html"] {
      guard let value = match.members[name], let text = value.scalar else { continue }
      let plain = name == "html" ? HTMLText.plain(text) : text
      let ours =
        name == "form" ? ToolPlaceholders(styles: [.doubleSquare]).rewrite(plain).text : plain
      return (ours, value.range)
    }
    return nil
  }

  /// The text with its variables as placeholders, or as what they always say.
  private func filled(
    _ text: String, _ match: TreeValue, _ losses: inout ToolAdaptation.Losses
  ) -> String {
    let offset = match.range.lowerBound
    var text = text
    if text.contains("$|$") {
      text.replace("$|$", with: "")
      losses.add(
        .cursor, EspansoList.trigger(of: match)?.scalar ?? "", at: offset)
    }
    let own = EspansoVariable.all(in: match.members["vars"])
    for variable in own.values.sorted(by: { $0.name < $1.name }) where variable.isProgram {
      losses.add(.programs, "\(variable.name): \(variable.type)", at: offset)
    }
    return Template(text).segments.map { segment in
      guard let name = segment.placeholder else { return String(text[segment.range]) }
      // A form's fields are `form1.name`.
      let parts = name.split(separator: ".").map(String.init)
      let variable = own[name] ?? variables[name]
      if let variable { return variable.filled }
      return Placeholder.blank(
        named: PlaceholderNames.name(of: parts.count > 1 ? parts[parts.count - 1] : name))
    }.joined()
  }
}
