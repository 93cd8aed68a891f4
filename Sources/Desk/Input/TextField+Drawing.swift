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
    if hasCursor { cursor = Position(row: row, column: column + cursorAt) }
  }
}
