/// A screenful: rows before columns, and where the cursor stands.
public struct Canvas: Equatable, Sendable {
  /// In cells.
  public let rows: Int
  /// In cells.
  public let columns: Int
  /// Row by row, `rows * columns` of them.
  public private(set) var cells: [Cell]
  /// Where the terminal's own cursor stands, so that an input method draws there; nil hides it.
  public var cursor: Position?

  public init(rows: Int, columns: Int) {
    self.rows = max(rows, 0)
    self.columns = max(columns, 0)
    cells = Array(repeating: .blank, count: self.rows * self.columns)
  }

  /// One cell; half of a wide character that is written over takes the other half with it.
  public subscript(row: Int, column: Int) -> Cell {
    get { cells[row * columns + column] }
    set {
      let index = row * columns + column
      if column + 1 < columns, cells[index + 1].content == .continuation {
        cells[index + 1].content = .blank
      }
      if cells[index].content == .continuation, newValue.content != .continuation, column > 0 {
        cells[index - 1].content = .blank
      }
      cells[index] = newValue
    }
  }

  /// Writes over whole characters; the halves of others are the caller's to mend.
  mutating func fillCells(_ range: Range<Int>, with cell: Cell) {
    for index in range { cells[index] = cell }
  }

  /// The cells of one row, left to right.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    cells[row * columns..<(row + 1) * columns]
  }
}

/// A place on the screen, in cells from the upper left corner, which is 0, 0.
public struct Position: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}
