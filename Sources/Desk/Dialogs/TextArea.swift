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
    guard row != place.row else { return self }
    var column = 0
    let glyphs = text.run.glyphs[text.lines[row]]
    let before = glyphs.prefix { glyph in
      column += glyph.width
      return column <= place.column
    }
    let scalar =
      glyphs.dropFirst(before.count).first?.source.lowerBound
      ?? glyphs.last?.source.upperBound ?? firstScalar(of: text.lines[row], in: text)
    var moved = self
    moved.moveCursor(to: characterIndex(ofScalar: scalar))
    return moved
  }

  private func firstScalar(of line: Range<Int>, in text: WrappedText) -> Int {
    let glyphs = text.run.glyphs
    if line.lowerBound < glyphs.count { return glyphs[line.lowerBound].source.lowerBound }
    return glyphs.last?.source.upperBound ?? 0
  }

  private func scalarOffset(of character: Int) -> Int {
    characters.prefix(character).reduce(0) { $0 + $1.unicodeScalars.count }
  }

  private func characterIndex(ofScalar scalar: Int) -> Int {
    var seen = 0
    for (index, character) in characters.enumerated() {
      if seen >= scalar { return index }
      seen += character.unicodeScalars.count
    }
    return characters.count
  }
}
