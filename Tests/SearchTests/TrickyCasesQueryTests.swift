import Phrases
import Testing

@testable import Search

/// How a query is taken apart: words, quotes, what is excluded.
struct TrickyCasesQueryTests {
  private func words(_ text: String) -> [String] {
    QueryText.words(of: text).map { word in
      (word.role == .excluded ? "-" : "") + (word.isLiteral ? "=" : "")
        + String(decoding: word.units, as: UTF16.self)
    }
  }

  @Test(
    arguments: [
      ("fahuo 24", ["fahuo", "24"]), ("  a\u{3000}b\tc\r\nd ", ["a", "b", "c", "d"]), ("", []),
      (" \u{200B} ", []),
      ("\"fa huo\"", ["=fa huo"]), ("\"发 货\" b", ["=发货", "b"]), ("a \"b c", ["a", "=b c"]),
      ("“a b”c", ["=a b", "c"]), ("＂a＂", ["=a"]), ("\"\" a", ["a"]), ("\"", []),
      ("a\"b c\"", ["a\"b", "c"]),
      ("27\" 屏", ["27", "屏"]), ("-a b", ["-a", "b"]), ("－a", ["-a"]),
      ("-\"a b\" c", ["-=a b", "c"]),
      ("-“a b", ["-=a b"]), ("- a", ["a"]), ("-", ["-"]), ("--", ["--"]), ("--a", ["a"]),
      ("kt-4251", ["kt-4251"]), ("a -", ["a"]), ("a- b", ["a", "b"]), ("-\u{200B}", []),
      ("\"-a\"", ["=-a"]), ("\"Ａ  b\"", ["=a b"]), ("-1", ["-1"]),
    ] as [(String, [String])])
  func `a query is taken apart into words`(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    ("\"发货\"", "发货", true), ("\"發貨\"", "发货", true), ("\"发货\"", "發貨", true),
    ("\"fahuo\"", "发货", false),
    ("\"fh\"", "发货", false), ("\"fahuo\"", "Fahuo", true), ("\"a b\"", "a b", true),
    ("\"a b\"", "a\u{3000} B", true),
    ("\"a b\"", "b a", false), ("\"a b\"", "ab", false), ("\"使用 iPhone\"", "使用iphone", true),
    ("\"kt4251\"", "KT-4251", false), ("\"kt-4251\"", "KT-4251", true), ("\"7天\"", "七天", false),
    ("\"发货", "发货", true), ("\"lu\"", "绿", false), ("\"qitian\"", "7天", false),
  ])
  func `what is quoted is found literally`(query: String, title: String, isFound: Bool) {
    #expect(finds(query, title) == isFound)
  }

  @Test(arguments: [
    ("-退款", "发货", true), ("-退款", "退款", false), ("-退款", "退款發貨", false), ("-tuikuan", "退款", false),
    ("fahuo -tuikuan", "发货退款", false), ("fahuo -tuikuan", "发货", true),
    ("-tuikuan fahuo", "发货", true),
    ("-tk", "退款", true), ("-t", "退款", true), ("-tuikua", "退款", true), ("-haikuan", "还款", false),
    ("-\"tuikuan\"", "退款", true), ("-\"退 款\"", "退款", false), ("fahuo -24", "发货24小时", false),
    ("fahuo -qi", "发货7天", false), ("-a", "A", false), ("-lu", "绿", false),
  ])
  func `a word after a hyphen is excluded`(query: String, title: String, isFound: Bool) {
    #expect(finds(query, title) == isFound)
  }

  @Test func `it is excluded wherever it stands`() {
    let phrases = [
      Samples.phrase("发货一", text: "可以退款", id: "text"),
      Samples.phrase("发货二", keywords: ["退款"], id: "keyword"),
      Samples.phrase("发货三", code: "退款", id: "code"),
      Samples.phrase("发货四", path: ["客服", "退款"], id: "category"), Samples.phrase("发货五", id: "none"),
    ]
    #expect(Library(phrases).titles("fahuo -tuikuan") == ["发货五"])
    #expect(Library(phrases).titles("-退款") == ["发货五"])
  }

  @Test func `whole double pinyin excludes where it is on`() {
    #expect(!finds("-faho", "发货", SearchOptions(doublePinyin: .ziranma)))
    #expect(finds("-fah", "发货", SearchOptions(doublePinyin: .ziranma)))
    #expect(finds("-faho", "发货"))
  }
}

struct EndlessQueryTests {
  @Test func `of many words the first are read`() {
    let words = (0..<500).map { "w\($0)" }
    let query = Query(words.joined(separator: " "))
    #expect(query.patterns.count == QueryText.mostWords)
    let read = words.prefix(QueryText.mostWords).joined(separator: " ")
    #expect(Library([Samples.phrase(read)]).result(query).total == 1)
  }

  @Test func `of a long word the beginning is read`() {
    let query = Query(String(repeating: "zhuang", count: 2_000))
    #expect(query.patterns.map(\.count) == [QueryText.mostScalars])
    let title = String(repeating: "庄", count: 170)
    #expect(Samples.library(title, String(title.dropLast(10))).result(query).total == 1)
  }
}
