import Phrases

/// Every action by name.
struct PaletteDialog: Dialog {
  private var actions: ChoiceList<Action>

  init(_ language: Language) {
    actions = ChoiceList(
      Action.allCases.filter(\.isInPalette).map { action in
        ChoiceList.Row(
          choice: action, label: action.sentence(language),
          note: action.keyLabels.joined(separator: " "),
          keywords: Language.allCases.map { action.sentence($0) } + [action.rawValue])
      })
  }

  func title(of desk: Desk) -> String { Label.paletteTitle.sentence(desk.language) }

  /// So many that the phrases behind it are not all covered.
  func size(in room: Size, of desk: Desk) -> Size { Size(rows: 17, columns: 56) }

  var contexts: [KeyContext] { [.anywhere] }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    switch action {
    case .back, .palette: return .close()
    case .send: return take(on: &desk)
    case _:
      actions.handle(key, action, in: region)
      return .stay()
    }
  }

  mutating func paste(_ pasted: String) -> Bool { actions.paste(pasted) }

  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    actions.click(at: position, in: region) ? take(on: &desk) : .stay()
  }

  mutating func scroll(by rowCount: Int, in region: Region, of desk: Desk) {
    actions.scroll(by: rowCount, in: region)
  }

  mutating func settle(in region: Region) { actions.settle(in: region) }

  /// Takes the selected action where there is one, as its key would in the panes.
  private func take(on desk: inout Desk) -> DialogStep {
    guard let action = actions.selected else { return .stay() }
    return .close(desk.perform(action, digit: nil))
  }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    actions.draw(in: region, on: &canvas, orElse: Label.noAction.sentence(desk.language))
  }
}
