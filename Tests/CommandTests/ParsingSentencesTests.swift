import Testing

/// What is said of a command line that cannot be read, in the agent's language.
@Suite struct ParsingSentencesTests {
  @Test(arguments: [
    (["search", "--limit", "x", "q"], "“x”不能用于 --limit <limit>"),
    (["connect"], "缺少参数 <source>"),
    (["search", "--bogus", "q"], "没有选项 --bogus"),
    (["search", "--limt", "3", "q"], "没有选项 --limt，是不是 --limit？"),
    (["search", "--limit"], "--limit <limit> 缺少值"),
    (["doctor", "hello"], "多余的参数“hello”"),
    (["doctor", "hello", "there"], "多余的 2 个参数：hello、there"),
    (["doctor", "--json=1"], "选项 --json 不带值，却给了“1”"),
  ])
  func `A bad command line is explained in Chinese`(arguments: [String], sentence: String) throws {
    let program = try Program(language: "zh")
    defer { program.clean() }
    let outcome = try program.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(!outcome.errors.contains(/[A-Za-z']{2,} [a-z]+ [a-z]{2,}/), "\(outcome.errors)")
  }

  @Test func `In English it is what the parser says`() throws {
    let program = try Program()
    defer { program.clean() }
    #expect(try program.run("search", "--bogus", "q").errors.contains("Unknown option '--bogus'"))
  }
}
