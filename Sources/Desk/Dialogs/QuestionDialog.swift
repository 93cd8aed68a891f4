import Phrases

/// Asks before phrases are sent outside the days they are valid on, or with what looks unfilled.
struct QuestionDialog: Dialog {
  /// What was about to happen.
  enum Next: Equatable, Sendable {
    case send
    case edit
    case sendAgain(Outgoing)
    /// A text that a form shows below the question.
    case sendEdited(Template, values: [String: String])
    /// What goes with the phrase, without its text.
    case handOver(AttachmentHandover)
  }

  /// Why it asks.
  enum Reason: Equatable, Sendable {
    /// The first phrase that is not valid, and how many others are not.
    case invalid(title: String, Validity, others: Int)
    case looksUnfilled([Blank])
  }

  private let dispatch: Dispatch
  private let reason: Reason
  private let next: Next

  init(_ dispatch: Dispatch, _ reason: Reason, next: Next) {
    self.dispatch = dispatch
    self.reason = reason
    self.next = next
  }

  private var canFillIn: Bool {
    if case .looksUnfilled = reason { true } else { false }
  }

  func title(of desk: Desk) -> String { Label.questionTitle.sentence(desk.language) }

  func size(in room: Size, of desk: Desk) -> Size {
    let text = text(desk.language, width: min(QuestionDialog.columns, room.columns))
    let keys = keys(desk.language, in: Region(row: 0, column: 0, rows: 0, columns: 0))
    // A blank row sets the keys apart.
    return Size(
      rows: text.lines.count + 1 + keys.rows(width: room.columns),
      columns: max(text.columns, keys.columns))
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
      if canFillIn { dispatch.isAsIs = true } else { dispatch.isAgreed = true }
      return .close(desk.proceed(with: dispatch, to: next))
    case Key(.enter) where canFillIn:
      desk.fillIn(dispatch, insteadOf: next)
      return .close()
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
    let question: Label =
      switch reason {
      case .invalid(let title, let validity, let others):
        // What the question is about, as it names it.
        .question(title: title + (others > 0 ? " +\(others)" : ""), validity)
      case .looksUnfilled(let blanks): .looksUnfilled(blanks)
      }
    return WrappedText(question.sentence(language), width: width)
  }

  private func keys(_ language: Language, in region: Region) -> KeyRow {
    let fillIn = (Label.questionFillIn.sentence(language), Key(.enter))
    let choices =
      [(Label.questionYes.sentence(language), Key.yes)] + (canFillIn ? [fillIn] : [])
      + [(Label.questionNo.sentence(language), Key(.escape))]
    return KeyRow.atEnd(of: region, choices)
  }
}
