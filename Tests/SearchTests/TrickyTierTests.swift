import Phrases
import Search
import Testing

/// The cases that the later passes of a search are for, and what of ranking they must not break.
struct TrickyTierTests {
  private func tier(
    _ query: String, _ title: String, _ options: SearchOptions = .standard
  ) -> Tier? {
    Library([Samples.phrase(title)]).search(Query(query, options: options), limit: 10).hits.first?
      .tier
  }

  private func titles(_ query: String, _ titles: [String]) -> [String] {
    let library = Library(
      titles.enumerated().map { Samples.phrase($0.element, id: "\($0.offset)") })
    return library.search(Query(query), limit: 50).hits.map { library.phrase($0.number).title }
  }

  // MARK: - 模糊音

  @Test(arguments: [
    ("zongguo", "中国"), ("sifu", "师傅"), ("cifan", "吃饭"), ("lanhai", "南海"), ("nianxi", "联系"),
    ("hahuo", "发货"), ("ledian", "热点"), ("xingxin", "信心"), ("shengeng", "深根"), ("wanhong", "网红"),
    ("yangtai", "烟台"), ("guanzhou", "广州"),
  ])
  func `a sound taken for another is found in its tier`(query: String, title: String) {
    #expect(tier(query, title) == .fuzzySound)
    #expect(tier(query, title, SearchOptions(fuzzySounds: [])) != .fuzzySound)
  }

  @Test func `exact sounds come first, however good the other match is`() {
    #expect(titles("sifu", ["师傅", "请问司傅在吗"]) == ["请问司傅在吗", "师傅"])
    let many = (0..<9).map { "司傅\($0)" }
    #expect(titles("sifu", ["师傅"] + many) == many)
  }

  // MARK: - Typos

  @Test(arguments: [
    ("fauho", "发货"), ("fhauo", "发货"), ("ffahuo", "发货"), ("fahhuo", "发货"), ("fahuoo", "发货"),
    ("dahuo", "发货"), ("fahup", "发货"), ("tuikaun", "退款"), ("tuikun", "退款"), ("wuilyou", "无理由"),
    ("wuliyuo", "无理由"), ("kauidi", "快递"), ("shouhou dizhii", "售后地址"), ("trakc", "track order"),
    ("refnud", "Refund"),
  ])
  func `one slip is forgiven`(query: String, title: String) {
    #expect(tier(query, title) == .typo)
    #expect(tier(query, title, SearchOptions(forgivesTypos: false)) == nil)
  }

  @Test(arguments: [
    ("收活地址", "收货地址"), ("再吗", "在吗"), ("在吗", "再吗"), ("帐号", "账号"), ("登陆", "登录"), ("慢慢的", "慢慢地"),
  ])
  func `a 汉字 of the same sound is forgiven`(query: String, title: String) {
    #expect(tier(query, title) == .typo)
  }

  @Test func `a legal reading of what was typed comes before a slip`() {
    #expect(titles("fahou", ["发货", "发后"]) == ["发后", "发货"])
  }

  @Test(arguments: [
    ("12346", "12345"), ("sf1234567891", "SF1234567890"), ("1243", "1234"), ("kt4252", "KT-4251"),
    ("24xiaoshi", "25小时"), ("234", "2435"),
  ])
  func `digits are never forgiven`(query: String, title: String) {
    #expect(tier(query, title) == nil)
  }

  @Test(arguments: [("f", "d"), ("fh", "dh"), ("发", "法")])
  func `a word that is nearly nothing but the slip finds nothing`(query: String, title: String) {
    #expect(tier(query, title) == nil)
  }

  // MARK: - Gaps

  @Test(arguments: [
    ("发货", "发😊货"), ("fahuo", "发😊货"), ("tuikuan", "退您的款"), ("发时间", "发货时间"), ("faliucheng", "发货流程"),
  ])
  func `pieces with something between them are found last`(query: String, title: String) {
    #expect(tier(query, title) == .gapped)
  }

  @Test func `tiers come one below the other`() {
    let library = Library([
      Samples.phrase("发了货", id: "gapped"), Samples.phrase("发火", id: "exact"),
      Samples.phrase("哈货", id: "fuzzy"), Samples.phrase("大货", id: "typo"),
    ])
    let hits = library.search(Query("fahuo"), limit: 10).hits
    #expect(hits.map { library.phrase($0.number).key.id } == ["exact", "fuzzy", "typo", "gapped"])
    #expect(hits.map(\.tier) == [.exact, .fuzzySound, .typo, .gapped])
  }

  // MARK: - Ranking

  @Test func `an exact 汉字 comes before the same sound`() {
    #expect(titles("发货", ["发火", "发货"]).first == "发货")
  }

  @Test func `a query longer than the phrase finds nothing exactly`() {
    #expect(tier("发货时间是什么时候呀", "发货时间") != .exact)
    #expect(tier("fahuoshijian", "发货") != .exact)
  }

  @Test func `words are found in any order, all of them`() {
    let library = Library([
      Samples.phrase("发货", text: "24小时内"), Samples.phrase("发货", text: "明天", id: "2"),
    ])
    for query in ["fahuo 24", "24 fahuo", "fh 24xs"] {
      let exact = library.search(Query(query), limit: 10).hits.filter { $0.tier == .exact }
      #expect(exact.map { library.phrase($0.number).text } == ["24小时内"], "\(query)")
    }
  }

  @Test func `duplicates stay in the order of the knowledge base`() {
    let library = Library((0..<40).map { Samples.phrase("发货", id: "\($0)") })
    let hits = library.search(Query("fh"), limit: 50).hits
    #expect(hits.map(\.number.rawValue) == Array(0..<40))
  }

  @Test(arguments: ["", " ", "\u{3000}\t", "\u{200B}"])
  func `an empty query lists everything in order`(query: String) {
    #expect(titles(query, ["乙", "甲", "丙"]) == ["乙", "甲", "丙"])
  }

  @Test(arguments: ["de de", "shishi", "dede"])
  func `dense queries find what they say`(query: String) {
    let title = query.hasPrefix("s") ? "事实" : "的的"
    #expect(titles(query, ["你好", title, "是"]).first == title)
  }
}
