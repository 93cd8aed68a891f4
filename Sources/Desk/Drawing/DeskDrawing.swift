extension Desk {
  /// What the screen shows, the same for the same desk.
  public func draw() -> Canvas {
    var canvas = Canvas(rows: layout.rows, columns: layout.columns)
    guard layout.shape != .tooSmall else {
      drawTooSmall(on: &canvas)
      return canvas
    }
    drawSearchBar(on: &canvas)
    drawPath(on: &canvas)
    for column in layout.separators {
      canvas.verticalLine(row: layout.list.row, column: column, rows: layout.list.rows)
    }
    let areCategoriesBeside = layout.shape == .wide
    if areCategoriesBeside || focus == .categories { drawCategories(on: &canvas) }
    if areCategoriesBeside || focus != .categories { drawList(on: &canvas) }
    drawPreview(on: &canvas)
    drawStatus(on: &canvas)
    drawDialog(on: &canvas)
    return canvas
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let sentence = Label.tooSmall(rows: layout.rows, columns: layout.columns).sentence(language)
    let text = WrappedText(sentence, width: max(layout.columns, 2))
    for (row, line) in text.lines.enumerated().prefix(layout.rows) {
      canvas.write(text.run.glyphs[line], row: row, column: 0, width: layout.columns) { _ in .text }
    }
  }

  /// Draws a pane's heading: whether it has the focus shows without colour.
  func drawHeading(_ label: Label, of pane: Pane, in region: Region, on canvas: inout Canvas) {
    let hasFocus = focus == pane && dialog == nil
    let text = hasFocus ? "[\(label.sentence(language))]" : " \(label.sentence(language)) "
    canvas.write(
      text, row: region.row, column: region.column, width: region.columns - 8,
      style: Style(hasFocus ? .focusedHeading : .heading))
  }

  /// Marks at a pane's upper right edge that there is more above, below, or both.
  func drawScrollMark(
    in region: Region, isMoreAbove: Bool, isMoreBelow: Bool, position: String = "",
    on canvas: inout Canvas
  ) {
    guard isMoreAbove || isMoreBelow || !position.isEmpty else { return }
    let marks = (isMoreAbove ? "^" : " ") + (isMoreBelow ? "v" : " ")
    canvas.writeRight(
      "\(position) \(marks)", row: region.row, end: region.column + region.columns,
      width: region.columns / 2, style: Style(.faint))
  }
}
