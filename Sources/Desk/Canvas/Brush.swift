/// Drawing text on a canvas.
extension Canvas {
  /// What stands for the rest of a text that is cut.
  ///
  /// Not the ellipsis, whose width is ambiguous.
  static let cutMark = ".."

  /// Writes glyphs from `column` on, at most `width` cells of them, and cuts without a mark.
  ///
  /// - Returns: how many cells were written.
  @discardableResult
  mutating func write(
    _ glyphs: some Sequence<Glyph>, row: Int, column: Int, width: Int, style: (Glyph) -> Style
  ) -> Int {
    guard (0..<rows).contains(row) else { return 0 }
    let end = min(column + width, columns)
    var at = column
    for glyph in glyphs where glyph.width > 0 {
      guard at >= 0, at + glyph.width <= end else { break }
      let style = style(glyph)
      self[row, at] = Cell(.scalar(glyph.scalar, marks: glyph.marks), style: style)
      if glyph.width == 2 { self[row, at + 1] = Cell(.continuation, style: style) }
      at += glyph.width
    }
    return at - column
  }

  /// Writes one line of text in one style; what does not fit is cut, and the cut is marked.
  ///
  /// - Returns: how many cells were written.
  @discardableResult
  mutating func write(_ text: String, row: Int, column: Int, width: Int, style: Style = .text)
    -> Int
  {
    write(GlyphRun(text, width: width), row: row, column: column, width: width) { _ in style }
  }

  /// Writes one line of glyphs; what does not fit is cut, and the cut is marked.
  ///
  /// - Returns: how many cells were written.
  @discardableResult
  mutating func write(
    _ run: GlyphRun, row: Int, column: Int, width: Int, style: (Glyph) -> Style
  ) -> Int {
    guard run.isCut || run.width > width else {
      return write(run.glyphs, row: row, column: column, width: width, style: style)
    }
    let room = max(width - Canvas.cutMark.count, 0)
    let used = write(run.glyphs, row: row, column: column, width: room, style: style)
    let mark = GlyphRun(Canvas.cutMark).glyphs
    let cut = write(mark, row: row, column: column + used, width: width - used) { _ in
      Style(.faint, isSelected: run.glyphs.first.map(style)?.isSelected ?? false)
    }
    return used + cut
  }

  /// Writes the lines of a text that there is room for, and marks that there are others.
  mutating func write(_ text: WrappedText, in region: Region, style: Style = .text) {
    for (row, line) in text.lines.prefix(region.rows).enumerated() {
      let isCut = row == region.rows - 1 && text.lines.count > region.rows
      let room = region.columns - (isCut ? Canvas.cutMark.count : 0)
      let at = region.row + row
      let used = write(text.run.glyphs[line], row: at, column: region.column, width: room) { _ in
        style
      }
      if isCut {
        write(
          Canvas.cutMark, row: at, column: region.column + used, width: region.columns - used,
          style: style)
      }
    }
  }

  /// Writes a text that ends at `end`, exclusive; nothing when it is longer than `width`.
  mutating func writeRight(_ text: String, row: Int, end: Int, width: Int, style: Style) {
    let run = GlyphRun(text)
    guard run.width <= width else { return }
    write(run.glyphs, row: row, column: end - run.width, width: run.width) { _ in style }
  }

  /// Fills a region with blanks of one style.
  mutating func fill(_ region: Region, style: Style = .text) {
    let blank = Cell(.blank, style: style)
    for row in region.row..<min(region.row + region.rows, rows) {
      let end = min(region.column + region.columns, columns)
      guard region.column < end else { continue }
      // At the edges a wide character may stand half inside; between them nothing is asked.
      self[row, region.column] = blank
      self[row, end - 1] = blank
      fillCells(row * columns + region.column..<row * columns + end, with: blank)
    }
  }

  /// Draws a vertical line.
  mutating func verticalLine(row: Int, column: Int, rows count: Int) {
    for row in row..<min(row + count, rows) where column < columns {
      self[row, column] = Cell(.scalar("│", marks: []), style: Style(.border))
    }
  }

  /// Empties a region and draws a frame around it, with a title in the upper edge.
  mutating func frame(_ region: Region, title: String) {
    fill(region)
    guard region.rows > 1, region.columns > 1 else { return }
    let border = Style(.border)
    let last = (row: region.row + region.rows - 1, column: region.column + region.columns - 1)
    func cell(_ scalar: Unicode.Scalar) -> Cell { Cell(.scalar(scalar, marks: []), style: border) }
    for column in region.column...last.column {
      self[region.row, column] = cell("─")
      self[last.row, column] = cell("─")
    }
    verticalLine(row: region.row, column: region.column, rows: region.rows)
    verticalLine(row: region.row, column: last.column, rows: region.rows)
    self[region.row, region.column] = cell("┌")
    self[region.row, last.column] = cell("┐")
    self[last.row, region.column] = cell("└")
    self[last.row, last.column] = cell("┘")
    write(
      " \(title) ", row: region.row, column: region.column + 2, width: region.columns - 4,
      style: Style(.focusedHeading))
  }
}
