import Glibc
import Phrases
import Testing

@testable import Search

/// How many times as much is tried; ROUNDS=50 is ten thousand messages made up, and ROUNDS=400 as
/// many on real lists.
private let rounds = getenv("ROUNDS").flatMap { Int(String(cString: $0)) } ?? 1

/// What the index leaves out of suggestions: nothing that belongs among the best.
@Suite struct SuggestCandidatesTests {
  /// The same phrases with an index and without one.
  private struct Pair {
    let indexed: Library
    let plain: Library

    init(_ phrases: [Phrase]) {
      indexed = Library(segments: [Segment(phrases, indexedFrom: 0)])
      plain = Library(segments: [Segment(phrases, indexedFrom: .max)])
    }

    func results(_ message: String) -> (indexed: SearchResult, plain: SearchResult) {
      (Self.result(message, in: indexed), Self.result(message, in: plain))
    }

    private static func result(_ message: String, in library: Library) -> SearchResult {
      var run = SuggestionRun(message: message, library: library, limit: 20)
      run.finish()
      return run.result
    }
  }

  /// Pieces of what customers and agents write, in forms of their own.
  private static let pieces = [
    "退款", "退货", "运费", "發貨", "发货", "行李", "银行", "重新", "蓝牙", "漏液", "快递", "快遞", "优惠券", "长短", "7天",
    "第3个", "SF12", "15.5", "iPhone15", "还没", "還有", "的", "了吗", "请问", "您好", "😊", "，", "。", " ", "\n",
    "の", "カード",
    "환불", "배송", "cancel", "cancelled ", "cancellation ", "cancelling ", "refunds ", "refund ",
    "policy ",
    "policies ", "the ", "ok", "ok ", "a ", "b", "заказ ", "заказы ", "café ", "cafe ", "哈哈哈哈",
    "发ok",
  ]

  private static func text(_ lengths: ClosedRange<Int>, _ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: lengths, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
  }

  private static func phrases(_ count: Int, _ random: inout SeededGenerator) -> [Phrase] {
    (0..<count).map { index in
      Samples.phrase(
        text(0...3, &random), text: text(0...12, &random),
        keywords: (0..<index % 3).map { _ in text(1...2, &random) },
        path: ["", "category \(Int.random(in: 0...20, using: &random))", ""], id: "\(index)")
    }
  }

  @Test(arguments: [1, 15, 16, 17, 130, 700])
  func `With an index and without one the first twenty are the same`(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    let pair = Pair(Self.phrases(count, &random))
    for _ in 0..<40 * rounds {
      let message = Self.text(1...9, &random)
      let (indexed, plain) = pair.results(message)
      #expect(indexed == plain, "\(message.debugDescription)")
    }
  }

  @Test func `So they are where a library is too large to score all that shares a word`() {
    var random = SeededGenerator(seed: 5)
    let pair = Pair(Self.phrases(21_000, &random))
    for _ in 0..<4 * rounds {
      let message = Self.text(3...9, &random)
      let (indexed, plain) = pair.results(message)
      #expect(indexed.hits == plain.hits, "\(message.debugDescription)")
      #expect(indexed.total <= plain.total)
    }
  }

  @Test(
    .enabled(if: SharedLists.areThere, "the folder ../shared/data is not there"),
    arguments: SharedLists.names)
  func `So they are in real lists, for messages made of other phrases`(name: String) throws {
    let phrases = try KnowledgeBase.read(SharedLists.bytes(name), ReadOptions(file: name)).phrases
    let pair = Pair(phrases)
    var random = SeededGenerator(seed: 9)
    for _ in 0..<5 * rounds {
      let message = SharedLists.message(of: phrases, &random)
      let (indexed, plain) = pair.results(message)
      #expect(indexed == plain, "\(message.debugDescription)")
    }
  }

  // MARK: - What was not found

  @Test func `A word is found however many phrases hold other words of the same sounds`() {
    let others = (0..<320).map {
      Samples.phrase("蓝牙耳机 \($0)", text: "蓝牙连接不上时，请重启蓝牙。", id: "\($0)")
    }
    let wanted = Samples.phrase("杯子", text: "这款杯子倒过来也不漏液", path: ["", "日用", ""])
    let library = Library(others + [wanted])
    var run = SuggestionRun(message: "漏液", library: library, limit: 20)
    run.finish()
    #expect(run.result.hits.map { library.phrase($0.number).title } == ["杯子"])
  }

  @Test(arguments: ["cancel", "cancelled", "cancelling", "cancellation", "CANCELS"])
  func `A word is found in all of its forms among many phrases`(message: String) {
    let others = (0..<200).map {
      Samples.phrase("delivery \($0)", text: "It can take time.", id: "\($0)")
    }
    let library = Library(others + [Samples.phrase("cancel order")])
    var run = SuggestionRun(message: message, library: library, limit: 20)
    run.finish()
    #expect(run.result.hits.first.map { library.phrase($0.number).title } == "cancel order")
  }

  @Test func `A run of the same 汉字 is worth no more than its pairs`() {
    let library = Library([
      Samples.phrase("笑", text: String(repeating: "哈", count: 4_000)),
      Samples.phrase("退款笑话", text: "哈哈哈，退款已经到账"),
    ])
    var run = SuggestionRun(message: "哈哈哈退款到账", library: library, limit: 2)
    run.finish()
    #expect(run.result.hits.first.map { library.phrase($0.number).title } == "退款笑话")
  }
}
