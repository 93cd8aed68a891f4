import Testing

@testable import Phrases

struct PlaceholderStylesTests {
  @Test func `Styles are read by their names and written in one order`() throws {
    let styles = try PlaceholderStyles(" Percent,square , double-square")
    #expect(styles == [.square, .percent, .doubleSquare])
    #expect(styles.argument == "square,percent,double-square")
    #expect(try PlaceholderStyles("").isEmpty && PlaceholderStyles([]).argument.isEmpty)
    let all = try PlaceholderStyles("square,lenticular,brace,dollar,hash,percent,double-square")
    #expect(try PlaceholderStyles(all.argument) == all)
  }

  @Test(arguments: Language.allCases)
  func `What is no style is refused with those that are`(language: Language) throws {
    for text in ["squared", "square,", "square,\u{1B}x", "[x]"] {
      let error = try #require(throws: PlaceholderStyles.ParseError.self) {
        try PlaceholderStyles(text)
      }
      let sentence = error.sentence(language)
      #expect(sentence.contains("--placeholders") && sentence.contains("double-square"))
      #expect(sentence.unicodeScalars.allSatisfy { !SafeText.isHidden($0) })
    }
  }

  @Test(arguments: [
    ("square", "亲[微笑]您的[单号]和【单号】", "亲[微笑]您的{{单号}}和【单号】"),
    ("lenticular", "【温馨提示】您的【礼盒】[单号]", "【温馨提示】您的{{礼盒}}[单号]"),
    ("brace", "{a} ${b} {{c}}", "{{a}} ${b} {{c}}"), ("dollar", "{a} ${b}", "{a} {{b}}"),
    ("hash", "#{a.b} {c}", "{{a.b}} {c}"), ("percent", "%first name% 5%", "{{first name}} 5%"),
    ("double-square", "[[a]] [b]", "{{a}} [b]"), ("square", "[[a]] [b]", "[[a]] {{b}}"),
    ("square,brace", "[a] {a} ____", "{{a}} {{a}} ____"), ("square", "点击[收货地址]", "点击{{收货地址}}"),
  ])
  func `Declared styles become placeholders`(styles: String, text: String, expected: String) throws
  {
    #expect(try PlaceholderStyles(styles).canonical(text) == expected)
  }

  @Test func `A name that is too long for a placeholder stays a blank`() {
    let text = "[" + String(repeating: "长", count: 65) + "]"
    #expect(PlaceholderStyles.square.canonical(text) == text)
    #expect(Blank.all(in: text).count == 1)
  }
}
