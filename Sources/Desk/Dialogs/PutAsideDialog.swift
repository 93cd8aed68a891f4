import Phrases

/// What the agent has put out of sight: her phrases in the bin, and others' phrases that she hides.
struct PutAsideDialog: ChoiceDialog {
  static let opener = Action.putAside
  var list: ChoiceList<Entry>?

  enum Entry: Equatable, Sendable {
    case binned(PhraseKey, title: String)
    case hidden(PhraseKey, title: String)
  }

  func title(of desk: Desk) -> String { OwnLabel.putAsideTitle.sentence(desk.language) }

  func placeholder(of desk: Desk) -> String {
    guard let list else { return Label.searching.sentence(desk.language) }
    return list.isEmpty
      ? OwnLabel.nothingPutAside.sentence(desk.language) : Label.noChoice.sentence(desk.language)
  }

  mutating func hear(_ event: Event, of desk: inout Desk) -> DialogStep {
    guard case .putAside(let binned, let hidden) = event else { return .stay() }
    let language = desk.language
    list = ChoiceList(
      binned.map {
        .init(
          choice: .binned($0.key, title: $0.title), label: $0.title,
          note: OwnLabel.inBin.sentence(language))
      }
        + hidden.map {
          .init(
            choice: .hidden($0.key, title: $0.title), label: $0.title,
            note: OwnLabel.isHidden.sentence(language))
        })
    return .stay()
  }

  func take(_ entry: Entry, on desk: inout Desk) -> [Effect] {
    switch entry {
    case .binned(let key, let title):
      desk.notice = .own(.restored(title: title))
      return desk.change(.restore(key))
    case .hidden(let key, let title):
      desk.notice = .own(.restored(title: title))
      return desk.change(.show(key))
    }
  }
}
