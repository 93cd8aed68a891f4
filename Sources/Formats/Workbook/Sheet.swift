import Phrases

/// The cells of a sheet that hold something, as they are shown.
///
/// A whole sheet, because what is merged stands behind the cells. A cell takes twelve bytes and its text;
/// rows with nothing in them take none, and a sheet may have a million of those.
struct Sheet {
  /// One cell.
  struct Cell: Equatable {
    /// From 0.
    let column: Int
    let text: String
    /// Whether it is merged with one above it, whose text this is.
    var isFilled = false
  }

  private var rows: [RowStart] = []
  private var cells: [StoredCell] = []
  private var arena = TextArena()
  private let shared: SharedStrings
  private var merged = MergedCells()
  /// Rows that are hidden and hold something.
  private(set) var hiddenRows = 0
  /// Columns that are hidden and hold something.
  private(set) var hiddenColumns = 0

  private(set) var formulasWithoutValue = 0
  /// Numbers that lost their end; see ``DecimalNumber/isCutShort``.
  private(set) var cutNumbers = 0
  /// Cells with a text that is struck out, in whole or in part.
  private(set) var struck = 0
  /// Cells that show a picture of the workbook.
  private(set) var pictures = 0

  private struct RowStart {
    let number: UInt32
    /// Its first cell.
    let cell: UInt32
  }

  private struct StoredCell {
    let start: UInt32
    let end: UInt32
    let column: UInt16
    let isShared: Bool
  }

  init(shared: SharedStrings) { self.shared = shared }

  var rowCount: Int { rows.count }

  /// The row that a spreadsheet shows, from 1, of the row at `index`.
  func number(ofRow index: Int) -> Int { Int(rows[index].number) }

  /// The cells of the row at `index` from the left: what stands there, and what the row has of merged cells
  /// that begin above it.
  func cells(ofRow index: Int) -> [Cell] {
    let number = number(ofRow: index)
    var found = range(ofRow: index).map { Cell(column: Int(cells[$0].column), text: text($0)) }
    guard !merged.isEmpty else { return found }
    for column in merged.columns {
      guard let above = merged.row(holding: number, column), above < number,
        let text = text(row: above, column),
        !found.contains(where: { $0.column == column })
      else { continue }
      let place = found.firstIndex { $0.column > column } ?? found.endIndex
      found.insert(Cell(column: column, text: text, isFilled: true), at: place)
    }
    return found
  }

  /// The last row that shares a merged cell with the row of that number, of those right behind it.
  func lastRow(mergedWith number: Int) -> Int {
    // What goes further down is beside a table and no header of it.
    merged.columns.compactMap { merged.end(ofAreaHolding: number, $0) }
      .filter { $0 <= number + 2 }.max() ?? number
  }

  private func range(ofRow index: Int) -> Range<Int> {
    let end = index + 1 < rows.count ? Int(rows[index + 1].cell) : cells.count
    return Int(rows[index].cell)..<end
  }

  private func text(_ index: Int) -> String {
    let cell = cells[index]
    return cell.isShared
      ? shared.text(cell.start..<cell.end) : arena[cell.start..<cell.end]
  }

  private func text(row number: Int, _ column: Int) -> String? {
    let index = rows.partitioningIndex { $0.number >= number }
    guard index < rows.count, rows[index].number == number else { return nil }
    let cells = cells[range(ofRow: index)]
    let place = cells.partitioningIndex { $0.column >= column }
    return place < cells.endIndex && Int(cells[place].column) == column ? text(place) : nil
  }
}

extension Sheet {
  /// What is worth knowing of the sheet of that name.
  func remarks(named name: String) -> [Finding.SheetRemark] {
    let counted: [(Int, Finding.SheetRemark)] = [
      (
        hiddenRows + hiddenColumns,
        .hiddenCells(sheet: name, rows: hiddenRows, columns: hiddenColumns)
      ),
      (formulasWithoutValue, .formulasWithoutValue(sheet: name, formulasWithoutValue)),
      (cutNumbers, .cutNumbers(sheet: name, cutNumbers)),
      (struck, .struckOut(sheet: name, struck)),
      (pictures, .picturesInCells(sheet: name, pictures)),
    ]
    return counted.filter { $0.0 > 0 }.map(\.1)
  }
}

// What the reader of a sheet adds.
extension Sheet {
  mutating func noteFormulaWithoutValue() { formulasWithoutValue += 1 }
  mutating func noteStruck() { struck += 1 }
  mutating func notePicture() { pictures += 1 }
  mutating func noteCutNumber() { cutNumbers += 1 }

  mutating func reserve(_ bytes: Int) { arena.reserve(bytes) }

  /// Adds a cell behind those that are there.
  mutating func add(
    _ text: some Collection<UInt8>, row: Int, column: Int, in part: String
  ) throws(Finding.WorkbookProblem) {
    guard let range = try arena.add(text, in: part) else { return }
    add(range, isShared: false, row, column)
  }

  mutating func add(shared range: Range<UInt32>, row: Int, column: Int) {
    guard !range.isEmpty else { return }
    add(range, isShared: true, row, column)
  }

  /// Whether there are as many cells as a list has at most, of a million rows.
  var isFull: Bool { cells.count >= 16_000_000 }

  private mutating func add(_ text: Range<UInt32>, isShared: Bool, _ row: Int, _ column: Int) {
    if rows.last?.number != UInt32(row) {
      rows.append(RowStart(number: UInt32(row), cell: UInt32(cells.count)))
    }
    cells.append(
      StoredCell(
        start: text.lowerBound, end: text.upperBound, column: UInt16(column), isShared: isShared))
  }

  /// Says which cells are merged, and what is hidden, once all cells are there.
  mutating func finish(_ merged: MergedCells, hiddenRows: Set<Int>, hiddenColumns: [Range<Int>]) {
    self.merged = merged
    self.hiddenRows = rows.count { hiddenRows.contains(Int($0.number)) }
    guard !hiddenColumns.isEmpty else { return }
    let used = Set(cells.map(\.column))
    self.hiddenColumns = used.count { column in
      hiddenColumns.contains { $0.contains(Int(column)) }
    }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index from which on `belongs` holds; the elements are sorted by it.
  func partitioningIndex(where belongs: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if belongs(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
