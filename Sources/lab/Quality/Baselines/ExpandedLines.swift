import Phrases

/// Lines with pinyin beside the 汉字: what somebody has to prepare to search by pinyin with a
/// program that knows none.
enum ExpandedLines {
  /// Title and keywords, then the title's full pinyin and its initials.
  static func line(ofTitle phrase: Phrase) -> String {
    line([phrase.title] + phrase.keywords, spelling: phrase.title)
  }

  /// The same with the text; everything is spelled.
  static func line(of phrase: Phrase) -> String {
    line(
      [phrase.title] + phrase.keywords + [phrase.text],
      spelling: "\(phrase.title) \(phrase.text)")
  }

  private static func line(_ fields: [String], spelling text: String) -> String {
    let letters = Letters(text)
    let plain = fields.map { field in
      String(field.map { $0.isNewline || $0 == "\t" ? " " : $0 })
    }
    guard letters.all.contains(where: \.isHanzi) else { return plain.joined(separator: "\t") }
    // Words of their own: fzf gives a bonus for where words begin.
    let pinyin = letters.all.map { $0.reading?.syllable ?? String($0.scalar) }
    return (plain + [pinyin.joined(separator: " "), Piece(letters.all).initials])
      .joined(separator: "\t")
  }
}
