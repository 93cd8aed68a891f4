import Phrases

/// The cells of a table in HTML, as a spreadsheet would show them.
///
/// A cell that is merged over rows says the same in each; one that is merged over columns says it in the
/// first, since a title above a table is no value of every column.
struct HTMLGrid {
  struct Cell {
    var text = ""
    var range = 0..<0
  }

  struct Row {
    var cells: [Cell] = []
    var offset = 0
    /// From 1, within the table.
    let number: Int
  }

  /// The most rows over which a cell is merged.
  private static let mostSpan = 10_000

  private(set) var rows: [Row] = []
  private(set) var cellCount = 0
  /// Cells that go on into the next rows, by their column.
  private var spans: [Int: (cell: Cell, rows: Int)] = [:]
  private let columnLimit: Int

  init(columnLimit: Int) { self.columnLimit = columnLimit }

  /// Begins a row at `offset`.
  mutating func beginRow(at offset: Int) {
    rows.append(Row(offset: offset, number: rows.count + 1))
    takeSpans()
  }

  /// Puts a cell behind the last one.
  mutating func add(_ cell: Cell, rowSpan: Int, columnSpan: Int) {
    defer { cellCount += max(min(columnSpan, columnLimit), 1) }
    guard !rows.isEmpty, rows[rows.count - 1].cells.count < columnLimit else { return }
    let column = rows[rows.count - 1].cells.count
    rows[rows.count - 1].cells.append(cell)
    let left = min(max(rowSpan, 1), HTMLGrid.mostSpan) - 1
    if left > 0 { spans[column] = (cell, left) }
    for index in 1..<max(min(columnSpan, columnLimit - column), 1) {
      rows[rows.count - 1].cells.append(Cell(range: cell.range))
      if left > 0 { spans[column + index] = (Cell(range: cell.range), left) }
    }
    takeSpans()
  }

  /// Puts in what rows above say of the next columns.
  private mutating func takeSpans() {
    let row = rows.count - 1
    while let span = spans[rows[row].cells.count] {
      spans[rows[row].cells.count] = span.rows > 1 ? (span.cell, span.rows - 1) : nil
      rows[row].cells.append(span.cell)
      cellCount += 1
    }
  }
}
