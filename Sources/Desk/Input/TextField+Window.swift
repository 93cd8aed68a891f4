/// Which part of a field is in sight where it is shorter than its text.
extension TextField {
  /// The glyphs from the first in sight on, and how many cells before the cursor they take.
  func window(width: Int) -> (glyphs: ArraySlice<Glyph>, cursorColumn: Int) {
    var glyphs = GlyphRun(text).glyphs[...]
    let cursorScalar = scalarOffset(of: cursor)
    let before = glyphs.prefix { $0.source.lowerBound < cursorScalar }
    var column = before.width
    let rest = glyphs[before.endIndex...].width
    // Where something goes on behind the cursor, its letter and the mark of the cut have room.
    let last = rest == 0 || column + rest <= width ? width - 2 : width - 2 - Canvas.cutMark.count
    while column > max(last, 0), let first = glyphs.first {
      glyphs = glyphs.dropFirst()
      column -= first.width
    }
    return (glyphs, column)
  }

  /// Moves the cursor before what stands at a cell of the field, or behind the end.
  mutating func moveCursor(toColumn column: Int, width: Int) {
    var left = column
    let hit = window(width: width).glyphs.first { glyph in
      left -= glyph.width
      return left < 0
    }
    moveCursor(to: hit.map { characterIndex(ofScalar: $0.source.lowerBound) } ?? characters.count)
  }

  /// The scalars that are selected; nil where none are.
  var selectedScalars: Range<Int>? {
    selection.map { scalarOffset(of: $0.lowerBound)..<scalarOffset(of: $0.upperBound) }
  }

  func scalarOffset(of character: Int) -> Int {
    characters.prefix(character).reduce(0) { $0 + $1.unicodeScalars.count }
  }

  func characterIndex(ofScalar scalar: Int) -> Int {
    var seen = 0
    for (index, character) in characters.enumerated() {
      if seen >= scalar { return index }
      seen += character.unicodeScalars.count
    }
    return characters.count
  }
}
