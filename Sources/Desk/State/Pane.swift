/// The panes in the order that Tab goes through them.
enum Pane: CaseIterable, Sendable {
  case search
  case categories
  case list
  case preview
}
