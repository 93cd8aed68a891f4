import Phrases
import Search

/// Every action by name, found the way phrases are: 拼音 works here too.
struct PaletteDialog: Equatable, Sendable {
  private(set) var field = TextField()
  private(set) var actions: [Action]
  var viewport = Viewport()
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
    actions = offered
  }

  var selected: Action? {
    actions.indices.contains(viewport.selected) ? actions[viewport.selected] : nil
  }

  mutating func handle(_ key: Key, action: Action?, height: Int) -> DialogOutcome {
    switch action {
    case .up?: viewport.select(viewport.selected - 1, of: actions.count)
    case .down?: viewport.select(viewport.selected + 1, of: actions.count)
    case .pageUp?: viewport.select(viewport.selected - height, of: actions.count)
    case .pageDown?: viewport.select(viewport.selected + height, of: actions.count)
    case .back?, .palette?: return .close
    case .send?: return selected.map { .perform($0) } ?? .stay
    default: if field.edit(key) { search() }
    }
    return .stay
  }

  mutating func moveCursor(toColumn column: Int, width: Int) {
    field.moveCursor(toColumn: column, width: width)
  }

  /// Returns false where the text is too long to be taken in.
  mutating func paste(_ text: String) -> Bool {
    defer { search() }
    return field.insert(text)
  }

  private mutating func search() {
    let found = library.search(Query(field.text), limit: Action.allCases.count)
    actions = found.hits.compactMap { Action(rawValue: library.phrase($0.number).key.id) }
    viewport = Viewport()
  }
}
