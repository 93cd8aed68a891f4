import Phrases

extension Desk {
  /// The titles of phrases that are gone, in the rows that what changed leaves free.
  func drawRemoved(below rowCount: Int, on canvas: inout Canvas) {
    guard news.visit != nil, !news.removed.isEmpty else { return }
    let free = layout.list.droppingFirst(rows: 1 + rowCount)
    guard free.rows > 0 else { return }
    let isAllShown = news.removed.count <= free.rows
    let shown = news.removed.prefix(isAllShown ? free.rows : free.rows - 1)
    var sentences = shown.map { SourceLabel.removed(title: $0.title).sentence(language) }
    if !isAllShown {
      sentences.append(
        SourceLabel.moreRemoved(news.removed.count - shown.count).sentence(language))
    }
    for (row, sentence) in sentences.enumerated() {
      canvas.write(
        sentence, row: free.row + row, column: free.column + 3, width: free.columns - 4,
        style: Style(.faint))
    }
  }
}
