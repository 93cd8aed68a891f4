import Testing

@testable import Phrases

@Suite struct ValuePatternTests {
  private func values(_ message: String, _ language: Language = .chinese) -> [String] {
    ValuePattern.standard(language).values(in: message).map { "\($0.name)=\($0.text)" }
  }

  @Test(arguments: [
    ("亲，订单号250601123456789什么时候发货？", ["订单号=250601123456789"]),
    ("订单 221130-123456789012345 退款", ["订单号=221130-123456789012345"]),
    ("SF1234567890123到哪了，电话13812345678", ["快递单号=SF1234567890123", "手机号=13812345678"]),
    ("花了¥129.50，11月11日买的", ["金额=¥129.50", "日期=11月11日"]),
    ("退我129元", ["金额=129元"]), ("退款1,299.00元", ["金额=1,299.00元"]), ("0.1289元", []),
    ("¥1,299.00", ["金额=¥1,299.00"]),
    ("订单号：8839201177，还没有发货", ["订单号=8839201177"]), ("我的订单号 8839201177", ["订单号=8839201177"]),
    ("订单号是8839201177，快递SF1234567890123", ["订单号=8839201177", "快递单号=SF1234567890123"]),
    ("订单编号 250612-883920117712 还没有", ["订单号=250612-883920117712"]),
    ("单子 250612-88392 在吗", []), ("8839201177-250612-1", []),
    ("您好在吗", []),
    ("尺码 170", []),
    ("一共买了 3 件，12 号到", []),
    ("编号 A138123456789012345678901234567890", []),
  ])
  func `A message offers what it holds`(message: String, expected: [String]) {
    #expect(values(message) == expected)
  }

  @Test func `In English, too`() {
    #expect(
      values("order 113-1234567-1234567, tracking 1Z999AA10123456784, paid $12.50", .english)
        == [
          "order=113-1234567-1234567", "tracking=1Z999AA10123456784", "amount=$12.50",
        ])
    #expect(
      values("order #A-10293 paid $39.90 on 12 May 2026", .english)
        == ["order=A-10293", "amount=$39.90", "date=12 May 2026"])
    #expect(values("my order number is 8839201177.", .english) == ["order=8839201177"])
    #expect(values("Order No. 12 arrived on March 3, 2026", .english) == ["date=March 3, 2026"])
  }

  @Test func `A value fills fields of every name for the same, the last one given`() {
    let patterns = ValuePattern.standard(.chinese)
    let values = [(name: "订单号", value: "1"), (name: "单号", value: "2")]
    // Its own name has the first word.
    #expect(patterns.value(for: "订单号", among: values) == "1")
    #expect(patterns.value(for: "订单编号", among: values) == "2")
    #expect(patterns.value(for: "Order_ID", among: values) == "2")
    #expect(patterns.value(for: "快递", among: values) == nil)
  }

  @Test func `Of a very long message only the beginning is looked at`() {
    let long = String(repeating: "字", count: 5_000)
    #expect(values(long + " 13812345678").isEmpty)
    #expect(values("13812345678" + long) == ["手机号=13812345678"])
  }

  @Test func `A pattern of the settings has to be an expression`() throws {
    #expect(throws: (any Error).self) { try ValuePattern(names: ["会员号"], expression: "V[0-9") }
    let pattern = try ValuePattern(names: ["会员号"], expression: "V[0-9]{6}")
    #expect([pattern].values(in: "会员V123456的").map(\.text) == ["V123456"])
  }

  @Test(arguments: [
    "([a-z0-9]+[._-]?)+@[a-z.]+", "([0-9]+)+x", "(a|aa)*b", "(a*){2,}", "(?:(x+)y)*",
    "[0-9]*[0-9]*[0-9]*[0-9]*x", "(.*)(.*)(.*)(.*)x",
  ])
  func `An expression that may be looked for without end is refused`(expression: String) {
    #expect(throws: ValuePattern.Flaw.self) {
      try ValuePattern(names: ["邮箱"], expression: expression)
    }
  }

  @Test func `Usual expressions are taken, and slow ones come to an end`() throws {
    for expression in [
      #"[a-z0-9._-]+@[a-z0-9.-]+\.[a-z]{2,6}"#, "(?:VIP|SVIP)[0-9]{4,8}", "[(][0-9]+[)]",
      #"\(a+\)+"#,
    ] {
      _ = try ValuePattern(names: ["邮箱"], expression: expression)
    }
    let slow = try ValuePattern(names: ["号"], expression: "[0-9]*[0-9]*[0-9]*x")
    #expect([slow].values(in: String(repeating: "7", count: 200)).isEmpty)
  }
}
