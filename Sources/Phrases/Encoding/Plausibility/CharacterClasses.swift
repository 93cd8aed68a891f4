/// How likely characters are in a language of East Asia.
struct CharacterClasses: Sendable {
  /// By the language's tag (`zh-Hant`); parsed with the first file that needs it.
  static let byLanguage: [String: CharacterClasses] = {
    let lines = "\(CharacterClassesText.lines)".split(separator: "\n")
    return Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let parts = line.split(separator: " ")
        return (String(parts[0]), CharacterClasses(String(parts[0]), parts[1...]))
      })
  }()

  private var bits: [UInt32: UInt8] = [:]
  private let language: String

  private init(_ language: String, _ classes: ArraySlice<Substring>) {
    self.language = language
    var cost: UInt8 = 0
    for part in classes {
      if let number = UInt8(part) {
        cost = number
      } else {
        for scalar in part.unicodeScalars { bits[scalar.value] = cost }
      }
    }
  }

  /// How unlikely a character outside ASCII is, in half bits.
  ///
  /// What stands in no list gets a cost by its kind: punctuation that every text has, characters that
  /// lists have now and then, and those that nobody writes.
  func cost(_ scalar: UInt32, after last: UInt32) -> Int {
    if let bits = bits[scalar] { return 2 * Int(bits) }
    if let cost = CharacterClasses.punctuation[scalar] {
      // Korean has the punctuation of ASCII.
      return language == "ko" ? cost + 14 : cost
    }
    let isKana = (0xFF61...0xFF9F).contains(last)
    switch scalar {
    case 0xFF9E...0xFF9F where !isKana: return 60
    case 0xFF61...0xFF9F:
      // A file has whole words of half-width kana; one alone between other characters is chance.
      let wide = CharacterClasses.wideKana[Int(scalar - 0xFF61)]
      let kana = language == "ja" ? bits[wide] ?? 7 : 14
      return 2 * Int(kana) + 2 + (isKana ? 0 : 16)
    case 0xFF01...0xFF5E: return 20
    case 0x0370...0x04FF: return 22
    case 0x00A0...0x024F, 0x2000...0x2BFF, 0x3000...0x303F, 0x3100...0x33FF, 0x1F000...0x1FFFF:
      return 26
    case 0x3040...0x30FF: return 28
    case 0x4E00...0x9FFF, 0xAC00...0xD7A3: return 42
    case 0x3400...0x4DBF, 0x20000...0x3FFFF: return 44
    case 0x80...0x9F, 0xE000...0xF8FF, 0xFFF0...0xFFFF: return 60
    default: return 40
    }
  }

  private static let punctuation: [UInt32: Int] = {
    let frequent = "，。、！？：；（）".unicodeScalars.map { ($0.value, 12) }
    let usual = "「」『』“”‘’《》【】〈〉—…～・·\u{3000}￥".unicodeScalars.map { ($0.value, 18) }
    return Dictionary(uniqueKeysWithValues: frequent + usual)
  }()

  /// What U+FF61 to U+FF9F are the halves of.
  private static let wideKana = Array(
    "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン゛゜"
      .unicodeScalars.map(\.value))
}
