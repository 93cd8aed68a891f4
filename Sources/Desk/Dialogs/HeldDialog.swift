import Phrases

/// Asks whether a new version that was held back is to be taken: its reason, and what it changes.
struct HeldDialog: Dialog {
  private let source: String
  private let id: String
  /// Why it waits, a sentence for each reason.
  private var reasons: [String]
  private let mayDecide: Bool
  /// What would change, a line each; nil while it is not known.
  private var difference: [String]?
  private var scrolling = Scrolling()

  init(source: String, _ held: SourceFacts.Held) {
    self.source = source
    id = held.id
    reasons = [held.reason]
    mayDecide = held.mayDecide
  }

  func title(of desk: Desk) -> String {
    SourceLabel.heldTitle(source: source).sentence(desk.language)
  }

  func size(in room: Size, of desk: Desk) -> Size {
    let columns = min(HeldDialog.columns, room.columns)
    return Size(
      rows: lines(width: columns, desk.language).count + HeldDialog.footerRows, columns: columns)
  }

  /// No line is longer than that, in cells.
  private static let columns = 68
  /// The keys, and the row that sets them apart.
  private static let footerRows = 2

  /// Scrolls or answers; nobody says yes before the difference is there to be seen.
  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    if key == Key.yes {
      guard difference != nil, mayDecide else { return .stay() }
      desk.notice = .accepting(source: source)
      return .close([.acceptHeld(source: source, id: id)])
    }
    let count = lines(width: region.columns, desk.language).count
    if scrolling.move(action, of: count, height: HeldDialog.text(in: region).rows) {
      return .stay()
    }
    switch action {
    case .back, .send: return .close()
    case _: return .stay()
    }
  }

  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    let key = keys(desk.language, in: region).key(at: position)
    return key.map { press($0, in: region, of: &desk) } ?? .stay()
  }

  mutating func scroll(by rowCount: Int, in region: Region, of desk: Desk) {
    let count = lines(width: region.columns, desk.language).count
    scrolling.scroll(by: rowCount, of: count, height: HeldDialog.text(in: region).rows)
  }

  mutating func hear(_ event: Event, of desk: inout Desk) -> DialogStep {
    switch event {
    case .heldDifference(source, id, let all, let lines):
      difference = lines
      if !all.isEmpty { reasons = all }
    case .sources where desk.news.held(by: source)?.id != id:
      // Whoever says yes means the version that was shown.
      desk.notice = .heldMeanwhileOther(source: source)
      return .close()
    case _: break
    }
    return .stay()
  }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    let lines = lines(width: region.columns, desk.language)
    let visible = scrolling.visible(of: lines.count, height: HeldDialog.text(in: region).rows)
    canvas.markScrolling(visible, of: lines.count, onFrameOf: region)
    for (row, line) in lines[visible].enumerated() {
      canvas.write(
        line.glyphs, row: region.row + row, column: region.column, width: region.columns
      ) { _ in Style(line.role) }
    }
    keys(desk.language, in: region).draw(on: &canvas)
  }

  private static func text(in region: Region) -> Region {
    region.droppingLast(rows: footerRows)
  }

  /// Everything above the keys, in `width` cells.
  private func lines(width: Int, _ language: Language) -> [(glyphs: [Glyph], role: Role)] {
    let difference = difference ?? [SourceLabel.readingDifference.sentence(language)]
    let heading = reasons + (mayDecide ? [] : [SourceLabel.heldForSupervisor.sentence(language)])
    let sentences =
      heading.map { ($0, Role.warning) } + [("", .text)] + difference.map { ($0, .text) }
    return sentences.flatMap { sentence, role in
      let text = WrappedText(SafeText.visible(sentence), width: width)
      return text.lines.map { (Array(text.run.glyphs[$0]), role) }
    }
  }

  private func keys(_ language: Language, in region: Region) -> KeyRow {
    KeyRow(
      choices: (mayDecide ? [(SourceLabel.heldYes.sentence(language), Key.yes)] : []) + [
        (SourceLabel.heldNo.sentence(language), Key(.escape))
      ], region: region.droppingFirst(rows: region.rows - 1))
  }
}
