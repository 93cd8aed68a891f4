import Phrases

extension Desk {
  /// The titles of phrases that are gone, in the rows that what changed leaves free.
  func drawRemoved(below rowCount: Int, on canvas: inout Canvas) {
    let gone = news.gone
    guard news.visit != nil, !gone.isEmpty else { return }
    let free = layout.list.droppingFirst(rows: 1 + rowCount)
    guard free.rows > 0 else { return }
    let isAllShown = gone.count <= free.rows
    let shown = gone.prefix(isAllShown ? free.rows : free.rows - 1)
    var sentences = shown.map { phrase, day in
      let sentence = SourceLabel.removed(title: phrase.title).sentence(language)
      let day = day.map { SourceLabel.day($0, today: self.day).sentence(language) + "  " } ?? ""
      return day + sentence + "  " + phrase.text
    }
    if !isAllShown {
      sentences.append(
        SourceLabel.moreRemoved(gone.count - shown.count).sentence(language))
    }
    for (row, sentence) in sentences.enumerated() {
      canvas.write(
        sentence, row: free.row + row, column: free.column + 3, width: free.columns - 4,
        style: Style(.faint))
    }
  }
}
