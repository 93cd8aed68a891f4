import Phrases
import Testing

@testable import Search

struct ForgivingGapTests {
  @Test(arguments: [
    ("发货", "发😊货"), ("fahuo", "发😊货"), ("发货", "发👨‍👩‍👧货"), ("fhsj", "发货的时间"), ("fhsj", "发货 😊 时间"),
    ("fahuo", "发了货"), ("退款流程", "退款的流程"), ("7天理由", "7天无理由"), ("发时", "发货时间"),
    ("改车票", "改签后车票"), ("退货运费", "退的货付运费"), ("fh时间", "发货的时间"), ("iphone壳", "iPhone保护壳"),
    ("发货 时间", "时间：发了货"), ("发货", "发货"),
  ])
  func `a little may stand between the pieces`(query: String, title: String) {
    #expect(forgives(query, title, .gapped))
  }

  @Test(arguments: [
    ("退货运费", "退货的时候谁来付运费"), ("tuihuoyunfei", "退货的时候谁来付运费"), ("退货yunfei", "退货的时候谁来付运费"),
    ("thlcyfsc", "退货流程和优惠券运费时长"), ("lostcard", "lost and stolen credit card"),
    ("退货运费", "请问退货的时候谁来付运费呢"), ("学生票退票", "学生票买错了以后能不能退票"),
  ])
  func `much may stand between two words of their own`(query: String, title: String) {
    #expect(forgives(query, title, .gapped))
  }

  @Test func `two words far apart come after two near each other`() throws {
    let grades = try ["退货的运费", "退货需要付运费", "退货的时候付运费", "退货的时候谁来付运费"].map {
      try #require(forgivingGrade("退货运费", $0, .gapped))
    }
    #expect(grades == grades.sorted(by: >))
    #expect(grades[2] == grades[3])
  }

  @Test(arguments: [
    ("退运费", "退货的时候谁来付运费"), ("退货费", "退货的时候谁来付费"), ("zhongguo", "中间隔着很多字的国"),
    ("zhongguan", "中间隔着很多字的关"), ("退货运费", "退的时候谁来付货运费"), ("thyf", "退货的时候谁来付运费"),
    ("退货运费", "退货" + String(repeating: "的", count: 63) + "运费"),
  ])
  func `much may not stand between less than that`(query: String, title: String) {
    #expect(!forgives(query, title, .gapped))
  }

  @Test(arguments: [
    ("fh", "发了货"), ("发货", "发一二三四货"), ("退货运费", "退一货二运三费"), ("货发", "发了货"), ("12345", "12 345"),
    ("refund", "refuxnd"), ("rfnd", "refund"), ("sf1234", "sf12 34"), ("发货", "发"), ("发货", "发了退"),
    ("发货", "货发"), ("fahuo", "发的喝"),
  ])
  func `much may not, nor may words and numbers be torn apart`(query: String, title: String) {
    #expect(!forgives(query, title, .gapped))
  }

  @Test func `no field is joined to the next`() {
    let phrase = Samples.phrase("发", keywords: ["货", "时间", "退"], code: "货")
    #expect(forgivingGrade("发货", phrase, .gapped) == nil)
    #expect(forgivingGrade("时间退", phrase, .gapped) == nil)
  }

  @Test func `fewer gaps and shorter ones come first`() throws {
    func grade(_ title: String) throws -> Int {
      try #require(forgivingGrade("退货运费", title, .gapped))
    }
    let titles = ["退货运费", "退货的运费", "退货需付运费", "退货的运送费", "问退货的运送费"]
    let grades = try titles.map(grade)
    #expect(grades == grades.sorted(by: >))
    #expect(Set(grades).count == grades.count)
  }

  @Test(
    arguments: [
      ("发货", "请发😊货", [1..<2, 3..<4]), ("fhsj", "发货的时间", [0..<2, 3..<5]),
      ("发货", "发一货，发货", [4..<6]), ("发货", "发👨‍👩‍👧货", [0..<1, 6..<7]), ("发货", "退货", []),
      ("退货运费", "退的货付运费", [0..<1, 2..<3, 4..<6]),
      ("发货 时间", "时间：发了货", [0..<2, 3..<4, 5..<6]),
      ("tuihuoyunfei", "退货的时候谁来付运费", [0..<2, 8..<10]),
      ("退货运费", "退货-的时候谁来付运-费", [0..<2, 9..<12]),
    ] as [(String, String, [Range<Int>])])
  func `ranges are those of the pieces`(
    query: String, title: String, expected: [Range<Int>]
  ) {
    var highlighter = Highlighter(Query(query))
    let matches = highlighter.matches(in: Samples.phrase(title), foundBy: .gapped)
    #expect(matches.flatMap(\.ranges) == expected)
  }

  @Test func `nothing is made where nothing could be found`() {
    for query in ["", "fh", "fah", "12345678", "货"] {
      #expect(ForgivingMatcher(Query(query), tier: .gapped) == nil, "\(query)")
    }
  }
}
