/// What stands on a cell of the panes, as far as the mouse means something there.
enum Spot: Equatable {
  /// The search box; the column is that of the field, nil beside it.
  case search(column: Int?)
  /// The category path, where the categories are not beside the list.
  case path
  /// A line below the heading of the pane, from 0; nil on the heading.
  case category(line: Int?)
  case phrase(line: Int?)
  case preview
  /// A part of the status line that names something to do.
  case action(Action)
  case nothing
}

extension Desk {
  /// What stands on a cell, by the same layout that draws it.
  func spot(at position: Position) -> Spot {
    func line(in pane: Region) -> Int? {
      position.row > pane.row ? position.row - pane.row - 1 : nil
    }
    if layout.shape == .tooSmall { return .nothing }
    if layout.searchBar.contains(position) {
      let field = SearchBar(self).field
      return .search(column: field.contains(position) ? position.column - field.column : nil)
    }
    if layout.path.contains(position) { return .path }
    if layout.status.contains(position) {
      let part = statusParts.first { $0.region.contains(position) }
      return part?.action.map { .action($0) } ?? .nothing
    }
    if layout.categories.contains(position), layout.shape == .wide || focus == .categories {
      return .category(line: line(in: layout.categories))
    }
    if layout.list.contains(position) { return .phrase(line: line(in: layout.list)) }
    return layout.preview.contains(position) ? .preview : .nothing
  }
}
