import Glibc
import Phrases
import Testing

@testable import Search

/// How many times as much is tried; ROUNDS=50 is ten thousand queries.
private let rounds = getenv("ROUNDS").flatMap { Int(String(cString: $0)) } ?? 1

/// Queries, messages and phrases that nobody would write: what they cost is bounded, and what is
/// said of them is true.
struct MutationTests {
  /// What mutations start from: something for every branch of folding, parsing and walking.
  private static let seeds = [
    "发货时间", "tuikuan", "shishishishi", "xi'an", "zhuang", "lü", "u\u{308}", "7天无理由", "KT-4251-R2",
    "¥99", "99元", "1,234.5元", "…", "....", "\"收件\"", "\"", "-定金", "--", "-\"a b\"", "aaaaaaaaaaaa",
    "a-a_a\u{2010}a", "ＡＢＣ１２３", "\u{3000}", "發貨乾淨", "𠮷野家", "𰻝面", "👨‍👩‍👧", "🇨🇳🇨🇳", "❤️", "e\u{301}",
    "\u{0}", "\u{1}\u{2}", "\u{FFFD}", "\u{FFFF}", "\u{40000}", "\u{10FFFF}", "\u{E0061}",
    "\u{200B}",
    "\u{202E}", "\r\n", "【公告】", "のカ\u{3099}", "한국", "ng", "cv;", "vsgo", "您好请问",
    "refunded deliveries",
  ]

  /// Some bytes of two seeds, a few of them struck by chance; what is no UTF-8 becomes U+FFFD.
  private static func text(_ longest: Int, _ random: inout SeededGenerator) -> String {
    var bytes: [UInt8] = []
    while bytes.count < longest {
      let seed = Array((seeds.randomElement(using: &random) ?? "").utf8)
      let start = Int.random(in: 0...seed.count, using: &random)
      bytes += Bool.random(using: &random) ? seed[...] : seed[start...]
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes.append(UInt8.random(in: 0...255, using: &random))
      case 1: bytes.append(UInt8(ascii: " "))
      case 2: bytes += bytes.suffix(3)
      case 3 where !bytes.isEmpty: bytes.remove(at: Int.random(in: bytes.indices, using: &random))
      case 4, 5: return String(decoding: bytes.prefix(longest), as: UTF8.self)
      default: break
      }
    }
    return String(decoding: bytes.prefix(longest), as: UTF8.self)
  }

  private static func phrases(_ count: Int, _ random: inout SeededGenerator) -> [Phrase] {
    (0..<count).map { index in
      func text(_ longest: Int) -> String {
        Int.random(in: 0..<4, using: &random) == 0 ? "" : MutationTests.text(longest, &random)
      }
      return Samples.phrase(
        text(40), text: text(index % 50 == 0 ? 2_000 : 120),
        keywords: (0..<index % 4).map { _ in text(20) }, code: text(12),
        path: [text(10), text(10), text(10)], id: "\(index)", isDraft: index % 19 == 0)
    }
  }

  private static func options(_ random: inout SeededGenerator) -> SearchOptions {
    SearchOptions(
      fuzzySounds: Set(
        [[], FuzzySound.allCases, [.nL, .anAng]].randomElement(using: &random) ?? []),
      doublePinyin: ([nil] + DoublePinyin.allCases).randomElement(using: &random) ?? nil,
      forgivesTypos: Bool.random(using: &random))
  }

  /// A library with an index; the same phrases in segments too small for one; and their units.
  private struct Sample {
    let indexed: Library
    let plain: Library
    let units: Int

    init(_ phrases: [Phrase]) {
      let size = Segment.worthIndexing - 1
      indexed = Library(phrases)
      plain = Library(
        segments: stride(from: 0, to: phrases.count, by: size).map {
          Segment(Array(phrases[$0..<min($0 + size, phrases.count)]))
        })
      units = indexed.parts.reduce(0) { $0 + $1.segment.units.count + $1.segment.pathUnits.count }
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `any query on any phrases ends, and what it finds is there`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sample = Sample(MutationTests.phrases(300, &random))
    var found = 0
    for _ in 0..<50 * rounds {
      let text = MutationTests.text(Int.random(in: 0...100, using: &random), &random)
      let query = Query(text, options: MutationTests.options(&random))
      let name = "seed \(seed), query \(Array(text.utf8)), options \(query.options)"
      let runs = [sample.indexed, sample.plain].map { library in
        var run = SearchRun(query: query, library: library, limit: 20)
        while !run.advance(by: 20_000) {}
        return run
      }
      #expect(runs[0].result == runs[1].result, "\(name)")
      // In four passes each word is followed once from every unit in each of seven tables.
      let length = query.patterns.reduce(1) { $0 + 4 + $1.count }
      #expect(runs.allSatisfy { $0.work <= 4 * 7 * length * sample.units }, "\(name)")

      found += runs[0].result.hits.count
      var highlighter = Highlighter(query)
      for hit in runs[0].result.hits {
        let phrase = sample.indexed.phrase(hit.number)
        let library = sample.indexed
        MutationTests.check(
          highlighter.matches(of: hit.number, in: library, foundBy: hit.tier), of: phrase, name)
        _ = highlighter.explanation(of: hit.number, in: library, foundBy: hit.tier)
      }
      let any = sample.indexed.phrase(
        PhraseNumber(rawValue: Int32.random(in: 0..<300, using: &random)))
      for tier in Tier.allCases {
        MutationTests.check(highlighter.matches(in: any, foundBy: tier), of: any, name)
      }
    }
    #expect(found > 50, "seed \(seed) tests too little: \(found) found")
  }

  @Test(arguments: [11, 12] as [UInt64])
  func `any message on any phrases ends, and what it shares is there`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sample = Sample(MutationTests.phrases(300, &random))
    for _ in 0..<25 * rounds {
      let text = MutationTests.text(Int.random(in: 0...600, using: &random), &random)
      let name = "seed \(seed), message \(Array(text.utf8))"
      let message = Message(text)
      for library in [sample.indexed, sample.plain] {
        var run = SuggestionRun(message: text, library: library, limit: 20)
        while !run.advance(by: 20_000) {}
        #expect(run.work <= 10 * sample.units, "\(name)")
        for hit in run.result.hits {
          let phrase = library.phrase(hit.number)
          #expect(!phrase.isDraft)
          MutationTests.check(message.matches(in: phrase), of: phrase, name)
        }
      }
    }
  }

  /// Ranges lie in their fields, ascend, are apart from each other, and are none of them empty.
  private static func check(_ matches: [Match], of phrase: Phrase, _ name: String) {
    for match in matches {
      let field =
        switch match.field {
        case .title: phrase.title
        case .text: phrase.text
        case .keyword(let index): phrase.keywords[index]
        case .code: phrase.code
        case .department: phrase.department
        case .category: phrase.category
        case .subcategory: phrase.subcategory
        }
      var end = -1
      for range in match.ranges {
        #expect(range.lowerBound > end && !range.isEmpty, "\(name)")
        end = range.upperBound
      }
      #expect(!match.ranges.isEmpty && end <= field.unicodeScalars.count, "\(name)")
    }
  }
}
