import Phrases

/// A line that says what the block it begins is called.
enum TextTitle {
  /// The title that is a line of its own: `【退货】`, `**Returns**`, `Q: …`; nil where it is text.
  static func title(_ line: String) -> String? {
    let text = line.trimmed()
    for (open, close) in [("【", "】"), ("**", "**"), ("__", "__"), ("「", "」")]
    where text.hasPrefix(open) && text.hasSuffix(close) && text.count > open.count + close.count {
      let inner = String(text.dropFirst(open.count).dropLast(close.count)).trimmed()
      guard !inner.isEmpty, inner.count <= 60, !inner.contains(close), !inner.contains(open)
      else { return nil }
      return inner
    }
    return marked(text, by: questions)
  }

  /// A line without the mark of an answer, `A: …`.
  static func answer(_ line: String) -> String? { marked(line.trimmed(), by: answers) }

  private static let questions = ["q", "question", "问", "問", "问题", "提问"]
  private static let answers = ["a", "answer", "答", "回答", "回复", "答案"]

  /// What stands behind one of the words, a number and a colon.
  private static func marked(_ text: String, by words: [String]) -> String? {
    guard let colon = text.prefix(12).firstIndex(where: { ":：".contains($0) }) else { return nil }
    let word = text[..<colon].lowercased().filter { !$0.isNumber && !$0.isWhitespace }
    guard words.contains(word) else { return nil }
    let rest = String(text[text.index(after: colon)...]).trimmed()
    return rest.isEmpty ? nil : rest
  }
}
