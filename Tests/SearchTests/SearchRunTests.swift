import Phrases
import Search
import Testing

struct SearchRunTests {
  private static func library(_ count: Int) -> Library {
    let words = ["发货", "退款", "快递", "优惠券", "无理由", "是", "shishi"]
    return Library(
      (0..<count).map { index in
        Samples.phrase(
          words[index % 7] + "\(index % 100)", text: words[index % 5] + words[index % 3],
          keywords: [words[index % 4]], path: ["d\(index % 3)", words[index % 6]], id: "\(index)",
          isDraft: index % 11 == 0)
      })
  }

  @Test(arguments: ["zongguo", "fahuosh", "zhogn"])
  func `a total is exact only when everything was looked at`(query: String) {
    let library = Library(
      (0..<5_000).map { Samples.phrase($0 % 3 == 0 ? "中国邮政" : "发货师傅", id: "\($0)") })
    var run = SearchRun(query: query, library: library, limit: 20)
    while !run.advance(by: 500) { #expect(!run.result.isTotalExact || run.result.total > 9) }
    #expect(run.result.isTotalExact)
  }

  @Test func `an explanation names a character outside the BMP`() {
    let phrase = Samples.phrase("𠮷野家")
    var highlighter = Highlighter(Query("𠮷野"))
    let library = Library([phrase])
    let words = highlighter.explanation(
      of: PhraseNumber(rawValue: 0), in: library, foundBy: .exact)
    #expect(words.map(\.word) == ["𠮷野"])
  }

  @Test(arguments: ["", "f", "fahuo", "tk 1", "发货 wu", "zzz"])
  func `a run in steps ends like a run in one go`(query: String) {
    let library = SearchRunTests.library(250)
      .applying(removing: [], adding: [Samples.phrase("发货新", id: "3")])
    var whole = SearchRun(query: query, library: library, limit: 20)
    whole.finish()
    #expect(whole.isFinished)
    for budget in [1, 100, 5_000] {
      var run = SearchRun(query: query, library: library, limit: 20)
      var steps = 0
      while !run.advance(by: budget) {
        steps += 1
        #expect(run.result.total <= whole.result.total)
      }
      #expect(run.result == whole.result)
      #expect(run.work == whole.work)
      #expect(steps <= whole.work / budget + 1)
    }
  }

  @Test func `a step does about what it may`() {
    var run = SearchRun(query: "fahuo", library: SearchRunTests.library(2_000), limit: 5)
    var before = run.work
    // A phrase more than was asked for, or all those that an estimate is drawn from.
    while !run.advance(by: 500) {
      #expect(run.work - before < 500 + 128 * 20)
      before = run.work
    }
  }

  @Test func `an empty query lists all that is live, in order`() {
    let library = SearchRunTests.library(100)
    for query in ["", "  \u{3000} ", "\u{200B}"] {
      let result = library.result(query, limit: 10)
      #expect(result.total == 90)
      #expect(result.hits.count == 10)
      #expect(result.hits.map(\.number.rawValue) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    }
  }

  @Test func `drafts are never found`() {
    let library = Library([Samples.phrase("发货", isDraft: true), Samples.phrase("发货", id: "2")])
    #expect(library.result("fahuo").total == 1)
    #expect(library.result("").total == 1)
  }

  @Test func `a scope limits what is found`() {
    let library = Library([
      Samples.phrase("发货", path: ["甲", "售中", "发货"], id: "1"),
      Samples.phrase("发货", path: ["甲", "售后"], id: "2"),
      Samples.phrase("发货", path: ["乙", "售中"], id: "3"), Samples.phrase("发货", id: "4"),
    ])
    func ids(_ scope: Scope, _ query: String) -> [String] {
      library.result(query, scope: scope).hits.map { library.phrase($0.number).key.id }
    }
    for query in ["fh", ""] {
      #expect(ids(.all, query).count == 4)
      #expect(ids(Scope(department: "甲"), query) == ["1", "2"])
      #expect(ids(Scope(department: "甲", category: "售中"), query) == ["1"])
      #expect(ids(Scope(category: "售中", subcategory: ""), query) == ["3"])
      #expect(ids(Scope(department: ""), query) == ["4"])
      #expect(ids(Scope(department: "x"), query) == [])
      // What agents of a department see is their own and what is for everybody.
      #expect(ids(Scope(audience: "甲"), query).sorted() == ["1", "2", "4"])
      #expect(ids(Scope(category: "售中", audience: "甲"), query) == ["1"])
      #expect(ids(Scope(audience: "x"), query) == ["4"])
    }
  }

  @Test func `the limit keeps the best and the total counts all`() {
    let library = SearchRunTests.library(900)
    let all = library.result("fh", limit: 10_000)
    for limit in [0, 1, 10, 50] {
      let some = library.result("fh", limit: limit)
      #expect(some.total == all.total)
      #expect(some.hits == Array(all.hits.prefix(limit)))
    }
  }

  @Test(arguments: [
    String(repeating: "a", count: 20), String(repeating: "shi", count: 7), "xianxianxianxian",
    "s s s s s s s s s", String(repeating: "是", count: 70) + "货",
    String(repeating: "是", count: 200), String(repeating: "shi", count: 300),
  ])
  func `the work is bounded by what there is to read`(query: String) {
    let text = String(repeating: "是时市师石", count: 20)
    let library = Library((0..<10).map { Samples.phrase(text, text: text, id: "\($0)") })
    let units = 10 * 2 * (text.unicodeScalars.count + 4)
    var run = SearchRun(query: query, library: library, limit: 10)
    run.finish()
    // Each of five closenesses is looked for, and then placed; long words are looked for twice,
    // and need a step for every 64 units.
    let steps = 2 + query.unicodeScalars.count / 64
    #expect(run.work <= 10 + 2 * 5 * steps * units)
  }

  @Test func `hostile queries and texts do no harm`() {
    let texts = [
      "", "\u{0}", "\u{FFFD}\u{FFFF}", "👨‍👩‍👧\u{E0061}\u{10FFFF}\u{40000}", "\r\n\t", "''''", "‘’",
      String(repeating: "发", count: 33_000), "-----", "___", " ", "\u{1}\u{D7FF}\u{E000}",
    ]
    let library = Library(
      texts.enumerated().map {
        Samples.phrase($0.element, text: $0.element, keywords: [$0.element], id: "\($0.offset)")
      })
    for query in texts.map({ String($0.prefix(500)) }) + ["f'", "'f", "v", "ü", "lü'", "-f", "\""] {
      let result = library.result(query)
      var highlighter = Highlighter(Query(query))
      for hit in result.hits {
        _ = highlighter.matches(of: hit.number, in: library, foundBy: hit.tier)
      }
      #expect(result.total <= texts.count)
    }
  }
}
