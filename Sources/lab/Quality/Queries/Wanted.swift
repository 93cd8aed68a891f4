/// What one who typed a query had in mind, letter by letter: what the oracle knows, and a search
/// can only guess.
struct Wanted: Sendable {
  /// One letter of the title that is meant, and how much of it was typed.
  enum Sign: Hashable, Sendable {
    case character(Unicode.Scalar)
    case sound(String)
    /// An initial, or a syllable that was not finished.
    case beginning(String)

    func fits(_ letter: Letter) -> Bool {
      switch self {
      case .character(let scalar): letter.scalar == scalar
      case .sound(let syllable): letter.reading?.syllable == syllable
      case .beginning(let prefix): letter.reading?.syllable.hasPrefix(prefix) ?? false
      }
    }
  }

  /// Pieces, each of them without a gap.
  var pieces: [[Sign]]
  /// Whether the pieces stand in this order, one after the other.
  var isOrdered = true
  /// Whether every piece begins a word of Latin letters.
  var beginsWords = false

  init(_ pieces: [[Sign]], isOrdered: Bool = true, beginsWords: Bool = false) {
    self.pieces = pieces
    self.isOrdered = isOrdered
    self.beginsWords = beginsWords
  }

  init(_ piece: [Sign]) {
    self.init([piece])
  }

  /// Whether a title holds all pieces.
  func stands(in letters: Letters) -> Bool {
    var start = 0
    for piece in pieces {
      guard let position = position(of: piece, in: letters.all, from: isOrdered ? start : 0) else {
        return false
      }
      start = position + piece.count
    }
    return true
  }

  private func position(of piece: [Sign], in letters: [Letter], from start: Int) -> Int? {
    guard letters.count - start >= piece.count else { return nil }
    return (start...letters.count - piece.count).first { position in
      (!beginsWords || letters[position].beginsWord)
        && piece.indices.allSatisfy { offset in
          piece[offset].fits(letters[position + offset])
            && (offset == 0 || !letters[position + offset].beginsRun)
        }
    }
  }
}
