import Phrases

/// Where in the objects of a list each column stands.
struct TreeColumns {
  /// A member, or a way from the object or from a group around it.
  struct Source {
    let path: TreePath
    /// The group's way; nil where it is the object itself.
    var group: Int?
    let written: String
  }

  /// Members that only wrap what an object says of itself (JSON:API, Elasticsearch, GraphQL).
  private static let wrappers: Set<String> = [
    "attributes", "fields", "properties", "node", "_source", "content", "message",
  ]
  /// So many objects are looked at for what their members are.
  private static let mostLooked = 1_000

  private(set) var sources: [PhraseColumn: Source] = [:]
  /// Members that would be a column that another is already, as `--columns` takes them.
  private(set) var others: [String] = []
  /// Every member's name, those of wrappers as ways; in the order in which they appear.
  private(set) var members: [String] = []
  private(set) var memberColumns: [PhraseColumn?] = []

  private struct Candidate {
    let path: TreePath
    let written: String
    let candidate: MemberNames.Candidate?
    var column: PhraseColumn? { candidate?.column }
    /// In how many objects it says something, and how long that is in all, in bytes.
    var filled = 0
    var length = 0
    var hasTexts = false

    /// Whether one of them is, or is within, the other.
    func isPart(of other: Candidate) -> Bool {
      path.steps.starts(with: other.path.steps) || other.path.steps.starts(with: path.steps)
    }

    /// Whether another one is the better for the same column: one that says something, then the one with the
    /// better name, then the one that says more.
    func isWorse(than other: Candidate) -> Bool {
      if filled == 0 || other.filled == 0 { return filled < other.filled }
      if let rank = candidate?.rank, let otherRank = other.candidate?.rank, rank != otherRank {
        return otherRank < rank
      }
      return (filled, length) < (other.filled, other.length)
    }
  }

  init(of items: [TreeSurvey.Item], _ names: MemberNames, _ list: TreePath) {
    var candidates: [Candidate] = []
    var indexes: [String: Int] = [:]
    func look(at members: [TreeMember], within wrapper: String?) {
      for member in members {
        let written = wrapper.map { "\($0).\(member.name)" } ?? member.name
        let index = indexes[written] ?? candidates.count
        if index == candidates.count {
          let path = TreePath((wrapper.map { [.member($0)] } ?? []) + [.member(member.name)])
          candidates.append(
            Candidate(path: path, written: written, candidate: names.candidate(member.name)))
          indexes[written] = index
        }
        let shown = member.value.texts?.compactMap(\.text).joined() ?? member.value.shown ?? ""
        if !shown.isEmpty {
          candidates[index].filled += 1
          candidates[index].length += shown.utf8.count
        }
        if member.value.texts != nil { candidates[index].hasTexts = true }
        if wrapper == nil, TreeColumns.wrappers.contains(member.name.lowercased()) {
          look(at: member.value.members, within: member.name)
        }
      }
    }
    for item in items.prefix(TreeColumns.mostLooked) { look(at: item.value.members, within: nil) }
    members = candidates.map(\.written)
    memberColumns = candidates.map(\.column)
    for column in PhraseColumn.allCases {
      let able = candidates.filter { $0.column == column && (column != .text || $0.hasTexts) }
      guard let best = able.max(by: { $0.isWorse(than: $1) }) else { continue }
      sources[column] = Source(path: best.path, written: best.written)
      for other in able where other.filled > 0 && !other.isPart(of: best) {
        others.append("\(column.name)=\(TreeColumns.argument(other.written, in: list))")
      }
    }
    takeLetters(candidates)
    for index in members.indices {
      let column = memberColumns[index]
      if let column, sources[column]?.written != members[index] { memberColumns[index] = nil }
      if column == nil {
        memberColumns[index] = sources.first { $0.value.written == members[index] }?.key
      }
    }
  }

  /// `q` and `a` are a question and its answer where both are there, and nothing alone.
  private mutating func takeLetters(_ candidates: [Candidate]) {
    guard sources[.text] == nil, sources[.title] == nil,
      let question = candidates.first(where: { $0.written.lowercased() == "q" }),
      let answer = candidates.first(where: { $0.written.lowercased() == "a" && $0.hasTexts })
    else { return }
    sources[.title] = Source(path: question.path, written: question.written)
    sources[.text] = Source(path: answer.path, written: answer.written)
  }

  /// Those of a tool, as ways from the object.
  init(of items: [TreeSurvey.Item], _ tool: Tool) {
    var names: Set<String> = []
    for item in items.prefix(TreeColumns.mostLooked) {
      for member in item.value.members where names.insert(member.name).inserted {
        members.append(member.name)
      }
    }
    memberColumns = [PhraseColumn?](repeating: nil, count: members.count)
    for (column, written) in tool.columns {
      let path = TreePath(written)
      guard case .member(let name)? = path.steps.first, let index = members.firstIndex(of: name)
      else { continue }
      sources[column] = Source(path: path, written: written)
      memberColumns[index] = column
    }
  }

  /// Says a column by its way, over whatever was found.
  mutating func set(_ column: PhraseColumn, _ source: Source) { sources[column] = source }

  /// The member that is most likely meant as the text though its name says nothing: the one with the
  /// longest texts, where they read like any.
  static func likelyText(of items: [TreeSurvey.Item]) -> String? {
    var texts: [String: [String]] = [:]
    for item in items.prefix(50) {
      for member in item.value.members {
        if let text = member.value.text { texts[member.name, default: []].append(text) }
      }
    }
    return texts.filter { PhraseLikeness.holds(for: $0.value) }
      .max { length($0) < length($1) }?.key
  }

  private static func length(_ entry: (key: String, value: [String])) -> (Int, String) {
    (entry.value.reduce(0) { $0 + $1.utf8.count }, entry.key)
  }

  /// A member as `--columns` takes it.
  static func argument(_ member: String, in list: TreePath) -> String {
    list.written.isEmpty ? member : "\(list.written).\(member)"
  }
}
