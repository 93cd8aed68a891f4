/// The keys that a dialog offers side by side, each with what it does: a click on one presses it.
///
/// Where they do not fit on one row they stand on several, if its region has them.
struct KeyRow {
  let choices: [(text: String, key: Key)]
  let region: Region

  private static let gap = "  "

  /// In the last rows of a region, as many as they take.
  static func atEnd(of region: Region, _ choices: [(text: String, key: Key)]) -> KeyRow {
    let rows = KeyRow(choices: choices, region: region).rows(width: region.columns)
    return KeyRow(choices: choices, region: region.droppingFirst(rows: region.rows - rows))
  }

  /// What the choices take on one row, in cells.
  var columns: Int { GlyphRun(choices.map(\.text).joined(separator: KeyRow.gap)).width }

  /// How many rows they take in so many cells.
  func rows(width: Int) -> Int { (places(width: width).last?.row ?? 0) + 1 }

  func draw(on canvas: inout Canvas) {
    for (choice, place) in zip(choices, places(width: region.columns)) where place.row < region.rows
    {
      canvas.write(
        choice.text, row: region.row + place.row, column: region.column + place.column,
        width: region.columns - place.column, style: Style(.key))
    }
  }

  func key(at position: Position) -> Key? {
    guard region.contains(position) else { return nil }
    for (choice, place) in zip(choices, places(width: region.columns)) {
      let columns = place.column..<place.column + GlyphRun(choice.text).width
      if place.row == position.row - region.row, columns.contains(position.column - region.column) {
        return choice.key
      }
    }
    return nil
  }

  private func places(width: Int) -> [Position] {
    var place = Position(row: 0, column: 0)
    return choices.map { choice in
      let columns = GlyphRun(choice.text).width
      if place.column > 0, place.column + columns > width {
        place = Position(row: place.row + 1, column: 0)
      }
      defer { place.column += columns + KeyRow.gap.count }
      return place
    }
  }
}
