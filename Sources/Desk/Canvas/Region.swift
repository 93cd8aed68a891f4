/// A rectangle of the screen, in cells.
struct Region: Equatable, Sendable {
  var row: Int
  var column: Int
  var rows: Int
  var columns: Int

  init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(rows, 0)
    self.columns = max(columns, 0)
  }

  func contains(_ position: Position) -> Bool {
    (row..<row + rows).contains(position.row)
      && (column..<column + columns).contains(position.column)
  }

  /// What a frame around the region leaves, with a blank column at each side.
  var insideFrame: Region { droppingFirst(rows: 1).droppingLast(rows: 1).inset(columns: 2) }

  /// The region without its first `count` rows.
  func droppingFirst(rows count: Int) -> Region {
    Region(row: row + min(count, rows), column: column, rows: rows - count, columns: columns)
  }

  /// The region without its last `count` rows.
  func droppingLast(rows count: Int) -> Region {
    Region(row: row, column: column, rows: rows - count, columns: columns)
  }

  /// The region without that many cells at its left and right edge.
  func inset(columns count: Int) -> Region {
    Region(row: row, column: column + count, rows: rows, columns: columns - 2 * count)
  }
}
