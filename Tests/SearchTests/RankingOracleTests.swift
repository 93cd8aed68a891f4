import Phrases
import Testing

@testable import Search

/// The index is there to be fast: what comes first, and how many there are, must not depend on it.
struct RankingOracleTests {
  private static let words = [
    "发货", "时间", "退款", "快递", "order", "无理由", "7天", "还", "kt-42", "【", "是", "两件", "2小时",
    "，", "？", " ",
  ]

  private static func text(_ count: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: count, using: &random)).map { _ in
      words[Int.random(in: 0..<words.count, using: &random)]
    }.joined()
  }

  private static func phrases(_ count: Int, _ random: inout SeededGenerator) -> [Phrase] {
    (0..<count).map { index in
      Samples.phrase(
        text(0...4, &random), text: text(0...9, &random), keywords: [text(0...2, &random)],
        code: index % 5 == 0 ? text(0...1, &random) : "", path: ["", text(0...1, &random)],
        id: "\(index)", isDraft: index % 17 == 0)
    }
  }

  /// The same phrases in segments too small to have an index.
  private static func unindexed(_ phrases: [Phrase]) -> Library {
    Library(
      segments: stride(from: 0, to: phrases.count, by: Segment.worthIndexing - 1).map {
        Segment(Array(phrases[$0..<min($0 + Segment.worthIndexing - 1, phrases.count)]))
      })
  }

  static let queries = [
    "f", "fh", "fahuo", "发货", "fahuoshijian", "shi", "sj", "tkfh", "o", "ord", "kt42", "kt", "7",
    "7t", "w", "wly", "hai", "huan", "h", "fh sj", "发货 ord", "s", "【", "2", "4", "2j", "2x",
    "7tian", "fa货", "-",
    "退款发货", "fahu", "发货 时间", "fa huo", "order kd", "shijian 是", "fahuoshij", "a", "tk发货",
    "shijian 7t", "发货 退款", "xianxian", "orderf", "zzz",
    "kd7", "d", "fh tk kd",
  ]

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `the best hits are those of a search without an index`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let phrases = RankingOracleTests.phrases(3_000, &random)
    let (indexed, plain) = (Library(phrases), RankingOracleTests.unindexed(phrases))
    let points = Dictionary(
      uniqueKeysWithValues: (0..<40).map { _ in
        PhraseNumber(rawValue: Int32.random(in: 0..<3_000, using: &random))
      }.reduce(into: Set()) { $0.insert($1) }.map { ($0, Int($0.rawValue) % 999 + 1) })
    for query in RankingOracleTests.queries {
      for (limit, prior) in [(1, Prior.none), (20, .none), (50, Prior(points)), (4_000, .none)] {
        func run(_ library: Library) -> SearchRun {
          SearchRun(query: Query(query), library: library, prior: prior, limit: limit)
        }
        var (fast, slow) = (run(indexed), run(plain))
        fast.rank()
        slow.finish()
        #expect(
          fast.result.hits == slow.result.hits, "seed \(seed), query \(query), limit \(limit)")
        fast.finish()
        #expect(fast.result == slow.result, "seed \(seed), query \(query), limit \(limit)")
      }
    }
  }

  @Test func `an estimated total is near the exact one`() {
    var random = SeededGenerator(seed: 4)
    let library = Library(RankingOracleTests.phrases(9_000, &random))
    for query in ["fahuo", "发货", "tuikuan", "order", "wlykd"] {
      var run = SearchRun(query: query, library: library, limit: 20)
      run.rank()
      let estimate = run.result
      run.finish()
      #expect(abs(estimate.total - run.result.total) <= max(60, run.result.total / 4), "\(query)")
      #expect(run.result.isTotalExact)
    }
  }

  @Test func `finding the best looks at few of many`() {
    let phrases = (0..<20_000).map { Samples.phrase("发货时间", text: "今天发货", id: "\($0)") }
    let library = Library(phrases)
    for query in ["f", "fh", "fahuo", "发货", "shijian", "tian"] {
      var run = SearchRun(query: query, library: library, limit: 50)
      run.rank()
      #expect(run.result.hits.count == 50)
      #expect(run.work < 10_000, "\(query)")
    }
  }
}
