import Phrases

extension Desk {
  /// The header of what changed: how many phrases, and how many are gone.
  var changesLabel: String {
    let count = list.result.total
    let label =
      layout.shape == .narrow
      ? SourceLabel.changesShort(count, removed: removed.count)
      : .changes(count, removed: removed.count)
    return label.sentence(language)
  }

  /// The titles of phrases that are gone, in the rows that what changed leaves free.
  func drawRemoved(below rowCount: Int, on canvas: inout Canvas) {
    guard changesVisit != nil, !removed.isEmpty else { return }
    let free = layout.list.droppingFirst(rows: 1 + rowCount)
    guard free.rows > 0 else { return }
    let isAllShown = removed.count <= free.rows
    let shown = removed.prefix(isAllShown ? free.rows : free.rows - 1)
    var sentences = shown.map { SourceLabel.removed(title: $0.title).sentence(language) }
    if !isAllShown {
      sentences.append(
        SourceLabel.moreRemoved(removed.count - shown.count).sentence(language))
    }
    for (row, sentence) in sentences.enumerated() {
      canvas.write(
        sentence, row: free.row + row, column: free.column + 3, width: free.columns - 4,
        style: Style(.faint))
    }
  }
}
