import Phrases

/// Every action by name.
struct PaletteDialog: ChoiceDialog {
  static let opener = Action.palette
  var list: ChoiceList<Action>?

  /// Begins with what the screen does not tell of.
  init(of desk: Desk) {
    let language = desk.language
    let onScreen = Set(desk.statusParts.compactMap(\.action) + [.focusSearch])
    let actions = Action.allCases.filter {
      $0.isInPalette && (desk.purpose == .send || $0 != .setUp)
    }
    let ordered = actions.filter { !onScreen.contains($0) } + actions.filter(onScreen.contains)
    list = ChoiceList(
      ordered.map { action in
        ChoiceList.Row(
          choice: action, label: action.sentence(language),
          note: action.keyLabels(language).first ?? "",
          keywords: Language.allCases.map { action.sentence($0) } + [action.rawValue])
      })
  }

  func title(of desk: Desk) -> String { Label.paletteTitle.sentence(desk.language) }

  /// So many that the phrases behind it are not all covered.
  func size(in room: Size, of desk: Desk) -> Size { Size(rows: 17, columns: 56) }

  func placeholder(of desk: Desk) -> String { Label.noAction.sentence(desk.language) }

  /// As its key would in the panes.
  func take(_ action: Action, on desk: inout Desk) -> [Effect] {
    desk.perform(action, digit: nil)
  }
}
