import Phrases

/// What the desk in lines says of phrases and categories; every line is safe to be written as it is.
struct PlainLines: Sendable {
  let language: Language

  /// How many cells a line with the beginning of a text takes, as wide as most terminals are.
  private static let columns = 80
  private static let indent = "   "

  func say(_ sentence: PlainSentence) -> String { visible(sentence.sentence(language)) }

  func visible(_ text: String) -> String { SafeText.visible(text) }

  /// What a phrase is on a day, and how its text begins.
  func lines(of phrase: Phrase, number: Int, on day: Day?) -> [String] {
    var facts = [phrase.title]
    if !phrase.code.isEmpty { facts[0] += " [\(phrase.code)]" }
    if !phrase.path.isEmpty { facts.append(phrase.path.joined(separator: " / ")) }
    if let day, let label = Label.validity(phrase.validity(on: day)) {
      facts.append(label.sentence(language))
    }
    let separator = language == .english ? ", " : "，"
    // More than fits in any case, for a text may be long.
    let text = visible(String(phrase.text.prefix(PlainLines.columns)))
    let isWhole = text.count < PlainLines.columns
    let room = PlainLines.columns - PlainLines.indent.count
    let excerpt = isWhole && GlyphRun(text).width <= room ? text : cut(text, width: room - 2) + ".."
    return [
      visible("\(number). " + facts.joined(separator: separator)), PlainLines.indent + excerpt,
    ]
  }

  /// As much of a text as fits in so many cells.
  private func cut(_ text: String, width: Int) -> String {
    var columns = 0
    let fitting = text.prefix { character in
      columns += GlyphRun(String(character)).width
      return columns <= width
    }
    return String(fitting)
  }

  func wholeText(of phrase: Phrase) -> [String] {
    [visible(phrase.title + (language == .english ? ":" : "："))] + lines(of: phrase.text)
  }

  func lines(of text: String) -> [String] {
    SafeText.visible(text, .lines)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  func line(of category: CategoryTree.Node, number: Int) -> String {
    visible("\(number). \(name(of: category)) (\(category.count.grouped))")
  }

  /// Where a category stands, from its department on.
  func name(of category: CategoryTree.Node) -> String {
    let names = category.scope.names
    return names.isEmpty ? Label.everybody.sentence(language) : names.joined(separator: " / ")
  }
}
