import Foundation
import Phrases
import Store
import Testing

/// What the shell does with an agent's own phrases, and sees of what is kept of her work.
@Suite struct MineCommandsTests {
  private func withProgram(
    language: String = "en", _ body: (Program) throws -> Void
  ) throws {
    let program = try Program(language: language)
    defer { program.clean() }
    try body(program)
  }

  private func store(_ program: Program) throws -> Store {
    try Store.open(at: program.path("data/phrasedesk/phrases.sqlite"))
  }

  /// The document that a command prints.
  private func json(_ outcome: Program.Outcome) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any],
      "\(outcome)")
  }

  private func add(_ program: Program, _ arguments: String...) throws -> String {
    let outcome = try program.run(["mine", "add", "--json"] + arguments)
    #expect(outcome.status == 0, "\(outcome)")
    return try #require(try json(outcome)["id"] as? String)
  }

  @Test func `A phrase is written, found, changed, thrown away and had back`() throws {
    try withProgram { program in
      #expect(try program.run("mine", "list").status == 1)
      let id = try add(
        program, "--title", "何时发货", "--text", "{{称呼}}，今天发出。", "--category", "物流",
        "--keywords", "发货、快递")
      #expect(id.hasPrefix("own-"))
      #expect(try program.run("search", "hsfh").output.contains("何时发货"))
      let listed = try program.run("mine", "list").output
      #expect(listed.hasPrefix("\(id)  何时发货  物流\n"))

      #expect(try program.run("mine", "edit", id, "--title", "什么时候发").output == "\(id) changed.\n")
      let document = try json(program.run("mine", "list", "--json"))
      let phrases = try #require(document["phrases"] as? [[String: Any]])
      #expect(document["total"] as? Int == 1)
      #expect(phrases[0]["title"] as? String == "什么时候发")
      #expect(phrases[0]["text"] as? String == "{{称呼}}，今天发出。")
      #expect(phrases[0]["keywords"] as? [String] == ["发货", "快递"])
      #expect(try program.run("mine", "edit", id, "--title", "什么时候发").output.contains("already"))

      #expect(try program.run("mine", "remove", "personal/\(id)").status == 0)
      #expect(try program.run("mine", "remove", id).status == 1)
      #expect(try program.run("mine", "list", "--bin").output.hasPrefix("\(id)  什么时候发"))
      #expect(try program.run("mine", "restore", id).status == 0)
      #expect(try program.run("mine", "restore", id).status == 1)
      #expect(try program.run("mine", "list", "--bin").status == 1)
      #expect(try program.run("export", "-").output.contains("什么时候发"))
    }
  }

  @Test func `A text comes from standard input, and a title from the text`() throws {
    try withProgram { program in
      let outcome = try program.run("mine", "add", input: "亲，请稍等。\n马上为您查询\n\n")
      #expect(outcome.status == 0)
      let own = try store(program).ownPhrases()
      #expect(own.map(\.text) == ["亲，请稍等。\n马上为您查询"])
      #expect(own.map(\.title) == ["亲，请稍等。"])
      #expect(try program.run("mine", "add", input: "亲，请稍等。\n马上为您查询").output.contains("already"))
      #expect(try store(program).ownPhrases().count == 1)
      let id = own[0].key.id
      #expect(try program.run(["mine", "edit", id, "--text", "-"], input: "请稍候。").status == 0)
      #expect(try store(program).ownPhrases().map(\.text) == ["请稍候。"])
    }
  }

  @Test func `What is wrong is a sentence and its exit code`() throws {
    try withProgram { program in
      #expect(try program.run("mine", "add", "--title", "空").status == 2)
      #expect(try program.run("mine", "add", "--text", " \n").status == 2)
      #expect(try program.run("mine", "edit", "own-0").status == 2)
      #expect(try program.run("mine", "edit", "own-0", "--title", "x").status == 1)
      #expect(try program.run("mine", "remove", "starter/zh-001").status == 1)
      #expect(try program.run("mine", "restore", "none").status == 1)
      #expect(try program.run("mine", "add", "--text", "x", "--behind", "none").status == 1)
      let id = try add(program, "--text", "您好")
      let long = String(repeating: "长", count: 350_000)
      let outcome = try program.run(["mine", "edit", id, "--text", "-"], input: long)
      #expect(outcome.status == 5 || outcome.status == 2)
      #expect(outcome.errors.contains("longer"))
      #expect(try store(program).ownPhrases().map(\.text) == ["您好"])
      let escape = "\u{1B}"
      #expect(try program.run("mine", "edit", id, "--title", escape + "[31m红").status == 0)
      for arguments in [["mine", "list"], ["mine", "list", "--json"], ["mine", "remove", id]] {
        #expect(try !program.run(arguments).output.contains(escape))
      }
    }
  }

  @Test func `A new phrase stands behind its neighbour`() throws {
    try withProgram { program in
      let first = try add(program, "--title", "甲", "--text", "甲甲")
      _ = try add(program, "--title", "丙", "--text", "丙丙")
      _ = try add(program, "--title", "乙", "--text", "乙乙", "--behind", first)
      let titles = try store(program).ownPhrases().map(\.title)
      #expect(titles == ["甲", "乙", "丙"])
    }
  }

  @Test func `An import says that the built-in phrases stay, unless the settings leave them out`()
    throws
  {
    try withProgram { program in
      let file = try program.file("own.csv", "title,text\n我的发货,今天发\n")
      // The other tests' programs leave them out.
      _ = try program.config("starter = true\n")
      let outcome = try program.run("import", file)
      #expect(outcome.output == "1 added, 0 changed, 0 unchanged.\n")
      #expect(outcome.errors.contains("starter = false"))
      let found = try program.run("search", "发货").output
      #expect(found.contains("我的发货") && found.contains("发货时间"))
      _ = try program.config("starter = false\n")
      let alone = try program.run("search", "发货").output
      #expect(alone.contains("我的发货") && !alone.contains("发货时间"))
    }
  }

  @Test func `A corrected title in a file without ids makes no second phrase`() throws {
    try withProgram { program in
      let file = try program.file("own.csv", "category,title,text\n物流,发货,今天发出\n物流,退款,原路退回\n")
      #expect(try program.run("import", file).status == 0)
      _ = try program.file("own.csv", "category,title,text\n物流,何时发货,今天发出\n物流,退款,三天内退回\n")
      #expect(try program.run("import", file).output == "0 added, 2 changed, 0 unchanged.\n")
      let own = try store(program).ownPhrases()
      #expect(own.map(\.title) == ["何时发货", "退款"])
      #expect(own.map(\.text) == ["今天发出", "三天内退回"])
      #expect(try program.run("import", file).output == "0 added, 0 changed, 2 unchanged.\n")
    }
  }

  // MARK: - What is kept

  /// A store with sends, searches and reports of now and of a month ago.
  private func work(_ program: Program) throws {
    let store = try store(program)
    defer { store.close() }
    let now = Int64(Date().timeIntervalSince1970)
    let key = PhraseKey(source: "starter", id: "zh-001")
    for number in 0..<6 {
      try store.record(
        Send(key: key, time: now, way: "xclip", keystrokes: 6, milliseconds: 2_000 + number))
    }
    try store.record(
      Send(
        key: PhraseKey(source: "gone", id: "x"), time: now - 30 * 86_400, way: "xclip",
        keystrokes: 2, milliseconds: 900))
    try store.record(FruitlessSearch(time: now, query: "yunfei", hits: 0))
    try store.report(
      PhraseReport(kind: .outdated, key: key, title: "=cmd()", remark: "价格,变了"), at: now)
    _ = try store.change(.value("小王", name: "客服"), at: now)
  }

  @Test func `The day is printed for the handover`() throws {
    try withProgram(language: "zh") { program in
      #expect(try program.run("data", "today").status == 0)
      try work(program)
      let output = try program.run("data", "today").output
      #expect(output.contains("发送 6 次") && output.contains("yunfei") && output.contains("过时"))
      #expect(!output.contains("gone"))
      let document = try json(program.run("data", "today", "--json"))
      let sent = try #require(document["sent"] as? [[String: Any]])
      #expect(sent.count == 1 && (sent[0]["times"] as? [String])?.count == 6)
      #expect((sent[0]["title"] as? String)?.isEmpty == false)
      #expect((document["searches"] as? [[String: Any]])?.count == 1)
      #expect((document["reports"] as? [[String: Any]])?.count == 1)
    }
  }

  @Test func `The figures say what a code would save`() throws {
    try withProgram { program in
      try work(program)
      let output = try program.run("data", "show").output
      #expect(output.contains("Today: sends: 6, median 2.0 s and 6 keys."))
      #expect(output.contains("In eight weeks: sends: 7"))
      #expect(output.contains("gone/x"))
      let document = try json(program.run("data", "show", "--json"))
      #expect((document["today"] as? [String: Any])?["sends"] as? Int == 6)
      #expect(document["isKept"] as? Bool == true)
      _ = try program.config("usage.keep = false\n")
      #expect(try program.run("data", "show").output.contains("switched off"))
      // A phrase of her own without a code that is found by search again and again.
      let id = try add(program, "--title", "无码", "--text", "没有编码")
      let store = try store(program)
      let now = Int64(Date().timeIntervalSince1970)
      for _ in 0..<31 {
        try store.record(
          Send(
            key: PhraseKey(source: "personal", id: id), time: now, way: "xclip", keystrokes: 7,
            milliseconds: 900))
      }
      store.close()
      #expect(
        try program.run("data", "show").output
          .contains("  31  无码  (31 times found by search, 7 keys each: give it a code?)"))
      #expect(try program.run("mine", "edit", id, "--code", "wm").status == 0)
      #expect(try !program.run("data", "show").output.contains("31 times found"))
    }
  }

  @Test func `With usage.keep = false a send leaves nothing`() throws {
    try withProgram { program in
      _ = try program.config("usage.keep = false\n")
      #expect(try program.run("send", "--print", "--id", "starter/zh-002", "--as-is").status < 3)
      #expect(try program.run("data", "export").status == 5)
    }
  }

  @Test func `Reports are given out, and no cell runs in a spreadsheet`() throws {
    try withProgram { program in
      #expect(try program.run("feedback", "export").status == 1)
      try work(program)
      let output = try program.run("feedback", "export").output
      let lines = output.split(separator: "\r\n")
      #expect(lines.count == 2)
      #expect(lines[0] == "time,kind,source,id,title,remark")
      #expect(lines[1].hasSuffix("outdated,starter,zh-001,'=cmd(),\"价格,变了\""))
      let document = try json(program.run("feedback", "export", "--json"))
      #expect((document["reports"] as? [[String: Any]])?.first?["title"] as? String == "=cmd()")
      let file = program.path("reports.csv")
      #expect(try program.run("feedback", "export", file).status == 0)
      #expect(try Data(contentsOf: URL(filePath: file)).starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(try program.run("feedback", "export", file).status == 2)
      #expect(try program.run("feedback", "export", "--force", file).status == 0)
    }
  }

  @Test func `Erasing takes reports and values, unless they are to stay`() throws {
    try withProgram { program in
      try work(program)
      #expect(try program.run("data", "export").output.contains("小王"))
      #expect(try program.run("data", "erase", "--keep-values").status == 0)
      var kept = try store(program)
      #expect(try kept.reports().isEmpty)
      #expect(try kept.arrangement().values == ["客服": "小王"])
      kept.close()
      let erased = try program.run("data", "erase")
      #expect(erased.output.contains("values: 1"))
      #expect(!erased.output.contains("choices.toml"))
      kept = try store(program)
      #expect(try kept.arrangement().values.isEmpty)
    }
  }

  @Test func `What was chosen at the desk is given out, and stays when the rest is erased`() throws
  {
    try withProgram { program in
      try work(program)
      let choices = program.path("state/phrasedesk/choices.toml")
      try FileManager.default.createDirectory(
        atPath: program.path("state/phrasedesk"), withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      try "[chosen]\ntheme = \"dark\"\n[instead_of]\ntheme = \"default\"\n"
        .write(toFile: choices, atomically: true, encoding: .utf8)
      let document = try json(program.run("data", "export"))
      #expect(document["choices"] as? [String: String] == ["theme": "\"dark\""])
      #expect(try program.run("doctor").output.contains("choices.toml"))
      #expect(try program.run("data", "erase").output.contains("choices.toml"))
      #expect(FileManager.default.fileExists(atPath: choices))
    }
  }
}
