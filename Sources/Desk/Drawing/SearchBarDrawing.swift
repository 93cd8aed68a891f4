/// What stands in the row of the search box, and where.
struct SearchBar {
  let label: String
  let labelColumns: Int
  let count: String
  /// The field that is typed into.
  let field: Region

  init(_ desk: Desk) {
    let region = desk.layout.searchBar
    count = desk.countLabel
    let countColumns = GlyphRun(count).width
    let label = desk.searchLabel
    self.label = desk.focus == .search && desk.dialogs.isEmpty ? "[\(label)]" : " \(label) "
    labelColumns = max(region.columns - countColumns - 10, 16)
    let start = GlyphRun(Canvas.cut(self.label, width: labelColumns)).width + 1
    field = Region(
      row: region.row, column: start, rows: 1,
      columns: max(region.columns - start - countColumns - 2, 4))
  }
}

extension Desk {
  /// The search box with its key, what is typed, and how much was found.
  func drawSearchBar(on canvas: inout Canvas) {
    let bar = SearchBar(self)
    let (row, field) = (bar.field.row, bar.field)
    let hasFocus = focus == .search && dialogs.isEmpty
    canvas.write(
      bar.label, row: row, column: 0, width: bar.labelColumns,
      style: Style(hasFocus ? .focusedHeading : .heading))
    if pastedMessage != nil {
      drawBeginning(
        of: search, row: row, column: field.column, width: field.columns, on: &canvas)
      if hasFocus { canvas.cursor = Position(row: row, column: field.column) }
    } else {
      canvas.write(
        field: search, row: row, column: field.column, width: field.columns, hasCursor: hasFocus)
    }
    canvas.writeRight(
      bar.count, row: row, end: layout.columns - 1, width: layout.columns - field.column - 4,
      style: Style(.faint))
  }

  /// What the box searches, with its key.
  fileprivate var searchLabel: String {
    if layout.shape == .wide, changesVisit != nil {
      // In the other shapes it stands above the list.
      return changesLabel + " (Alt+Z)"
    }
    let category = isLimited ? categoryName(of: tree.selected) : nil
    if layout.shape == .narrow {
      // One column has no cells to spare for a word that the key says too.
      return ([Label.searchKey.sentence(language), category] as [String?])
        .compactMap { $0 }.joined(separator: " ")
    }
    if case .message(let isPasted) = list.subject {
      return Label.suggestions(isPasted: isPasted, in: category).sentence(language) + " (Alt+Z)"
    }
    return (category.map { Label.searchIn($0) } ?? .search).sentence(language)
  }

  /// The message that was pasted is replaced, not edited: what shows it is its beginning.
  private func drawBeginning(
    of field: TextField, row: Int, column: Int, width: Int, on canvas: inout Canvas
  ) {
    let isSelected = focus == .search && dialogs.isEmpty && field.isSelected
    let style = Style(isSelected ? .selectedInput : .input)
    canvas.fill(Region(row: row, column: column, rows: 1, columns: width), style: Style(.input))
    canvas.write(field.text, row: row, column: column, width: width, style: style)
  }

  /// `12 of 1,204`: how many were found, of how many there are.
  fileprivate var countLabel: String {
    if origin == .loading { return Label.loading.sentence(language) }
    let total = list.result.total
    if !isSearching { return "\(total.grouped)" }
    let isNarrow = layout.shape == .narrow
    guard list.result.isTotalExact else {
      return Label.estimate(total, of: isNarrow ? nil : tree.total).sentence(language)
    }
    if isNarrow { return "\(total.grouped)/\(tree.total.grouped)" }
    return Label.count(total, of: tree.total).sentence(language)
  }

  /// The category path, where the tree is not beside the list.
  func drawPath(on canvas: inout Canvas) {
    let region = layout.path
    guard region.rows > 0 else { return }
    let node = tree.selected
    let isInForce = !isSearching || isLimited
    var names = isInForce ? node.scope.names : []
    if names.isEmpty { names = [allPhrases] }
    if layout.shape == .narrow, case .message(let isPasted) = list.subject {
      // The search bar has no room for it here.
      let category = isLimited ? names.last : nil
      names = [Label.suggestions(isPasted: isPasted, in: category).sentence(language)]
    }
    if changesVisit != nil { names = [changesLabel] }
    let path = Canvas.path(names, width: region.columns - 2)
    canvas.write(
      " " + path, row: region.row, column: 0, width: region.columns - 1, style: Style(.faint))
  }
}
