import Foundation
import Glibc
import Testing

/// Going back for every desk, and what is said of whose work that undoes.
@Suite struct TakeBackTests {
  private static func list(_ count: Int, text: String = "亲，请稍等") -> String {
    "id,department,title,text\n" + (0..<count).map { "\($0),售后,标题\($0),\(text)\($0)\n" }.joined()
  }

  /// A list at a path where nothing was before, and a file to publish from.
  private func withPath(_ play: (Program, String) throws -> Void) throws {
    let program = try Program()
    defer { program.clean() }
    try program.file("team/note.txt", "")
    try play(program, program.path("team/phrases.csv"))
  }

  private func contents(_ file: String) throws -> String {
    try String(contentsOfFile: file, encoding: .utf8)
  }

  private func publish(_ text: String, _ file: String, _ program: Program, _ why: String) throws {
    let new = try program.file("new.csv", text)
    let accept = "removed=99,undone=99,changed=99"
    let outcome = try program.run("publish", "--yes", "--accept", accept, new, file, "-m", why)
    #expect(outcome.status == 0, "\(outcome.errors)")
  }

  @Test func `where there is nothing to go back to, nothing promises it`() throws {
    try withPath { program, file in
      let new = try program.file("new.csv", Self.list(3))
      let first = try program.run("publish", "--yes", new, file)
      #expect(first.output.contains("Release 1 ("))
      #expect(!first.output.contains("take-back"))
      let back = try program.run("take-back", file, "--yes")
      #expect(back.status == 1)
      #expect(back.errors.contains("is the first list"))
      let next = try program.file("new.csv", Self.list(4))
      #expect(
        try program.run("publish", "--yes", next, file).output.contains("take-back \(file)"))
    }
  }

  @Test func `over a list that was put there by hand it is the newest release that comes back`()
    throws
  {
    try withPath { program, file in
      try publish(Self.list(5), file, program, "first")
      try publish(Self.list(6), file, program, "Prices of May")
      try program.file("team/phrases.csv", Self.list(1))
      let back = try program.run("take-back", file, "--yes")
      #expect(back.status == 0, "\(back.errors)")
      #expect(back.output.contains("goes back to release 2 ("))
      #expect(back.output.contains("somebody put there by hand"))
      #expect(try contents(file) == Self.list(6))
    }
  }

  @Test func `what is undone is named with its author and message`() throws {
    try withPath { program, file in
      try publish(Self.list(5), file, program, "first")
      try publish(Self.list(6), file, program, "Prices of May")
      try publish(Self.list(5), file, program, "back again")
      let name = String(cString: getpwuid(getuid()).pointee.pw_name)
      let back = try program.run("take-back", file, "1", "--yes")
      // The same bytes as release 3: it is called what it was asked for.
      #expect(back.output.contains("goes back to release 1 ("))
      #expect(back.output.contains("Undone: release 3 ("))
      #expect(back.output.contains("Undone: release 2 ("))
      #expect(back.output.contains(name) && back.output.contains("\"Prices of May\""))
      let none = try program.run("take-back", file, "99", "--yes")
      #expect(none.status == 2)
      #expect(none.errors.contains("release 2 (") && none.errors.contains("\"Prices of May\""))
    }
  }

  @Test func `what was there by hand before a release is called so`() throws {
    try withPath { program, file in
      try publish(Self.list(5), file, program, "first")
      try program.file("team/phrases.csv", Self.list(7))
      try publish(Self.list(8), file, program, "second")
      let back = try program.run("take-back", file, "--yes")
      #expect(back.output.contains("what somebody had put there by hand before release 2,"))
      #expect(!back.output.contains("first release"))
      #expect(try contents(file) == Self.list(7))
    }
  }

  @Test func `a former list put back by hand takes no number away`() throws {
    try withPath { program, file in
      try publish(Self.list(5), file, program, "first")
      try publish(Self.list(6), file, program, "second")
      try program.file("team/phrases.csv", Self.list(5))
      let new = try program.file("new.csv", Self.list(7))
      let third = try program.run("publish", "--yes", "--accept", "undone=9", new, file)
      #expect(third.output.contains("Release 3 ("))
      #expect(try program.run("take-back", file, "2", "--yes").status == 0)
      #expect(try contents(file) == Self.list(6))
    }
  }

  @Test func `releases that cannot be read are not taken for none`() throws {
    try withPath { program, file in
      try publish(Self.list(5), file, program, "first")
      try publish(Self.list(6), file, program, "second")
      try program.file("team/phrases.csv.release.json", "{\"releases\": [")
      let back = try program.run("take-back", file, "--yes")
      #expect(back.status == 3)
      #expect(back.errors.contains("cannot be read"))
      #expect(!back.errors.contains("Nothing was published"))
    }
  }

  @Test func `hints are whole and quoted for a shell`() throws {
    try withPath { program, _ in
      let folder = "团队 目录/a very long name of a folder that nobody would cut"
      try program.file("\(folder)/note.txt", "")
      let file = program.path("\(folder)/it's.csv")
      try publish(Self.list(5), file, program, "first")
      let new = try program.file("new.csv", Self.list(6))
      let outcome = try program.run("publish", "--yes", new, file)
      let quoted = "'\(file.replacingOccurrences(of: "'", with: "'\\''"))'"
      #expect(outcome.output.contains("phrasedesk take-back \(quoted)\n"))
    }
  }

  @Test func `a path into a bare repository is refused with the address that was meant`() throws {
    try withPath { program, _ in
      for name in ["HEAD", "objects/x", "refs/x"] { try program.file("kb.git/\(name)", "") }
      let new = try program.file("new.csv", Self.list(3))
      let path = program.path("kb.git//sub/phrases.csv")
      for command in [["publish", "--yes", new, path], ["checkout", path, program.path("x.csv")]] {
        let outcome = try program.run(command)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("git+file://\(program.path("kb.git"))//sub/phrases.csv"))
      }
      #expect(!FileManager.default.fileExists(atPath: program.path("kb.git/sub")))
    }
  }

  @Test func `a list that nobody else may read is said so each time`() throws {
    try withPath { program, file in
      try publish(Self.list(5), file, program, "first")
      chmod(file, 0o600)
      for count in [6, 7] {
        let new = try program.file("new.csv", Self.list(count))
        let outcome = try program.run("publish", "--yes", new, file)
        #expect(
          outcome.errors.contains(
            "chmod -R a+rX \(file) \(file).release.json \(file).releases"))
      }
    }
  }
}
