/// An editable text and the place in it where typing goes.
///
/// ```swift
/// var field = TextField("退款")
/// _ = field.edit(Key(.backspace))        // 退
/// _ = field.edit(Key("<C-z>")!)          // 退款
/// _ = field.edit(Key("<S-Home>")!)       // the same, selected
/// _ = field.edit(Key(.character("f")))   // f
/// ```
public struct TextField: Equatable, Sendable {
  /// Opens the agent's own editor on a text of several lines.
  static let editsOutside = Key(.character("a"), .alt)

  /// Grapheme clusters, so that one key never tears an emoji apart.
  private(set) var characters: [Character]
  /// How many of them stand before the cursor.
  private(set) var cursor: Int
  /// The end of the selection that the cursor is not at; nil where nothing is selected.
  private var anchor: Int?
  private var scalarCount: Int
  private var history = EditHistory()
  /// Whether its text may have several lines, so that keys break them and act on one.
  let hasLines: Bool
  /// How long the text may become, in scalars.
  static let limit = 65_536

  init(_ text: String = "", hasLines: Bool = false) {
    characters = Array(text)
    cursor = characters.count
    scalarCount = text.unicodeScalars.count
    self.hasLines = hasLines
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }

  /// The clusters that the next text typed replaces; nil where there are none.
  var selection: Range<Int>? {
    anchor.map { min($0, cursor)..<max($0, cursor) }
  }

  /// The whole text is selected: the next text typed replaces it.
  var isSelected: Bool { selection?.count == characters.count }

  mutating func selectAll() {
    history.endRun()
    anchor = characters.isEmpty ? nil : 0
    cursor = characters.count
  }

  /// Puts text in at the cursor, or in place of the selection.
  ///
  /// Returns false, and leaves the field as it is, where it would become longer than
  /// ``limit``: a text cut without a word might be sent.
  @discardableResult
  mutating func insert(_ text: String) -> Bool { insert(text, as: .single) }

  private mutating func insert(_ text: String, as kind: EditHistory.Kind) -> Bool {
    let replaced = selection ?? cursor..<cursor
    let left = scalarCount - characters[replaced].scalarCount
    guard left + text.unicodeScalars.count <= TextField.limit else { return false }
    // A mark typed behind its base joins it into one cluster, so that one is made anew.
    let base = max(replaced.lowerBound - 1, 0)..<replaced.lowerBound
    let joined = Array(String(characters[base]) + text)
    if let before = characters[base].first, joined.first == before {
      replace(replaced, with: Array(joined.dropFirst()), as: kind)
    } else {
      replace(base.lowerBound..<replaced.upperBound, with: joined, as: kind)
    }
    return true
  }

  /// A paste with line feeds, where terminals send CR; nil where no field has room for it.
  ///
  /// Looks no further than ``limit``: what was copied by mistake may be a megabyte.
  static func fitting(_ pasted: String) -> String? {
    var text = String.UnicodeScalarView()
    var count = 0
    var isAfterReturn = false
    for scalar in pasted.unicodeScalars {
      defer { isAfterReturn = scalar == "\r" }
      if isAfterReturn, scalar == "\n" { continue }
      guard count < limit else { return nil }
      count += 1
      text.append(scalar == "\r" ? "\n" : scalar)
    }
    return String(text)
  }

  /// Puts a paste in as ``insert(_:)`` does, as the terminal sent it.
  mutating func paste(_ pasted: String) -> Bool {
    TextField.fitting(pasted).map { insert($0) } ?? false
  }

  /// Empties the field, and nothing brings back what was in it.
  mutating func clear() { self = TextField(hasLines: hasLines) }

  /// Empties the field as a key does that deletes: it can be undone.
  mutating func deleteAll() { replace(characters.indices, with: [], as: .single) }

  /// What was typed until now cannot be taken back any more.
  mutating func forgetEdits() { history = EditHistory() }

  /// Moves the cursor to that many clusters from the start, and selects nothing.
  mutating func moveCursor(to place: Int) {
    history.endRun()
    cursor = min(max(place, 0), characters.count)
    anchor = nil
  }

  /// Moves the cursor likewise, and selects what is between.
  mutating func select(to place: Int) {
    let fixed = anchor ?? cursor
    moveCursor(to: place)
    anchor = fixed == cursor ? nil : fixed
  }

  // MARK: - Keys

  /// Acts on a key that edits text, and says whether it was one that could.
  mutating func edit(_ key: Key) -> Bool {
    if case .character(let scalar) = key.code, key.modifiers.isEmpty {
      _ = insert(String(scalar), as: .typed)
      return true
    }
    return Edit(key).map { apply($0) } ?? false
  }

  private mutating func apply(_ edit: Edit) -> Bool {
    switch edit {
    case .left: moveCursor(to: selection?.lowerBound ?? cursor - 1)
    case .right: moveCursor(to: selection?.upperBound ?? cursor + 1)
    case .toStart: moveCursor(to: hasLines ? startOfLine : 0)
    case .toEnd: moveCursor(to: hasLines ? endOfLine : characters.count)
    case .selectLeft: select(to: cursor - 1)
    case .selectRight: select(to: cursor + 1)
    case .selectUp: select(to: 0)
    case .selectDown: select(to: characters.count)
    case .selectToStart: select(to: hasLines ? startOfLine : 0)
    case .selectToEnd: select(to: hasLines ? endOfLine : characters.count)
    case .deleteBackwards: delete(max(cursor - 1, 0)..<cursor)
    case .deleteForwards: delete(cursor..<min(cursor + 1, characters.count))
    case .deleteWord: delete(startOfWord..<cursor)
    case .deleteToStart: delete(hasLines ? beginningOfLine : 0..<cursor)
    case .deleteToEnd: delete(hasLines ? restOfLine : cursor..<characters.count)
    case .undo: return undo()
    case .redo: return redo()
    case .breakLine: return hasLines && insert("\n")
    }
    return true
  }

  /// Deletes the selection, or where nothing is selected what a key deletes then.
  private mutating func delete(_ range: Range<Int>) {
    if let selection {
      replace(selection, with: [], as: .single)
    } else {
      replace(range, with: [], as: .deleted)
    }
  }

  // MARK: - Steps

  private mutating func replace(
    _ range: Range<Int>, with new: [Character], as kind: EditHistory.Kind
  ) {
    guard !range.isEmpty || !new.isEmpty else { return }
    history.record(
      EditHistory.Step(
        place: range.lowerBound, removed: Array(characters[range]), inserted: new,
        cursor: cursor, anchor: anchor), as: kind)
    exchange(range, for: new)
  }

  private mutating func exchange(_ range: Range<Int>, for new: [Character]) {
    scalarCount += new.scalarCount - characters[range].scalarCount
    characters.replaceSubrange(range, with: new)
    cursor = range.lowerBound + new.count
    anchor = nil
  }

  private mutating func undo() -> Bool {
    guard let step = history.takeBack() else { return false }
    exchange(step.place..<step.place + step.inserted.count, for: step.removed)
    (cursor, anchor) = (step.cursor, step.anchor)
    return true
  }

  private mutating func redo() -> Bool {
    guard let step = history.makeAgain() else { return false }
    exchange(step.place..<step.place + step.removed.count, for: step.inserted)
    return true
  }
}

extension Sequence where Element == Character {
  fileprivate var scalarCount: Int { reduce(0) { $0 + $1.unicodeScalars.count } }
}
