import Phrases
import Testing

@testable import Search

/// The index chooses what the passes that forgive look at: it may lose nothing.
struct ForgivingCandidateTests {
  private static let words = [
    "发货", "时间", "退款", "快递", "order", "无理由", "7天", "重庆", "kt-42", "【", "安全", "两件", "wifi",
    "修改", "地址", "收货", "优惠券", "不能", "长城", "refund", "of", "行李", "西安",
  ]

  private static func text(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: count, using: &random)).map { _ in
      words[Int.random(in: 0..<words.count, using: &random)]
    }.joined(separator: Int.random(in: 0..<4, using: &random) == 0 ? " " : "")
  }

  private static func phrases(_ count: Int, _ random: inout SeededGenerator) -> [Phrase] {
    (0..<count).map { index in
      Samples.phrase(
        text(0...4, &random), text: text(0...2, &random), keywords: [text(0...1, &random)],
        code: index % 7 == 0 ? text(0...1, &random) : "", id: "\(index)", isDraft: index % 17 == 0)
    }
  }

  /// The same phrases in segments too small to have an index.
  private static func unindexed(_ phrases: [Phrase]) -> Library {
    Library(
      segments: stride(from: 0, to: phrases.count, by: Segment.worthIndexing - 1).map {
        Segment(Array(phrases[$0..<min($0 + Segment.worthIndexing - 1, phrases.count)]))
      })
  }

  /// Parts of a title as somebody types them who slips or leaves something out.
  private static func query(for title: String, _ random: inout SeededGenerator) -> String {
    let table = ReadingTable.shared
    let isInitials = Int.random(in: 0..<4, using: &random) == 0
    let isWritten = Int.random(in: 0..<5, using: &random) == 0
    var characters = Array(title.prefix(6))
    if characters.count > 3, Bool.random(using: &random) {
      characters.remove(at: Int.random(in: 1..<characters.count - 1, using: &random))
    }
    var typed: [Character] = []
    for character in characters {
      let unit = UnitFolder.shared.unitsAndOffsets(of: String(character)).units.first ?? 0
      guard !isWritten, let reading = table.readings(ofSet: Int(table.sets[Int(unit)])).first else {
        typed.append(character)
        continue
      }
      let letters = table.syllables[Int(reading)].letters.map { Character(Unicode.Scalar($0)) }
      typed += isInitials ? letters.prefix(1) : letters[...]
    }
    guard typed.count > 2 else { return "fauho" }
    let index = Int.random(in: 0..<typed.count - 1, using: &random)
    switch Int.random(in: 0..<7, using: &random) {
    case 0: typed.swapAt(index, index + 1)
    case 1: typed.remove(at: index)
    case 2: typed.insert(typed[index], at: index)
    case 3: typed[index] = "qwertasdfgzxcvbhuijnmklop".randomElement(using: &random) ?? "a"
    case 4: typed.insert(" ", at: index + 1)
    case 5: typed[index] = "货活收手退推".randomElement(using: &random) ?? "活"
    default: break
    }
    return String(typed)
  }

  /// What a pass finds when it looks at a library alone.
  private func result(_ query: Query, _ library: Library, _ tier: Tier, limit: Int) -> SearchResult
  {
    var best = BestHits(limit: limit)
    guard
      var pass = ForgivingPass(
        query: query, library: library, scope: .all, prior: .none, tier: tier, except: [])
    else { return .none }
    var work = 0
    while !pass.isFinished { pass.advance(into: &best, &work, until: work + 5_000) }
    return SearchResult(hits: best.hits, total: pass.found, isTotalExact: true)
  }

  /// Only those that nothing else finds, as a search asks for them.
  private func isComparable(_ query: Query, _ library: Library) -> Bool {
    var run = SearchRun(query: query, library: library, limit: 0)
    run.rank()
    return run.result.total == 0
  }

  @Test(arguments: [1, 2] as [UInt64])
  func `hits are those of looking at every phrase`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let phrases = ForgivingCandidateTests.phrases(10_000, &random)
    // One with an index of two chunks, one without, and one of both kinds of parts.
    let indexed = Library(phrases)
    let plain = ForgivingCandidateTests.unindexed(phrases)
    let mixed = Library(segments: [
      Segment(Array(phrases[..<100])), Segment(Array(phrases[100..<9_950])),
      Segment(Array(phrases[9_950...])),
    ])
    var (compared, found) = (0, 0)
    for _ in 0..<150 {
      let title = phrases[Int.random(in: 0..<phrases.count, using: &random)].title
      let query = Query(ForgivingCandidateTests.query(for: title, &random))
      guard !query.isEmpty, isComparable(query, indexed) else { continue }
      for tier in [Tier.typo, .gapped] {
        let all = result(query, plain, tier, limit: phrases.count)
        compared += 1
        if all.total > 0 { found += 1 }
        for library in [indexed, mixed] {
          #expect(
            result(query, library, tier, limit: phrases.count) == all,
            "seed \(seed), query \(query.text), \(tier)")
          let few = result(query, library, tier, limit: 20)
          #expect(
            few.hits == Array(all.hits.prefix(20)) && few.total == all.total,
            "seed \(seed), query \(query.text), \(tier)")
        }
      }
    }
    #expect(compared > 60 && found > compared / 6, "tests too little: \(compared), \(found)")
  }

  @Test(
    arguments: [
      ("xiugiadizhi", Tier.typo), ("chongqinchangcheng", .typo), ("refnud", .typo),
      ("yhqdj", .gapped), ("退流", .gapped), ("refundorder", .gapped),
    ])
  func `the index leaves few phrases`(query: String, tier: Tier) throws {
    let titles = ["发货时间", "退款流程", "修改地址", "优惠券不能叠加", "重庆长城", "refund of order"]
    let phrases = (0..<6_000).map {
      Samples.phrase(titles[$0 % titles.count] + "（\($0)）", id: "\($0)")
    }
    let chunk = try #require(Segment(phrases).chunks.first)
    let matcher = try #require(ForgivingMatcher(Query(query), tier: tier))
    var left = [UInt64](repeating: ~0, count: chunk.wordCount)
    let work = matcher.narrow(&left, to: chunk)
    #expect((1_000...2_000).contains(left.reduce(0) { $0 + $1.nonzeroBitCount }))
    #expect(work > 0)
  }
}
