import Phrases

/// Every connected source with all there is to say of it.
struct SourcesDialog: Dialog {
  /// The name of the source that Enter acts on.
  private(set) var selected: String
  private var scrolling = Scrolling()

  init(selecting name: String) { selected = name }

  func title(of desk: Desk) -> String { SourceLabel.sourcesTitle.sentence(desk.language) }

  func size(in room: Size, of desk: Desk) -> Size {
    let columns = min(SourcesDialog.columns, room.columns)
    return Size(rows: SourcesDialog.lines(of: desk, width: columns).count, columns: columns)
  }

  /// No line of a report is longer than that, in cells.
  private static let columns = 68

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    let lines = SourcesDialog.lines(of: desk, width: region.columns)
    switch action {
    case .up: move(by: -1, among: desk.news.sources, lines, height: region.rows)
    case .down: move(by: 1, among: desk.news.sources, lines, height: region.rows)
    case .send: return ask(on: &desk)
    case .sync: return .stay(desk.sync())
    case .reviewHeld: return .close(desk.reviewHeld())
    case .back, .sources: return .close()
    case _: scrolling.move(action, of: lines.count, height: region.rows)
    }
    return .stay()
  }

  /// Selects the source that a line tells of; asks about the version that waits where it was.
  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    let lines = SourcesDialog.lines(of: desk, width: region.columns)
    let line = scrolling.top(of: lines.count, height: region.rows) + position.row - region.row
    guard lines.indices.contains(line) else { return .stay() }
    if lines[line].source == selected { return ask(on: &desk) }
    selected = lines[line].source
    return .stay()
  }

  mutating func scroll(by rowCount: Int, in region: Region, of desk: Desk) {
    let lines = SourcesDialog.lines(of: desk, width: region.columns)
    for _ in 0..<abs(rowCount) {
      move(by: rowCount.signum(), among: desk.news.sources, lines, height: region.rows)
    }
  }

  private func ask(on desk: inout Desk) -> DialogStep {
    guard desk.news.held(by: selected) != nil else { return .stay() }
    return .close(desk.reviewHeld(of: selected))
  }

  /// Goes to the next source; a report that is longer than the dialog is scrolled through first.
  private mutating func move(
    by step: Int, among sources: [SourceFacts], _ lines: [Line], height: Int
  ) {
    let top = scrolling.top(of: lines.count, height: height)
    let block = place(of: selected, in: lines)
    if step > 0 && block.upperBound > top + height
      || step < 0 && block.lowerBound < top && !block.isEmpty
    {
      scrolling.scroll(by: step, of: lines.count, height: height)
      return
    }
    let index = sources.firstIndex { $0.name == selected } ?? -step
    guard sources.indices.contains(index + step) else { return }
    selected = sources[index + step].name
    let next = place(of: selected, in: lines)
    if step > 0 {
      scrolling.move(to: max(top, min(next.lowerBound, next.upperBound - height)))
    } else {
      scrolling.move(to: min(top, max(next.lowerBound, next.upperBound - height)))
    }
  }

  private func place(of source: String, in lines: [Line]) -> Range<Int> {
    guard let first = lines.firstIndex(where: { $0.source == source }),
      let last = lines.lastIndex(where: { $0.source == source })
    else { return 0..<0 }
    return first..<last + 1
  }

  // MARK: - Drawing

  /// One line of what is said, and the source that it is said of.
  private struct Line {
    var glyphs: [Glyph]
    var role: Role
    var source: String
    /// Whether the source's name stands on it.
    var isFirst: Bool
  }

  /// All lines in `width` cells, two of which are the margin that the selection's mark stands in.
  private static func lines(of desk: Desk, width: Int) -> [Line] {
    desk.news.sources.flatMap { source in
      source.report(desk.language).enumerated().flatMap { index, sentence in
        let indent = index == 0 ? 2 : 4
        let text = WrappedText(SafeText.visible(sentence.text), width: width - indent)
        return text.lines.enumerated().map { row, line in
          Line(
            glyphs: Array(text.run.glyphs[line]), role: sentence.role, source: source.name,
            isFirst: index == 0 && row == 0)
        }
      }
    }
  }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    let lines = SourcesDialog.lines(of: desk, width: region.columns)
    let visible = scrolling.visible(of: lines.count, height: region.rows)
    canvas.markScrolling(visible, of: lines.count, onFrameOf: region)
    for (row, line) in lines[visible].enumerated() {
      let at = region.row + row
      // The mark stays in sight beside a report that is longer than the dialog.
      if line.source == selected, line.isFirst || row == 0 {
        canvas.write(">", row: at, column: region.column, width: 1)
      }
      let indent = line.role == .heading ? 2 : 4
      canvas.write(
        line.glyphs, row: at, column: region.column + indent, width: region.columns - indent
      ) { _ in Style(line.role) }
    }
  }
}
