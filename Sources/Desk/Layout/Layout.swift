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
  /// Whether there is a row for the slip below the search box.
  var showsSlip = false {
    didSet {
      if showsSlip != oldValue { self = Layout(rows: rows, columns: columns, self) }
    }
  }
  /// The rows below the previewed text that show what goes with the phrase; its line is the first.
  var attachmentRows = 0
  var widths = PaneWidths() {
    didSet { if widths != oldValue { self = Layout(rows: rows, columns: columns, self) } }
  }
  private(set) var searchBar = Region(row: 0, column: 0, rows: 0, columns: 0)
  /// The values of the conversation, below the search box.
  private(set) var slip = Region(row: 0, column: 0, rows: 0, columns: 0)
  /// The category path above the list, where the categories are not beside it.
  private(set) var path = Region(row: 0, column: 0, rows: 0, columns: 0)
  private(set) var categories = Region(row: 0, column: 0, rows: 0, columns: 0)
  private(set) var list = Region(row: 0, column: 0, rows: 0, columns: 0)
  private(set) var preview = Region(row: 0, column: 0, rows: 0, columns: 0)
  private(set) var status = Region(row: 0, column: 0, rows: 0, columns: 0)
  /// The columns of the lines between panes, with a blank column at each side.
  private(set) var separators: [Int] = []
  /// All between the rows above and the status line.
  private var body = Region(row: 0, column: 0, rows: 0, columns: 0)

  /// For a screen of another size, with what `other` shows.
  init(rows: Int, columns: Int, _ other: Layout) {
    self.init(rows: rows, columns: columns, showsSlip: other.showsSlip, other.widths)
  }

  init(
    rows: Int, columns: Int, showsSlip: Bool = false, _ widths: PaneWidths = PaneWidths()
  ) {
    self.rows = rows
    self.columns = columns
    self.showsSlip = showsSlip
    self.widths = widths
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
    slip = Region(row: 1, column: 0, rows: showsSlip ? 1 : 0, columns: columns)
    let top = 1 + slip.rows
    path = Region(row: top, column: 0, rows: pathRows, columns: columns)
    body = Region(
      row: top + pathRows, column: 0, rows: rows - top - pathRows - statusRows, columns: columns)
    switch shape {
    case .wide: placeWide()
    case .medium: placeMedium()
    case .narrow, .tooSmall: placeNarrow(listRows: Layout.stackedListRows(of: body))
    }
  }

  /// Where one column holds all: gives the preview the rows that so few hits leave empty.
  ///
  /// There are but two heights, lest the preview moves with every letter; nil for the usual one.
  mutating func fit(toHits count: Int?) {
    guard shape == .narrow else { return }
    let usual = Layout.stackedListRows(of: body)
    let isShort = count.map { $0 <= Layout.fewHits } ?? false
    placeNarrow(listRows: isShort ? min(usual, Layout.fewHits + 1) : usual)
  }

  private static let fewHits = 5

  private mutating func placeWide() {
    let most = body.columns - 2 * (PaneWidths.leastOfText + 3)
    let tree =
      widths.categories == 0
      ? min(max(body.columns / 5, 20), 30)
      : min(max(widths.categories + 1, PaneWidths.least), most)
    categories = Region(row: body.row, column: 0, rows: body.rows, columns: tree - 1)
    separators = [tree]
    var rest = body
    rest.column = tree + 2
    rest.columns = body.columns - rest.column
    placeSideBySide(in: rest)
  }

  private mutating func placeMedium() {
    placeSideBySide(in: body)
    categories = list
  }

  private mutating func placeSideBySide(in body: Region) {
    let usual = (body.columns - 1) * 45 / 100
    let most = body.columns - PaneWidths.leastOfText - 3
    let columns =
      widths.preview == 0
      ? usual : min(max(body.columns - widths.preview - 3, PaneWidths.leastOfText), most)
    list = Region(row: body.row, column: body.column, rows: body.rows, columns: columns - 1)
    let line = body.column + columns
    separators.append(line)
    preview = Region(
      row: body.row, column: line + 2, rows: body.rows, columns: body.columns - columns - 2)
  }

  /// The rows of the list above the preview, with its heading.
  private static func stackedListRows(of body: Region) -> Int { max(body.rows * 2 / 5, 4) }

  private mutating func placeNarrow(listRows rows: Int) {
    list = Region(row: body.row, column: 0, rows: rows, columns: body.columns - 1)
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
    return readable(preview.droppingFirst(rows: preview.rows - footer))
  }

  var previewText: Region { previewRoom.droppingLast(rows: attachmentRows) }

  /// Below the text: what goes with the phrase.
  var previewAttachment: Region {
    previewRoom.droppingFirst(rows: previewRoom.rows - attachmentRows)
  }

  /// What a picture has there, below the line that says what it is.
  var pictureRoom: Size {
    Size(rows: max(attachmentRows - 1, 0), columns: previewRoom.columns)
  }

  /// The preview without its heading and what stands at its end.
  private var previewRoom: Region {
    readable(inside(preview)).droppingLast(rows: previewFooter.rows)
  }

  /// A part of the preview without its margins; beside a line the blank column there is one.
  private func readable(_ region: Region) -> Region {
    guard shape != .narrow else { return region.inset(columns: 1) }
    return Region(
      row: region.row, column: region.column, rows: region.rows, columns: region.columns - 1)
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
