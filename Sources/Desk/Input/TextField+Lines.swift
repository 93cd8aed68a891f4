/// Moving by lines in a text that is wrapped, for the form's editor.
extension TextField {
  /// Where the cursor stands among the lines of a width: the line, and cells from its start.
  func cursorPlace(in text: WrappedText) -> Position {
    let scalar = scalarOffset(of: cursor)
    let row = text.lines.lastIndex { line in
      firstScalar(of: line, in: text) <= scalar
    }
    guard let row else { return Position(row: 0, column: 0) }
    let before = text.run.glyphs[text.lines[row]].prefix { $0.source.lowerBound < scalar }
    return Position(row: row, column: before.width)
  }

  /// The same text with the cursor so many lines further down, in the same column if it can be.
  func moved(byLines count: Int, width: Int) -> TextField {
    let text = WrappedText(self.text, width: width)
    let place = cursorPlace(in: text)
    let row = min(max(place.row + count, 0), text.lines.count - 1)
    var moved = self
    moved.moveCursor(
      to: row == place.row
        ? cursor : index(at: Position(row: row, column: place.column), in: text))
    return moved
  }

  /// The same text with what is between here and so many lines further down selected; beyond the
  /// first and the last line that is the rest of the text.
  func selected(byLines count: Int, width: Int) -> TextField {
    let text = WrappedText(self.text, width: width)
    let place = cursorPlace(in: text)
    let row = place.row + count
    var selected = self
    if text.lines.indices.contains(row) {
      selected.select(to: index(at: Position(row: row, column: place.column), in: text))
    } else {
      selected.select(to: row < 0 ? 0 : characters.count)
    }
    return selected
  }

  /// Moves the cursor to a place among the lines of a width, or as near as there is text.
  mutating func moveCursor(to place: Position, in text: WrappedText) {
    moveCursor(to: index(at: place, in: text))
  }

  /// The clusters before a place among the lines of a width, or before what is nearest to it.
  private func index(at place: Position, in text: WrappedText) -> Int {
    let line = text.lines[min(max(place.row, 0), text.lines.count - 1)]
    var column = 0
    let glyphs = text.run.glyphs[line]
    let before = glyphs.prefix { glyph in
      column += glyph.width
      return column <= place.column
    }
    let scalar =
      glyphs.dropFirst(before.count).first?.source.lowerBound
      ?? glyphs.last?.source.upperBound ?? firstScalar(of: line, in: text)
    return characterIndex(ofScalar: scalar)
  }

  private func firstScalar(of line: Range<Int>, in text: WrappedText) -> Int {
    let glyphs = text.run.glyphs
    if line.lowerBound < glyphs.count { return glyphs[line.lowerBound].source.lowerBound }
    return glyphs.last?.source.upperBound ?? 0
  }
}
