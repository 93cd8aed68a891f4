import Phrases

/// Which list of a tree holds the phrases, and where its columns stand.
struct TreeChoice {
  let kind: TreeSurvey.Kind
  private(set) var list: TreePath
  private var way = TreeSurvey.root
  var items: [TreeSurvey.Item]
  var columns: TreeColumns?
  /// Other lists with texts, as they are shown.
  var left: [String] = []
  var tool: Tool?
  /// What the keys in a column stand for.
  var references: [PhraseColumn: [String: String]] = [:]

  /// Finds the longest list that reads like phrases; one that says so by a member's name comes first.
  ///
  /// - Throws: what is there instead, and what to type.
  init(
    _ survey: TreeSurvey, _ names: MemberNames, _ mapping: ColumnMapping
  ) throws(Fault) {
    let ways = mapping.headers.filter { TreePath.isWay($0.value) }
    if let text = ways[.text] {
      try self.init(survey, names, text: TreePath(text))
    } else {
      let found =
        TreeChoice.ofObjects(survey, names) ?? TreeChoice.ofTexts(survey)
      guard let found else { throw TreeChoice.nothing(survey) }
      self = found
    }
    for (column, way) in ways.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where column != .text {
      try set(column, TreePath(way), survey)
    }
  }

  private init(
    kind: TreeSurvey.Kind, list: TreePath, items: [TreeSurvey.Item], columns: TreeColumns?
  ) {
    self.kind = kind
    self.list = list
    self.items = items
    self.columns = columns
  }

  /// The list of a tool; nil where the file is of none of them, or a person said where the texts are.
  ///
  /// What she says of the other columns comes before what the tool's mean.
  init?(
    _ survey: TreeSurvey, of tree: TreeValue, from tools: [Tool], _ mapping: ColumnMapping
  ) throws(Fault) {
    for tool in tools {
      for collection in survey.collections where collection.kind == .objects {
        let names = Set(collection.items.prefix(8).flatMap { $0.value.members.map(\.name) })
        guard tool.marks.isSubset(of: names) else { continue }
        self.init(
          kind: .objects, list: survey.path(collection.way), items: collection.items,
          columns: TreeColumns(of: collection.items, tool))
        self.tool = tool
        if let reference = tool.reference {
          references[reference.column] = TreeChoice.names(reference, in: tree)
        }
        for (column, way) in mapping.headers where column != .text {
          references[column] = nil
          try set(column, TreePath(way), survey)
        }
        // Texts of another list are not this tool's.
        if let text = mapping.headers[.text], (try? set(.text, TreePath(text), survey)) == nil {
          continue
        }
        return
      }
    }
    return nil
  }

  private static func names(_ reference: Tool.Reference, in tree: TreeValue) -> [String: String] {
    var names: [String: String] = [:]
    for object in reference.list.values(in: tree) {
      guard let key = object.members[reference.key]?.scalar else { continue }
      names[key] = object.members[reference.name]?.scalar
    }
    return names
  }

  /// The list that a way to the texts leads to.
  private init(
    _ survey: TreeSurvey, _ names: MemberNames, text: TreePath
  ) throws(Fault) {
    for length in stride(from: text.steps.count, through: 0, by: -1) {
      // The list at the beginning of a file needs no word.
      let start = TreePath(Array(text.steps.prefix(length)))
      for prefix in [start, TreePath([.element] + start.steps)] {
        guard
          let collection = survey.collections.first(where: {
            survey.path($0.way) == prefix
              && ($0.kind == .objects || length == text.steps.count)
          })
        else { continue }
        let rest = TreePath(Array(text.steps.dropFirst(length)))
        self.init(kind: collection.kind, list: prefix, items: collection.items, columns: nil)
        guard collection.kind == .objects else { return }
        guard items.contains(where: { !rest.values(in: $0.value).isEmpty }) else { break }
        var columns = TreeColumns(of: items, names, prefix)
        columns.set(.text, TreeColumns.Source(path: rest, written: text.written))
        self.columns = columns
        return
      }
    }
    let found = survey.inventory
    throw Fault(
      problem: .foreign(.pathMissing(.text, path: text.written, found: found)), offset: 0)
  }

  /// Sets a column by a way that begins where the file does, or at the object.
  private mutating func set(
    _ column: PhraseColumn, _ path: TreePath, _ survey: TreeSurvey
  ) throws(Fault) {
    let full = [path.steps, [.element] + path.steps]
    for steps in full where steps.starts(with: list.steps) {
      let rest = TreePath(Array(steps.dropFirst(list.steps.count)))
      if items.contains(where: { !rest.values(in: $0.value).isEmpty }) {
        columns?.set(column, TreeColumns.Source(path: rest, written: path.written))
        return
      }
    }
    if items.contains(where: { !path.values(in: $0.value).isEmpty }) {
      columns?.set(column, TreeColumns.Source(path: path, written: path.written))
      return
    }
    for group in items.first?.groups.reversed() ?? [] {
      let start = survey.path(group.way).steps
      for steps in full where steps.starts(with: start) {
        let rest = TreePath(Array(steps.dropFirst(start.count)))
        columns?.set(
          column, TreeColumns.Source(path: rest, group: group.way, written: path.written))
        return
      }
    }
    throw Fault(
      problem: .foreign(.pathMissing(column, path: path.written, found: survey.inventory)),
      offset: 0)
  }

  /// Lists of objects that name their text; those beside each other with the same parts are one, and
  /// their names groups.
  private static func ofObjects(_ survey: TreeSurvey, _ names: MemberNames) -> TreeChoice? {
    var able: [(choice: TreeChoice, count: Int)] = []
    for collection in survey.collections where collection.kind == .objects {
      let list = survey.path(collection.way)
      let columns = TreeColumns(of: collection.items, names, list)
      guard let text = columns.sources[.text] else { continue }
      let count = collection.items.count { item in
        text.path.values(in: item.value).contains { value in
          value.texts?.contains { $0.text?.isBlank == false } ?? false
        }
      }
      guard count > 0 else { continue }
      var choice = TreeChoice(
        kind: .objects, list: list, items: collection.items, columns: columns)
      choice.way = collection.way
      able.append((choice, count))
    }
    guard var best = able.max(by: { $0.count < $1.count })?.choice else { return nil }
    let beside = able.filter { $0.choice.isBeside(best) }
    best.left = able.filter { !$0.choice.isBeside(best) }
      .map { "\($0.choice.list.written) (\($0.count))" }
    if beside.count > 1 { best.takeIn(beside.map(\.choice)) }
    return best
  }

  /// Whether its list has a name beside that of another one, and says its texts by the same member.
  private func isBeside(_ other: TreeChoice) -> Bool {
    if list == other.list { return true }
    guard let name, let otherName = other.name, name != otherName else { return false }
    return list.steps.dropLast(2) == other.list.steps.dropLast(2)
      && columns?.sources[.text]?.written == other.columns?.sources[.text]?.written
  }

  /// What its list is called.
  private var name: String? {
    guard list.steps.last == .element, case .member(let name)? = list.steps.dropLast().last else {
      return nil
    }
    return name
  }

  /// Makes one list of several, whose names become groups.
  private mutating func takeIn(_ choices: [TreeChoice]) {
    items = choices.flatMap { choice in
      choice.items.map { item in
        let group = TreeSurvey.Group(key: choice.name, way: choice.way)
        return TreeSurvey.Item(value: item.value, key: item.key, groups: item.groups + [group])
      }
    }.sorted { $0.value.range.lowerBound < $1.value.range.lowerBound }
    list = TreePath(Array(list.steps.dropLast(2)) + [.value, .element])
  }

  /// Lists and maps of nothing but texts.
  private static func ofTexts(_ survey: TreeSurvey) -> TreeChoice? {
    let able = survey.collections.filter { collection in
      collection.kind == .texts
        && PhraseLikeness.holds(for: collection.items.prefix(1_000).compactMap(\.value.text))
    }
    guard let best = able.max(by: { $0.items.count < $1.items.count }) else { return nil }
    var choice = TreeChoice(
      kind: .texts, list: survey.path(best.way), items: best.items, columns: nil)
    choice.left = able.filter { $0.way != best.way }
      .map { "\(survey.path($0.way).written) (\($0.items.count))" }
    return choice
  }

  /// What to say of a file in which nothing reads like phrases.
  private static func nothing(_ survey: TreeSurvey) -> Fault {
    let lists = survey.collections.filter { $0.kind == .objects }
      .sorted { $0.items.count > $1.items.count }
    var columns: String?
    for list in lists where columns == nil {
      guard let member = TreeColumns.likelyText(of: list.items) else { continue }
      columns = "text=" + TreeColumns.argument(member, in: survey.path(list.way))
    }
    return Fault(
      problem: .foreign(.noPhrases(found: survey.inventory, columns: columns)), offset: 0)
  }
}

extension TreeSurvey {
  /// The lists that are there, the longest first, as they are shown.
  var inventory: [String] {
    guard !collections.isEmpty else { return members }
    return collections.sorted { $0.items.count > $1.items.count }.map { collection in
      let members = collection.items.first?.value.members.prefix(6).map(\.name) ?? []
      let names = members.isEmpty ? "" : " (\(members.joined(separator: ", ")))"
      let path = path(collection.way).written
      return "\(path.isEmpty ? "*" : path): \(collection.items.count)\(names)"
    }
  }
}
