import Testing

@testable import Phrases

struct BlankWarningTests {
  private func places(_ base: KnowledgeBase) -> [String] {
    base.warnings.map { "\($0.row ?? 0) \($0.line):\($0.column)" }
  }

  @Test func `Each damaged placeholder is told with row, line and column`() throws {
    let base = try read(
      """
      title,text
      好,您好{{姓名}}
      一,"说""你好"" ""啊"" {{单号}
      第二行 {{}}"
      二,您好｛姓名}}
      """)
    #expect(places(base) == ["3 3:18", "3 4:5", "4 5:5"])
    #expect(base.warnings.map(\.columnName) == ["text", "text", "text"])
    #expect(
      base.warnings[0].sentence(.english, file: "kb")
        == "kb, row 3, \"一\", text (line 3, column 18): \"{{单号}\" is not closed and would reach the customer as it stands (the desk asks first); "
        + "write {{name}}.")
    #expect(base.phrases.count == 3)
  }

  @Test func `The column counts what JSON escapes as it is written`() throws {
    let text = #"[{"text": "a\n\u4f60\ud83d\ude00\"é {{b}"}]"#
    let base = try read(text)
    let braces = try #require(text.unicodeScalars.lastIndex(of: "{"))
    // The first of the two, counted from 1.
    let expected = text.unicodeScalars.distance(from: text.startIndex, to: braces)
    #expect(places(base) == ["1 1:\(expected)"])
  }

  @Test func `Foreign blanks are one warning for all, at the first`() throws {
    let base = try read(
      """
      title,text
      a,亲[微笑]
      b,您的[单号]和[快递]
      c,%name% 您好 ____
      d,[单号]{{单号}}
      """)
    #expect(
      base.warnings.map(\.problem) == [
        .foreignPlaceholders(
          phrases: 3, examples: ["[单号]", "%name%", "____"], [.square, .percent])
      ])
    #expect(places(base) == ["3 3:5"])
    let sentence = base.warnings[0].sentence(.english)
    #expect(sentence.contains("3 phrases hold [单号], %name%, ____"))
    #expect(sentence.contains("--placeholders square,percent asks for them"))
    #expect(base.warnings[0].sentence(.chinese).contains("3 条话术含有[单号]、%name%、____"))
  }

  @Test func `What is declared is a placeholder and no warning`() throws {
    let text = "title,text\na,亲[微笑]您的[单号]\nb,%x%\nc,[[y]]\n"
    let base = try read(text, placeholders: [.square, .percent, .doubleSquare])
    #expect(base.warnings.isEmpty)
    #expect(base.phrases.map(\.text) == ["亲[微笑]您的{{单号}}", "{{x}}", "{{y}}"])
    let part = try read(text, placeholders: .square)
    #expect(part.phrases.map(\.text) == ["亲[微笑]您的{{单号}}", "%x%", "[[y]]"])
    #expect(
      part.warnings.map(\.problem) == [
        .foreignPlaceholders(phrases: 2, examples: ["%x%", "[[y]]"], [.percent, .doubleSquare])
      ])
  }

  @Test func `Declaring a style renames no phrase, and what is written is read the same`() throws {
    let text = "title,text\nt,[a]\nt,[b]\n,[c]您好\nt,\"[a]\"\n"
    let plain = try read(text)
    let declared = try read(text, placeholders: .square)
    #expect(plain.phrases.map(\.key) == declared.phrases.map(\.key))
    #expect(plain.phrases.map(\.title) == declared.phrases.map(\.title))
    #expect(declared.phrases.map(\.text) == ["{{a}}", "{{b}}", "{{c}}您好", "{{a}}"])
    for format in [KnowledgeBaseFormat.json, .csv(delimiter: .comma)] {
      let written = KnowledgeBase.write(declared.phrases, as: format)
      #expect(try read(written).phrases == declared.phrases)
      #expect(try read(written, placeholders: .square).phrases == declared.phrases)
    }
  }
}
