extension Canvas {
  /// Draws a text of several lines that is edited, from line `top` of it on, with the cursor where keys go
  /// to it.
  mutating func write(
    editor: TextField, in region: Region, top: Int, hasCursor: Bool,
    placeholders: [Range<Int>] = []
  ) {
    guard region.rows > 0 else { return }
    let text = WrappedText(editor.text, width: region.columns)
    if hasCursor {
      let place = editor.cursorPlace(in: text)
      cursor = Position(
        row: region.row + place.row - top,
        column: region.column + min(place.column, region.columns - 1))
    }
    let selected = hasCursor ? editor.selectedScalars : nil
    for (row, line) in text.lines.dropFirst(top).prefix(region.rows).enumerated() {
      write(
        text.run.glyphs[line], row: region.row + row, column: region.column, width: region.columns
      ) { glyph in
        if selected?.overlaps(glyph.source) == true { return Style(.selectedInput) }
        return Style(placeholders.contains { $0.overlaps(glyph.source) } ? .placeholder : .text)
      }
    }
  }
}
