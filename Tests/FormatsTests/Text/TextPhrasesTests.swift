import Testing

@testable import Formats
@testable import Phrases

/// Lists in Markdown and plain text.
@Suite struct TextPhrasesTests {
  private func phrases(_ format: TextPhrases, _ text: String) throws -> [String] {
    try Readable(format).phrases(text)
  }

  @Test(arguments: [
    (
      "# Post\n\nIt takes two days.\n\nWe send it today.\nIt is free.\n\n# Pay\n\nWe take cards.\n\nOr cash.\n",
      [
        "Post | It takes two days. | It takes two days.",
        "Post | We send it today. | We send it today.\nIt is free.",
        "Pay | We take cards. | We take cards.", "Pay | Or cash. | Or cash.",
      ]
    ),
    (
      "# Shop\n## Post\n### When\nIn two days.\n### How\nBy van.\n\nOr by bike.\n## Pay\n### Cards\nYes.\n",
      [
        "Shop | Post | When | In two days.", "Shop | Post | How | By van.\n\nOr by bike.",
        "Shop | Pay | Cards | Yes.",
      ]
    ),
    (
      "# 售后\n【退货】\n七天内可以退。\n\n**换货**\n\n收到后就换。\n\n# 售前\n\n【欢迎】\n您好！\n",
      ["售后 | 退货 | 七天内可以退。", "售后 | 换货 | 收到后就换。", "售前 | 欢迎 | 您好！"]
    ),
    ("---\nlayout: page\n---\n## Late\n> Sorry,\n> it is late.\n", ["Late | Sorry,\nit is late."]),
    (
      "# Post\n\n- It takes two days.\n- We send it\n  today.\n\n# Pay\n\n* Cash.\n",
      [
        "Post | It takes two days. | It takes two days.", "Post | We send it | We send it\ntoday.",
        "Pay | Cash. | Cash.",
      ]
    ),
    (
      "# FAQ\n## When?\nSoon.\n## How?\n1. Pack.\n\nDone.\n",
      ["FAQ | When? | Soon.", "FAQ | How? | 1. Pack.\n\nDone."]
    ),
    ("# How\n```\n# no heading\n\nx\n```\n", ["How | # no heading\n\nx"]),
  ]) func `markdown has groups and titles`(_ text: String, _ expected: [String]) throws {
    #expect(try phrases(.markdown, text) == expected)
    #expect(try phrases(.markdown, text.replacing("\n", with: "\r\n")) == expected)
  }

  @Test(arguments: [
    (
      "【退货】\n七天内可以退。\n\n【换货】\n收到后就换。\n【温馨提示】请留意。\n",
      ["退货 | 七天内可以退。", "换货 | 收到后就换。\n【温馨提示】请留意。"]
    ),
    (
      "Q: When does it come?\nA: In two days.\nQ2: Is it free?\nA2: It is.\n",
      ["When does it come? | In two days.", "Is it free? | It is."]
    ),
    (
      "How can I help you?\n\nYour parcel is on its way.\nIt comes today.\n\nHave a nice day, then.\n",
      [
        "How can I help you? | How can I help you?",
        "Your parcel is on its way. | Your parcel is on its way.\nIt comes today.",
        "Have a nice day, then. | Have a nice day, then.",
      ]
    ),
  ]) func `plain text has titles and blank lines`(_ text: String, _ expected: [String]) throws {
    #expect(try phrases(.plain, text) == expected)
  }

  @Test(arguments: [
    "title,text\na,b\n", "x,y\n\nz,w\n\nv,u\n", "#,name\n1,a\n", "one line\n", "", "\n\n",
    "key=1\n\nkey=2\n\nkey=3\n",
  ]) func `what is a table or nothing is left to others`(_ text: String) throws {
    for format in [TextPhrases.markdown, .plain] {
      #expect(
        try Readable(format).sentences(text) == Readable(NoFormat()).sentences(text), "\(format)")
    }
  }

  @Test func `a table between bars is a table`() throws {
    let text =
      "# Post\n\n| title | text | tags |\n|---|:-:|---|\n| When | In two days \\| one. | a, b |\n| How | By van. | |\n"
    #expect(
      try phrases(.markdown, text) == ["Post | When | In two days | one.", "Post | How | By van."])
    #expect(try Readable(TextPhrases.markdown).base(text).phrases[0].keywords == ["a", "b"])
    #expect(
      try phrases(.markdown, "|category|text|\n|-|-|\n|Pay|Cards.|\n") == ["Pay | Cards. | Cards."])
  }

  @Test func `lines are phrases where nothing else stands between them`() throws {
    #expect(
      try Readable(SaidFormat(format: TextPhrases.plain)).phrases(
        "Hello there, you.\nWe are on it.\n") == [
          "Hello there, you. | Hello there, you.", "We are on it. | We are on it.",
        ])
  }

  @Test(arguments: [("## a", 2, "a"), ("#退货", 1, "退货"), ("# a #", 1, "a")])
  func `headings`(_ line: String, _ level: Int, _ text: String) throws {
    let heading = try #require(TextOutline.heading(line))
    #expect(heading.level == level)
    #expect(heading.text == text)
  }

  @Test(arguments: ["#1", "#退货#", "#", "#######x y", "a # b"])
  func `no headings`(_ line: String) {
    #expect(TextOutline.heading(line) == nil)
  }

  @Test func `hostile texts come to an end`() throws {
    for piece in ["# ", "# x\n", "【", "```\n", "\n", "> ", "Q: a\n", "**", "---\n"] {
      let text = String(repeating: piece, count: 30_000 / piece.utf8.count)
      for format in [TextPhrases.markdown, .plain] {
        #expect(!(try Readable(format).sentences(text)).isEmpty)
      }
    }
  }

  @Test func `a greeting in waves is no fence, and one that never ends neither`() throws {
    #expect(
      try phrases(.plain, "~~~亲，欢迎光临本店\n\n这款有现货，今天发出。\n\n退货请联系我们。\n").count == 3)
    #expect(try phrases(.markdown, "# Post\n\nIt is sent.\n\n```\n\nIt is late.\n").count >= 2)
    #expect(
      try phrases(.markdown, "# Post\n\nIt is sent.\n\n<!-- note\n\nIt is late.\n").count >= 2)
  }

  @Test func `what stands between quotes alone is a phrase`() throws {
    #expect(
      try Readable(TextPhrases.plain).base("「您好，很高兴为您服务」\n\n「请稍等」\n\n「感谢您的耐心」\n").phrases
        .map(\.text) == ["「您好，很高兴为您服务」", "「请稍等」", "「感谢您的耐心」"])
  }

  @Test(arguments: [
    "Q: May I return it?\nA: You can, within a week.\n\nQ: Do you ship abroad?\nA: Today we do not.\n",
    "问：可以退货吗？\n答：七天内可以退货。\n\n问：什么时候发货？\n答：今天下午五点前。\n\n",
  ])
  func `questions and answers are a text, whoever reads it`(_ text: String) throws {
    let list = try ListFormats.read(Array(text.utf8), ReadOptions(file: "faq.txt"))
    #expect(list.format == .other("text"))
    #expect(list.phrases.count == 2)
    #expect(list.phrases.allSatisfy { !$0.title.isEmpty && !$0.text.contains("A:") })
  }

  @Test func `a heading in brackets begins no JSON`() throws {
    let text =
      "[Return]\nYou can return it.\n\n[Ship]\nWe ship it today.\n\n[Pay]\nWe take cards.\n"
    #expect(
      try ListFormats.read(Array(text.utf8), ReadOptions(file: "a.txt")).format == .other("text"))
    let json = try? ListFormats.read(Array("[tru".utf8), ReadOptions(file: "a.json"))
    #expect(json == nil)
  }

  @Test func `a line below a line makes a heading, and comments are left out`() throws {
    #expect(
      try phrases(
        .markdown,
        "Returns\n=======\n\nYou can. <!-- ask first --> Really.\n\nOr by post.\n\nPay\n---\n\nBy card.\n\nCash.\n"
      )
        == [
          "Returns | You can. Really. | You can. Really.", "Returns | Or by post. | Or by post.",
          "Returns | Pay | By card. | By card.", "Returns | Pay | Cash. | Cash.",
        ])
  }
}
