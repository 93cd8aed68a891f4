/// One thing that phrases are about: the patterns that phrases of the corpus are made from.
struct Intent: Sendable {
  var category: String
  var subcategory: String
  var title: String
  /// The pinyin of the title, one for each 汉字; empty for an English title.
  ///
  /// Written here by hand, so that queries made of it owe nothing to the table that the search uses.
  var syllables: [String]
  var keywords: [String]
  var code: String
  /// Texts with slots such as `<product>`; see ``Vocabulary``.
  var texts: [String]

  /// Reads a list of intents.
  ///
  /// Each is a line `category subcategory title pin-yin keyword,keyword code`, with `_` for a space
  /// and `-` as the pinyin of an English one, and below it the texts, indented.
  static func list(_ source: String) -> [Intent] {
    var intents: [Intent] = []
    for line in source.split(separator: "\n") {
      if line.hasPrefix(" ") {
        guard let last = intents.indices.last else { continue }
        intents[last].texts.append(String(line.drop { $0 == " " }))
        continue
      }
      let fields = line.split(separator: " ").map { String($0).replacing("_", with: " ") }
      precondition(fields.count == 6, "an intent has six fields: \(line)")
      intents.append(
        Intent(
          category: fields[0], subcategory: fields[1], title: fields[2],
          syllables: fields[3].split(separator: "-").map(String.init),
          keywords: fields[4].split(separator: ",").map(String.init), code: fields[5], texts: []))
    }
    return intents
  }
}
