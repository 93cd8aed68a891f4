import Phrases

/// What stood on the desk before what changed was listed, for Esc to bring back.
struct ChangesVisit: Equatable, Sendable {
  var search: SearchBox
  var focus: Pane
  var selected: Phrase?
}
