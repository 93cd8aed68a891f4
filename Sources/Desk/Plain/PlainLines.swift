import Phrases

/// What the desk in lines says of phrases and categories; every line is safe to be written as it is.
struct PlainLines: Sendable {
  let language: Language

  /// How many characters of a text are said with a hit.
  private static let excerpt = 80

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
    let text = phrase.text.prefix(PlainLines.excerpt)
    let dots = text.endIndex < phrase.text.endIndex ? ".." : ""
    return [
      visible("\(number). " + facts.joined(separator: separator)), visible("   \(text)\(dots)"),
    ]
  }

  func wholeText(of phrase: Phrase) -> [String] {
    [visible(phrase.title + (language == .english ? ":" : "："))]
      + SafeText.visible(phrase.text, .lines)
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
