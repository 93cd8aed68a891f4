import Phrases

/// Asks before something of the agent's own is put away.
struct OwnQuestionDialog: Dialog {
  enum Question: Equatable, Sendable {
    case bin(Phrase)
    /// Her order everywhere, which cannot be had back.
    case dropOrder
  }

  private let question: Question

  init(_ question: Question) { self.question = question }

  func title(of desk: Desk) -> String {
    let label: OwnLabel =
      switch question {
      case .bin: .binTitle
      case .dropOrder: .dropOrderTitle
      }
    return label.sentence(desk.language)
  }

  func size(in room: Size, of desk: Desk) -> Size {
    let text = text(desk.language, width: min(OwnQuestionDialog.columns, room.columns))
    let keys = keys(desk.language, in: Region(row: 0, column: 0, rows: 0, columns: 0))
    return Size(
      rows: text.lines.count + 1 + keys.rows(width: room.columns),
      columns: max(text.columns, keys.columns))
  }

  /// No line is longer than that, in cells.
  private static let columns = 56

  var contexts: [KeyContext] { [.anywhere] }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    switch key {
    case Key.yes:
      switch question {
      case .bin(let phrase):
        desk.notice = .own(.binned(title: phrase.title))
        return .close(desk.change(.bin(phrase.key)))
      case .dropOrder:
        desk.notice = .own(.orderDropped)
        return .close(desk.change(.dropOrder))
      }
    case Key(.escape), Key(.enter): return .close()
    case _: return .stay()
    }
  }

  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    let key = keys(desk.language, in: region).key(at: position)
    return key.map { press($0, in: region, of: &desk) } ?? .stay()
  }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    canvas.write(
      text(desk.language, width: region.columns),
      in: region.droppingLast(rows: keys(desk.language, in: region).region.rows))
    keys(desk.language, in: region).draw(on: &canvas)
  }

  private func text(_ language: Language, width: Int) -> WrappedText {
    let label: OwnLabel =
      switch question {
      case .bin(let phrase): .binQuestion(title: phrase.title)
      case .dropOrder: .dropOrderQuestion
      }
    return WrappedText(label.sentence(language), width: width)
  }

  private func keys(_ language: Language, in region: Region) -> KeyRow {
    let yes: OwnLabel = question == .dropOrder ? .dropOrderYes : .binYes
    let choices = [
      (yes.sentence(language), Key.yes),
      (Label.questionNo.sentence(language), Key(.escape)),
    ]
    return KeyRow.atEnd(of: region, choices)
  }
}
