import Search

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
  /// What the box searches, with its key.
  fileprivate var searchLabel: String {
    if layout.shape == .wide, news.visit != nil {
      // In the other shapes it stands above the list.
      return changesLabel + " (Alt+Z)"
    }
    let category = search.isLimited ? categoryName(of: tree.selected) : department
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

  /// The header of what changed: how many phrases, and how many are gone.
  var changesLabel: String {
    let count = list.result.total
    let label =
      layout.shape == .narrow
      ? SourceLabel.changesShort(count, removed: news.gone.count)
      : .changes(count, removed: news.gone.count)
    return label.sentence(language)
  }
}
