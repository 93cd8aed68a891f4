import Foundation
import Testing

/// Sources and versions, as the shell sees them.
@Suite struct SourceCommandsTests {
  private static func list(_ numbers: some Sequence<Int>, text: String = "亲，请稍等") -> String {
    "id,department,title,text\n" + numbers.map { "\($0),售后,标题\($0),\(text)\($0)\n" }.joined()
  }

  private func withSource(_ play: (Program, String) throws -> Void) throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("team/phrases.csv", Self.list(0..<30))
    #expect(try program.run("connect", file, "--name", "team").status == 0)
    try play(program, file)
  }

  @Test func `connect shows what is there, keeps it, and search finds it`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("phrases.csv", Self.list(0..<3))
    let look = try program.run("connect", "--dry-run", file)
    #expect(look.status == 0)
    #expect(look.output.contains("rows 3, phrases 3, departments: 售后, CSV, UTF-8"))
    #expect(try program.run("sources").status == 1)
    let connected = try program.run("connect", file)
    #expect(connected.status == 0)
    #expect(connected.output.contains("phrases is now v1: 3 added."))
    #expect(try program.run("sources").output.hasPrefix("phrases  v1  \(file)"))
    #expect(try program.run("search", "biaoti1").output.contains("标题1"))
    let again = try program.run("connect", file)
    #expect(again.status == 2)
    #expect(again.errors.contains("--name"))
  }

  @Test func `the order of sources is shown and changed`() throws {
    try withSource { program, _ in
      let other = try program.file("other.csv", Self.list(0..<2))
      #expect(try program.run("connect", other).status == 0)
      let listed = try program.run("sources", "--first", "other").output
      #expect(listed.split(separator: "\n").map { $0.prefix(5) } == ["other", "team "])
      #expect(try program.run("sources", "--first", "nobody").status == 2)
    }
  }

  @Test func `nothing of a source that cannot be had stays behind`() throws {
    let program = try Program()
    defer { program.clean() }
    let bad = try program.file("bad.csv", "title,text\na,\"b\n")
    #expect(try program.run("connect", bad).status == 3)
    #expect(try program.run("connect", "/nowhere/list.csv").status == 4)
    #expect(try program.run("connect", "ftp://host/list.csv").status == 2)
    #expect(try program.run("connect", bad, "--name", "personal").status == 2)
    #expect(try program.run("sources").status == 1)
  }

  @Test func `doctor says how things stand with each source, and not where it is`() throws {
    try withSource { program, file in
      #expect(
        try program.run("doctor").output.contains("  source: team (path), v1, updated just now\n"))
      try Data("id,title,text\n".utf8).write(to: URL(fileURLWithPath: file))
      _ = try program.run("sync")
      let waiting = try program.run("doctor").output
      #expect(
        waiting.contains(
          "! source: team (path), v1, updated just now, a new version waits, the new file"))
      #expect(waiting.contains("      Look at it, and let it in: phrasedesk diff team, "))
      try FileManager.default.removeItem(atPath: file)
      _ = try program.run("sync")
      let failing = try program.run("doctor", "--json").output
      #expect(failing.contains("failing: there is no such file"))
      #expect(failing.contains("\"state\" : \"attention\""))
      #expect(!failing.contains("phrases.csv"))
    }
  }

  @Test func `a changed file becomes a version that can be compared and taken back`() throws {
    try withSource { program, file in
      #expect(try program.run("sync").output == "team is up to date (v1).\n")
      try Data(Self.list(1..<32).utf8).write(to: URL(fileURLWithPath: file))
      let json = try program.run("sync", "--json").output
      #expect(json.contains("\"outcome\":\"accepted\""))
      #expect(json.contains("\"added\":2"))
      let difference = try program.run("diff", "team")
      #expect(difference.status == 0)
      #expect(difference.output.hasPrefix("- 售后 / 标题0\n+ 售后 / 标题30\n"))
      #expect(difference.output.hasSuffix("2 added, 1 removed\n"))
      #expect(try program.run("rollback", "team", "1").status == 0)
      #expect(try program.run("diff", "team", "1", "3").status == 1)
      #expect(try program.run("rollback", "team", "9").status == 2)
      #expect(try program.run("sync").output.contains("phrasedesk sync --resume team"))
      #expect(try program.run("sync", "--resume", "team").output.contains("v4"))
      #expect(try program.run("versions").output.split(separator: "\n").count == 4)
    }
  }

  @Test func `a list that lost much waits until it is let in`() throws {
    try withSource { program, file in
      try Data(Self.list(20..<30).utf8).write(to: URL(fileURLWithPath: file))
      let held = try program.run("sync")
      #expect(held.status == 1)
      #expect(held.errors.contains("lacks 20 of the 30 phrases of 售后"))
      #expect(try program.run("sources").output.contains("a new version waits"))
      #expect(try program.run("search", "biaoti3").output.contains("标题3"))
      #expect(try program.run("diff").output.hasSuffix("20 removed\n"))
      #expect(try program.run("sync", "--accept", "team").status == 0)
      #expect(try program.run("sync", "--accept", "team").status == 1)
    }
  }

  @Test func `a broken file and a missing one leave the phrases in use`() throws {
    try withSource { program, file in
      try Data("<html>log in</html>".utf8).write(to: URL(fileURLWithPath: file))
      let broken = try program.run("sync")
      #expect(broken.status == 3)
      #expect(broken.errors.contains("stays in use"))
      try FileManager.default.removeItem(atPath: file)
      #expect(try program.run("sync").status == 4)
      #expect(try program.run("sources").output.contains("failing since"))
      #expect(try program.run("search", "biaoti3").output.contains("标题3"))
    }
  }

  @Test func `two files are compared word by word`() throws {
    let program = try Program()
    defer { program.clean() }
    let old = try program.file("old.csv", "title,text\n发货,亲，48小时内发货\n")
    let new = try program.file("new.csv", "title,text\n发货,亲，24小时内发货\n")
    let outcome = try program.run("diff", old, new)
    #expect(outcome.output == "~ 发货\n    text: 亲，[-48-]{+24+}小时内发货\n1 changed\n")
    #expect(try program.run("diff", old, old).status == 1)
    #expect(try program.run("diff", "--json", old, new).output.contains("\"columns\":[\"text\"]"))
  }

  @Test func `publish shows what changes and replaces the file`() throws {
    try withSource { program, file in
      let new = try program.file("new.csv", Self.list(0..<31))
      let look = try program.run("publish", "--dry-run", "--details", new, "team")
      #expect(look.output.hasPrefix("Phrases: 30 now, 31 then. 1 added\n+ 售后 / 标题30\n"))
      #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.list(0..<30))
      // A script has to say yes.
      let asked = try program.run("publish", new, "team")
      #expect(asked.status == 2)
      #expect(asked.errors.contains("--yes"))
      #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.list(0..<30))
      #expect(try program.run("publish", "--yes", new, "team").status == 0)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.list(0..<31))
      let bad = try program.file("bad.csv", "id,text\n1,a\n1,b\n")
      #expect(try program.run("publish", "--yes", bad, "team").status == 3)
      #expect(try String(contentsOfFile: file, encoding: .utf8) == Self.list(0..<31))
    }
  }
}
