extension Desk {
  /// What the screen shows, the same for the same desk.
  public func draw() -> Canvas {
    var canvas = Canvas(rows: layout.rows, columns: layout.columns)
    guard layout.shape != .tooSmall else {
      drawTooSmall(on: &canvas)
      return canvas
    }
    drawSearchBar(on: &canvas)
    drawSlip(on: &canvas)
    drawPath(on: &canvas)
    for column in layout.separators {
      canvas.verticalLine(row: layout.list.row, column: column, rows: layout.list.rows)
    }
    let areCategoriesBeside = layout.shape == .wide
    if areCategoriesBeside || focus == .categories { drawCategories(on: &canvas) }
    if areCategoriesBeside || focus != .categories { drawList(on: &canvas) }
    drawPreview(on: &canvas)
    drawStatus(on: &canvas)
    drawDialogs(on: &canvas)
    return canvas
  }

  private func drawTooSmall(on canvas: inout Canvas) {
    let sentence = Label.tooSmall(rows: layout.rows, columns: layout.columns).sentence(language)
    let all = Region(row: 0, column: 0, rows: layout.rows, columns: layout.columns)
    canvas.write(WrappedText(sentence, width: layout.columns), in: all)
  }
}
