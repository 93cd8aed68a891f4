/// Which lines of a text that is longer than its place are in sight, moved by keys.
struct Scrolling: Equatable, Sendable {
  private var wanted = 0

  /// The first line in sight, of so many.
  func top(of count: Int, height: Int) -> Int { min(wanted, max(count - height, 0)) }

  /// The lines in sight.
  func visible(of count: Int, height: Int) -> Range<Int> {
    let top = top(of: count, height: height)
    return top..<min(top + max(height, 0), count)
  }

  mutating func scroll(by lines: Int, of count: Int, height: Int) {
    wanted = min(max(top(of: count, height: height) + lines, 0), max(count - height, 0))
  }

  mutating func move(to line: Int) { wanted = max(line, 0) }

  /// Moves as an action says.
  ///
  /// - Returns: whether the action is one that moves.
  @discardableResult
  mutating func move(_ action: Action?, of count: Int, height: Int) -> Bool {
    switch action {
    case .up: scroll(by: -1, of: count, height: height)
    case .down: scroll(by: 1, of: count, height: height)
    case .pageUp: scroll(by: -height, of: count, height: height)
    case .pageDown: scroll(by: height, of: count, height: height)
    case .toFirst: wanted = 0
    case .toLast: wanted = max(count - height, 0)
    case _: return false
    }
    return true
  }
}
