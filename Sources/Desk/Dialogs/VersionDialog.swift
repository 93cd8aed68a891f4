import Phrases

/// How a company's phrase has changed since the agent made her version of it: hers or theirs.
struct VersionDialog: Dialog {
  private let version: Phrase
  private let original: Phrase
  private let difference: DifferenceText
  private var scrolling = Scrolling()

  /// `before` is how the original read when the version was made.
  init(_ version: Phrase, of original: Phrase, before: String) {
    self.version = version
    self.original = original
    difference = DifferenceText(from: before, to: original.text)
  }

  func title(of desk: Desk) -> String {
    OwnLabel.versionTitle(original.title).sentence(desk.language)
  }

  func size(in room: Size, of desk: Desk) -> Size {
    let columns = min(68, room.columns)
    let keys = keys(desk.language, in: Region(row: 0, column: 0, rows: 0, columns: columns))
    return Size(
      rows: lines(width: columns, desk.language).count + 1 + keys.rows(width: columns),
      columns: columns)
  }

  var contexts: [KeyContext] { [.outsideText, .anywhere] }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    if key == Key.yes {
      desk.notice = .own(.tookOriginal(title: original.title))
      return .close(desk.change(.takeOriginal(version.key)))
    }
    let count = lines(width: region.columns, desk.language).count
    if scrolling.move(action, of: count, height: textRows(in: region, desk.language)) {
      return .stay()
    }
    switch action {
    case .send:
      desk.notice = .own(.keptVersion(title: version.title))
      return .close(desk.change(.keepVersion(version.key, over: original)))
    case .back: return .close()
    case _: return .stay()
    }
  }

  mutating func scroll(by rowCount: Int, in region: Region, of desk: Desk) {
    scrolling.scroll(
      by: rowCount, of: lines(width: region.columns, desk.language).count,
      height: textRows(in: region, desk.language))
  }

  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    let key = keys(desk.language, in: region).key(at: position)
    return key.map { press($0, in: region, of: &desk) } ?? .stay()
  }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    let lines = lines(width: region.columns, desk.language)
    let visible = scrolling.visible(of: lines.count, height: textRows(in: region, desk.language))
    canvas.markScrolling(visible, of: lines.count, onFrameOf: region)
    for (row, line) in lines[visible].enumerated() {
      canvas.write(
        line.glyphs, row: region.row + row, column: region.column, width: region.columns
      ) { glyph in Style(line.role(glyph)) }
    }
    keys(desk.language, in: region).draw(on: &canvas)
  }

  /// The rows above the keys, and the blank one that sets those apart.
  private func textRows(in region: Region, _ language: Language) -> Int {
    max(region.rows - 1 - keys(language, in: region).region.rows, 1)
  }

  private struct Line {
    let glyphs: ArraySlice<Glyph>
    let role: (Glyph) -> Role
  }

  /// Theirs with what went and what came in it, then hers.
  private func lines(width: Int, _ language: Language) -> [Line] {
    func heading(_ label: OwnLabel) -> [Line] {
      wrapped(label.sentence(language), width) { _ in .heading }
    }
    return heading(.theirs)
      + wrapped(difference.text, width, difference.role) + heading(.mine)
      + wrapped(version.text, width) { _ in .text }
  }

  private func wrapped(_ text: String, _ width: Int, _ role: @escaping (Glyph) -> Role) -> [Line] {
    let wrapped = WrappedText(text, width: width)
    return wrapped.lines.map { Line(glyphs: wrapped.run.glyphs[$0], role: role) }
  }

  private func keys(_ language: Language, in region: Region) -> KeyRow {
    KeyRow.atEnd(
      of: region,
      [
        (OwnLabel.takeTheirs.sentence(language), Key.yes),
        (OwnLabel.keepMine.sentence(language), Key(.enter)),
        (Label.questionNo.sentence(language), Key(.escape)),
      ])
  }
}
