/// What a key does inside a text field.
enum Edit: CaseIterable {
  case left
  case right
  case toStart
  case toEnd
  case selectLeft
  case selectRight
  case selectUp
  case selectDown
  case selectToStart
  case selectToEnd
  case deleteBackwards
  case deleteForwards
  case deleteWord
  case deleteToStart
  case deleteToEnd
  case undo
  case redo
  case breakLine

  /// The keys of every edit: what fields act on and what the help screen lists.
  static let table: [(edit: Edit, keys: [Key])] = [
    (.left, [Key(.left)]),
    (.right, [Key(.right)]),
    (.toStart, [Key(.home), Key(.character("a"), .control)]),
    (.toEnd, [Key(.end), Key(.character("e"), .control)]),
    (.selectLeft, [Key(.left, .shift)]),
    (.selectRight, [Key(.right, .shift)]),
    (.selectUp, [Key(.up, .shift)]),
    (.selectDown, [Key(.down, .shift)]),
    (.selectToStart, [Key(.home, .shift)]),
    (.selectToEnd, [Key(.end, .shift)]),
    (.deleteBackwards, [Key(.backspace)]),
    (.deleteForwards, [Key(.delete)]),
    (.deleteWord, [Key(.character("w"), .control), Key(.backspace, .alt)]),
    (.deleteToStart, [Key(.character("u"), .control)]),
    (.deleteToEnd, [Key(.character("k"), .control)]),
    (.undo, [Key(.character("z"), .control)]),
    (.redo, [Key(.character("y"), .control)]),
    (.breakLine, [Key(.enter, .alt), Key(.character("j"), .control)]),
  ]

  /// What a key does to a text; nil where it does nothing.
  init?(_ key: Key) {
    let key = key.modifiers.isEmpty ? key : key.withSmallLetter
    guard let edit = Edit.table.first(where: { $0.keys.contains(key) })?.edit else { return nil }
    self = edit
  }
}
