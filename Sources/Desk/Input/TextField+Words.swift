/// Where words and lines begin and end in a text, for the keys that delete them.
extension TextField {
  /// How many 汉字 are one word at most, since nothing stands between them.
  private static let longestWord = 4

  /// Where the word before the cursor begins.
  ///
  /// Blanks behind a word go with it, a line break is deleted by itself. 汉字 are taken back to
  /// punctuation, a blank or another script, four at most; other words as long as they are.
  var startOfWord: Int {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace, !characters[start - 1].isNewline {
      start -= 1
    }
    guard start > 0 else { return 0 }
    let kind = WordPart(characters[start - 1])
    if kind == .lineBreak { return start < cursor ? start : start - 1 }
    let end = start
    while start > 0, WordPart(characters[start - 1]) == kind,
      kind != .ideograph || end - start < Self.longestWord
    {
      start -= 1
    }
    return start
  }

  /// Where the line of the cursor begins; where the cursor stands there, the text.
  var startOfLine: Int {
    let start = characters[..<cursor].lastIndex(where: \.isNewline).map { $0 + 1 } ?? 0
    return start == cursor ? 0 : start
  }

  /// Where the line of the cursor ends; where the cursor stands there, the text.
  var endOfLine: Int {
    let end = characters[cursor...].firstIndex(where: \.isNewline) ?? characters.count
    return end == cursor ? characters.count : end
  }

  /// What goes with the rest of a line: at its end the line break, so that the key goes on.
  var restOfLine: Range<Int> {
    guard cursor < characters.count else { return cursor..<cursor }
    return characters[cursor].isNewline ? cursor..<cursor + 1 : cursor..<endOfLine
  }

  /// What goes with the beginning of a line: at its start the line break before it.
  var beginningOfLine: Range<Int> {
    guard cursor > 0 else { return 0..<0 }
    return characters[cursor - 1].isNewline ? cursor - 1..<cursor : startOfLine..<cursor
  }
}

/// What words are told apart by.
private enum WordPart {
  case ideograph
  case kana
  case hangul
  /// Letters and digits of the scripts that have blanks between words.
  case letter
  case punctuation
  /// Pictures, among others.
  case symbol
  case blank
  case lineBreak

  init(_ character: Character) {
    guard let scalar = character.unicodeScalars.first else {
      self = .blank
      return
    }
    switch scalar.value {
    case _ where character.isNewline: self = .lineBreak
    case _ where character.isWhitespace: self = .blank
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F: self = .kana
    case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7FF: self = .hangul
    // 々, which has no script.
    case 0x3005: self = .ideograph
    case _ where scalar.properties.isIdeographic: self = .ideograph
    case _ where scalar.properties.isAlphabetic || scalar.properties.numericType != nil:
      self = .letter
    case _ where scalar.properties.generalCategory == .otherSymbol: self = .symbol
    default: self = .punctuation
    }
  }
}
