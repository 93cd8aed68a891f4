import Phrases
import Search
import Testing

struct MatchTests {
  private func matches(_ query: String, _ phrase: Phrase) -> [Match] {
    var highlighter = Highlighter(Query(query))
    return highlighter.matches(in: phrase, foundBy: .exact)
  }

  private func title(_ query: String, _ title: String) -> [Range<Int>]? {
    matches(query, Samples.phrase(title)).first { $0.field == .title }?.ranges
  }

  @Test(
    arguments: [
      ("fh", "请问发货时间", [2..<4]), ("发货", "发货，何时发貨", [0..<2, 5..<7]), ("fah", "发货", [0..<2]),
      ("kt4251", "KT-4251-R2", [0..<7]), ("iphone", "用 iPhone 吧", [2..<8]),
      ("fa huo", "发货", [0..<2]),
      ("huo shi", "发货时间", [1..<3]), ("货", "发\u{200B}货", [2..<3]), ("发货", "发\u{200B}货", [0..<3]),
      ("e", "cafe\u{301}", [3..<5]), ("x", "发货", nil), ("", "发货", nil), ("fh", "x😊发货", [2..<4]),
      ("sf1", "单号：ＳＦ１２", [3..<6]),
    ] as [(String, String, [Range<Int>]?)])
  func `ranges count Unicode scalars`(query: String, text: String, expected: [Range<Int>]?) {
    #expect(title(query, text) == expected)
  }

  @Test(
    arguments: [
      ("❤", "爱❤️你", [1..<3]), ("👨", "a👨‍👩‍👧b", [1..<6]), ("🇨", "🇨🇳", nil), ("👍", "好👍🏽", [1..<3]),
      ("好", "\u{301}好\u{308}！", [1..<3]),
    ] as [(String, String, [Range<Int>]?)])
  func `a range never splits a grapheme cluster`(
    query: String, text: String, expected: [Range<Int>]?
  ) {
    if let expected { #expect(title(query, text) == expected) }
    let scalars = Array(text.unicodeScalars)
    for range in title(query, text) ?? [] {
      let piece = String(String.UnicodeScalarView(scalars[range]))
      let rest = [scalars[..<range.lowerBound], scalars[range.upperBound...]]
        .map { String(String.UnicodeScalarView($0)) }
      #expect(rest[0].count + piece.count + rest[1].count == text.count)
    }
  }

  @Test func `the field that counted most comes first, all are told`() {
    let phrase = Samples.phrase(
      "什么时候发货呢", text: "发货后通知您", keywords: ["时效", "发货"], code: "fh1",
      path: ["客服", "物流", "发货"])
    let matches = matches("发货", phrase)
    #expect(matches.map(\.field) == [.keyword(1), .title, .subcategory, .text])
    #expect(matches.map(\.ranges) == [[0..<2], [4..<6], [0..<2], [0..<2]])
  }

  @Test func `initials in the text are told only when the word is nowhere else`() {
    let text = "符合条件的会发放"
    let named = matches("fh", Samples.phrase("发货", text: text))
    #expect(named.map(\.field) == [.title])
    let unnamed = matches("fh", Samples.phrase("你好", text: text))
    #expect(unnamed == [Match(field: .text, ranges: [0..<2])])
  }

  @Test func `every hit can be explained by a match`() {
    let phrase = Samples.phrase("退款流程", text: "三天内到账", path: ["", "售后"])
    for query in ["tuik santi", "售后 lc", "shouhou", "dz"] {
      #expect(Library([phrase]).result(query).total == 1)
      #expect(!matches(query, phrase).isEmpty)
    }
  }
}
