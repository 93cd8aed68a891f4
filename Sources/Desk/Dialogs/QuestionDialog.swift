import Phrases

/// Asks before phrases are sent outside the days they are valid on.
struct QuestionDialog: Dialog {
  /// What was about to happen.
  enum Next: Equatable, Sendable {
    case send
    case edit
    case sendAgain(Outgoing)
    /// A text that a form shows below the question.
    case sendEdited(Template, values: [String: String])
  }

  private let dispatch: Dispatch
  /// The first phrase of it that is not valid, and how many others are not.
  private let phraseTitle: String
  private let validity: Validity
  private let otherCount: Int
  private let next: Next

  init(
    _ dispatch: Dispatch, title: String, _ validity: Validity, others: Int, next: Next
  ) {
    self.dispatch = dispatch
    phraseTitle = title
    self.validity = validity
    otherCount = others
    self.next = next
  }

  func title(of desk: Desk) -> String { Label.questionTitle.sentence(desk.language) }

  func size(in room: Size, of desk: Desk) -> Size {
    let text = text(desk.language, width: min(QuestionDialog.columns, room.columns))
    let keys = keys(desk.language, in: Region(row: 0, column: 0, rows: 0, columns: 0))
    // A blank row sets the keys apart.
    return Size(rows: text.lines.count + 2, columns: max(text.columns, keys.columns))
  }

  /// No line of a question is longer than that, in cells.
  private static let columns = 56

  var contexts: [KeyContext] { [.anywhere] }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    switch key {
    case Key.yes:
      var dispatch = dispatch
      dispatch.isAgreed = true
      return .close(desk.proceed(with: dispatch, to: next))
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
      text(desk.language, width: region.columns), in: region.droppingLast(rows: 1))
    keys(desk.language, in: region).draw(on: &canvas)
  }

  private func text(_ language: Language, width: Int) -> WrappedText {
    // What the question is about, as it names it.
    let title = phraseTitle + (otherCount > 0 ? " +\(otherCount)" : "")
    return WrappedText(Label.question(title: title, validity).sentence(language), width: width)
  }

  private func keys(_ language: Language, in region: Region) -> KeyRow {
    KeyRow(
      choices: [
        (Label.questionYes.sentence(language), Key.yes),
        (Label.questionNo.sentence(language), Key(.escape)),
      ], region: region.droppingFirst(rows: region.rows - 1))
  }
}
