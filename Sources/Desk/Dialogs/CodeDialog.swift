import Phrases

/// A code of the agent's own for a phrase: typed exactly, it comes first.
struct CodeDialog: Dialog {
  private let phrase: Phrase
  private var field: TextField

  init(_ phrase: Phrase) {
    self.phrase = phrase
    field = TextField(phrase.code)
    field.selectAll()
  }

  func title(of desk: Desk) -> String { OwnLabel.codeTitle(phrase.title).sentence(desk.language) }

  func size(in room: Size, of desk: Desk) -> Size { Size(rows: 2, columns: 44) }

  var contexts: [KeyContext] { [.anywhere] }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    switch action {
    case .back: return .close()
    case .send:
      let code = field.text.trimmed()
      if let other = desk.phrase(withCode: code, besides: phrase) {
        desk.notice = .own(.codeTaken(code, by: other.title))
        return .stay()
      }
      desk.notice = .own(.codeGiven(code, title: phrase.title))
      return .close(desk.change(.code(phrase.key, code)))
    case _:
      _ = field.edit(key)
      return .stay()
    }
  }

  mutating func paste(_ pasted: String) -> Bool { field.paste(pasted) }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    canvas.write(
      field: field, row: region.row, column: region.column, width: region.columns, hasCursor: true)
    canvas.write(
      OwnLabel.codeHint.sentence(desk.language), row: region.row + 1, column: region.column,
      width: region.columns, style: Style(.faint))
  }
}
