/// A dialog that is a list to choose one of: what it lists, and what follows, is all that it says
/// itself.
protocol ChoiceDialog: Dialog {
  associatedtype Choice: Equatable & Sendable

  /// What there is to choose from; nil until that is known.
  var list: ChoiceList<Choice>? { get set }

  /// The action that opens it; its key closes it, too.
  static var opener: Action { get }

  /// Does what a choice is for; the dialog closes.
  func take(_ choice: Choice, on desk: inout Desk) -> [Effect]

  /// What stands in place of rows: where nothing is like what was typed, or nothing is known yet.
  func placeholder(of desk: Desk) -> String
}

extension ChoiceDialog {
  /// All choices, or what stands in their place.
  func size(in room: Size, of desk: Desk) -> Size {
    list?.size ?? Size(rows: 1, columns: GlyphRun(placeholder(of: desk)).width)
  }

  /// Letters narrow the list down.
  var contexts: [KeyContext] { [.anywhere] }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    switch action {
    case .send: return takeSelected(on: &desk)
    case .back, Self.opener: return .close()
    case _:
      list?.handle(key, action, in: region)
      return .stay()
    }
  }

  mutating func paste(_ pasted: String) -> Bool { list?.paste(pasted) ?? true }

  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    list?.click(at: position, in: region) == true ? takeSelected(on: &desk) : .stay()
  }

  mutating func scroll(by rowCount: Int, in region: Region, of desk: Desk) {
    list?.scroll(by: rowCount, in: region)
  }

  mutating func settle(in region: Region) { list?.settle(in: region) }

  private func takeSelected(on desk: inout Desk) -> DialogStep {
    guard let choice = list?.selected else { return .stay() }
    return .close(take(choice, on: &desk))
  }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    guard let list else {
      canvas.write(
        placeholder(of: desk), row: region.row, column: region.column, width: region.columns)
      return
    }
    list.draw(in: region, on: &canvas, orElse: placeholder(of: desk))
  }
}
