import Phrases

/// The places that phrases can be sent to, to choose from.
struct TargetDialog: ChoiceDialog {
  static let opener = Action.target
  var list: ChoiceList<Target>?
  /// What goes out as soon as a place is chosen.
  let pending: Outgoing?

  init(pending: Outgoing? = nil) { self.pending = pending }

  func title(of desk: Desk) -> String { TargetLabel.title.sentence(desk.language) }

  func placeholder(of desk: Desk) -> String {
    list == nil
      ? TargetLabel.looking.sentence(desk.language) : Label.noChoice.sentence(desk.language)
  }

  mutating func hear(_ event: Event, of desk: inout Desk) -> DialogStep {
    if case .targets(let found) = event {
      let language = desk.language
      list = ChoiceList(
        found.map {
          ChoiceList.Row(choice: $0, label: TargetLabel.choice($0).sentence(language))
        }, selecting: found.first { $0.destination == desk.target.destination })
    }
    return .stay()
  }

  func take(_ target: Target, on desk: inout Desk) -> [Effect] { desk.send(to: target, pending) }
}
