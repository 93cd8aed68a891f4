import Phrases
import Search

/// The list pane and the preview beside it: the phrases on offer, the search that still finds some,
/// and what the agent has seen of them.
struct ListPane: Equatable, Sendable {
  var rows = PhraseList()
  /// Which phrases have rows of their own.
  var firstRows = FirstRows.none
  /// The search whose hits are listed; nil once it is finished.
  var ongoing: OngoingSearch?
  /// How many rows there were when the list was last drawn, where others came by themselves since.
  ///
  /// They stand below those, so no row in sight means another phrase than it did.
  private(set) var drawnCount: Int?
  /// What is selected as soon as the search under way finds it: a key wanted it to stay selected.
  var awaited: PhraseNumber?
  /// The first line of the preview in sight, nil while it follows the first match.
  private(set) var previewTop: Int?
  /// How many phrases of other departments the query finds, where it finds none of the chosen one; nil
  /// where that was not asked.
  var countElsewhere: Int?
  /// How many phrases there will be, while not all can be searched yet.
  private(set) var expectedCount: Int?

  var hits: [Hit] { rows.hits }
  var subject: PhraseList.Subject { rows.subject }
  var result: SearchResult { rows.result }
  var viewport: Viewport { rows.viewport }
  /// The hit that is shown as the selected one; nil when there is none.
  var selected: Hit? { rows.selected }

  /// The hit that Enter means: the selected one, once it has been drawn.
  var meant: Hit? { viewport.selected < drawnCount ?? hits.count ? selected : nil }

  // MARK: - What is listed

  /// Lists what a search finds, and goes on with it as far as a key may wait.
  mutating func start(
    _ search: OngoingSearch, of subject: PhraseList.Subject,
    selecting selection: PhraseList.Selection
  ) {
    var search = search
    search.begin()
    show(arranged(search.result), of: subject, selecting: selection)
    guard !search.isFinished else { return }
    if case .phrase(let number) = selection, selected?.number != number { awaited = number }
    ongoing = search
  }

  /// Lists what no search has to find.
  mutating func show(
    _ result: SearchResult, of subject: PhraseList.Subject,
    selecting selection: PhraseList.Selection
  ) {
    drawnCount = nil
    previewTop = nil
    awaited = nil
    ongoing = nil
    countElsewhere = nil
    rows.show(result, of: subject, selecting: selection)
  }

  /// Searches anew in more phrases, which the agent did not ask for: what is found in them stands
  /// below the rows in sight.
  mutating func grow(
    _ search: OngoingSearch, from old: Library, to library: Library, height: Int
  ) {
    let kept = rowsToKeep(height: height)
    rows.move(kept, from: old, to: library)
    drawnCount = min(drawnCount ?? kept, kept)
    awaited = awaited.flatMap { library.number(of: old.phrase($0).key) }
    var search = search
    search.begin()
    if search.hasResult { rows.extend(with: arranged(search.result), keeping: kept) }
    ongoing = search.isFinished ? nil : search
  }

  /// Searches on by a step: what is found now stands below the rows in sight.
  mutating func advance(height: Int) {
    guard var search = ongoing else { return }
    // Not held twice, so that a step changes it in place.
    ongoing = nil
    search.advance(by: OngoingSearch.stepBudget)
    let result = arranged(search.result)
    if search.hasResult, result != rows.result {
      let kept = rowsToKeep(height: height)
      drawnCount = min(drawnCount ?? kept, kept)
      rows.extend(with: result, keeping: kept)
      if let awaited, rows.select(awaited) { self.awaited = nil }
    }
    if !search.isFinished { ongoing = search }
  }

  private func arranged(_ result: SearchResult) -> SearchResult {
    guard firstRows != .none else { return result }
    var result = result
    result.hits = firstRows.arranged(result.hits)
    return result
  }

  /// How many rows stay where they are, whatever comes by itself: those in sight and the selected.
  private func rowsToKeep(height: Int) -> Int {
    let inSight = viewport.visible(count: hits.count, height: height)
    return min(max(inSight.upperBound, viewport.selected + 1), hits.count)
  }

  /// Says how many phrases there will be; nil once all are there.
  mutating func expect(_ count: Int?) { expectedCount = count }

  /// The screen shows the list as it is now.
  mutating func noteDrawn() { drawnCount = nil }

  // MARK: - Moving

  /// Moves the selection as an action says.
  mutating func move(_ action: Action, height: Int) {
    lookElsewhere()
    rows.move(action, height: height)
  }

  /// Scrolls by so many rows; the selected one comes along where it would leave sight.
  mutating func scroll(by rowCount: Int, height: Int) {
    let before = viewport.selected
    rows.scroll(by: rowCount, height: height)
    if viewport.selected != before { lookElsewhere() }
  }

  /// Selects the hit on that line of those in sight, from 0.
  ///
  /// Nil, and nothing changed, where none was drawn there.
  mutating func select(line: Int, height: Int) -> Hit? {
    let row = viewport.top + line
    guard row < drawnCount ?? hits.count, rows.select(line: line, height: height) else {
      return nil
    }
    lookElsewhere()
    return selected
  }

  /// The hit on that line of those in sight, from 0; nil where none was drawn there.
  func hit(onLine line: Int, height: Int) -> Hit? {
    guard let row = viewport.row(onLine: line, of: hits.count, height: height),
      row < drawnCount ?? hits.count
    else { return nil }
    return hits[row]
  }

  /// Whether the row on that line of those in sight, from 0, is the one of a pin whose phrase is not shown.
  func hasLostPin(onLine line: Int) -> Bool {
    viewport.top == 0 && firstRows.lost.contains(line + 1)
  }

  mutating func settle(height: Int) { rows.settle(height: height) }

  private mutating func lookElsewhere() {
    previewTop = nil
    awaited = nil
  }

  // MARK: - The preview

  mutating func scrollPreview(to line: Int?) { previewTop = line }
}
