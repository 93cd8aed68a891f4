/// A customer's own words, as opposed to a query that an agent made up.
///
/// Every word of a query has to be found; a message is answered by what it shares most with.
enum CustomerMessage {
  /// No query that agents type has more 汉字 than this.
  static let longestQueryHanzi = 12
  /// Nor more words.
  static let longestQueryWords = 6

  /// Whether a text is too long for a query; a line break in it says so too.
  static func isMessage(_ text: String) -> Bool {
    var hanzi = 0
    var words = 0
    var isInWord = false
    for character in text {
      if character.isNewline { return true }
      if let first = character.unicodeScalars.first, first.isHanzi { hanzi += 1 }
      if !isInWord, !character.isWhitespace { words += 1 }
      isInWord = !character.isWhitespace
    }
    return hanzi > longestQueryHanzi || words > longestQueryWords
  }

  /// The beginning of a message on one line, no longer than any search box.
  static func oneLine(_ text: String) -> String {
    text.prefix(200).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

extension Unicode.Scalar {
  /// Whether it is a 汉字 of any of the blocks.
  fileprivate var isHanzi: Bool {
    switch value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
