import Phrases

/// What a desk says on which nothing is set up yet.
extension Desk {
  /// Whether nothing is connected, written or sent, and nothing is looked for.
  private var isNew: Bool {
    origin == .starter && purpose == .send && search.isEmpty && news.sources.isEmpty
      && own.arrangement == Arrangement() && own.sends.isEmpty && conversation.lastSent == nil
  }

  /// Greets below the previewed text, where that leaves room for all of it.
  func drawGreeting(below rowCount: Int, on canvas: inout Canvas) {
    guard isNew else { return }
    let free = layout.previewText.droppingFirst(rows: rowCount + 1)
    let lines = Label.greeting(language).map { WrappedText($0, width: free.columns) }
    let rows = lines.reduce(0) { $0 + $1.lines.count }
    guard rows <= free.rows else { return }
    var region = free.droppingFirst(rows: free.rows - rows)
    for (index, line) in lines.enumerated() {
      canvas.write(line, in: region, style: Style(index == 0 ? .heading : .faint))
      region = region.droppingFirst(rows: line.lines.count)
    }
  }
}

extension Label {
  fileprivate static func greeting(_ language: Language) -> [String] {
    [Label.welcome, .welcomeSearch, .welcomeSetUp].map { $0.sentence(language) }
  }
}
