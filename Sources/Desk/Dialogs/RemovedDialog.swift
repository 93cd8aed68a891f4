import Phrases

/// What phrases said that are gone: read, and never sent.
struct RemovedDialog: Dialog {
  private let gone: [Gone]
  private let moreCount: Int
  private var scrolling = Scrolling()

  private struct Gone: Equatable, Sendable {
    let phrase: Phrase
    let day: Day?
  }

  /// More than anybody reads on a screen.
  private static let most = 200

  init(_ gone: [(phrase: Phrase, day: Day?)]) {
    self.gone = gone.prefix(RemovedDialog.most).map { Gone(phrase: $0.phrase, day: $0.day) }
    moreCount = gone.count - self.gone.count
  }

  func title(of desk: Desk) -> String { SourceLabel.removedTitle.sentence(desk.language) }

  func size(in room: Size, of desk: Desk) -> Size {
    let columns = min(68, room.columns)
    return Size(rows: lines(width: columns, desk).count, columns: columns)
  }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    let count = lines(width: region.columns, desk).count
    if scrolling.move(action, of: count, height: region.rows) { return .stay() }
    switch action {
    case .back, .send, .changes: return .close()
    case _: return .stay()
    }
  }

  mutating func scroll(by rowCount: Int, in region: Region, of desk: Desk) {
    scrolling.scroll(
      by: rowCount, of: lines(width: region.columns, desk).count, height: region.rows)
  }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    let lines = lines(width: region.columns, desk)
    let visible = scrolling.visible(of: lines.count, height: region.rows)
    canvas.markScrolling(visible, of: lines.count, onFrameOf: region)
    for (row, line) in lines[visible].enumerated() {
      canvas.write(
        line.glyphs, row: region.row + row, column: region.column, width: region.columns
      ) { _ in Style(line.role) }
    }
  }

  private struct Line {
    let glyphs: ArraySlice<Glyph>
    let role: Role
  }

  private func lines(width: Int, _ desk: Desk) -> [Line] {
    func wrapped(_ text: String, _ role: Role) -> [Line] {
      let wrapped = WrappedText(text, width: width)
      return wrapped.lines.map { Line(glyphs: wrapped.run.glyphs[$0], role: role) }
    }
    var lines = gone.flatMap { gone in
      let day = gone.day.map { SourceLabel.day($0, today: desk.day).sentence(desk.language) + "  " }
      return wrapped((day ?? "") + gone.phrase.title, .heading) + wrapped(gone.phrase.text, .text)
    }
    if moreCount > 0 {
      lines += wrapped(SourceLabel.moreRemoved(moreCount).sentence(desk.language), .faint)
    }
    return lines
  }
}
