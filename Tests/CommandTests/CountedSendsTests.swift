import Glibc
import Store
import Testing

/// What the commands that send without a desk keep of it.
@Suite struct CountedSendsTests {
  private static let list = "id,title,text,code\n1,发货时间,明天发货。,fhsj\n2,退款,好的。,tk\n"

  private func shop() throws -> Program {
    let program = try Program()
    let file = try program.file("shop.csv", CountedSendsTests.list)
    #expect(try program.run("import", file).status == 0)
    return program
  }

  private func sends(of program: Program) throws -> [Send] {
    let path = program.folder.path + "/data/phrasedesk/phrases.sqlite"
    let store = try Store.open(at: path, mode: .readOnly)
    defer { store.close() }
    return try store.sends(since: 0)
  }

  @Test func `What send and pick write to standard output is counted`() throws {
    let program = try shop()
    defer { program.clean() }
    #expect(try program.run("send", "--print", "fhsj").output == "明天发货。")
    let picked = try program.run(["pick", "--plain"], input: "tk\n1\n")
    #expect(picked.output == "好的。")
    let sends = try sends(of: program)
    #expect(sends.map(\.key.id) == ["1", "2"])
    #expect(sends.map(\.way) == ["output", "output"])
    #expect(sends.map { $0.keystrokes > 0 } == [false, true])
  }

  @Test func `What send hands to a program is counted by its way, and what nothing took is not`()
    throws
  {
    let program = try shop()
    defer { program.clean() }
    _ = try program.file("config/phrasedesk/config.toml", "[send]\ncommand = [\"/bin/cat\"]\n")
    #expect(try program.run("send", "--send-to", "command", "fhsj").status == 0)
    #expect(try sends(of: program).map(\.way) == ["command"])
    #expect(try program.run("send", "--send-to", "pane:%7", "fhsj").status != 0)
    #expect(try sends(of: program).count == 1)
  }

  @Test func `A file that is opened for once keeps nothing of it`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("shop.csv", CountedSendsTests.list)
    #expect(try program.run("send", "--kb", file, "--print", "fhsj").status == 0)
    let picked = try program.run(["pick", "--plain", "--kb", file], input: "tk\n1\n")
    #expect(picked.output == "好的。")
    #expect(access(program.folder.path + "/data/phrasedesk", F_OK) != 0)
  }
}
