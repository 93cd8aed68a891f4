/// Which rows of something longer than the screen are in sight, and which one is selected.
struct Viewport: Equatable, Sendable {
  /// The row that keys act on, from 0.
  private(set) var selected = 0
  /// The first row in sight.
  private(set) var top = 0
  /// Whether it was scrolled to rows that the selected one is not among.
  private var isLookingAway = false

  /// Selects a row, as near as `count` rows allow.
  mutating func select(_ row: Int, of count: Int) {
    selected = min(max(row, 0), max(count - 1, 0))
    isLookingAway = false
  }

  /// Selects another row as an action says; any other action changes nothing.
  mutating func move(_ action: Action, of count: Int, height: Int) {
    switch action {
    case .up: select(selected - 1, of: count)
    case .down: select(selected + 1, of: count)
    case .pageUp: select(selected - height, of: count)
    case .pageDown: select(selected + height, of: count)
    case .toFirst: select(0, of: count)
    case .toLast: select(count - 1, of: count)
    case _: break
    }
  }

  /// Scrolls by so many rows; the selected one comes along where it would leave sight.
  mutating func scroll(by rowCount: Int, of count: Int, height: Int) {
    look(by: rowCount, of: count, height: height)
    select(min(max(selected, top), top + max(height, 1) - 1), of: count)
  }

  /// Scrolls by so many rows and leaves the selected one be, until another is selected.
  mutating func look(by rowCount: Int, of count: Int, height: Int) {
    top = max(0, min(top + rowCount, count - max(height, 1)))
    isLookingAway = true
  }

  /// Selects a row, and scrolls so that it stands on that line of those in sight.
  ///
  /// What stood at the very top stays there as long as the row is in sight below it: what comes
  /// in above the first row is not to be missed.
  mutating func select(_ row: Int, onLine line: Int, of count: Int) {
    let wasAtTop = top == 0
    select(row, of: count)
    top = wasAtTop ? 0 : max(selected - line, 0)
  }

  /// Scrolls as little as possible until the selected row is in sight, unless it is being looked
  /// away from, and never past the end.
  mutating func settle(count: Int, height: Int) {
    selected = min(max(selected, 0), max(count - 1, 0))
    let height = max(height, 1)
    if !isLookingAway {
      top = min(top, selected)
      top = max(top, selected - height + 1)
    }
    top = max(0, min(top, count - height))
  }

  /// The row that stands on a line of those in sight, from 0; nil where there is none.
  func row(onLine line: Int, of count: Int, height: Int) -> Int? {
    let row = top + line
    return visible(count: count, height: height).contains(row) ? row : nil
  }

  /// The rows in sight.
  func visible(count: Int, height: Int) -> Range<Int> {
    top..<max(top, min(top + max(height, 0), count))
  }
}
