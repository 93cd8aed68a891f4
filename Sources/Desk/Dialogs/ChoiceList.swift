/// Rows to choose one of, as part of a dialog.
struct ChoiceList<Choice: Equatable & Sendable>: Equatable, Sendable {
  private(set) var choices: [Choice]
  private var viewport = Viewport()

  /// Begins on a choice that is among them, and on the first otherwise.
  init(_ choices: [Choice], selecting choice: Choice? = nil) {
    self.choices = choices
    viewport.select(choices.firstIndex { $0 == choice } ?? 0, of: choices.count)
  }

  /// The one that Enter takes; nil where there is none to choose.
  var selected: Choice? {
    choices.indices.contains(viewport.selected) ? choices[viewport.selected] : nil
  }

  /// What it takes to show all choices by these labels.
  func size(label: (Choice) -> String) -> Size {
    let widest = choices.map { GlyphRun(label($0)).width }.max() ?? 0
    return Size(rows: choices.count, columns: ChoiceMark.columns + widest)
  }

  mutating func move(_ action: Action?, in region: Region) {
    guard let action else { return }
    viewport.move(action, of: choices.count, height: region.rows)
  }

  /// Selects what a click points at.
  ///
  /// - Returns: whether there is a choice.
  mutating func select(at position: Position, in region: Region) -> Bool {
    guard region.contains(position),
      let row = viewport.row(
        onLine: position.row - region.row, of: choices.count, height: region.rows)
    else { return false }
    viewport.select(row, of: choices.count)
    return true
  }

  mutating func scroll(by rowCount: Int, in region: Region) {
    viewport.scroll(by: rowCount, of: choices.count, height: region.rows)
  }

  mutating func settle(in region: Region) {
    viewport.settle(count: choices.count, height: region.rows)
  }

  /// Whether there are choices above and below those in sight.
  func isMore(than region: Region) -> (above: Bool, below: Bool) {
    let visible = viewport.visible(count: choices.count, height: region.rows)
    return (visible.lowerBound > 0, visible.upperBound < choices.count)
  }

  /// Draws a row for each choice in sight, with a note at its right edge.
  func draw(
    in region: Region, on canvas: inout Canvas, label: (Choice) -> String,
    note: (Choice) -> String = { _ in "" }
  ) {
    let visible = viewport.visible(count: choices.count, height: region.rows)
    for (line, index) in visible.enumerated() {
      let isSelected = index == viewport.selected
      let style = Style(.text, isSelected: isSelected)
      let row = Region(
        row: region.row + line, column: region.column, rows: 1, columns: region.columns)
      canvas.fill(row, style: style)
      let note = note(choices[index])
      let noteWidth = min(GlyphRun(note).width, row.columns / 2)
      canvas.write(
        (isSelected ? ChoiceMark.selected : ChoiceMark.other) + label(choices[index]), row: row.row,
        column: row.column,
        width: row.columns - (noteWidth > 0 ? noteWidth + 1 : 0), style: style)
      canvas.writeRight(
        note, row: row.row, end: row.column + row.columns, width: noteWidth,
        style: Style(.key, isSelected: isSelected))
    }
  }
}

/// What stands before a choice.
private enum ChoiceMark {
  static let selected = "> "
  static let other = "  "
  /// In cells.
  static let columns = 2
}
