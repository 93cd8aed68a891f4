/// Where everything stands on a screen of one size, in cells.
struct Layout: Equatable, Sendable {
  enum Shape: Equatable, Sendable {
    /// Categories, phrases and preview side by side.
    case wide
    /// Phrases and preview side by side; the categories take the phrases' place when focused.
    case medium
    /// One column, docked beside the chat; categories as in medium.
    case narrow
    /// Nothing usable fits.
    case tooSmall
  }

  /// The smallest screen the desk is usable on.
  static let smallest = (rows: 12, columns: 30)
  private static let mediumColumns = 60
  private static let wideColumns = 100

  let rows: Int
  let columns: Int
  let shape: Shape
  private(set) var searchBar = Region(row: 0, column: 0, rows: 0, columns: 0)
  /// The category path above the list, where the categories are not beside it.
  private(set) var path = Region(row: 0, column: 0, rows: 0, columns: 0)
  private(set) var categories = Region(row: 0, column: 0, rows: 0, columns: 0)
  private(set) var list = Region(row: 0, column: 0, rows: 0, columns: 0)
  private(set) var preview = Region(row: 0, column: 0, rows: 0, columns: 0)
  private(set) var status = Region(row: 0, column: 0, rows: 0, columns: 0)
  /// The columns of the lines between panes.
  private(set) var separators: [Int] = []

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    if rows < Layout.smallest.rows || columns < Layout.smallest.columns {
      shape = .tooSmall
      return
    }
    shape =
      columns >= Layout.wideColumns ? .wide : columns >= Layout.mediumColumns ? .medium : .narrow
    let statusRows = shape == .narrow ? 2 : 1
    searchBar = Region(row: 0, column: 0, rows: 1, columns: columns)
    status = Region(row: rows - statusRows, column: 0, rows: statusRows, columns: columns)
    let pathRows = shape == .wide ? 0 : 1
    path = Region(row: 1, column: 0, rows: pathRows, columns: columns)
    let body = Region(
      row: 1 + pathRows, column: 0, rows: rows - 1 - pathRows - statusRows, columns: columns)
    switch shape {
    case .wide: placeWide(in: body)
    case .medium: placeMedium(in: body)
    case .narrow, .tooSmall: placeNarrow(in: body)
    }
  }

  private mutating func placeWide(in body: Region) {
    let tree = min(max(body.columns / 5, 20), 30)
    categories = Region(row: body.row, column: 0, rows: body.rows, columns: tree)
    separators = [tree]
    var rest = body
    rest.column = tree + 1
    rest.columns = body.columns - rest.column
    placeSideBySide(in: rest)
  }

  private mutating func placeMedium(in body: Region) {
    placeSideBySide(in: body)
    categories = list
  }

  private mutating func placeSideBySide(in body: Region) {
    let columns = (body.columns - 1) * 45 / 100
    list = Region(row: body.row, column: body.column, rows: body.rows, columns: columns)
    let line = body.column + columns
    separators.append(line)
    preview = Region(
      row: body.row, column: line + 1, rows: body.rows, columns: body.columns - columns - 1)
  }

  private mutating func placeNarrow(in body: Region) {
    let rows = max(body.rows * 2 / 5, 4)
    list = Region(row: body.row, column: 0, rows: rows, columns: body.columns)
    categories = list
    preview = Region(
      row: body.row + rows, column: 0, rows: body.rows - rows, columns: body.columns)
  }

  // MARK: - Inside the panes

  /// A pane without its heading.
  private func inside(_ pane: Region) -> Region { pane.droppingFirst(rows: 1) }

  var listRows: Int { inside(list).rows }
  var categoryRows: Int { inside(categories).rows }

  /// The rows below the previewed text that tell of it.
  var previewFooter: Region {
    let footer = preview.rows >= 6 ? 2 : 1
    return Region(
      row: preview.row + preview.rows - footer, column: preview.column, rows: footer,
      columns: preview.columns
    ).inset(columns: 1)
  }

  var previewText: Region {
    inside(preview).droppingLast(rows: previewFooter.rows).inset(columns: 1)
  }

  var previewTextRows: Int { previewText.rows }

  // MARK: - Dialogs

  /// What a frame adds to what is inside: lines around it, and a blank column at each side.
  static let frame = Size(rows: 2, columns: 4)

  /// How much a dialog may show, its frame apart.
  var dialogRoom: Size {
    Size(
      rows: max(rows - 2 - Layout.frame.rows, 0), columns: max(columns - Layout.frame.columns, 0))
  }

  /// A place of that size in the middle of the screen.
  func centred(rows height: Int, columns width: Int) -> Region {
    Region(row: (rows - height) / 2, column: (columns - width) / 2, rows: height, columns: width)
  }
}
