import Testing

@testable import Phrases

@Suite struct TemplateReplacingTests {
  private func replaced(_ text: String, _ values: [String: String]) -> String {
    Template(text).replacing(values) { "{{\($0)}}" }
  }

  @Test func `Values that stand in a text are placeholders again`() {
    #expect(replaced("单号 8012 已催", ["订单号": "8012"]) == "单号 {{订单号}} 已催")
  }

  @Test func `Only whole words are taken, and nothing in braces`() {
    #expect(replaced("共10件，满100元", ["数量": "10"]) == "共{{数量}}件，满100元")
    #expect(replaced("{{订单号}} 单号", ["x": "单号"]) == "{{订单号}} {{x}}")
    #expect(replaced("王先生您好", ["称呼": "王"]) == "王先生您好")
  }

  @Test func `The longer value goes first, and what was put in is not looked at again`() {
    #expect(replaced("AB12 AB1", ["甲": "AB1", "乙": "AB12"]) == "{{乙}} {{甲}}")
    #expect(replaced("aa bb", ["bb": "aa", "cc": "bb"]) == "{{bb}} {{cc}}")
  }
}
