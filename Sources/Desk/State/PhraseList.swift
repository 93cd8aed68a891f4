import Phrases
import Search

/// The phrases on offer, best first, and the one that keys act on.
struct PhraseList: Equatable, Sendable {
  /// What the phrases have in common.
  enum Subject: Equatable, Sendable {
    /// They stand in the selected category: the list is browsed.
    case category
    case query(Query)
    /// They are new or changed since the agent last looked.
    case changes
    /// They may answer a customer's message.
    case message(isPasted: Bool)
  }

  private(set) var subject = Subject.category
  private(set) var result = SearchResult.none
  private(set) var viewport = Viewport()
  private var selectsNone = false

  var hits: [Hit] { result.hits }

  /// What was searched for, and is marked in the phrases.
  var query: Query {
    if case .query(let query) = subject { query } else { PhraseList.nothing }
  }

  /// Where the query stands in a phrase of a library that it was found in.
  func matches(of hit: Hit, in library: Library) -> [Match] {
    var highlighter = Highlighter(query)
    return highlighter.matches(of: hit.number, in: library, foundBy: hit.tier)
  }

  private static let nothing = Query("")

  /// The hit that keys act on; nil when there is none.
  var selected: Hit? {
    selectsNone || !hits.indices.contains(viewport.selected) ? nil : hits[viewport.selected]
  }

  /// Selects the hit on that line of those in sight, from 0: the one beside the digit `line + 1`.
  ///
  /// - Returns: whether there is such a row.
  mutating func select(line: Int, height: Int) -> Bool {
    guard let row = viewport.row(onLine: line, of: hits.count, height: height) else {
      return false
    }
    select(row: row)
    return true
  }

  /// What is selected once the list holds another result.
  enum Selection {
    case first
    /// This phrase, if it is among the hits, and else what stands where it stood.
    case phrase(PhraseNumber)
    /// Nothing, until the agent selects: what was selected is not among the phrases any more.
    case none
  }

  /// Takes another result.
  mutating func show(
    _ result: SearchResult, of subject: Subject, selecting selection: Selection
  ) {
    self.subject = subject
    self.result = result
    switch selection {
    case .first: select(row: 0)
    case .phrase(let number):
      select(row: hits.firstIndex { $0.number == number } ?? viewport.selected)
    case .none:
      select(row: viewport.selected)
      selectsNone = true
    }
  }

  /// Moves the selection as an action says; where nothing is selected, to where something was.
  mutating func move(_ action: Action, height: Int) {
    if !selectsNone { viewport.move(action, of: hits.count, height: height) }
    selectsNone = false
  }

  /// Scrolls by so many rows; the selected one comes along where it would leave sight.
  mutating func scroll(by rowCount: Int, height: Int) {
    viewport.scroll(by: rowCount, of: hits.count, height: height)
  }

  mutating func settle(height: Int) { viewport.settle(count: hits.count, height: height) }

  private mutating func select(row: Int) {
    selectsNone = false
    viewport.select(row, of: hits.count)
  }

  /// Keeps the first `count` rows as what they are in another library, and drops the others.
  mutating func move(_ count: Int, from old: Library, to library: Library) {
    result.hits = hits.prefix(count).compactMap { hit in
      guard let number = library.number(of: old.phrase(hit.number).key) else { return nil }
      var hit = hit
      hit.number = number
      return hit
    }
  }

  /// Takes in what the same search has found meanwhile.
  ///
  /// The first `count` rows stay as they are, whatever has turned out better than they are: the
  /// agent looks at them.
  mutating func extend(with result: SearchResult, keeping count: Int) {
    let kept = hits.prefix(count)
    self.result = result
    guard !result.hits.starts(with: kept) else { return }
    let numbers = Set(kept.map(\.number))
    self.result.hits = kept + result.hits.filter { !numbers.contains($0.number) }
  }

  /// Selects a phrase; false, and nothing changed, where it is not on the list.
  mutating func select(_ number: PhraseNumber) -> Bool {
    guard let row = hits.firstIndex(where: { $0.number == number }) else { return false }
    select(row: row)
    return true
  }

  /// Where a phrase stands, as far as that differs between phrases of its title.
  ///
  /// Empty where they all stand in one place.
  static func place(of phrase: Phrase, among paths: Set<[String]>) -> String {
    let path = phrase.path
    guard paths.count > 1,
      let start = path.indices.first(where: { index in
        paths.contains { !$0.indices.contains(index) || $0[index] != path[index] }
      })
    else { return "" }
    return path[start...].joined(separator: "/")
  }
}
