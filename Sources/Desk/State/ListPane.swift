import Phrases
import Search

/// The list pane and the preview beside it: the phrases on offer, the search that still finds some,
/// and what the agent has seen of them.
struct ListPane: Equatable, Sendable {
  var rows = PhraseList()
  /// The search whose hits are listed; nil once it is finished.
  var ongoing: OngoingSearch?
  /// The list as it was last drawn, where it was changed since by anything but a key.
  private(set) var seen: SeenList?
  /// What is selected as soon as the search under way finds it: it was before other phrases came.
  var awaited: PhraseNumber?
  /// The first line of the preview in sight, nil while it follows the first match.
  private(set) var previewTop: Int?
  /// How many phrases there will be, while not all can be searched yet.
  private(set) var expectedCount: Int?

  var hits: [Hit] { rows.hits }
  var subject: PhraseList.Subject { rows.subject }
  var result: SearchResult { rows.result }
  var viewport: Viewport { rows.viewport }
  /// The hit that keys act on; nil when there is none.
  var selected: Hit? { rows.selected }

  /// The selected phrase, to be selected again.
  var selection: PhraseList.Selection { selected.map { .phrase($0.number) } ?? .first }

  // MARK: - What is listed

  /// Lists what a search finds, and goes on with it as far as a key may wait.
  mutating func start(
    _ search: OngoingSearch, of subject: PhraseList.Subject,
    selecting selection: PhraseList.Selection
  ) {
    var search = search
    search.begin()
    show(search.result, of: subject, selecting: selection)
    ongoing = search.isFinished ? nil : search
  }

  /// Lists what no search has to find.
  mutating func show(
    _ result: SearchResult, of subject: PhraseList.Subject,
    selecting selection: PhraseList.Selection
  ) {
    previewTop = nil
    awaited = nil
    ongoing = nil
    rows.show(result, of: subject, selecting: selection)
  }

  /// Searches on by a step: what is found now stands below the rows in sight.
  mutating func advance(in library: Library, height: Int, marked: [PhraseKey]) {
    guard var search = ongoing else { return }
    // Not held twice, so that a step changes it in place.
    ongoing = nil
    search.advance(by: OngoingSearch.stepBudget)
    let result = search.result
    if result != rows.result {
      keepSeen(in: library, height: height, marked: marked)
      let inSight = viewport.visible(count: hits.count, height: height)
      rows.extend(with: result, keeping: max(inSight.upperBound, viewport.selected + 1))
      if let awaited, rows.select(awaited) { self.awaited = nil }
    }
    if !search.isFinished { ongoing = search }
  }

  /// Says how many phrases there will be; nil once all are there.
  mutating func expect(_ count: Int?) { expectedCount = count }

  // MARK: - What the agent has seen

  /// Remembers what Enter, the digits and a double click mean on the screen, before something
  /// changes the list.
  mutating func keepSeen(in library: Library, height: Int, marked: [PhraseKey]) {
    guard seen == nil else { return }
    let inSight = viewport.visible(count: hits.count, height: height)
    seen = SeenList(
      selected: selected.map { library.phrase($0.number) },
      inSight: hits[inSight].map { library.phrase($0.number) }, marked: marked)
  }

  /// What a key changed, or the screen shows by now, is what the next key means.
  mutating func forgetSeen() { seen = nil }

  /// The selected phrase of the list as it was last drawn.
  ///
  /// A phrase that was taken back since is not meant any more; one that reads otherwise now is sent
  /// as it was drawn, for those are the words that the agent chose.
  func meantPhrase(in library: Library) -> Phrase? {
    guard let seen else { return selected.map { library.phrase($0.number) } }
    return seen.selected.flatMap { library.number(of: $0.key) == nil ? nil : $0 }
  }

  // MARK: - Moving

  /// Moves the selection as an action says.
  mutating func move(_ action: Action, height: Int) {
    lookElsewhere()
    seen = nil
    rows.viewport.move(action, of: hits.count, height: height)
  }

  /// Scrolls by so many rows; the selected one comes along where it would leave sight.
  mutating func scroll(by rowCount: Int, height: Int) {
    let before = viewport.selected
    rows.viewport.scroll(by: rowCount, of: hits.count, height: height)
    if viewport.selected != before { lookElsewhere() }
    seen = nil
  }

  /// Selects the phrase that stood on that line, from 0, when the list was last drawn.
  ///
  /// Nil, and nothing changed, where none did or it is gone.
  mutating func select(line: Int, in library: Library, height: Int) -> Phrase? {
    guard var seen else {
      guard rows.select(line: line, height: height) else { return nil }
      lookElsewhere()
      return selected.map { library.phrase($0.number) }
    }
    guard seen.inSight.indices.contains(line),
      let number = library.number(of: seen.inSight[line].key)
    else { return nil }
    _ = rows.select(number)
    lookElsewhere()
    seen.selected = seen.inSight[line]
    self.seen = seen
    return seen.selected
  }

  /// Selects a phrase of before as soon as the search finds it.
  mutating func selectOnceFound(_ number: PhraseNumber?) { awaited = number }

  mutating func settle(height: Int) { rows.viewport.settle(count: hits.count, height: height) }

  private mutating func lookElsewhere() {
    previewTop = nil
    awaited = nil
  }

  // MARK: - The preview

  mutating func scrollPreview(to line: Int?) { previewTop = line }
}
