/// What was typed, taken apart into words.
///
/// White space separates them. `"what is quoted"` is one word, spaces and all, and found literally;
/// a quote that is not closed reaches to the end, so that the words behind it do not change their
/// meaning while the agent goes on typing. A word or quote after a `-` is excluded. Quotes and
/// hyphens mean this only at the beginning of a word: 27" and KT-4251 are what they are, and so is
/// a hyphen that stands alone.
struct QueryText {
  private let doublePinyin: DoublePinyin?
  private let plain = FoldingTable.shared.plain
  private var rest: Substring.UnicodeScalarView

  /// More of a text is not read, in Unicode scalars: nobody types so much, and what a word costs to
  /// compile and to mark grows with its length.
  static let mostScalars = 1_000
  /// More words are not read; each has tables of some hundred kilobytes.
  static let mostWords = 32

  /// The words in their order, as many as are read; those of which nothing can be seen are left out.
  static func words(of text: String, options: SearchOptions = .standard) -> [Pattern] {
    var text = QueryText(
      doublePinyin: options.doublePinyin, rest: text.unicodeScalars.prefix(mostScalars))
    var words: [Pattern] = []
    while words.count < mostWords, let word = text.next() {
      if word.count > 0 { words.append(word) }
    }
    return words
  }

  private init(doublePinyin: DoublePinyin?, rest: Substring.UnicodeScalarView) {
    self.doublePinyin = doublePinyin
    self.rest = rest
  }

  private mutating func next() -> Pattern? {
    rest = rest.drop(while: isSpace)
    guard let first = rest.first else { return nil }
    var role = Pattern.Role.required
    if isMinus(first), let second = rest.dropFirst().first, !isMinus(second), !isSpace(second) {
      role = .excluded
      rest = rest.dropFirst()
    }
    if let first = rest.first, isQuote(first) {
      let quoted = rest.dropFirst().prefix { !isQuote($0) }
      rest = rest[quoted.endIndex...].dropFirst()
      return Pattern(quoted: String(quoted), role: role)
    }
    let word = rest.prefix { !isSpace($0) }
    rest = rest[word.endIndex...]
    return Pattern(typed: word, role: role, doublePinyin: doublePinyin)
  }

  private func unit(of scalar: Unicode.Scalar) -> UInt16 {
    UInt16(exactly: scalar.value).map { plain[Int($0)] } ?? 0
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    let unit = unit(of: scalar)
    return unit == Unit.space || unit == Unit.lineBreak
  }

  private func isMinus(_ scalar: Unicode.Scalar) -> Bool {
    unit(of: scalar) == UInt16(UInt8(ascii: "-"))
  }

  private func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    UInt16(exactly: scalar.value).map(Unit.quotes.contains) ?? false
  }
}
