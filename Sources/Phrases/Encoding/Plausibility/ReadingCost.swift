/// How unlikely it is that somebody wrote what a text reads in one encoding.
///
/// All encodings explain the same bytes, so the sums of two can be compared: a difference of ten bits
/// says that one is a thousand times likelier. What stands for itself in all of them, ASCII outside words
/// with other letters, costs the same everywhere.
struct ReadingCost {
  /// Half bits.
  private(set) var total = 0
  /// Half bits more, or fewer, than a text of its language usually has.
  private(set) var surplus = 0
  /// The characters that `surplus` is of.
  private(set) var characters = 0

  /// What one character usually costs, in half bits: measured on lists of every language.
  private static let usualCharacter = 20
  private static let usualLetter = 10
  private static let usualEdge = 2
  private static let ascii = 10
  /// A character where none is: a 汉字 alone within a word, a sign between two letters.
  private static let misplaced = 24
  /// How much a line costs that is not in the language of the one before, and a word in a line.
  private static let anotherLine = 4
  private static let anotherWord = 12

  /// Adds a line in a language of East Asia, the likeliest of some.
  mutating func add(_ line: ArraySlice<UInt32>, _ languages: [CharacterClasses]) {
    let foreign = line.count { $0 >= 0x80 }
    let cost =
      languages.map { language in
        var cost = 0
        var last: UInt32 = 0
        for scalar in line where scalar >= 0x80 || last >= 0x80 {
          if scalar >= 0x80 { cost += language.cost(scalar, after: last) }
          last = scalar
        }
        return cost
      }.min() ?? 0
    let islands = line.indices.dropFirst().dropLast().count { index in
      line[index] >= 0x80 && ReadingCost.isASCIILetter(line[index - 1])
        && ReadingCost.isASCIILetter(line[index + 1])
    }
    let strange = islands * ReadingCost.misplaced
    total += cost + strange + (line.count - foreign) * ReadingCost.ascii + ReadingCost.anotherLine
    surplus +=
      cost + strange + ReadingCost.anotherLine - foreign * ReadingCost.usualCharacter
    characters += foreign
  }

  /// Adds a line in a language that is written with letters, the likeliest of some.
  mutating func add(_ line: ArraySlice<UInt32>, _ languages: [LetterPairs]) {
    var words: [ArraySlice<UInt32>] = []
    var index = line.startIndex
    while index < line.endIndex {
      let start = index
      while index < line.endIndex, ReadingCost.isLetter(line[index]) { index += 1 }
      if start < index {
        let word = line[start..<index]
        if word.contains(where: { $0 >= 0x80 }) {
          words.append(word)
        } else {
          total += word.count * ReadingCost.ascii
        }
        continue
      }
      add(sign: line[index], isInWord: isInWord(index, of: line))
      index += 1
    }
    add(words, languages)
  }

  private func isInWord(_ index: Int, of line: ArraySlice<UInt32>) -> Bool {
    index > line.startIndex && index + 1 < line.endIndex && ReadingCost.isLetter(line[index - 1])
      && ReadingCost.isLetter(line[index + 1])
  }

  private mutating func add(sign: UInt32, isInWord: Bool) {
    guard sign >= 0x80 else {
      total += ReadingCost.ascii
      return
    }
    characters += 1
    if ReadingCost.signs.contains(sign) {
      total += 16
    } else {
      let cost = sign >= 0xA0 ? 28 : 60
      total += cost
      surplus += cost - ReadingCost.usualLetter
    }
    if isInWord, !ReadingCost.joining.contains(sign) {
      total += ReadingCost.misplaced
      surplus += ReadingCost.misplaced
    }
  }

  private mutating func add(_ words: [ArraySlice<UInt32>], _ languages: [LetterPairs]) {
    guard !words.isEmpty else { return }
    let costs = languages.map { language in words.map(language.cost) }
    guard let line = costs.min(by: { $0.reduce(0, +) < $1.reduce(0, +) }) else { return }
    for (index, word) in words.enumerated() {
      let elsewhere = costs.map { $0[index] }.min() ?? line[index]
      let cost = min(line[index], elsewhere + ReadingCost.anotherWord)
      total += cost
      surplus += cost - word.count * ReadingCost.usualLetter - ReadingCost.usualEdge
      characters += word.count
    }
    total += ReadingCost.anotherLine
  }

  /// What lists in every language have outside ASCII.
  private static let signs = Set(
    "“”„‚’‘–—…«»€\u{A0}°§©®™·•¿¡£№ªº×".unicodeScalars.map(\.value))
  /// What stands between two letters of a word.
  private static let joining = Set("’·\u{AD}\u{A0}—–/".unicodeScalars.map(\.value))

  private static func isASCIILetter(_ scalar: UInt32) -> Bool {
    (0x61...0x7A).contains(scalar | 0x20)
  }

  private static func isLetter(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return isASCIILetter(scalar) }
    if scalar == 0xAA || scalar == 0xBA { return false }
    return Unicode.Scalar(scalar)?.properties.isAlphabetic ?? false
  }
}
