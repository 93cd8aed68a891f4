import Phrases

// Queries for what stands in texts, and for what stands nowhere.
extension QueryWriter {
  /// So many phrases at most may hold what is asked for, or nobody could say which was meant.
  private static let mostHolders = 5

  /// Numbers and product codes, whole or four and more characters of them, without their hyphens.
  func codes(_ random: inout SeededGenerator) -> [QualityQuery] {
    let texts = Texts(
      book.phrases.map { phrase in
        QueryWriter.codeText("\(phrase.title)\n\(phrase.code)\n\(phrase.text)")
      })
    let titles = ownHalf(book.titles)
    return collect(from: titles, &random) { group, random in
      let phrase = book.phrases[random.pick(group.members)]
      let tokens = QueryWriter.codes(in: "\(phrase.title) \(phrase.code) \(phrase.text)")
      guard !tokens.isEmpty else { return nil }
      var code = Substring(random.pick(tokens))
      if code.count > 5, random.once(in: 2) {
        code = code.suffix(Int.random(in: 4..<code.count, using: &random))
      }
      let holders = texts.holding(String(code), limit: QueryWriter.mostHolders + 1)
      guard (1...QueryWriter.mostHolders).contains(holders.count) else { return nil }
      return [QualityQuery(.code, String(code), relevant: Set(holders))]
    }
  }

  private static func codeText(_ text: String) -> String {
    text.lowercased().replacing("-", with: "")
  }

  /// The words of a text with four and more letters and digits, at least one of them a digit.
  private static func codes(in text: String) -> [String] {
    text.split { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "-") }
      .map { codeText(String($0)) }
      .filter { $0.count > 3 && $0.contains(where: \.isNumber) }
  }

  /// A few 汉字, or two English words, of a text, which stand in no title and no keyword.
  func bodyWords(_ random: inout SeededGenerator) -> [QualityQuery] {
    let texts = Texts(book.phrases.map { $0.text.lowercased() })
    let names = Texts(
      book.phrases.map { phrase in
        ([phrase.title, phrase.code, phrase.category, phrase.subcategory, phrase.department]
          + phrase.keywords).joined(separator: "\n").lowercased()
      })
    return collect(from: ownHalf(book.titles), &random) { group, random in
      let letters = Letters(book.phrases[random.pick(group.members)].text)
      guard let piece = bodyPiece(of: letters, &random) else { return nil }
      let written = piece.text.lowercased()
      let holders = texts.holding(written, limit: QueryWriter.mostHolders + 1)
      guard (1...QueryWriter.mostHolders).contains(holders.count),
        names.holding(written, limit: 1).isEmpty
      else { return nil }
      let isSpelled = piece.spelled != nil && random.once(in: 2)
      return [
        QualityQuery(
          .body, isSpelled ? piece.spelled ?? written : written, relevant: Set(holders))
      ]
    }
  }

  private func bodyPiece(
    of letters: Letters, _ random: inout SeededGenerator
  ) -> (text: String, spelled: String?)? {
    let runs = letters.runs.filter { $0.count > 4 && letters.all[$0].allSatisfy(\.isHanzi) }
    if let run = runs.randomElement(using: &random) {
      let length = Int.random(in: 3...4, using: &random)
      let start = Int.random(in: run.lowerBound...run.upperBound - length, using: &random)
      let piece = Piece(letters.all[start..<start + length])
      return (piece.asWritten, piece.pinyin)
    }
    let words = letters.words
    guard let index = words.indices.dropLast().randomElement(using: &random),
      words[index].upperBound == words[index + 1].lowerBound
    else { return nil }
    let pair = [words[index], words[index + 1]].map { Piece(letters.all[$0]).asWritten }
    return (pair.joined(separator: " "), nil)
  }

  // MARK: - Without an answer

  /// Words, their pinyin, numbers and letters of which no phrase has all parts.
  func absent(_ random: inout SeededGenerator) -> [QualityQuery] {
    let letters = book.phrases.map { phrase in
      Letters(
        ([phrase.title, phrase.code, phrase.text, phrase.category, phrase.subcategory]
          + phrase.keywords).joined(separator: "\n"))
    }
    let characters = letters.map { Set($0.all.map(\.scalar)) }
    let syllables = letters.map { Set($0.all.compactMap { $0.reading?.syllable }) }
    let initials = Texts(letters.map { Piece($0.all).initials })
    let digits = Texts(letters.map { Piece($0.all).pinyin })
    let hasHanzi = syllables.contains { !$0.isEmpty }
    var queries: [QualityQuery] = []
    var attempts = 0
    while queries.count < count, attempts < 50 * count {
      attempts += 1
      var text: String?
      switch queries.count % 4 {
      case 0, 1:
        let word = Letters(random.pick(Readings.shared.rareWords))
        let scalars = Set(word.all.map(\.scalar))
        let sounds = Set(word.all.compactMap { $0.reading?.syllable })
        if syllables.contains(where: { sounds.isSubset(of: $0) })
          || characters.contains(where: { scalars.isSubset(of: $0) })
        {
          break
        }
        let piece = Piece(word.all)
        text = hasHanzi && queries.count % 4 == 0 ? piece.asWritten : piece.pinyin
      case 2:
        let number = String(Int.random(in: 10_000_000...99_999_999, using: &random))
        if digits.holding(number, limit: 1).isEmpty { text = number }
      default:
        let letters = String((0..<6).map { _ in random.pick(Array("bcdfghjklmnpqrstwxyz")) })
        if initials.holding(letters, limit: 1).isEmpty, digits.holding(letters, limit: 1).isEmpty {
          text = letters
        }
      }
      if let text { queries.append(QualityQuery(.absent, text)) }
    }
    return queries
  }
}
