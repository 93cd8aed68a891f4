import Chat
import Phrases

/// The panes that a choice is made of, and which of them only their numbers tell apart.
struct ListedPanes: Sendable {
  /// All but the chat's.
  private(set) var others: [Pane] = []
  private var chat: Pane?
  private var alike: Set<Key> = []

  private struct Key: Hashable {
    let server: String
    let id: String

    init(_ pane: Pane) { (server, id) = (pane.server, pane.id) }
  }

  init() {}

  init(_ panes: [Pane], chat: Pane?) {
    self.chat = chat
    others = panes.filter { pane in chat.map { Key(pane) != Key($0) } ?? true }
    let all = others + [chat].compactMap(\.self)
    let same = Dictionary(grouping: all) { $0.label(.english) }.values.filter { $0.count > 1 }
    alike = Set(same.joined().map(Key.init))
  }

  /// The pane of that id as it was listed; nil where it was not.
  func pane(_ id: String) -> Pane? { others.first { $0.id == id } ?? (chat?.id == id ? chat : nil) }

  /// What the agent reads of a pane everywhere: where it stands and what runs there, and its number
  /// where another reads the same, as in two windows that are split alike: `top left bash (%3)`.
  func name(of pane: Pane, _ language: Language) -> String {
    let label = pane.label(language)
    return alike.contains(Key(pane)) && label != pane.id ? "\(label) (\(pane.id))" : label
  }
}
