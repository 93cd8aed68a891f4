import Phrases

/// Finds the tables of a web page, the inner ones of nested tables first.
struct HTMLTables {
  private let bytes: [UInt8]
  private let limits: Limits
  private var open: [Open] = []
  private(set) var grids: [HTMLGrid] = []

  /// Of the tables that were closed.
  private var closedCells = 0
  private var cellCount: Int { open.reduce(closedCells) { $0 + $1.grid.cellCount } }

  /// A table that has begun.
  private struct Open {
    var grid: HTMLGrid
    /// Where the content of the cell begins that is open.
    var cell: (start: Int, rowSpan: Int, columnSpan: Int)?
    var isInRow = false
  }

  init(in text: SourceBytes, _ limits: Limits) throws(Fault) {
    try ForeignFormats.checkSize(of: text)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in 0..<text.count { bytes.append(text[index]) }
    self.bytes = bytes
    self.limits = limits
    var position = 0
    for token in HTMLVisibility.shown(of: HTMLScanner.tokens(of: bytes), bytes) {
      switch token {
      case .text(let range): position = range.upperBound
      case .start(let name, let attributes):
        start(name, attributes, before: position)
        position = attributes.upperBound + 1
        // A cell that is merged over rows and columns is many for its few bytes.
        guard cellCount <= limits.values else {
          throw Fault(
            problem: .foreign(.tooManyValues(limit: limits.values)), offset: attributes.lowerBound)
        }
      case .end(let name):
        // An end tag stands somewhere behind the last text: what is cut off with it is no text.
        end(name, at: position)
      }
    }
    while !open.isEmpty { closeTable(at: bytes.count) }
  }

  private mutating func start(_ name: String, _ attributes: Range<Int>, before position: Int) {
    if name == "table" {
      // Deeper ones are the layout of a page that is no list.
      if open.count < limits.depth {
        open.append(Open(grid: HTMLGrid(columnLimit: limits.columns)))
      }
      return
    }
    guard !open.isEmpty else { return }
    switch name {
    case "tr":
      closeCell(at: position)
      open[open.count - 1].grid.beginRow(at: attributes.upperBound)
      open[open.count - 1].isInRow = true
    case "td", "th":
      closeCell(at: position)
      if !open[open.count - 1].isInRow {
        open[open.count - 1].grid.beginRow(at: attributes.upperBound)
        open[open.count - 1].isInRow = true
      }
      open[open.count - 1].cell = (
        attributes.upperBound + 1, span("rowspan", attributes), span("colspan", attributes)
      )
    default: break
    }
  }

  private func span(_ name: String, _ attributes: Range<Int>) -> Int {
    HTMLScanner.value(of: name, in: attributes, bytes).flatMap { Int($0) } ?? 1
  }

  private mutating func end(_ name: String, at position: Int) {
    guard !open.isEmpty else { return }
    switch name {
    case "td", "th": closeCell(at: position)
    case "tr":
      closeCell(at: position)
      open[open.count - 1].isInRow = false
    case "table": closeTable(at: position)
    default: break
    }
  }

  private mutating func closeCell(at end: Int) {
    guard let cell = open[open.count - 1].cell else { return }
    open[open.count - 1].cell = nil
    let range = cell.start..<max(end, cell.start)
    let text = HTMLText.plain(String(decoding: bytes[range], as: UTF8.self)).trimmed()
    open[open.count - 1].grid.add(
      HTMLGrid.Cell(text: text, range: range), rowSpan: cell.rowSpan, columnSpan: cell.columnSpan)
  }

  private mutating func closeTable(at end: Int) {
    closeCell(at: end)
    guard let last = open.popLast(), !last.grid.rows.isEmpty else { return }
    grids.append(last.grid)
    closedCells += last.grid.cellCount
  }
}
