import Phrases

/// What the mouse does in the panes: it selects, opens and scrolls what it points at.
extension Desk {
  /// How many rows one step of the wheel scrolls.
  static let wheelRows = 3

  mutating func handle(_ mouse: MouseEvent, at time: Milliseconds) -> [Effect] {
    isInterrupted = false
    switch mouse.kind {
    case .wheelUp: turnWheel(by: -Desk.wheelRows, at: mouse.position)
    case .wheelDown: turnWheel(by: Desk.wheelRows, at: mouse.position)
    case .click: return click(at: mouse.position, time)
    case .drag: drag(to: mouse.position)
    case .release: return drop(at: mouse.position)
    }
    return []
  }

  // MARK: - Clicks

  private mutating func click(at position: Position, _ time: Milliseconds) -> [Effect] {
    effort.press(at: time)
    // Where a release was lost, what was held then is not what is pressed now.
    drag = nil
    // Before the notice goes, which stands where the hints come back.
    let spot = spot(at: position)
    if notice?.isError != true { notice = nil }
    let previous = lastClick
    if !dialogs.isEmpty {
      // The click that opened it may have been one too many.
      if previous?.isFollowed(at: time) == true { return [] }
      return clickInDialog(at: position)
    }
    lastClick = Click(time: time)
    switch spot {
    case .search(let column): clickSearch(column: column)
    case .path: focus = focus == .categories ? .list : .categories
    case .category(let line): clickCategory(line: line)
    case .phrase(let line): return clickPhrase(line: line, after: previous, time)
    case .preview: focus = .preview
    case .action(let action): return perform(action, digit: nil)
    case .nothing: break
    }
    return []
  }

  /// Reaches for the search box, and places the cursor in what is typed.
  private mutating func clickSearch(column: Int?) {
    reachForSearch()
    guard let column else { return }
    search.moveCursor(toColumn: column, width: SearchBar(self).field.columns)
  }

  private mutating func clickCategory(line: Int?) {
    focus = .categories
    let rowCount = tree.rows.count
    guard let line,
      let row = tree.viewport.row(onLine: line, of: rowCount, height: layout.categoryRows)
    else { return }
    let before = tree.selected.scope
    tree.click(row: row)
    // What is in a category without others below it shows where the categories cover it.
    if layout.shape != .wide, !tree.selected.hasChildren { focus = .list }
    followTree(from: before)
  }

  /// Selects the phrase that the click means, and sends it where it is the second on it.
  ///
  /// A click on the same place that hits another phrase than the one before is a first click.
  private mutating func clickPhrase(line: Int?, after previous: Click?, _ time: Milliseconds)
    -> [Effect]
  {
    focus = .list
    guard let line else { return [] }
    guard let hit = list.select(line: line, height: layout.listRows) else {
      showRemoved()
      return []
    }
    let phrase = library.phrase(hit.number)
    guard let previous, previous.isFollowed(at: time), previous.line == line,
      previous.phrase == phrase.key
    else {
      lastClick = Click(time: time, phrase: phrase.key, line: line)
      return []
    }
    return send(only: phrase)
  }

  // MARK: - The wheel

  private mutating func turnWheel(by rowCount: Int, at position: Position) {
    if !dialogs.isEmpty { return turnWheelInDialog(by: rowCount, at: position) }
    switch spot(at: position) {
    case .phrase: list.scroll(by: rowCount, height: layout.listRows)
    case .category:
      tree.viewport.look(by: rowCount, of: tree.rows.count, height: layout.categoryRows)
    case .preview: scrollPreview(by: rowCount)
    case .search, .path, .action, .nothing: break
    }
  }
}
