import Phrases
import Search

/// The phrases on offer, best first, and the one that keys act on.
struct PhraseList: Equatable, Sendable {
  /// What was searched for; empty while the list is browsed.
  private(set) var query = Query("")
  private(set) var result = SearchResult.none
  var viewport = Viewport()

  var hits: [Hit] { result.hits }

  /// The hit that Enter sends; nil when there is none.
  var selected: Hit? {
    hits.indices.contains(viewport.selected) ? hits[viewport.selected] : nil
  }

  mutating func move(by rowCount: Int) {
    viewport.select(viewport.selected + rowCount, of: hits.count)
  }

  mutating func moveToFirst() { viewport.select(0, of: hits.count) }

  mutating func moveToLast() { viewport.select(hits.count - 1, of: hits.count) }

  /// Selects the hit beside that digit, 1 to 9: the digits number the rows in sight.
  ///
  /// - Returns: whether there is such a row.
  mutating func select(numbered digit: Int, height: Int) -> Bool {
    let row = viewport.top + digit - 1
    guard viewport.visible(count: hits.count, height: height).contains(row) else { return false }
    viewport.select(row, of: hits.count)
    return true
  }

  /// What is selected once the list holds another result.
  enum Selection {
    case first
    /// This phrase, if it is among the hits, and else what stands where it stood.
    case phrase(PhraseNumber)
    /// What stands where the selected phrase stood.
    case place
  }

  /// Takes another result.
  mutating func show(_ result: SearchResult, of query: Query, selecting selection: Selection) {
    self.query = query
    self.result = result
    var row = viewport.selected
    switch selection {
    case .first: row = 0
    case .place: break
    case .phrase(let number): row = hits.firstIndex { $0.number == number } ?? row
    }
    viewport.select(row, of: hits.count)
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
