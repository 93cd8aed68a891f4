import Phrases
import Testing

@testable import Search

/// Suggestions as a whole: a message in, titles out.
@Suite struct SuggestTests {
  private static let shop = Library([
    Samples.phrase("您好", text: "您好，在的，请问有什么可以帮您？", path: ["", "售前", "问候"]),
    Samples.phrase("发货时间", text: "您好，48 小时内发货。", path: ["", "售中", "物流"]),
    Samples.phrase("修改地址", text: "您好，未发货的订单可以修改收货地址。", path: ["", "售中", "物流"]),
    Samples.phrase("物流停滞", text: "您好，已联系网点核实。", path: ["", "售中", "物流"]),
    Samples.phrase("退款多久到账", text: "您好，退款原路退回，一到三天到账。", path: ["", "售后", "退款"]),
    Samples.phrase("退货运费", text: "您好，质量问题我们承担运费。", path: ["售后部", "售后", "退货"]),
    Samples.phrase(
      "温馨提示", text: String(repeating: "您好，你好在吗，请问一下，谢谢您。祝您生活愉快。", count: 40),
      path: ["", "其他", ""]),
    Samples.phrase("退款草稿", text: "退款", path: ["", "售后", "退款"], isDraft: true),
    Samples.phrase("Refund policy", text: "Refunds take five days.", path: ["", "English", ""]),
    Samples.phrase("Cancel an order", text: "Open My orders first.", path: ["", "English", ""]),
  ])

  private func titles(
    _ message: String, in library: Library = shop, scope: Scope = .all, limit: Int = 20
  ) -> [String] {
    run(message, in: library, scope: scope, limit: limit).result.hits.map {
      library.phrase($0.number).title
    }
  }

  private func run(
    _ message: String, in library: Library = shop, scope: Scope = .all, limit: Int = 20
  ) -> SuggestionRun {
    var run = SuggestionRun(message: message, library: library, scope: scope, limit: limit)
    run.finish()
    return run
  }

  @Test(arguments: [
    ("你好，我上周退的货，钱什么时候退款到账呀", "退款多久到账"), ("亲，我地址填错了能修改一下吗", "修改地址"),
    ("請問甚麼時候可以發貨呢？", "发货时间"), ("Hi, how long until I am refunded?", "Refund policy"),
    ("I'd like my orders cancelled please", "Cancel an order"), ("东西坏了要寄回，运费谁承担", "退货运费"),
  ])
  func `The phrase that answers a message comes first`(message: String, title: String) {
    #expect(titles(message).first == title)
  }

  @Test(arguments: ["你好在吗", "您好，请问", "亲 你好 谢谢"])
  func `Courtesies find what is named after them, not the longest text`(message: String) {
    #expect(!titles(message).contains("温馨提示"))
    #expect(titles(message).count <= 1)
  }

  @Test func `A greeting finds the phrase that answers it`() {
    #expect(titles("您好") == ["您好"])
  }

  @Test(arguments: ["", "   ", "？？！", "鲲鹏展翅九万里"])
  func `A message that shares nothing finds nothing`(message: String) {
    let result = run(message).result
    #expect(result == .none)
  }

  @Test func `Neighbours in the category come along, below what shares words`() {
    let found = titles("麻烦修改一下收货地址")
    #expect(found.first == "修改地址")
    #expect(found.contains("物流停滞"))
    #expect(!found.contains("退货运费"))
  }

  @Test func `Drafts and phrases out of scope are never found, nor removed ones`() {
    #expect(!titles("退款").contains("退款草稿"))
    let own = Scope(department: "售后部")
    #expect(titles("质量问题退货退款运费怎么算", scope: own) == ["退货运费"])
    let library = Self.shop.applying(
      removing: [PhraseKey(source: "file", id: "退货运费")],
      adding: [Samples.phrase("运费险", text: "退货时赔付。", path: ["", "售后", "退货"])])
    let found = titles("退货运费怎么算", in: library)
    #expect(found.first == "运费险")
    #expect(!found.contains("退货运费"))
  }

  @Test func `A category is one, whichever part its phrases are in`() {
    let library = Self.shop.applying(
      removing: [],
      adding: [Samples.phrase("收货地址修改须知", text: "地址", path: ["", "售中", "物流"], id: "new")])
    #expect(library.parts.count > 1)
    #expect(titles("我要修改收货地址", in: library).prefix(2).contains("收货地址修改须知"))
    #expect(titles("我要修改收货地址", in: library).contains("物流停滞"))
  }

  @Test func `Steps of any size end with the same result`() {
    let whole = run("你好，退款多久到账，发货地址怎么修改").result
    #expect(whole.hits.count > 2)
    for budget in [1, 7, 100, 10_000] {
      var run = SuggestionRun(
        message: "你好，退款多久到账，发货地址怎么修改", library: Self.shop, limit: 20)
      var steps = 0
      while !run.advance(by: budget) { steps += 1 }
      #expect(run.result == whole)
      if budget == 1 { #expect(steps > 5) }
    }
  }

  @Test func `A step costs no more than its budget and one phrase or chunk`() {
    let library = Library(
      (0..<20_000).map { Samples.phrase("退款 \($0)", text: "退款到账", id: "\($0)") })
    var run = SuggestionRun(message: "退款多久到账", library: library, limit: 10)
    var last = 0
    while !run.advance(by: 2_000) {
      #expect(run.work - last <= 2_000 + IndexChunk.capacity + 100)
      last = run.work
    }
  }

  @Test func `The order of equals is that of the knowledge base`() {
    let library = Library((0..<3_000).map { Samples.phrase("退款到账", id: "\($0)") })
    let result = run("退款什么时候到账", in: library, limit: 5).result
    #expect(result.hits.map(\.number.rawValue) == [0, 1, 2, 3, 4])
    #expect(result.total == 3_000)
  }

  @Test func `The limit is kept, and the total counts all`() {
    let all = run("退款运费发货地址", limit: 100).result
    let few = run("退款运费发货地址", limit: 2).result
    #expect(few.hits == Array(all.hits.prefix(2)))
    #expect(few.total == all.total)
    #expect(run("退款", limit: 0).result.hits.isEmpty)
  }

  @Test func `Scores fall from hit to hit`() {
    let scores = run("你好，退款多久到账，运费谁出").result.hits.map(\.score)
    #expect(zip(scores, scores.dropFirst()).allSatisfy { $0 >= $1 })
    #expect(scores.allSatisfy { $0 > 0 })
  }
}
