import Foundation
import Testing

/// What `export` writes, for whom, and what a kill leaves of it.
@Suite struct ExportTests {
  private static let own = "id,title,text\no1,退款,=1+1\no2,问候,您好\n"
  private static let list = "id,department,title,text\nk1,,发货,今天发货\nk2,售后,运费,'-3\n"

  private func withPhrases(_ body: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.clean() }
    let own = try program.file("own.csv", Self.own)
    let list = try program.file("kb.csv", Self.list)
    #expect(try program.run("import", own).status == 0)
    #expect(try program.run("connect", list, "--name", "kb").status == 0)
    try body(program)
  }

  private func bytes(_ program: Program, _ arguments: String...) throws -> [UInt8] {
    let target = program.folder.appending(path: "out.csv").path
    let outcome = try program.run(["export", "--force"] + arguments + [target])
    #expect(outcome.status == 0, "\(outcome)")
    return try Array(Data(contentsOf: URL(filePath: target)))
  }

  @Test func `export writes one's own phrases, a source's or a file's`() throws {
    try withPhrases { program in
      let own = try program.run("export", "-").output
      #expect(own.contains("退款") && !own.contains("发货"))
      let source = try program.run("export", "--source", "kb", "-").output
      #expect(!source.contains("退款") && source.contains("发货") && source.contains("运费"))
      let file = program.folder.appending(path: "kb.csv").path
      #expect(try program.run("export", "--kb", file, "-").output == source)
      #expect(try program.run("export", "--source", "nobody", "-").status == 2)
      #expect(try program.run("export", "--source", "kb", "--starter", "-").status == 2)
      let department = try program.run(
        "export", "--source", "kb", "--department", "售后", "-")
      #expect(department.output.contains("运费") && department.output.contains("发货"))
    }
  }

  @Test func `a file for a spreadsheet is marked as UTF-8, and runs nothing`() throws {
    try withPhrases { program in
      let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
      #expect(try bytes(program).starts(with: mark))
      #expect(try String(decoding: bytes(program), as: UTF8.self).contains(",'=1+1,"))
      #expect(try !bytes(program, "--no-bom").starts(with: mark))
      #expect(try String(decoding: bytes(program, "--raw"), as: UTF8.self).contains(",=1+1,"))
      // Read back as it was, also what began with an apostrophe of its own.
      let target = program.folder.appending(path: "out.csv").path
      _ = try bytes(program)
      #expect(try program.run("import", target).output == "0 added, 0 changed, 2 unchanged.\n")
      #expect(try program.run("export", "-").output.utf8.first != 0xEF)
      #expect(try program.run("export", "--format", "json", "-").output.contains("\"=1+1\""))
    }
  }

  @Test func `what is published newly under a private umask is said to be readable by nobody else`()
    throws
  {
    try withPhrases { program in
      let list = program.folder.appending(path: "kb.csv").path
      let target = program.folder.appending(path: "team.csv").path
      let shell = "umask 077; exec \"$0\" publish --yes \"$1\" \"$2\""
      let said = program.folder.appending(path: "said")
      let status = try spawn(
        "/bin/sh", ["-c", shell, Program.path, list, target], environment: program.environment,
        input: URL(filePath: "/dev/null"), output: program.folder.appending(path: "o"),
        errors: said)
      #expect(status == 0)
      #expect(try String(contentsOf: said, encoding: .utf8).contains("chmod -R a+rX"))
      #expect(try !program.run("publish", "--yes", list, target).errors.contains("chmod"))
    }
  }
}
