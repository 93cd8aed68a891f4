import Phrases
import Search

/// Every action by name, found the way phrases are: 拼音 works here too.
struct PaletteDialog: Dialog {
  private var field = TextField()
  private var actions: ChoiceList<Action>
  private let library: Library

  init(_ language: Language) {
    let offered = Action.allCases.filter(\.isInPalette)
    library = Library(
      offered.map { action in
        Phrase(
          key: PhraseKey(source: "action", id: action.rawValue),
          title: action.sentence(language), text: action.rawValue,
          keywords: Language.allCases.map { action.sentence($0) })
      })
    actions = ChoiceList(offered)
  }

  func title(of desk: Desk) -> String { Label.paletteTitle.sentence(desk.language) }

  func size(in room: Size, of desk: Desk) -> Size { Size(rows: 17, columns: 56) }

  var contexts: [KeyContext] { [.anywhere] }

  mutating func handle(
    _ key: Key, _ action: Action?, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    switch action {
    case .up, .down, .pageUp, .pageDown:
      actions.move(action, in: PaletteDialog.rows(in: region))
    case .back, .palette: return .close()
    case .send: return take(on: &desk)
    case _: if field.edit(key) { search() }
    }
    return .stay()
  }

  mutating func paste(_ pasted: String) -> Bool {
    defer { search() }
    return field.paste(pasted)
  }

  mutating func click(
    at position: Position, in region: Region, of desk: inout Desk
  ) -> DialogStep {
    if position.row == region.row {
      field.moveCursor(toColumn: position.column - region.column, width: region.columns)
      return .stay()
    }
    return actions.select(at: position, in: PaletteDialog.rows(in: region))
      ? take(on: &desk) : .stay()
  }

  mutating func scroll(by rowCount: Int, in region: Region, of desk: Desk) {
    actions.scroll(by: rowCount, in: PaletteDialog.rows(in: region))
  }

  mutating func settle(in region: Region) { actions.settle(in: PaletteDialog.rows(in: region)) }

  /// Where the actions stand, below the field.
  private static func rows(in region: Region) -> Region { region.droppingFirst(rows: 1) }

  /// Takes the selected action where there is one, as its key would in the panes.
  private func take(on desk: inout Desk) -> DialogStep {
    guard let action = actions.selected else { return .stay() }
    return .close(desk.perform(action, digit: nil))
  }

  private mutating func search() {
    let found = library.search(Query(field.text), limit: Action.allCases.count)
    actions = ChoiceList(
      found.hits.compactMap { Action(rawValue: library.phrase($0.number).key.id) })
  }

  func draw(in region: Region, on canvas: inout Canvas, of desk: Desk) {
    canvas.write(
      field: field, row: region.row, column: region.column, width: region.columns,
      hasCursor: true)
    let rows = PaletteDialog.rows(in: region)
    if actions.choices.isEmpty {
      canvas.write(
        Label.noAction.sentence(desk.language), row: rows.row, column: rows.column,
        width: rows.columns)
    }
    actions.draw(
      in: rows, on: &canvas, label: { $0.sentence(desk.language) },
      note: { $0.keyLabels.joined(separator: " ") })
  }
}
