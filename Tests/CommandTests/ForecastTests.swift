import Foundation
import Testing

/// What `publish` says beforehand is what desks see afterwards.
@Suite struct ForecastTests {
  private func withProgram(
    language: String = "en", _ play: (Program) throws -> Void
  ) throws {
    let program = try Program(language: language)
    defer { program.clean() }
    try play(program)
  }

  @Test func `every department that loses too much is named, with the sum and its key`() throws {
    func list(_ counts: [(String, Int)]) -> String {
      "department,title,text\n"
        + counts.flatMap { name, count in
          (0..<count).map { "\(name),\(name)\($0),\(name)的回复\($0)\n" }
        }.joined()
    }
    try withProgram { program in
      let file = try program.file("team.csv", list([("售前", 40), ("售后", 40), ("物流", 40)]))
      #expect(try program.run("connect", file, "--name", "team").status == 0)
      let new = try program.file("new.csv", list([("售前", 30), ("售后", 25), ("物流", 39)]))
      let outcome = try program.run("publish", "--yes", new, "team")
      #expect(outcome.output.contains("15 of the 40 phrases of 售后, 10 of 40 of 售前 (removed=26)"))
      #expect(outcome.errors.contains("--accept removed=26"))
    }
  }

  @Test func `rows without ids are followed as desks follow them`() throws {
    func list(_ rows: [(String, String)]) -> String {
      "title,text\n" + rows.map { "\($0),\($1)\n" }.joined()
    }
    var rows = (0..<10).map { ("优惠说明\($0)", "满\($0)百减五十，全店通用") }
    try withProgram { program in
      let file = try program.file("team.csv", list(rows))
      #expect(try program.run("connect", file, "--name", "team").status == 0)
      let first = try program.file("new.csv", list(rows))
      #expect(try program.run("publish", "--yes", first, "team").status == 0)
      let mine = program.path("mine.csv")
      #expect(try program.run("checkout", "team", mine).status == 0)
      // A colleague gives one another title; this desk has not seen it when its own change goes out.
      var theirs = rows
      theirs[1].0 = "壹"
      let colleague = try program.file("colleague.csv", list(theirs))
      #expect(try program.run("publish", "--yes", colleague, "team").status == 0)
      #expect(try program.run("sync").status == 0)
      rows[1].1 = "满二百减七十，限今天"
      rows.remove(at: 9)
      try program.file("mine.csv", list(rows))
      let outcome = try program.run("publish", "--yes", mine, "team")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let seen = try program.run("sync").output
      let summary = try #require(seen.split(separator: ": ").last?.dropLast(2))
      #expect(outcome.output.contains("9 then. \(summary)\n"), "\(seen)\(outcome.output)")
    }
  }

  @Test func `one's own changes are not called others'`() throws {
    func list(_ count: Int) -> String {
      "id,title,text\n" + (0..<count).map { "\($0),标题\($0),回复\($0)\n" }.joined()
    }
    try withProgram { program in
      let file = try program.file("team.csv", list(10))
      #expect(try program.run("connect", file, "--name", "team").status == 0)
      let mine = program.path("mine.csv")
      #expect(try program.run("checkout", "team", mine).status == 0)
      let other = try program.file("other.csv", list(11))
      #expect(try program.run("publish", "--yes", other, "team").status == 0)
      try program.file("mine.csv", list(10).replacing("回复3\n", with: "回复三\n"))
      let outcome = try program.run("publish", "--yes", mine, "team")
      #expect(outcome.output.contains("You have published yourself since you took the list out: 1"))
      #expect(!outcome.output.contains("Others"))
    }
  }

  @Test func `why something waits is said in the language of who asks`() throws {
    func list(_ count: Int) -> String {
      "id,title,text\n" + (0..<count).map { "\($0),标题\($0),回复\($0)\n" }.joined()
    }
    try withProgram { program in
      let file = try program.file("team.csv", list(40))
      #expect(try program.run("connect", file, "--name", "team").status == 0)
      try program.file("team.csv", list(10))
      #expect(try program.run("sync").status == 1)
      let chinese = try program.run(["sources"], extra: ["LANG": "zh_CN.UTF-8"])
      #expect(chinese.output.contains("新版本等待确认：新文件缺少"))
      #expect(!chinese.output.contains("lacks"))
      #expect(try program.run("sources").output.contains("waits: the new file lacks 30"))
    }
  }
}
