extension Desk {
  /// The search box with its key, what is typed, and how much was found.
  func drawSearchBar(on canvas: inout Canvas) {
    let bar = SearchBar(self)
    let (row, field) = (bar.field.row, bar.field)
    let hasFocus = focus == .search && dialogs.isEmpty
    canvas.write(
      bar.label, row: row, column: 0, width: bar.labelColumns,
      style: Style(hasFocus ? .focusedHeading : .heading))
    if search.pastedMessage != nil {
      drawBeginning(
        of: search.field, row: row, column: field.column, width: field.columns, on: &canvas)
      if hasFocus { canvas.cursor = Position(row: row, column: field.column) }
    } else {
      canvas.write(
        field: search.field, row: row, column: field.column, width: field.columns,
        hasCursor: hasFocus)
    }
    if search.isEmpty {
      // Behind the cursor, which stands where the first letter goes.
      canvas.write(
        searchHint(width: field.columns - 1), row: row, column: field.column + 1,
        width: field.columns - 1, style: Style(.faint))
    }
    canvas.writeRight(
      bar.count, row: row, end: layout.columns - 1, width: layout.columns - field.column - 4,
      style: Style(.faint))
  }

  /// What one may type, in the most words that fit.
  private func searchHint(width: Int) -> String {
    let whole = Label.searchHint(isShort: false).sentence(language)
    return GlyphRun(whole).width <= width
      ? whole : Label.searchHint(isShort: true).sentence(language)
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

  /// The category path, where the tree is not beside the list.
  func drawPath(on canvas: inout Canvas) {
    let region = layout.path
    guard region.rows > 0 else { return }
    let node = tree.selected
    let isInForce = !isSearching || search.isLimited
    var names = isInForce ? node.scope.names : []
    if names.isEmpty { names = [allPhrases] }
    if layout.shape == .narrow, case .message(let isPasted) = list.subject {
      // The search bar has no room for it here.
      let category = search.isLimited ? names.last : nil
      names = [Label.suggestions(isPasted: isPasted, in: category).sentence(language)]
    }
    if news.visit != nil { names = [changesLabel] }
    let path = Canvas.path(names, width: region.columns - 2)
    canvas.write(
      " " + path, row: region.row, column: 0, width: region.columns - 1, style: Style(.faint))
  }
}
