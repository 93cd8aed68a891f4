import Foundation
import Testing

/// Lists that several people publish, as the shell sees them.
@Suite struct PublishCommandsTests {
  private static func list(_ numbers: some Sequence<Int>, text: String = "亲，请稍等") -> String {
    "id,department,title,text\n" + numbers.map { "\($0),售后,标题\($0),\(text)\($0)\n" }.joined()
  }

  /// A list of thirty phrases at a path that a desk follows as `team`.
  private func withList(_ play: (Program, String) throws -> Void) throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("team/phrases.csv", Self.list(0..<30))
    #expect(try program.run("connect", file, "--name", "team").status == 0)
    try play(program, file)
  }

  private func contents(_ file: String) throws -> String {
    try String(contentsOfFile: file, encoding: .utf8)
  }

  @Test func `an older copy takes back nothing in silence`() throws {
    try withList { program, file in
      let ann = try program.file("ann.csv", Self.list(0..<31))
      let bo = try program.file(
        "bo.csv", Self.list(0..<30).replacing("请稍等7\n", with: "马上为您处理\n"))
      #expect(try program.run("publish", "--yes", ann, "team").status == 0)
      let second = try program.run("publish", "--yes", bo, "team")
      #expect(second.status == 2)
      #expect(second.output.contains("Takes back: 售后 / 标题30 would be missing; added by"))
      #expect(second.errors.contains("--accept undone=1"))
      #expect(try contents(file) == Self.list(0..<31))
      #expect(
        try program.run("publish", "--yes", "--accept", "undone=1", bo, "team").status == 0)
    }
  }

  @Test func `what the desk remembers is not taken back either`() throws {
    try withList { program, file in
      let old = try program.file("old.csv", Self.list(0..<30))
      try program.file(
        "team/phrases.csv", Self.list(0..<30).replacing("请稍等7\n", with: "明天发货\n"))
      #expect(try program.run("sync").status == 0)
      let refused = try program.run("publish", "--yes", old, "team")
      #expect(refused.errors.contains("undone=1"))
      #expect(refused.output.contains("Takes back: 售后 / 标题7 would read as before"))
    }
  }

  @Test func `what was taken out is put together with what others have published since`() throws {
    try withList { program, file in
      let bo = program.path("bo.csv")
      #expect(try program.run("checkout", "team", bo).status == 0)
      #expect(try program.run("checkout", "team", bo).status == 2)
      let ann = try program.file("ann.csv", Self.list(0..<31))
      #expect(try program.run("publish", "--yes", ann, "team").status == 0)
      let edited = Self.list(0..<30).replacing("请稍等7\n", with: "马上为您处理\n")
      try program.file("bo.csv", edited)
      let second = try program.run("publish", "--yes", bo, "team")
      #expect(second.status == 0)
      #expect(second.output.contains("1 of your changes"))
      let both = Self.list(0..<31).replacing("请稍等7\n", with: "马上为您处理\n")
      #expect(try contents(file) == both)
      // The copy goes on from there.
      #expect(try contents(bo) == both)
      try program.file("bo.csv", both.replacing("标题3,", with: "三,"))
      #expect(try program.run("publish", "--yes", bo, "team").status == 0)
      #expect(try contents(file) == both.replacing("标题3,", with: "三,"))
    }
  }

  @Test func `what two people made different is decided by a person`() throws {
    try withList { program, file in
      let bo = program.path("bo.csv")
      #expect(try program.run("checkout", "team", bo).status == 0)
      let anns = Self.list(0..<30).replacing("请稍等7\n", with: "明天发货\n")
      let ann = try program.file("ann.csv", anns)
      #expect(try program.run("publish", "--yes", ann, "team").status == 0)
      try program.file("bo.csv", Self.list(0..<30).replacing("请稍等7\n", with: "后天发货\n"))
      let second = try program.run("publish", "--yes", bo, "team")
      #expect(second.status == 2)
      #expect(second.output.contains("标题7"))
      #expect(second.errors.contains("collisions=1"))
      #expect(try contents(file) == anns)
      #expect(
        try program.run("publish", "--yes", "--accept", "collisions=1", bo, "team").status == 0)
      #expect(try contents(file).contains("后天发货"))
    }
  }

  @Test
  func `what desks would wait for has to be agreed to by name and number, and then no desk waits`()
    throws
  {
    try withList { program, file in
      let few = try program.file("few.csv", Self.list(0..<10))
      let refused = try program.run("publish", "--yes", few, "team")
      #expect(refused.status == 2)
      #expect(refused.errors.contains("--accept removed=20"))
      #expect(
        try program.run("publish", "--yes", "--accept", "removed=19", few, "team").status == 2)
      #expect(try contents(file) == Self.list(0..<30))
      #expect(
        try program.run("publish", "--yes", "--accept", "removed=20", few, "team").status == 0)
      let synced = try program.run("sync", "team")
      #expect(synced.status == 0)
      #expect(synced.output.contains("20 removed"))
      #expect(try program.run("sources").output.contains("release 1 ("))
    }
  }

  @Test func `what somebody put there by hand can be agreed to, and then no desk waits`() throws {
    try withList { program, file in
      let all = try program.file("all.csv", Self.list(0..<31))
      #expect(try program.run("publish", "--yes", all, "team").status == 0)
      #expect(try program.run("sync").status == 0)
      try program.file("team/phrases.csv", Self.list(0..<10))
      #expect(try program.run("sync").status == 1)
      let few = try program.file("few.csv", Self.list(0..<10))
      #expect(
        try program.run("publish", "--yes", few, "team").errors.contains("--accept removed=21"))
      #expect(
        try program.run("publish", "--yes", "--accept", "removed=21", few, "team").status == 0)
      #expect(try program.run("sync").output.contains("21 removed"))
      // What would follow a list that is gone, or has errors, is compared with what desks have.
      for broken in ["id,text\n1,a\n1,b\n", nil] {
        if let broken {
          try program.file("team/phrases.csv", broken)
        } else {
          try FileManager.default.removeItem(atPath: file)
        }
        let one = try program.file("one.csv", Self.list(0..<1))
        #expect(
          try program.run("publish", "--yes", one, "team").errors.contains("--accept removed=9"))
      }
    }
  }

  @Test func `a list that cannot be looked at is not taken for an empty one`() throws {
    let program = try Program()
    defer { program.clean() }
    let new = try program.file("new.csv", Self.list(0..<3))
    let folder = program.path("list.csv")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(try program.run("publish", "--yes", new, folder).status == 4)
    // Where there is none yet, it is the first one.
    #expect(try program.run("publish", "--yes", new, program.path("first.csv")).status == 0)
  }

  @Test func `a source that is not there is no new file`() throws {
    try withList { program, file in
      let new = try program.file("new.csv", Self.list(0..<31))
      for name in ["taem", "Team"] {
        let outcome = try program.run("publish", "--yes", new, name)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("team"))
      }
      #expect(try contents(file) == Self.list(0..<30))
    }
  }

  @Test func `an earlier release is published again for everybody`() throws {
    try withList { program, file in
      let before = try contents(file)
      for text in ["一", "二"] {
        let new = try program.file("new.csv", Self.list(0..<30, text: "亲，请稍等一下" + text))
        #expect(try program.run("publish", "--yes", new, "team", "-m", text).status == 0)
      }
      #expect(try program.run("take-back", "team").status == 2)
      #expect(try program.run("take-back", "team", "--yes").status == 0)
      #expect(try contents(file) == Self.list(0..<30, text: "亲，请稍等一下一"))
      #expect(try program.run("take-back", "team", "2", "--yes").status == 0)
      #expect(try contents(file) == Self.list(0..<30, text: "亲，请稍等一下二"))
      #expect(try program.run("take-back", "team", "9", "--yes").status == 2)
      #expect(try contents(file) != before)
    }
  }

  @Test func `rollback says that it is for this desk only`() throws {
    try withList { program, file in
      try program.file("team/phrases.csv", Self.list(0..<31))
      #expect(try program.run("sync").status == 0)
      let back = try program.run("rollback", "team", "1")
      #expect(back.output.split(separator: "\n").first?.contains("take-back") == true)
    }
  }
}
