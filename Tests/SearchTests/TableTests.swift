import Testing

@testable import Search

struct TableTests {
  private let readings = ReadingTable.shared

  private func checksum(_ text: StaticString) -> UInt64 {
    text.withUTF8Buffer { bytes in
      bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }
  }

  private func readings(of character: Unicode.Scalar) -> [String] {
    guard let (unit, rest) = UnitFolder.shared.units(of: character.value), rest == 0 else {
      return []
    }
    return readings.readings(ofSet: Int(readings.sets[Int(unit)])).map {
      String(decoding: readings.syllables[Int($0)].letters, as: UTF8.self)
    }
  }

  @Test func `the tables are what the generator wrote`() {
    #expect(checksum(ReadingsText.lines) == ReadingsText.linesChecksum)
    #expect(checksum(FoldingText.simplified) == FoldingText.simplifiedChecksum)
    #expect(checksum(FoldingText.plain) == FoldingText.plainChecksum)
    #expect(checksum(FoldingText.composed) == FoldingText.composedChecksum)
  }

  private var hanSets: [UInt16] { readings.sets.filter(readings.isHan) }

  @Test func `all of the readings are decoded`() {
    let aloud = Unit.readAloud.count
    #expect(readings.syllables.count == ReadingsText.syllableCount + Numeral.digits.count)
    #expect(readings.astral.count == ReadingsText.astralCount)
    #expect(hanSets.count == ReadingsText.characterCount)
    #expect(readings.sets.count { $0 != 0 } == ReadingsText.characterCount + aloud)
    #expect(readings.readings(ofSet: 0).isEmpty)
  }

  @Test func `some characters have several readings`() {
    let digits = readings.syllables.indices.suffix(Numeral.digits.count).map { UInt16($0) }
    let polyphonic = hanSets.count { set in
      readings.readings(ofSet: Int(set)).count { !digits.contains($0) } > 1
    }
    #expect(polyphonic == ReadingsText.polyphonicCount)
  }

  @Test func `digits are read aloud, and numerals typed as digits`() {
    #expect(readings(of: "2") == ["er", "liang"])
    #expect(readings(of: "７") == ["qi"])
    #expect(readings(of: "七") == ["qi", "7"])
    #expect(readings(of: "兩") == ["liang", "2"])
    for digit in "0123456789".unicodeScalars {
      let set = Int(readings.sets[Int(digit.value)])
      #expect(!readings.isHan(set: UInt16(set)))
      for syllable in readings.readings(ofSet: set).map(Int.init) {
        #expect(readings.rank(of: syllable, inSet: set) == .aloud)
      }
    }
  }

  @Test func `the way back from sets leads to the same`() {
    for set in 1..<readings.setCount {
      #expect(readings.units(ofSet: set).allSatisfy { Int(readings.sets[Int($0)]) == set })
      for syllable in readings.readings(ofSet: set) {
        #expect(readings.sets(withSyllable: Int(syllable)).contains(UInt16(set)))
      }
    }
    let units = (1..<readings.setCount).reduce(0) { $0 + readings.units(ofSet: $1).count }
    #expect(units == ReadingsText.characterCount + Unit.readAloud.count)
  }

  @Test(
    arguments: [
      ("发", ["fa"]), ("重", ["zhong", "chong"]), ("还", ["hai", "huan"]), ("款", ["kuan"]),
      ("喝", ["he"]), ("女", ["nv"]), ("略", ["lve"]), ("六", ["liu", "lu", "6"]),
      ("〇", ["ling", "0"]), ("厦", ["xia", "sha"]),
      ("地", ["di", "de"]), ("着", ["zhe", "zhao", "zhuo"]), ("嗯", ["en", "n", "ng"]),
      ("儿", ["er", "r"]),
      ("𠮷", ["ji"]), ("𰻝", ["biang"]), ("镕", ["rong"]), ("a", []), ("の", []),
    ] as [(Unicode.Scalar, [String])])
  func `a character has the readings of today's dictionaries`(
    character: Unicode.Scalar, expected: [String]
  ) {
    #expect(readings(of: character) == expected)
  }

  @Test func `a traditional character is also read as its simplified form`() {
    #expect(readings(of: "還").contains("huan"))
    #expect(readings(of: "乾").contains("qian") && readings(of: "乾").contains("gan"))
    #expect(!readings(of: "干").contains("qian"))
  }

  @Test(arguments: [
    ("Ａｂ１", "ab1"), ("ÀÉÎõü", "aeiou"), ("e\u{301}\u{200B}x\u{FEFF}", "ex"), ("㎏", "㎏"),
    ("ＡＢ　Ｃ", "ab c"), ("使用 iPhone 手机", "使用iphone手机"), ("a \t\u{3000} b", "a b"), ("don’t", "dont"),
    ("￥99", "¥99\u{2}"), ("满99.5元", "满\u{2}99.5元"), ("¥99元", "¥99元"), ("¥1,299，", "¥1,299\u{2},"),
    ("1.", "1."), ("……", "…"), ("a...b", "a…b"), ("..….", "…"), ("〜", "~"), ("①", "1"),
    ("カ\u{3099}", "カ"), ("ガ", "カ"), ("ｶﾞ", "カ"), ("⼀", "一"),
    ("\u{F9DC}", "隆"), ("a\r\nb", "a\n\nb"), ("a\u{0}b", "ab"), ("Ｋ\u{212A}", "kk"), ("ΑΣς", "ασσ"),
  ])
  func `width, case, accents and what cannot be seen are folded`(text: String, expected: String) {
    #expect(UnitFolder.shared.unitsAndOffsets(of: text).units == Array(expected.utf16))
  }

  @Test func `forms of a character are found from each of them`() {
    let forms = Set("发發髮".utf16)
    for unit in forms { #expect(Set(FoldingTable.shared.forms(of: unit)) == forms) }
    #expect(Array(FoldingTable.shared.forms(of: 0x41)) == [0x41])
  }

  @Test func `characters outside the BMP stay apart`() {
    let folder = UnitFolder.shared
    #expect(folder.unitsAndOffsets(of: "😊").units == Array("😊".utf16))
    #expect(folder.unitsAndOffsets(of: "😊a").offsets == [0, 0, 1])
    let known = folder.unitsAndOffsets(of: "𠮷野").units
    #expect(known.count == 2 && Unit.knownAstral.contains(known[0]))
  }
}
