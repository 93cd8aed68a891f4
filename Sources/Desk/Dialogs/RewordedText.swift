import Phrases

/// How a phrase reads by now, below a text that was made of it as it read before: what is other is marked.
struct RewordedText: Equatable, Sendable {
  private let text: String
  /// The scalars of it that are not as they were.
  private let changed: Range<Int>

  init(_ text: String, from before: String) {
    self.text = text
    let (new, old) = (Array(text.unicodeScalars), Array(before.unicodeScalars))
    let start = zip(new, old).prefix { $0 == $1 }.count
    let end = zip(new[start...].reversed(), old[start...].reversed()).prefix { $0 == $1 }.count
    changed = start..<new.count - end
  }

  /// The rows that it takes to be seen whole, heading and all.
  func rows(width: Int) -> Int { WrappedText(text, width: width).lines.count + 1 }

  /// Draws the heading and as much as there is room for, from a line above what is other.
  func draw(in region: Region, on canvas: inout Canvas, _ language: Language) {
    guard region.rows > 0 else { return }
    canvas.write(
      Label.readsNow.sentence(language), row: region.row, column: region.column,
      width: region.columns, style: Style(.warning))
    let wrapped = WrappedText(text, width: region.columns)
    let first = wrapped.line(ofScalar: changed.lowerBound) ?? 0
    let top = max(min(first - 1, wrapped.lines.count - (region.rows - 1)), 0)
    canvas.markScrolling(
      in: region, isMoreAbove: top > 0,
      isMoreBelow: top + region.rows - 1 < wrapped.lines.count)
    for (row, line) in wrapped.lines.dropFirst(top).prefix(region.rows - 1).enumerated() {
      canvas.write(
        wrapped.run.glyphs[line], row: region.row + 1 + row, column: region.column,
        width: region.columns
      ) { Style(changed.overlaps($0.source) ? .match : .text) }
    }
  }
}
