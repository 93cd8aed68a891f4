import Phrases
import Testing

@testable import Search

@Suite struct SuggestMessageTests {
  @Test(arguments: [
    "我昨天买的鞋子小了一码想换大一点的", "I would like to know where my order is",
    "where is my parcel it never arrived", "iPhone 15 的手机壳怎么还没发货呢", "亲，在吗？我想问一下这个能退吗，谢谢",
  ])
  func `A customer's own words are a message`(text: String) {
    #expect(Message.isMessage(text))
  }

  @Test(arguments: [
    "", "退款", "七天无理由退货运费谁出", "refund policy", "where is my order", "sf12",
    "qi tian wu li you tui huan huo", "SF1234567890", "fahuo 24", "   ",
  ])
  func `A query is no message`(text: String) {
    #expect(!Message.isMessage(text))
  }

  @Test(arguments: ["", " \n", "！？。…", "😊😊"])
  func `What holds no words is empty`(text: String) {
    #expect(Message(text).isEmpty)
  }

  @Test(arguments: ["你好在吗", "您好，请问", "Hello, please help me. Thanks!", "亲，谢谢"])
  func `Commonplaces tell nothing`(text: String) {
    #expect(Message(text).telling.isEmpty)
  }

  @Test(arguments: [
    ("استرداد", "؟"), ("استرداد", "،"), ("استرداد", "٪"), ("वापसी", "।"), ("վերադարձ", "։"),
    ("החזר", "״"),
    ("ተመላሽ", "፧"), ("ပြန်အမ်းငွေ", "။"), ("សង", "។"), ("refund", "№"),
  ])
  func `A mark of any script at a word is none of it`(word: String, mark: String) {
    #expect(!Message(word).telling.isEmpty)
    for text in [word + mark, mark + word, mark + word + mark] {
      #expect(Message(text).telling == Message(word).telling, "\(text)")
    }
  }

  @Test func `A courtesy of one 汉字 is one only where it stands alone`() {
    #expect(Message("亲子票").telling.count == 2)
    #expect(Message("亲，票").telling.isEmpty)
  }

  @Test func `Traditional and simplified, wide and narrow, are one`() {
    #expect(Message("發貨").telling == Message("发货").telling)
    #expect(Message("ＲＥＦＵＮＤ").telling == Message("refunds").telling)
  }

  @Test func `A long paste is read as far as is worth it`() {
    let text = (0..<60_000).map { String(UnicodeScalar(0x4E00 + $0 % 20_000) ?? " ") }.joined()
    let message = Message(text)
    #expect(message.tokens.count <= Message.mostTokens)
    #expect(message.features.count <= Message.mostScalars * 2)
  }

  @Test(arguments: ["-", "a", "😊"])
  func `What is longer than anybody types is a message`(character: String) {
    #expect(!Message.isMessage(String(repeating: character, count: 500)))
    #expect(Message.isMessage(String(repeating: character, count: 2_001) + " b c d"))
  }

  // MARK: - What is shared

  @Test func `Shared words are told by field, the one with most of them first`() {
    let phrase = Samples.phrase(
      "退货运费", text: "亲，退货的运费由我们承担。", keywords: ["邮费", "退货运费"])
    let matches = Message("请问一下退货的时候运费是谁承担呀").matches(in: phrase)
    #expect(matches.map(\.field) == [.text, .title, .keyword(1)])
    #expect(matches[0].ranges == [2..<4, 5..<7, 10..<12])
    #expect(matches[1].ranges == [0..<4])
  }

  @Test func `Forms of a word are shared whole`() {
    let phrase = Samples.phrase("Refunds", text: "We refunded your order.")
    let matches = Message("when do you refund orders?").matches(in: phrase)
    #expect(matches.map(\.field) == [.text, .title])
    #expect(matches.map(\.ranges) == [[3..<11, 17..<22], [0..<7]])
  }

  @Test func `No range ends inside a grapheme cluster`() {
    let phrase = Samples.phrase("cafe\u{301} menu", text: "发货\u{FE0F}了")
    let matches = Message("the café sends 发货 now").matches(in: phrase)
    #expect(matches.map(\.ranges) == [[0..<5], [0..<3]])
  }
}
