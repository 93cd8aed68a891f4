import Phrases
import Testing

@testable import Search

struct HighlighterTests {
  /// What folds to no unit, to two or to another number of units than it has scalars, what joins
  /// its neighbour in a grapheme cluster, and plain text between it.
  private static let odd = [
    "发", "货", "退", "款", "發", "貨", "西", "安", "女", "两", "7", "99", "元", "¥", "￥", ".", "...",
    "…", "……", " ", "  ", "\u{3000}", "-", "‐", "_", "a", "fa", "KT", "ｆ", "Ａ", "é", "e\u{301}",
    "u\u{308}", "ü", "\u{301}", "\u{200B}", "\u{200D}", "\u{FE0F}", "\u{AD}", "\u{FEFF}", "\u{0}",
    "\r\n", "\n", "\r", "\t", "\"", "'", "’", "，", "【", "}", "😊", "❤️", "❤", "👨‍👩‍👧", "👍🏽", "🏽", "🇨🇳",
    "🇨", "1️⃣", "©", "𠮷", "𡃁", "𰻝", "䶮", "〇", "の", "が", "か\u{3099}", "ｶﾞ", "한", "\u{1112}\u{1161}",
    "\u{11AB}", "\u{902}", "क", "\u{94D}", "ก", "ำ", "\u{600}", "ﬁ", "㎏", "Ⅳ", "①", "ß", "\u{F900}",
    "\u{E000}", "\u{E0061}", "\u{40000}", "\u{FFFD}", "\u{10FFFF}",
  ]
  private static let plain = ["发", "货", "退", "款", "的", "时", "间", "，", "f", "h", "1", " "]
  private static let typed = [
    "f", "h", "fa", "huo", "fh", "fahuo", "t", "tk", "xi'an", "nv", "yuan", "99", "7", "kt", "e",
    "fahou", "fauho", "tuikaun", "hahuo", "\"", " ", " -", "-",
  ]

  private static func text(_ lengths: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
    let isPlain = Bool.random(using: &random)
    return (0..<Int.random(in: lengths, using: &random)).map { _ in
      (isPlain || Bool.random(using: &random) ? plain : odd).randomElement(using: &random) ?? ""
    }.joined()
  }

  private static func phrase(_ id: Int, _ random: inout SeededGenerator) -> Phrase {
    let keywords = (0..<Int.random(in: 0...3, using: &random)).map { _ in text(0...3, &random) }
    return Samples.phrase(
      text(0...8, &random), text: text(0...25, &random), keywords: keywords,
      code: text(0...3, &random), path: (0..<3).map { _ in text(0...2, &random) }, id: "\(id)")
  }

  private static func query(_ random: inout SeededGenerator) -> String {
    // Now and then one of more than 63 units.
    let isLong = Int.random(in: 0..<40, using: &random) == 0
    let count = isLong ? 80 : Int.random(in: 1...5, using: &random)
    let pieces = [typed, plain, odd].randomElement(using: &random) ?? typed
    return (0..<count).map { _ in
      (Bool.random(using: &random) ? pieces : typed + plain).randomElement(using: &random) ?? ""
    }.joined()
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `marks read off the library are those found in the strings`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var told: [Tier: Int] = [:]
    for round in 0..<150 {
      let phrases = (0..<20).map { HighlighterTests.phrase($0, &random) }
      // Some numbers are no positions.
      let library = Library(Array(phrases[..<10]))
        .applying(removing: [phrases[3].key], adding: Array(phrases[9...]))
      for _ in 0..<10 {
        let query = Query(HighlighterTests.query(&random))
        var highlighter = Highlighter(query)
        for tier in Tier.allCases {
          let matcher = ForgivingMatcher(query, tier: tier)
          let strings = StringMatches(query, foundBy: tier)
          for number in library.numbers {
            let phrase = library.phrase(number)
            let expected =
              tier <= .fuzzySound
              ? strings.matches(in: phrase)
              : matcher.map { StringMatches.matches(in: phrase, $0) } ?? []
            let matches = highlighter.matches(of: number, in: library, foundBy: tier)
            told[tier, default: 0] += matches.count
            guard matches == expected else {
              Issue.record(
                """
                seed \(seed), round \(round), query \(query.text), \(tier): \(matches), not \
                \(expected), in \(phrase)
                """)
              return
            }
          }
        }
      }
    }
    #expect(
      Tier.allCases.allSatisfy { told[$0, default: 0] > 100 },
      "seed \(seed) tests too little: \(told)")
  }

  @Test func `marks in long words are those found in the strings`() {
    let word = String(repeating: "发货退款", count: 20)
    let phrase = Samples.phrase(
      "退款" + word, text: "x" + word + word, keywords: ["款", word], code: word, path: ["客服", word])
    let library = Library([phrase])
    for query in [word, word + " 客服", String(repeating: "fahuotuikuan", count: 20)] {
      let query = Query(query)
      var highlighter = Highlighter(query)
      let matches = highlighter.matches(
        of: PhraseNumber(rawValue: 0), in: library, foundBy: .exact)
      #expect(matches.count >= 5)
      #expect(matches == StringMatches(query, foundBy: .exact).matches(in: phrase))
    }
  }

  @Test func `what stands alone never joins a grapheme cluster`() {
    for value in (0...0x10FFFF) as ClosedRange<UInt32> where GraphemeBorder.standsAlone(value) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: ["发", scalar, scalar, "a", scalar, "한", "발", scalar])
      guard String(text).count == 8 else {
        Issue.record("U+\(String(value, radix: 16)) joins a cluster")
        return
      }
    }
  }

  @Test(arguments: ["\u{301}", "\u{489}", "\u{20DD}", "\u{FE0F}", "\u{5B0}"])
  func `a run of marks belongs to what stands before it`(mark: String) {
    let marks = String(repeating: mark, count: 3_000)
    let title = "发\(marks)货e\(mark)\(mark)x\(marks)y"
    let count = title.unicodeScalars.count
    #expect(title.rangesOfClusters(covering: [0..<1]) == [0..<3_001])
    #expect(title.rangesOfClusters(covering: [1_500..<1_501]) == [0..<3_001])
    #expect(title.rangesOfClusters(covering: [3_001..<3_003]) == [3_001..<3_005])
    #expect(
      title.rangesOfClusters(covering: [3_005..<3_006, count - 1..<count]) == [3_005..<count])
    #expect(marks.rangesOfClusters(covering: [2_999..<3_000]) == [0..<3_000])
  }
}
