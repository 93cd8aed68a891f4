extension Canvas {
  /// Draws an editable text on one row, scrolled so that the cursor is in sight.
  mutating func write(
    field: TextField, row: Int, column: Int, width: Int, hasCursor: Bool
  ) {
    let (glyphs, cursorAt) = field.window(width: width)
    let selected = hasCursor ? field.selectedScalars : nil
    let used = write(glyphs, row: row, column: column, width: width) { glyph in
      Style(selected?.overlaps(glyph.source) == true ? .selectedInput : .input)
    }
    if used < width {
      fill(
        Region(row: row, column: column + used, rows: 1, columns: width - used),
        style: Style(.input))
    }
    markCuts(of: glyphs, row: row, column: column, width: width)
    if hasCursor { cursor = Position(row: row, column: column + cursorAt) }
  }

  /// Marks that a field's text begins before what is in sight of it, or goes on behind.
  private mutating func markCuts(
    of glyphs: ArraySlice<Glyph>, row: Int, column: Int, width: Int
  ) {
    let columns = Canvas.cutMark.count
    guard width > 3 * columns else { return }
    if glyphs.startIndex > 0 {
      write(Canvas.cutMark, row: row, column: column, width: columns, style: Style(.faint))
    }
    if glyphs.width > width {
      write(
        Canvas.cutMark, row: row, column: column + width - columns, width: columns,
        style: Style(.faint))
    }
  }
}
