import Phrases
import Search
import Testing

struct RankingTests {
  @Test func `places come in the documented order`() {
    let library = Library([
      Samples.phrase("甲甲甲甲甲", text: "今天发货", id: "text"),
      Samples.phrase("乙乙乙乙乙", path: ["客服", "发货"], id: "category"),
      Samples.phrase("几时发货呀", id: "inside"),
      Samples.phrase("问：发货呀", id: "word"),
      Samples.phrase("丙丙丙丙丙", keywords: ["发货"], id: "keyword"),
      Samples.phrase("请问几时发货", id: "end"),
      Samples.phrase("发货的时间", id: "prefix"),
      Samples.phrase("丁", code: "发货", id: "code"),
      Samples.phrase("发货", id: "title"),
    ])
    for query in ["发货", "fahuo"] {
      let ids = library.result(query).hits.map { library.phrase($0.number).key.id }
      #expect(
        ids
          == ["code", "title", "prefix", "end", "keyword", "word", "inside", "category", "text"],
        "\(query)")
    }
  }

  @Test func `a code typed exactly comes before titles that begin with it`() {
    let library = Library([
      Samples.phrase("fh123"), Samples.phrase("发货"), Samples.phrase("乙", code: "fh"),
    ])
    #expect(library.titles("fh").first == "乙")
  }

  @Test func `characters come before the same sound, whole pinyin before initials`() {
    #expect(Samples.library("法", "发").titles("发") == ["发"])
    #expect(Samples.library("分行", "发货").titles("fahuo") == ["发货"])
    #expect(Samples.library("x按你y", "x安全").titles("an") == ["x安全", "x按你y"])
    #expect(Samples.library("爱你们", "订单安全").titles("an") == ["订单安全", "爱你们"])
  }

  @Test func `the usual reading comes before the other ones`() {
    #expect(Samples.library("血", "写").titles("xie") == ["写", "血"])
    #expect(Samples.library("还", "害").titles("huan") == ["还"])
  }

  @Test func `shorter titles come first, then the order of the knowledge base`() {
    #expect(
      Samples.library("发货时间说明", "发货时间", "发货通知").titles("fahuo")
        == ["发货时间", "发货通知", "发货时间说明"])
  }

  @Test func `a shorter title makes up for a better place`() {
    #expect(
      Samples.library("发货之前您可以修改收件地址", "请问何时发货").titles("发货")
        == ["请问何时发货", "发货之前您可以修改收件地址"])
    #expect(
      Samples.library("请问发货的时间", "发货之前可以修改").titles("发货")
        == ["发货之前可以修改", "请问发货的时间"])
  }

  @Test func `what ends with a clause comes before what is cut out of the middle`() {
    #expect(
      Samples.library("怎么退款的呀", "怎么样退款", "怎么退款？急").titles("退款")
        == ["怎么样退款", "怎么退款？急", "怎么退款的呀"])
    #expect(Samples.library("邮寄发货", "发货时间").titles("发货") == ["发货时间", "邮寄发货"])
  }

  @Test func `no title, however long, comes after a category or text`() {
    let long = String(repeating: "长", count: 80)
    let library = Library([
      Samples.phrase("甲", text: "发货", path: ["发货"], id: "category"),
      Samples.phrase("\(long)风火\(long)", id: "initials"),
    ])
    let hits = library.result("fh").hits.map { library.phrase($0.number).key.id }
    #expect(hits == ["initials", "category"])
  }

  @Test func `words side by side in a text come before one in the title and one in the text`() {
    let library = Library([
      Samples.phrase("Order now", text: "We ship soon", id: "apart"),
      Samples.phrase("Stock", text: "Soon we order", id: "scattered"),
      Samples.phrase("Few left", text: "Please order soon", id: "together"),
      Samples.phrase("Soon: your order", id: "title"),
    ])
    let ids = library.result("order soon").hits.map { library.phrase($0.number).key.id }
    #expect(ids == ["title", "together", "apart", "scattered"])
  }

  @Test func `initials in a text come last`() {
    let library = Library([
      Samples.phrase("感谢", text: "您的反馈很好，符合要求，防护到位"),
      Samples.phrase("什么时候能发货呢"), Samples.phrase("发货"),
    ])
    #expect(library.titles("fh") == ["发货", "什么时候能发货呢", "感谢"])
  }

  @Test func `a title that is the whole query comes first, spaces aside`() {
    let library = Samples.library("Order track", "Track order status", "Track order")
    #expect(library.titles("track order").first == "Track order")
    #expect(Samples.library("货发", "发货").titles("fa huo").first == "发货")
  }

  @Test func `all words must be found, in any order and in any field`() {
    let library = Library([
      Samples.phrase("发货", text: "24小时内"), Samples.phrase("发货", text: "明天", id: "2"),
    ])
    #expect(library.result("fahuo 24").total == 1)
    #expect(library.result("24 fahuo").total == 1)
    #expect(library.result("24 fahuo mingtian").total == 0)
    #expect(library.result("fahuo fahuo").total == 2)
  }
}
