/// The keys that a dialog offers side by side, each with what it does: a click on one presses it.
struct KeyRow {
  let choices: [(text: String, key: Key)]
  /// One row.
  let region: Region

  private static let gap = "  "

  /// What the choices take, in cells.
  var columns: Int { GlyphRun(text).width }

  private var text: String { choices.map(\.text).joined(separator: KeyRow.gap) }

  func draw(on canvas: inout Canvas) {
    canvas.write(
      text, row: region.row, column: region.column, width: region.columns, style: Style(.key))
  }

  func key(at position: Position) -> Key? {
    guard region.contains(position) else { return nil }
    var column = region.column
    for choice in choices {
      let width = GlyphRun(choice.text).width
      if (column..<column + width).contains(position.column) { return choice.key }
      column += width + KeyRow.gap.count
    }
    return nil
  }
}
