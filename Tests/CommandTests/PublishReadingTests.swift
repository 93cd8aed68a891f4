import Foundation
import Testing

/// Lists that whoever publishes reads otherwise than desks would, and lists that programs have damaged.
@Suite struct PublishReadingTests {
  private func withProgram(_ play: (Program) throws -> Void) throws {
    let program = try Program()
    defer { program.clean() }
    try play(program)
  }

  private func bytes(_ path: String) -> [UInt8] {
    (try? Data(contentsOf: URL(fileURLWithPath: path))).map(Array.init) ?? []
  }

  @Test func `a mapping that no desk knows of is refused with what desks would read`() throws {
    try withProgram { program in
      let list = "编号,标题,内容\n1,发货,48小时内发货\n2,换货,支持七天换货\n"
      let team = try program.file("q.csv", list)
      #expect(try program.run("connect", team, "--name", "q").status == 0)
      let new = try program.file(
        "q2.csv",
        "编号,标题,内容,标准回答\n1,发货,客户问什么时候发货,48小时内发货\n2,换货,客户要换货,支持七天换货！\n")
      let outcome = try program.run(
        "publish", "--yes", "--accept", "changed=2", new, "q", "--columns", "text=标准回答")
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains("客户问什么时候发货"))
      #expect(outcome.errors.contains("--columns text=标准回答"))
      #expect(bytes(team) == Array(list.utf8))
      // Headers that desks know none of.
      let strange = try program.file("strange.csv", "甲列,乙列\n发货,48小时内发货\n")
      let path = program.path("strange-list.csv")
      let refused = try program.run(
        "publish", "--yes", strange, path, "--columns", "title=甲列,text=乙列")
      #expect(refused.status == 2)
      #expect(!FileManager.default.fileExists(atPath: path))
      // Where desks are connected with it, it is theirs.
      let mapped = try program.file("mapped.csv", "甲列,乙列\n发货,48小时内发货\n")
      let mapping = "title=甲列,text=乙列"
      #expect(
        try program.run("connect", mapped, "--name", "mapped", "--columns", mapping).status == 0)
      let next = try program.file("next.csv", "甲列,乙列\n发货,24小时内发货\n")
      #expect(try program.run("publish", "--yes", next, "mapped").status == 0)
      #expect(
        try program.run(
          "publish", "--yes", "--accept", "undone=1", strange, "mapped", "--columns", mapping
        ).status == 0)
    }
  }

  @Test(arguments: [
    ["--placeholders", "brace"], ["--columns", "title=text,text=title"],
    ["--columns", "category=title"],
  ])
  func `whatever is said of how a file is read, desks have to read the same`(
    option: [String]
  ) throws {
    try withProgram { program in
      let new = try program.file(
        "new.csv",
        "category,title,text\n售后,查询,您好 {姓名} <b>请</b>\n,退款,您好 {姓名}\n")
      let path = program.path("list.csv")
      let outcome = try program.run(["publish", "--yes", new, path] + option)
      #expect(outcome.status == 2)
      #expect(outcome.errors.contains(option.joined(separator: " ")))
      #expect(!FileManager.default.fileExists(atPath: path))
      #expect(try program.run(["publish", "--dry-run", new, path] + option).status == 2)
      // What changes nothing is no reason.
      #expect(try program.run("publish", "--yes", new, path, "--from", "csv").status == 0)
    }
  }

  @Test func `a file in an encoding that was said is published in UTF-8`() throws {
    try withProgram { program in
      let file = program.path("eu.csv")
      let text: [UInt8] = Array("title,text\nPrice,It costs 20 ".utf8) + [0x80, 0x0A]
      try Data(text).write(to: URL(fileURLWithPath: file))
      let path = program.path("list.csv")
      let outcome = try program.run("publish", "--yes", file, path, "--encoding", "latin1")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("UTF-8"))
      #expect(bytes(path) == Array("\u{FEFF}title,text\nPrice,It costs 20 €\n".utf8))
      #expect(try program.run("connect", path, "--name", "eu").status == 0)
      #expect(try program.run("send", "--print", "Price").output.contains("20 €"))
    }
  }

  @Test func `a file that is UTF-8 stays what it is, whatever is said`() throws {
    try withProgram { program in
      let text = "title,text\n您好,亲，请稍等 Größe\n"
      let file = try program.file("new.csv", text)
      for encoding in ["gbk", "latin1", "big5", "sjis"] {
        let path = program.path("\(encoding).csv")
        #expect(
          try program.run("publish", "--yes", file, path, "--encoding", encoding).status == 0)
        #expect(bytes(path) == Array(text.utf8))
      }
    }
  }

  @Test func `the first list says what programs have damaged, and a script agrees to it`() throws {
    try withProgram { program in
      let new = try program.file(
        "new.csv",
        "title,text,code\n甲,#NAME?,\n乙,亲，请稍等,4.00821E+11\n丙,????????,\n丁,æ‚¨å¥½,\n戊,好的,\n")
      let path = program.path("list.csv")
      let refused = try program.run("publish", "--yes", new, path)
      #expect(refused.status == 2)
      #expect(refused.output.contains("damaged 4 phrases"))
      #expect(refused.errors.contains("#NAME?"))
      #expect(refused.errors.contains("æ‚¨å¥½"))
      #expect(refused.errors.contains("--accept damaged=4"))
      #expect(!FileManager.default.fileExists(atPath: path))
      #expect(
        try program.run("publish", "--yes", "--accept", "damaged=4", new, path).status == 0)
      // It is what stands there now: the next one is compared with it.
      try program.file(
        "new.csv",
        "title,text,code\n甲,#NAME?,\n乙,亲，请稍等,4.00821E+11\n丙,????????,\n丁,æ‚¨å¥½,\n戊,好的。,\n")
      #expect(try program.run("publish", "--yes", new, path).status == 0)
    }
  }
}
