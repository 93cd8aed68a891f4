/// What was typed, taken apart into words.
///
/// White space separates them, and so does punctuation at their edges (``QueryPunctuation``):
/// `refund?` is refund. `"what is quoted"` is one word, spaces and all, and found literally; a quote
/// that is not closed reaches to the end, so that the words behind it do not change their meaning
/// while the agent goes on typing. A word or quote after a `-` is excluded. Quotes and hyphens mean
/// this only at the beginning of a word. Where there is nothing but punctuation it is what is looked
/// for.
struct QueryText {
  /// A word as it was typed.
  struct Word {
    var scalars: ArraySlice<Unicode.Scalar>
    var role = Pattern.Role.required
    /// Whether it stood between quotes.
    var isQuoted = false
  }

  private let punctuation: QueryPunctuation
  private let scalars: [Unicode.Scalar]
  private var index = 0

  /// More of a text is not read, in Unicode scalars: nobody types so much, and what a word costs to
  /// compile and to mark grows with its length.
  static let mostScalars = 1_000
  /// More words are not read; each has tables of some hundred kilobytes.
  static let mostWords = 32

  /// The words in their order, as many as are read; those of which nothing can be seen are left out.
  static func words(of text: String, options: SearchOptions = .standard) -> [Pattern] {
    var words: [Pattern] = []
    for word in typedWords(of: text, options: options) where words.count < mostWords {
      let pattern =
        word.isQuoted
        ? Pattern(quoted: String(String.UnicodeScalarView(word.scalars)), role: word.role)
        : Pattern(typed: word.scalars, role: word.role, doublePinyin: options.doublePinyin)
      if pattern.count > 0 { words.append(pattern) }
    }
    return words
  }

  /// All words, those among them of which nothing can be seen.
  static func typedWords(of text: String, options: SearchOptions = .standard) -> [Word] {
    var text = QueryText(
      scalars: Array(text.unicodeScalars.prefix(mostScalars)),
      punctuation: QueryPunctuation(readsSemicolon: options.doublePinyin == .microsoft))
    var words: [Word] = []
    while let word = text.next() { words.append(word) }
    return words.isEmpty ? text.punctuationAlone : words
  }

  private init(scalars: [Unicode.Scalar], punctuation: QueryPunctuation) {
    self.scalars = scalars
    self.punctuation = punctuation
  }

  private var punctuationAlone: [Word] {
    scalars.split(whereSeparator: { punctuation.isSpace($0) || punctuation.isQuote($0) })
      .map { Word(scalars: $0) }
  }

  private mutating func next() -> Word? {
    var role = Pattern.Role.required
    while index < scalars.count {
      let scalar = scalars[index]
      if punctuation.isQuote(scalar), opensQuote { return quoted(role) }
      if !punctuation.isSpace(scalar), !punctuation.isEdge(index, of: scalars) {
        return typed(role)
      }
      if punctuation.isSpace(scalar) { role = .required }
      if excludesNext { role = .excluded }
      index += 1
    }
    return nil
  }

  /// Whether the hyphen here stands before a word, and behind none: not in - a, --a, a-b.
  private var excludesNext: Bool {
    guard punctuation.isMinus(scalars[index]), index + 1 < scalars.count else { return false }
    let next = scalars[index + 1]
    return (index == 0 || punctuation.isSpace(scalars[index - 1]))
      && !punctuation.isMinus(next) && !punctuation.isSpace(next)
  }

  /// Whether a quote here is no closing one: behind punctuation, and before a space or nothing.
  private var opensQuote: Bool {
    let isBehindSpace = index == 0 || punctuation.isSpace(scalars[index - 1])
    let isBeforeSpace = index + 1 == scalars.count || punctuation.isSpace(scalars[index + 1])
    return isBehindSpace || punctuation.isMinus(scalars[index - 1]) || !isBeforeSpace
  }

  private mutating func quoted(_ role: Pattern.Role) -> Word {
    let start = index + 1
    let end = scalars[start...].firstIndex(where: punctuation.isQuote) ?? scalars.count
    index = min(end + 1, scalars.count)
    return Word(scalars: scalars[start..<end], role: role, isQuoted: true)
  }

  private mutating func typed(_ role: Pattern.Role) -> Word {
    let start = index
    index += 1
    while index < scalars.count, !punctuation.isSpace(scalars[index]),
      !punctuation.parts(index, of: scalars)
    {
      index += 1
    }
    // A quote that closes nothing goes with the word before it.
    let word = scalars[start..<index]
    if index < scalars.count, scalars[index] == "\u{201D}" { index += 1 }
    return Word(scalars: withoutEdge(word), role: role)
  }

  /// The word up to the punctuation at its end; what cannot be seen is no end of it.
  private func withoutEdge(_ word: ArraySlice<Unicode.Scalar>) -> ArraySlice<Unicode.Scalar> {
    var end = word.endIndex
    var last = word.endIndex
    while last > word.startIndex {
      let isEdge =
        punctuation.isEdge(last - 1, of: scalars) && !punctuation.isKey(last - 1, of: scalars)
      guard isEdge || punctuation.isInvisible(word[last - 1]) else { break }
      last -= 1
      if isEdge { end = last }
    }
    return word[..<end]
  }
}
