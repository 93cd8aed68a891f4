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
  var viewport = Viewport()

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
    hits.indices.contains(viewport.selected) ? hits[viewport.selected] : nil
  }

  /// Selects the hit on that line of those in sight, from 0: the one beside the digit `line + 1`.
  ///
  /// - Returns: whether there is such a row.
  mutating func select(line: Int, height: Int) -> Bool {
    guard let row = viewport.row(onLine: line, of: hits.count, height: height) else {
      return false
    }
    viewport.select(row, of: hits.count)
    return true
  }

  /// What is selected once the list holds another result.
  enum Selection {
    case first
    /// This phrase, if it is among the hits, and else what stands where it stood.
    case phrase(PhraseNumber)
    /// The earliest of these that is among the hits, on the line of the screen that it stood on, and
    /// else what stands where the selected phrase stood.
    case nearest([Neighbour])
    /// What stands where the selected phrase stood.
    case place
  }

  /// A phrase of the list, and how many rows below the first in sight it stands.
  struct Neighbour: Equatable, Sendable {
    var number: PhraseNumber
    var line: Int
  }

  /// Takes another result.
  mutating func show(
    _ result: SearchResult, of subject: Subject, selecting selection: Selection
  ) {
    self.subject = subject
    self.result = result
    var row = viewport.selected
    switch selection {
    case .first: row = 0
    case .place: break
    case .phrase(let number): row = hits.firstIndex { $0.number == number } ?? row
    case .nearest(let neighbours):
      if select(nearest: neighbours) { return }
    }
    viewport.select(row, of: hits.count)
  }

  /// Selects the earliest of some phrases that is on the list; false where none is.
  private mutating func select(nearest neighbours: [Neighbour]) -> Bool {
    let wanted = Set(neighbours.map(\.number))
    var rows: [PhraseNumber: Int] = [:]
    for (row, hit) in hits.enumerated() where wanted.contains(hit.number) { rows[hit.number] = row }
    for neighbour in neighbours {
      guard let row = rows[neighbour.number] else { continue }
      viewport.select(row, onLine: neighbour.line, of: hits.count)
      return true
    }
    return false
  }

  /// The hits in the order in which they stand in for the selected one: itself, those below it,
  /// those above it; each with the line of the screen that it stands on.
  ///
  /// No further away than `reach` rows.
  func neighbours(reach: Int) -> [(hit: Hit, line: Int)] {
    let selected = viewport.selected
    guard hits.indices.contains(selected) else { return [] }
    let below = selected...min(selected + reach, hits.count - 1)
    let above = max(selected - reach, 0)..<selected
    return (Array(below) + above.reversed()).map { (hits[$0], $0 - viewport.top) }
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
    viewport.select(row, of: hits.count)
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
