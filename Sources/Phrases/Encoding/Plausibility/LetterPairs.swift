/// How likely words of a language are, by the letters that follow each other in it.
struct LetterPairs: Sendable {
  /// The languages of a Windows code page (`1252`); parsed with the first file that needs it.
  static let byPage: [String: [LetterPairs]] = {
    let lines = "\(LetterPairsText.lines)".split(separator: "\n")
    let languages = lines.map { $0.split(separator: " ") }
    return Dictionary(grouping: languages) { String($0[0]) }
      .mapValues { $0.map { LetterPairs(alphabet: $0[2], rows: $0[3...]) } }
  }()

  /// A letter's row and column, from 1; 0 is the edge of a word.
  private var letters: [UInt32: (index: Int, isUpper: Bool)] = [:]
  /// Half bits of each letter behind each.
  private var pairs: [Int] = []
  private let width: Int

  private init(alphabet: Substring, rows: ArraySlice<Substring>) {
    width = alphabet.unicodeScalars.count + 1
    for (index, letter) in alphabet.unicodeScalars.enumerated() {
      letters[letter.value] = (index + 1, false)
      let upper = letter.properties.uppercaseMapping.unicodeScalars
      if upper.count == 1, let upper = upper.first, upper != letter {
        letters[upper.value] = (index + 1, true)
      }
    }
    for row in rows { pairs += row.utf8.map { Int($0) - 48 } }
  }

  /// How unlikely a word is, in half bits.
  func cost(_ word: ArraySlice<UInt32>) -> Int {
    var cost = 0
    var last = 0
    var lastIsUpper: Bool?
    for scalar in word {
      guard let letter = letters[scalar] else {
        cost += scalar < 0x80 ? 18 : 32
        last = 0
        lastIsUpper = false
        continue
      }
      if letter.isUpper {
        // A capital begins a word or follows one; in the middle it is the sign of a wrong code page.
        cost += lastIsUpper.map { $0 ? 2 : 16 } ?? 4
      }
      cost += pairs[last * width + letter.index]
      last = letter.index
      lastIsUpper = letter.isUpper
    }
    return cost + pairs[last * width]
  }
}
