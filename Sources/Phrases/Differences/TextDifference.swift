/// How one text became another, word by word; in scripts without spaces, character by character.
///
/// The shortest way to edit one into the other (Myers, "An O(ND) Difference Algorithm and Its
/// Variations", 1986), over words, runs of white space, and single characters of everything else.
/// Texts that have almost nothing in common are shown as one replaced by the other: a thousand
/// small edits say less than that, and cost more.
public struct TextDifference: Hashable, Sendable {
  public enum Piece: Hashable, Sendable {
    case kept(String)
    case removed(String)
    case added(String)
  }

  /// In reading order, none of them empty; what was removed stands before what was added.
  public let pieces: [Piece]

  /// So many edits are looked for at most, in words; the time is their square.
  static let mostEdits = 1_000

  public init(from old: String, to new: String) {
    let (old, new) = (Token.tokens(of: old), Token.tokens(of: new))
    let start = zip(old, new).prefix { $0 == $1 }.count
    let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    let (oldMiddle, newMiddle) = (old[start..<old.count - end], new[start..<new.count - end])
    var builder = PieceBuilder()
    builder.keep(old[..<start])
    if let edits = EditScript(from: Array(oldMiddle), to: Array(newMiddle)) {
      var (oldIndex, newIndex) = (oldMiddle.startIndex, newMiddle.startIndex)
      for edit in edits.steps {
        switch edit {
        case .keep:
          builder.keep(old[oldIndex...oldIndex])
          oldIndex += 1
          newIndex += 1
        case .remove:
          builder.remove(old[oldIndex...oldIndex])
          oldIndex += 1
        case .add:
          builder.add(new[newIndex...newIndex])
          newIndex += 1
        }
      }
    } else {
      builder.remove(oldMiddle)
      builder.add(newMiddle)
    }
    builder.keep(old[(old.count - end)...])
    builder.flush()
    pieces = builder.pieces
  }

  /// A word, a run of white space, or one character of anything else, compared by its scalars.
  private struct Token: Equatable {
    let text: Substring

    static func == (left: Token, right: Token) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }

    private enum Kind {
      case word
      case space
      case single
    }

    private static func kind(of character: Character) -> Kind {
      guard let scalar = character.unicodeScalars.first else { return .single }
      if scalar.isWhitespace { return .space }
      // Latin, Greek, Cyrillic and the scripts between them and the dashes; what lies above is
      // mostly written without spaces, or is a sign.
      let isWord =
        scalar.value < 0x2000
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isWord ? .word : .single
    }

    static func tokens(of text: String) -> [Token] {
      var tokens: [Token] = []
      var start = text.startIndex
      var previous = Kind.single
      for index in text.indices {
        let kind = kind(of: text[index])
        if index > start, kind == .single || kind != previous {
          tokens.append(Token(text: text[start..<index]))
          start = index
        }
        previous = kind
      }
      if start < text.endIndex { tokens.append(Token(text: text[start...])) }
      return tokens
    }
  }

  /// Collects pieces, so that neighbours of one kind are one.
  private struct PieceBuilder {
    private(set) var pieces: [Piece] = []
    private var kept = ""
    private var removed = ""
    private var added = ""

    mutating func keep(_ tokens: ArraySlice<Token>) {
      if tokens.isEmpty { return }
      flushEdits()
      for token in tokens { kept += token.text }
    }

    mutating func remove(_ tokens: ArraySlice<Token>) {
      flushKept()
      for token in tokens { removed += token.text }
    }

    mutating func add(_ tokens: ArraySlice<Token>) {
      flushKept()
      for token in tokens { added += token.text }
    }

    mutating func flush() {
      flushEdits()
      flushKept()
    }

    private mutating func flushKept() {
      if !kept.isEmpty { pieces.append(.kept(kept)) }
      kept = ""
    }

    private mutating func flushEdits() {
      if !removed.isEmpty { pieces.append(.removed(removed)) }
      if !added.isEmpty { pieces.append(.added(added)) }
      (removed, added) = ("", "")
    }
  }
}
