import Phrases

/// What stood on the desk before what changed was listed, for Esc to bring back.
struct ChangesVisit: Equatable, Sendable {
  var search: TextField
  var pastedMessage: String?
  var isLimited: Bool
  var focus: Desk.Pane
  var selected: PhraseKey?
}
