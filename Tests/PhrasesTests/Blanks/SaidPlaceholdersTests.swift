import Testing

@testable import Phrases

@Suite struct SaidPlaceholdersTests {
  @Test func `What placeholders say besides their names is one note for all, at the first`() throws
  {
    let base = try read(
      """
      title,text
      a,{{订单号}} {{时间}}
      b,亲，{{称呼|亲}}您好，{{今天}}和{{今天+3}}
      c,"{{快递:顺丰,中通}} \\{{x}} {{现在}} {{问候}}"
      """)
    #expect(
      base.warnings.map(\.problem) == [
        .placeholdersSayMore(
          7,
          examples: [
            "{{称呼|亲}}", "{{今天}}", "{{快递:顺丰,中通}}", "\\{{x}}", "{{现在}}", "{{问候}}",
          ])
      ])
    #expect(base.warnings.map { "\($0.row ?? 0) \($0.line):\($0.column)" } == ["3 3:5"])
    #expect(base.warningCount == 0 && base.warnings[0].severity == .note)
    #expect(base.warnings[0].sentence(.english).contains("7 placeholders say more than a name now"))
    #expect(base.warnings[0].sentence(.chinese).contains("7 处占位符现在不只是空白"))
  }

  @Test func `What is only a blank is told where it stands`() throws {
    let base = try read("title,text\na,好{{快递:}}\nb,{{今天+x}}{{name|title}}\n")
    #expect(
      base.warnings.map(\.problem) == [
        .placeholderOnlyBlank(.noOptions, "{{快递:}}"),
        .placeholderOnlyBlank(.badOffset, "{{今天+x}}"),
        .placeholderOnlyBlank(.filter, "{{name|title}}"),
      ])
    #expect(base.warnings.map(\.column) == [4, 3, 11])
    #expect(base.warningCount == 3)
    #expect(
      base.warnings[1].sentence(.english).contains(
        "\"{{今天+x}}\" has no number of days. The desk asks for it as for a blank; write {{today+3}}."
      ))
  }

  @Test func `A list without any of it has nothing to say`() throws {
    #expect(try read("title,text\na,\"{{订单号}}{{时间}}{{date}}{{a,b}}\"\n").warnings.isEmpty)
  }

  @Test func `Names in a declared style are blanks, whatever they are`() throws {
    let base = try read(
      "title,text\na,\"[今天]的[快递:顺丰,中通]，[称呼|亲]\"\n", placeholders: .square)
    let placeholders = Template(base.phrases[0].text).placeholders
    #expect(placeholders.map(\.kind) == [.blank, .blank, .blank])
    #expect(base.warnings.isEmpty)
  }
}
