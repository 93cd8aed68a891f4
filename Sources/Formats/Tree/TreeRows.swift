import Phrases

/// The items of the list that was chosen, as rows.
struct TreeRows {
  private let choice: TreeChoice
  private let names: MemberNames
  private let keepsIDs: Bool

  init(_ choice: TreeChoice, _ names: MemberNames, keepsIDs: Bool) {
    self.choice = choice
    self.names = names
    self.keepsIDs = keepsIDs
  }

  func add(to builder: inout PhraseListBuilder) throws(Fault) {
    builder.reserve(choice.items.count)
    for (number, item) in choice.items.enumerated() {
      let texts = texts(of: item)
      var filled = Row()
      filled.number = number + 1
      filled.range = item.value.range
      for (index, text) in (texts.isEmpty ? [nil] : texts).enumerated() {
        try builder.begin(row: number + 1, at: item.value.range.lowerBound)
        // Once, however many texts it has.
        if index == 0 { fill(&filled, from: item, &builder) }
        var row = filled
        if let text { row[.text] = Row.Field(text: text.scalar ?? "", range: text.range) }
        // One id of several texts is none.
        if texts.count > 1 { row[.id] = Row.Field() }
        builder.add(row)
      }
    }
  }

  private func texts(of item: TreeSurvey.Item) -> [TreeValue?] {
    guard choice.kind == .objects else { return [item.value] }
    guard let source = choice.columns?.sources[.text] else { return [] }
    let values = source.path.values(in: item.value)
    return values.flatMap { $0.texts ?? [$0] }
  }

  private func fill(
    _ row: inout Row, from item: TreeSurvey.Item, _ builder: inout PhraseListBuilder
  ) {
    for column in PhraseColumn.allCases where column != .text {
      guard column != .id || keepsIDs, let source = choice.columns?.sources[column],
        let value = value(of: source, for: item)
      else { continue }
      row[column] = field(value, column)
      if case .object = value.content, value.shown == nil {
        builder.log.add(
          .wrongKind(.object, allowsList: false), at: value.range.lowerBound,
          columnName: source.written)
      }
      if let names = choice.references[column] {
        row[column].text = names[row[column].text]?.trimmed() ?? ""
      }
    }
    if let way = choice.tool?.publicity, way.values(in: item.value).contains(where: isNo) {
      row[.status].text = ToolAdaptation.internalNote
    }
    name(&row, by: item)
    group(&row, by: item)
  }

  /// Whether a value says no, or names the channel of colleagues.
  private func isNo(_ value: TreeValue) -> Bool {
    let words = value.elements.isEmpty ? [value.shown] : value.elements.map(\.shown)
    return words.contains { ["false", "no", "0", "channel:internal"].contains($0?.lowercased()) }
  }

  private func value(of source: TreeColumns.Source, for item: TreeSurvey.Item) -> TreeValue? {
    guard let way = source.group else { return source.path.values(in: item.value).first }
    guard let group = item.groups.last(where: { $0.way == way }) else { return nil }
    let object = TreeValue(content: .object(group.members), range: item.value.range)
    return source.path.values(in: object).first
  }

  private func field(_ value: TreeValue, _ column: PhraseColumn) -> Row.Field {
    let items = value.elements.compactMap { $0.shown?.trimmed() }.filter { !$0.isEmpty }
    if column == .keywords || column == .attachments, case .list = value.content {
      return Row.Field(range: value.range, items: items)
    }
    let shown = value.shown ?? items.joined(separator: ", ")
    return Row.Field(text: shown.trimmed(), range: value.range)
  }

  /// The name in a map is the title; where there is one already, the id.
  private func name(_ row: inout Row, by item: TreeSurvey.Item) {
    guard let key = item.key else { return }
    if row[.title].text.isEmpty {
      row[.title].text = key.trimmed()
    } else if row[.id].text.isEmpty, keepsIDs, choice.columns?.sources[.id] == nil {
      row[.id].text = key.trimmed()
    }
  }

  /// The outermost group is the category, what is within it the subcategory.
  private func group(_ row: inout Row, by item: TreeSurvey.Item) {
    // What the whole file is called is no group.
    var path = item.groups.compactMap { name(of: $0)?.name }
    guard !path.isEmpty else { return }
    for column in [PhraseColumn.category, .subcategory] {
      let own = row[column].text
      if !own.isEmpty, own != path.last { path.append(own) }
    }
    row[.category].text = path[0]
    row[.subcategory].text = path.dropFirst().joined(separator: " / ")
  }

  /// What a group is called, and what says so; nil where it only holds things together.
  func name(of group: TreeSurvey.Group) -> (name: String, written: String)? {
    // What the whole file is called is no group.
    guard group.way != TreeSurvey.root else { return nil }
    let naming = [PhraseColumn.category, .title].lazy.compactMap { column in
      group.members.first { names[$0.name] == column && $0.value.shown != nil }
    }.first
    // Where another member is said to be the title, a group is still called by its name.
    let member = naming ?? group.members.first { $0.value.scalar != nil && $0.isName }
    let name = member?.value.shown ?? group.key ?? ""
    return name.isBlank ? nil : (name.trimmed(), member?.name ?? "*")
  }
}
