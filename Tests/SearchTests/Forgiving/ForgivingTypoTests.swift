import Phrases
import Testing

@testable import Search

struct ForgivingTypoTests {
  @Test(arguments: [
    ("fauho", "发货"), ("ffahuo", "发货"), ("fahuoo", "发货"), ("fhuo", "发货"), ("fahu", "发货"),
    ("dahuo", "发货"), ("fahup", "发货"), ("tikuan", "退款"), ("tuikaun", "退款"), ("tukiuan", "退款"),
    ("ahuo", "发货"), ("wuilyou", "无理由"), ("wuliyuo", "无理由"), ("zhuuang", "装"),
    ("zhuangg", "装"), ("zhaung", "装"), ("refnud", "refund"), ("refnd", "a refund, please"),
    ("rrefund", "Refund"), ("refumd", "refund"), ("tuikaunlc", "退款流程"), ("hfsj", "发货时间"),
    ("ffhsj", "发货时间"), ("fahuosj", "发货时间"), ("wfii密码", "wifi密码"), ("fahou", "发后"),
    ("tuik", "退款"), ("tuuik", "退款"), ("dhsjcx", "发货时间查询"),
  ])
  func `one slip of the finger is forgiven`(query: String, title: String) {
    #expect(forgives(query, title, .typo))
  }

  @Test(arguments: [
    ("收活地址", "收货地址"), ("手货地止", "收货地址"), ("再吗", "在吗"), ("在吗", "再吗"), ("帐号", "账号"),
    ("账号", "帐号"), ("登陆", "登录"), ("登录", "登陆"), ("退的快", "退得快"), ("慢慢地", "慢慢的"),
    ("發活", "发货"),
  ])
  func `characters may be taken for others that are read alike`(query: String, title: String) {
    #expect(forgives(query, title, .typo))
  }

  @Test(arguments: [
    ("fuaoh", "发货"), ("fhu", "发货"), ("fah", "发或"), ("kt4152", "KT-4251"), ("12346", "12345"),
    ("sf124", "SF1234"), ("7tianwuily", "7天无理由"), ("huo", "发"), ("fahuo", "货"), ("tuikuan", "快"),
    ("守活地止", "收货地址"), ("货", "活"), ("收活", "收钱"), ("tui'aukn", "退款"), ("fa'uho", "发"),
    ("fahuo", "发送货"), ("fhsj", "发货的时间"), ("qqqq", "你好"), ("dhsj", "发货时间"),
  ])
  func `no more than that is`(query: String, title: String) {
    #expect(!forgives(query, title, .typo))
  }

  @Test func `all words must be there, with one slip in all`() {
    #expect(forgives("fauho shijian", "发货时间", .typo))
    #expect(forgives("shijian fauho", "发货时间", .typo))
    #expect(!forgives("fauho shijina", "发货时间", .typo))
    #expect(!forgives("fauho 24", "发货时间", .typo))
    #expect(forgives("fauho 24", "24小时发货", .typo))
    #expect(!forgives("fauho 25", "24小时发货", .typo))
  }

  @Test func `title, code and keywords are looked at, the text is not`() {
    let phrase = Samples.phrase("问候", text: "退款", keywords: ["加急", "发货"], code: "refund")
    #expect(forgivingGrade("fauho", phrase, .typo) != nil)
    #expect(forgivingGrade("refnud", phrase, .typo) != nil)
    #expect(forgivingGrade("tuikaun", phrase, .typo) == nil)
    #expect(forgivingGrade("jifuao", phrase, .typo) == nil)
  }

  @Test func `nothing is made where nothing could be found`() {
    for query in ["", "  ", "fah", "货", "1234567", "sf1234", "😊😊😊"] {
      #expect(ForgivingMatcher(Query(query), tier: .typo) == nil, "\(query)")
    }
    let strict = SearchOptions(forgivesTypos: false)
    for tier in Tier.allCases {
      #expect(ForgivingMatcher(Query("fauho", options: strict), tier: tier) == nil)
    }
    #expect(ForgivingMatcher(Query("fauho"), tier: .exact) == nil)
    #expect(ForgivingMatcher(Query(String(repeating: "fahuo", count: 13)), tier: .typo) == nil)
  }

  @Test func `the better place and the fewer slips come first`() throws {
    func grade(_ query: String, _ title: String) throws -> Int {
      try #require(forgivingGrade(query, title, .typo))
    }
    let titles = ["发货", "发货时间", "24发货时间", "何时发货时间"]
    let grades = try titles.map { try grade("fauho", $0) }
    #expect(grades == grades.sorted(by: >))
    #expect(Set(grades).count == grades.count)
    #expect(try grade("收货地止", "收货地址") > grade("收活地止", "收货地址"))
    #expect(try grade("fahuo", "发货") > grade("fauho", "发货"))
    #expect(try grade("tuikaunlc", "退款流程") < grade("tuikaunliucheng", "退款流程"))
    let sum = try grade("fauho shijian", "发货时间")
    #expect(try sum == grade("fauho", "发货时间") + grade("shijian", "发货时间"))
  }

  @Test(
    arguments: [
      ("fauho", "请发货", [1..<3]), ("refnud", "a Refund", [2..<8]), ("再吗", "您在吗？在吗", [1..<3, 4..<6]),
      ("fauho shijian", "发货的时间", [0..<2, 3..<5]), ("fauho", "退款", []),
      ("fauho", "发\u{200B}货", [0..<3]), ("refnud", "refu\u{301}nd", [0..<7]),
      ("fauho", "发😊货", []),
    ] as [(String, String, [Range<Int>])])
  func `ranges count scalars of whole clusters`(
    query: String, title: String, expected: [Range<Int>]
  ) {
    var highlighter = Highlighter(Query(query))
    let matches = highlighter.matches(in: Samples.phrase(title), foundBy: .typo)
    #expect(matches.flatMap(\.ranges) == expected)
  }
}
