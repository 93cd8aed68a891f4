import Phrases

/// A made-up knowledge base of any size: about thirty 汉字 a phrase, product codes, emoji, one in
/// fourteen in English and one in thirty in traditional characters.
///
/// The same size gives the same phrases everywhere.
struct Corpus: Sendable {
  /// One phrase and what it was made from.
  struct Entry: Sendable {
    var phrase: Phrase
    var intent: Intent
    /// A product code that stands in the text, if one does.
    var sku: String?
  }

  let entries: [Entry]

  var phrases: [Phrase] { entries.map(\.phrase) }

  init(size: Int, seed: UInt64 = 20_240_607) {
    var random = SeededGenerator(seed: seed)
    entries = (0..<size).map { Corpus.entry(number: $0 + 1, &random) }
  }

  /// The corpus as a knowledge base file.
  var csv: [UInt8] { KnowledgeBase.write(phrases, as: .csv(delimiter: .comma)) }

  private static func entry(number: Int, _ random: inout SeededGenerator) -> Entry {
    let isEnglish = random.once(in: 14)
    let intents =
      isEnglish ? Intent.english : random.once(in: 30) ? Intent.traditional : Intent.chinese
    let intent = random.pick(intents)
    let (text, sku) = filled(random.pick(intent.texts), &random)
    var title = intent.title
    if !isEnglish, random.once(in: 3) { title += "（\(random.pick(Vocabulary.products))）" }
    let code = random.once(in: 5) ? "\(intent.code)\(number % 100)" : ""
    let phrase = Phrase(
      key: PhraseKey(source: "file", id: "p\(number)"), category: intent.category,
      subcategory: intent.subcategory, title: title,
      text: isEnglish ? text : random.pick(Vocabulary.openers) + text, keywords: intent.keywords,
      code: code)
    return Entry(phrase: phrase, intent: intent, sku: sku)
  }

  /// Fills the slots of a text; a placeholder, `{{name}}`, stays one.
  private static func filled(
    _ pattern: String, _ random: inout SeededGenerator
  ) -> (text: String, sku: String?) {
    var text = ""
    var sku: String?
    var rest = pattern[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let slot = rest[rest.index(after: start)..<end]
      let value = Vocabulary.value(of: slot, &random)
      if slot == "sku" { sku = value }
      text += rest[..<start] + value
      rest = rest[rest.index(after: end)...]
    }
    return (text + rest, sku)
  }
}
