/// The merged cells of a sheet, of which only what goes down counts.
///
/// Their value stands in the upper left one. Downwards it holds for every row: a group, or a title of two
/// answers. Sidewards it does not: a title over the whole width is not the value of every column.
struct MergedCells {
  /// The rows of each area, by its leftmost column, from above.
  private var areas: [Int: [ClosedRange<Int>]] = [:]
  /// Columns, from 0, with areas of more than one row; from the left.
  private(set) var columns: [Int] = []

  /// A row has no more columns with areas than that: what is looked for at each row.
  private static let mostColumns = 50
  /// So many cells take their value from another one; in a file of nothing but areas more are not filled.
  private static let mostCells = 4_000_000

  init() {}

  /// Of areas that overlap, which no program writes, the upper one counts.
  init(_ references: [CellArea]) {
    var count = 0
    for area in references.sorted(by: { $0.rows.lowerBound < $1.rows.lowerBound })
    where area.rows.count > 1 {
      count += area.rows.count
      guard count <= MergedCells.mostCells else { break }
      let column = area.columns.lowerBound
      if let last = areas[column]?.last, last.upperBound >= area.rows.lowerBound { continue }
      areas[column, default: []].append(area.rows)
    }
    columns = Array(areas.keys.sorted().prefix(MergedCells.mostColumns))
  }

  var isEmpty: Bool { columns.isEmpty }

  /// The first row of the area that holds a cell; nil where none does.
  func row(holding row: Int, _ column: Int) -> Int? { area(row, column)?.lowerBound }

  /// The last row of the area that holds a cell; nil where none does.
  func end(ofAreaHolding row: Int, _ column: Int) -> Int? { area(row, column)?.upperBound }

  private func area(_ row: Int, _ column: Int) -> ClosedRange<Int>? {
    guard let areas = areas[column] else { return nil }
    let index = areas.partitioningIndex { $0.upperBound >= row }
    return index < areas.count && areas[index].contains(row) ? areas[index] : nil
  }
}
