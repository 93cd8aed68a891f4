/// An editable text and the place in it where typing goes.
public struct TextField: Equatable, Sendable {
  /// Grapheme clusters, so that one key never tears an emoji apart.
  private(set) var characters: [Character]
  /// How many of them stand before the cursor.
  private(set) var cursor: Int
  /// The whole text is selected: the next text typed replaces it.
  private(set) var isSelected = false
  /// How long the text may become, in scalars.
  static let limit = 65_536

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }

  mutating func selectAll() {
    isSelected = !characters.isEmpty
    cursor = characters.count
  }

  /// Puts text in at the cursor, or in place of the selection.
  ///
  /// Returns false, and leaves the field as it is, where it would become longer than
  /// ``limit``: a text cut without a word might be sent.
  @discardableResult
  mutating func insert(_ text: String) -> Bool {
    let kept = isSelected ? 0 : characters.reduce(0) { $0 + $1.unicodeScalars.count }
    guard kept + text.unicodeScalars.count <= TextField.limit else { return false }
    if isSelected { clear() }
    // A mark typed behind its base joins it into one cluster, so the clusters are made anew.
    let joined = Array(String(characters[..<cursor]) + text)
    characters = joined + characters[cursor...]
    cursor = joined.count
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

  mutating func clear() { self = TextField() }

  /// Acts on a key that edits text, and says whether it was one.
  mutating func edit(_ key: Key) -> Bool {
    if case .character(let scalar) = key.code, key.modifiers.isEmpty {
      insert(String(scalar))
      return true
    }
    guard let edit = Edit.table.first(where: { $0.keys.contains(key) })?.edit else { return false }
    apply(edit)
    return true
  }

  private mutating func apply(_ edit: Edit) {
    let wasSelected = isSelected
    isSelected = false
    switch edit {
    case .deleteBackwards:
      if wasSelected { clear() } else if cursor > 0 { remove(cursor - 1..<cursor) }
    case .deleteForwards:
      if wasSelected {
        clear()
      } else if cursor < characters.count {
        remove(cursor..<cursor + 1)
      }
    case .deleteWord:
      if wasSelected { clear() } else { remove(startOfWord..<cursor) }
    case .deleteToStart:
      if wasSelected { clear() } else { remove(0..<cursor) }
    case .left: cursor = wasSelected ? 0 : max(cursor - 1, 0)
    case .right: cursor = min(cursor + 1, characters.count)
    case .toStart: cursor = 0
    case .toEnd: cursor = characters.count
    }
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  /// Moves the cursor to that many clusters from the start.
  mutating func moveCursor(to place: Int) {
    cursor = min(max(place, 0), characters.count)
    isSelected = false
  }

  private var startOfWord: Int {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }
}

/// What a key does inside a text field.
enum Edit: CaseIterable {
  case left
  case right
  case toStart
  case toEnd
  case deleteBackwards
  case deleteForwards
  case deleteWord
  case deleteToStart

  /// The keys of every edit: what fields act on and what the help screen lists.
  static let table: [(edit: Edit, keys: [Key])] = [
    (.left, [Key(.left)]),
    (.right, [Key(.right)]),
    (.toStart, [Key(.home), Key(.character("a"), .control)]),
    (.toEnd, [Key(.end), Key(.character("e"), .control)]),
    (.deleteBackwards, [Key(.backspace)]),
    (.deleteForwards, [Key(.delete)]),
    (.deleteWord, [Key(.character("w"), .control)]),
    (.deleteToStart, [Key(.character("u"), .control)]),
  ]
}
