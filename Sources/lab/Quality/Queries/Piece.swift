import Search

/// A few letters of a title that stand together, and the ways of typing them.
struct Piece: Sendable {
  typealias Sign = Wanted.Sign

  let letters: [Letter]

  init(_ letters: some Sequence<Letter>) { self.letters = Array(letters) }

  var hasHanzi: Bool { letters.contains(where: \.isHanzi) }
  var isHanzi: Bool { letters.allSatisfy(\.isHanzi) }

  /// As it stands in the title.
  var asWritten: String { text { String($0.original) } }
  /// Full pinyin, Latin letters and digits in lower case.
  var pinyin: String { text { $0.reading?.syllable ?? String($0.scalar) } }
  /// The first letter of each syllable.
  var initials: String { text { String(($0.reading?.syllable ?? String($0.scalar)).prefix(1)) } }

  func text(_ spelling: (Letter) -> String) -> String { letters.map(spelling).joined() }

  // MARK: - What is meant by them

  var characters: [Sign] { letters.map { .character($0.scalar) } }
  var sounds: [Sign] { signs { .sound($0) } }
  var firstSounds: [Sign] { signs { .beginning(String($0.prefix(1))) } }

  private func signs(_ sign: (String) -> Sign) -> [Sign] {
    letters.map { letter in
      letter.reading.map { sign($0.syllable) } ?? .character(letter.scalar)
    }
  }

  // MARK: - Other ways of typing it

  /// Full pinyin with the last syllable cut; nil where it cannot be.
  func partial(_ random: inout SeededGenerator) -> (text: String, signs: [Sign])? {
    guard letters.count > 1, let last = letters.last?.reading?.syllable, last.count > 1 else {
      return nil
    }
    let kept = String(last.prefix(Int.random(in: 1..<last.count, using: &random)))
    return (
      Piece(letters.dropLast()).pinyin + kept, Array(sounds.dropLast()) + [.beginning(kept)]
    )
  }

  /// Each letter as 汉字, syllable or initial; nil unless that mixes at least two of these.
  func mixed(_ random: inout SeededGenerator) -> (text: String, signs: [Sign])? {
    guard letters.count > 1, hasHanzi else { return nil }
    var text = ""
    var signs: [Sign] = []
    var ways: Set<Int> = []
    for letter in letters {
      guard let syllable = letter.reading?.syllable else {
        text.unicodeScalars.append(letter.scalar)
        signs.append(.character(letter.scalar))
        ways.insert(0)
        continue
      }
      let way = Int.random(in: 0..<3, using: &random)
      ways.insert(way)
      switch way {
      case 0:
        text.unicodeScalars.append(letter.original)
        signs.append(.character(letter.scalar))
      case 1:
        text += syllable
        signs.append(.sound(syllable))
      default:
        text += syllable.prefix(1)
        signs.append(.beginning(String(syllable.prefix(1))))
      }
    }
    return ways.count > 1 ? (text, signs) : nil
  }

  /// Two keys for each 汉字; nil where one cannot be typed so.
  func doublePinyin(_ layout: DoublePinyin) -> String? {
    let keys = DoublePinyinKeys.of(layout)
    var text = ""
    for letter in letters {
      guard let syllable = letter.reading?.syllable else {
        text.unicodeScalars.append(letter.scalar)
        continue
      }
      guard let pair = keys.keys(of: syllable) else { return nil }
      text += pair
    }
    return hasHanzi ? text : nil
  }

  /// Full pinyin with one sound taken for another; nil where none can be.
  func withFuzzySound(_ random: inout SeededGenerator) -> String? {
    let choices = letters.indices.flatMap { index in
      FuzzySounds.variants(of: letters[index].reading?.syllable ?? "").map { (index, $0) }
    }
    guard !choices.isEmpty else { return nil }
    let (index, variant) = random.pick(choices)
    return Piece(letters[..<index]).pinyin + variant + Piece(letters[(index + 1)...]).pinyin
  }

  /// In traditional 汉字; nil where that is no other.
  var traditional: String? {
    let text = text { String(TraditionalForms.shared.traditional($0.original)) }
    return text == asWritten ? nil : text
  }
}
