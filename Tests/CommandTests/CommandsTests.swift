import Foundation
import Testing

/// The commands, run as programs: what they print, and their exit codes.
@Suite struct CommandsTests {
  static let list = """
    id,department,category,subcategory,title,text,code,valid_until,status
    a1,售前部,售中,发货,发货时间,"亲，{{订单号}} 已安排发货，请留意物流。",fhsj,,
    a2,售后部,售后,退款,退款多久到账,"退款通过后按原路退回，
    到账时间以银行为准。",tk,,
    a3,,售前,活动,双十一活动,满三百减五十。,,2020-11-11,
    a4,,售前,活动,草稿,还没写完。,,,draft

    """

  private func withList(_ play: (Program, String) throws -> Void) throws {
    let program = try Program()
    defer { program.clean() }
    try play(program, try program.file("list.csv", Self.list))
  }

  private func json(_ text: String) throws -> [String: Any] {
    try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  // MARK: - Search

  @Test func `search finds by pinyin and prints hits, the best first`() throws {
    try withList { program, file in
      let outcome = try program.run("search", "--kb", file, "tuikuan")
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("1  退款多久到账  [tk]  售后部 / 售后 / 退款\n"))
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test func `search --explain says how a hit was found`() throws {
    try withList { program, file in
      let outcome = try program.run("search", "--kb", file, "--explain", "tuikuan")
      #expect(outcome.output.contains("found as typed, score "))
      #expect(outcome.output.contains("title: \"退款\""))
      #expect(try program.run("search", "--explain", "--json", "tk").status == 2)
    }
  }

  @Test func `JSON is valid whatever a phrase holds, and shows nothing that a terminal obeys`()
    throws
  {
    let program = try Program()
    defer { program.clean() }
    let title = "a\"b\\c\u{8}d\u{1B}e\u{9B}f\u{202E}g\u{E0041}h\u{1F468}\u{200D}\u{1F469}/"
    let data = try JSONSerialization.data(withJSONObject: [["title": title, "text": "x\ty\nz"]])
    let file = try program.file("odd.json", String(decoding: data, as: UTF8.self))
    let outcome = try program.run("search", "--kb", file, "--json", "a")
    let hit = try #require((try json(outcome.output)["hits"] as? [[String: Any]])?.first)
    #expect(hit["title"] as? String == title)
    #expect(hit["text"] as? String == "x\ty\nz")
    let hidden: Set<UInt32> = [0x1B, 0x8, 0x9B, 0x202E, 0xE0041]
    #expect(!outcome.output.unicodeScalars.contains { hidden.contains($0.value) })
  }

  @Test func `What was sent more often comes first among equals`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("two.csv", "id,title,text\n1,退款甲,一\n2,退款乙,二\n")
    #expect(try program.run("import", file).status == 0)
    #expect(try program.run("search", "tk").output.hasPrefix("1  退款甲"))
    let store = program.folder.appending(path: "data/phrasedesk/phrases.sqlite").path
    try program.record(sends: 5, of: "2", in: store)
    #expect(try program.run("send", "--print", "tk").status == 0)
    let outcome = try program.run("search", "tk")
    #expect(outcome.output.hasPrefix("1  退款乙"))
  }

  @Test func `search --json is one document with the members of the contract`() throws {
    try withList { program, file in
      let outcome = try program.run("search", "--kb", file, "--json", "退款")
      let document = try json(outcome.output)
      #expect(document["query"] as? String == "退款")
      #expect(document["total"] as? Int == 1)
      let hit = try #require((document["hits"] as? [[String: Any]])?.first)
      #expect(hit["rank"] as? Int == 1)
      #expect(hit["id"] as? String == "a2")
      #expect(hit["department"] as? String == "售后部")
      #expect(hit["category"] as? String == "售后")
      #expect(hit["subcategory"] as? String == "退款")
      #expect(hit["title"] as? String == "退款多久到账")
      #expect(hit["text"] as? String == "退款通过后按原路退回，\n到账时间以银行为准。")
      #expect(hit["code"] as? String == "tk")
      #expect(hit["keywords"] as? [String] == [])
      #expect(hit["level"] as? String == "company")
      #expect(hit["score"] as? Int != nil)
      #expect(hit["tier"] as? String == "exact")
      #expect(document["totalIsExact"] as? Bool == true)
      let matched = try #require(hit["matched"] as? [String: Any])
      #expect(matched["field"] as? String == "title")
      #expect(matched["ranges"] as? [[Int]] == [[0, 2]])
      #expect((hit["matches"] as? [[String: Any]])?.isEmpty == false)
    }
  }

  @Test func `search --queries answers each line with one document`() throws {
    try withList { program, file in
      let outcome = try program.run(
        "search", "--kb", file, "--queries", "-", input: "fhsj\r\nnothing\n\n退款\n")
      let lines = outcome.output.split(separator: "\n").map(String.init)
      let documents = try lines.map { try json($0) }
      #expect(documents.map { $0["query"] as? String } == ["fhsj", "nothing", "", "退款"])
      #expect(documents.map { $0["total"] as? Int } == [1, 0, 0, 1])
    }
  }

  // MARK: - Suggest

  @Test func `suggest reads a message and prints what answers it, the best first`() throws {
    try withList { program, file in
      let outcome = try program.run(
        "suggest", "--kb", file, input: "你好在吗，请问我的退款什么时候到账呀，谢谢\n")
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("1  退款多久到账  [tk]  售后部 / 售后 / 退款\n"))
      #expect(outcome.errors.isEmpty)
    }
  }

  @Test func `suggest --json has the hits of search, and not the message`() throws {
    try withList { program, file in
      let outcome = try program.run(
        "suggest", "--kb", file, "--json", "--limit", "1", input: "请问退款到账了吗")
      let document = try json(outcome.output)
      #expect(document["query"] == nil)
      #expect(document["total"] as? Int == 1)
      let hits = try #require(document["hits"] as? [[String: Any]])
      #expect(hits.count == 1)
      #expect(hits[0]["rank"] as? Int == 1)
      #expect(hits[0]["id"] as? String == "a2")
      #expect(hits[0]["score"] as? Int != nil)
      let matches = try #require(hits[0]["matches"] as? [[String: Any]])
      #expect(matches.map { $0["field"] as? String } == ["title", "text"])
      #expect(matches[0]["ranges"] as? [[Int]] == [[0, 2], [4, 6]])
    }
  }

  @Test func `suggest --queries answers each line, JSON strings too, with its number`() throws {
    try withList { program, file in
      let input = "退款到账了吗\r\n\n\"你好\\n退款什么时候到账\"\n"
      let outcome = try program.run("suggest", "--kb", file, "--queries", "-", input: input)
      let documents = try outcome.output.split(separator: "\n").map { try json(String($0)) }
      #expect(outcome.status == 0)
      #expect(documents.map { $0["line"] as? Int } == [1, 2, 3])
      #expect(documents.map { $0["total"] as? Int } == [1, 0, 1])
      #expect(documents.allSatisfy { $0["query"] == nil && $0["hits"] is [Any] })
    }
  }

  @Test func `suggest --queries refuses a line that is half a JSON string, and answers none`()
    throws
  {
    try withList { program, file in
      let outcome = try program.run(
        "suggest", "--kb", file, "--queries", "-", input: "退款\n\"退款\n")
      #expect(outcome.status == 3)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("line 2"))
    }
  }

  @Test(arguments: ["", " \n\n"])
  func `suggest without a message is wrong use`(input: String) throws {
    try withList { program, file in
      let outcome = try program.run("suggest", "--kb", file, input: input)
      #expect(outcome.status == 2)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("standard input"))
    }
  }

  @Test func `suggest that finds nothing is exit code 1, and says nothing of the message`() throws {
    try withList { program, file in
      let outcome = try program.run("suggest", "--kb", file, input: "鲲鹏展翅九万里")
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      #expect(!outcome.errors.contains("鲲鹏"))
      let document = try program.run("suggest", "--kb", file, "--json", input: "鲲鹏展翅九万里")
      #expect(document.status == 1)
      #expect(try json(document.output)["total"] as? Int == 0)
    }
  }

  @Test func `suggest takes only the department's phrases and those for everybody`() throws {
    try withList { program, file in
      let outcome = try program.run(
        "suggest", "--kb", file, "--department", "售前部", input: "我的退款什么时候到账")
      #expect(outcome.status == 1)
    }
  }

  @Test func `Nothing found is exit code 1 and a sentence`() throws {
    try withList { program, file in
      let outcome = try program.run("search", "--kb", file, "qqqq")
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
      #expect(outcome.errors.contains("Nothing found for \"qqqq\""))
    }
  }

  @Test func `A draft is never found`() throws {
    try withList { program, file in
      let outcome = try program.run("search", "--kb", file, "草稿")
      #expect(outcome.status == 1)
    }
  }

  @Test func `--department leaves its own phrases and those for everybody`() throws {
    try withList { program, file in
      let own = try program.run("search", "--kb", file, "--department", "售后部", "发货")
      #expect(own.status == 1)
      let everybody = try program.run("search", "--kb", file, "--department", "售后部", "双十一")
      #expect(everybody.status == 0)
      let unknown = try program.run("search", "--kb", file, "--department", "仓库", "发货")
      #expect(unknown.status == 2)
      #expect(unknown.errors.contains("售前部"))
    }
  }

  @Test(arguments: ["send", "search", "export"])
  func `Output that nobody takes is an error`(command: String) throws {
    try withList { program, file in
      let arguments =
        switch command {
        case "send": ["send", "--kb", file, "--print", "tk"]
        case "search": ["search", "--kb", file, "--json", "tk"]
        default: ["export", "--kb", file, "-"]
        }
      let status = try spawn(
        Program.path, arguments, environment: program.environment,
        output: URL(fileURLWithPath: "/dev/full"))
      #expect(status == 6)
    }
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["--version"], ["help"], ["help", "send"], ["search", "--help"],
    ["data", "erase", "--help"], ["data"], ["--generate-completion-script", "bash"],
    ["doctor"], ["settings"], ["integrate", "tmux"], ["doctor", "--json"],
  ])
  func `What a command says of itself and nobody takes is an error too`(
    arguments: [String]
  ) throws {
    let program = try Program()
    defer { program.clean() }
    let status = try spawn(
      Program.path, arguments, environment: program.environment,
      output: URL(fileURLWithPath: "/dev/full"))
    #expect(status == 6)
    let taken = try program.run(arguments, extra: [:])
    #expect(taken.status == 0 && taken.output.hasSuffix("\n") && taken.errors.isEmpty)
  }

  @Test(arguments: ["import", "export", "connect", "sync"])
  func `A file that may not become that large ends a command with a sentence`(
    command: String
  ) throws {
    let program = try Program()
    defer { program.clean() }
    let text = String(repeating: "长", count: 300)
    let rows = (0..<2_000).map { "\($0),Title \($0),\(text) \($0)\n" }
    let large = try program.file("large.csv", "id,title,text\n" + rows.joined())
    let small = try program.file("small.csv", "id,title,text\na,One,Text\n")
    if command == "sync" {
      #expect(try program.run("connect", small, "--name", "kb").status == 0)
      try FileManager.default.removeItem(atPath: small)
      try FileManager.default.copyItem(atPath: large, toPath: small)
    } else {
      #expect(try program.run("import", small).status == 0)
    }
    let arguments =
      switch command {
      case "import", "connect": [command, large]
      case "export": ["export", "--kb", large, program.folder.appending(path: "out.csv").path]
      default: ["sync"]
      }
    let errors = program.folder.appending(path: "errors")
    // In blocks of 512 bytes: half a megabyte.
    let status = try spawn(
      "/bin/sh", ["-c", "ulimit -f 1000; exec \"$0\" \"$@\"", Program.path] + arguments,
      environment: program.environment, errors: errors)
    let said = try String(contentsOf: errors, encoding: .utf8)
    #expect(status == (command == "export" ? 3 : 5), "\(said)")
    #expect(said.contains("ulimit -f"))
    #expect(try program.run("search", "One").status == 0)
  }

  @Test func `A limit without end is a limit`() throws {
    try withList { program, file in
      let outcome = try program.run("search", "--kb", file, "--limit", "\(Int.max)", "tk")
      #expect(outcome.status == 0)
    }
  }

  @Test func `A draft is not sent by its id either`() throws {
    try withList { program, file in
      let outcome = try program.run("send", "--kb", file, "--print", "--id", "a4")
      #expect(outcome.status == 1)
      #expect(outcome.output.isEmpty)
    }
  }

  @Test func `Columns that mean nothing are named by check`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("list.csv", "title,text,note\n一,甲,乙\n")
    let outcome = try program.run("check", file)
    #expect(outcome.output.contains("ignored: note"))
  }

  @Test func `Looking makes no store`() throws {
    let program = try Program()
    defer { program.clean() }
    #expect(try program.run("search", "fhsj").status == 0)
    let store = program.folder.appending(path: "data/phrasedesk/phrases.sqlite").path
    #expect(!FileManager.default.fileExists(atPath: store))
  }

  @Test(arguments: [
    ["send", ""], ["send", " "], ["search", ""], ["search", "--limit", "0", "x"], ["--bogus"],
    ["nonsense"], ["send", "--set", "a=1", "--set", "a=2", "x"],
  ])
  func `Wrong use is exit code 2 and says how it goes`(arguments: [String]) throws {
    let program = try Program()
    defer { program.clean() }
    let outcome = try program.run(arguments)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("--help"))
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  // MARK: - Files

  @Test func `A bad file is exit code 3, with file, line, column and column name`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("bad.csv", "id,title,text\n1,一,甲\n1,二,乙\n")
    let outcome = try program.run("search", "--kb", file, "一")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("bad.csv, row 3, 1 \"二\", id (line 3, column 1)"))
    #expect(outcome.output.isEmpty)
  }

  @Test func `All errors are counted, the first twenty printed`() throws {
    let program = try Program()
    defer { program.clean() }
    let rows = (1...50).map { "x\($0),第\($0),甲,2026-99-99" }.joined(separator: "\n")
    let file = try program.file("bad.csv", "id,title,text,valid_from\n\(rows)\n")
    let outcome = try program.run("check", file)
    #expect(outcome.status == 1)
    #expect(outcome.output.split(separator: "\n").count == 21)
    #expect(outcome.output.contains("30 more errors"))
  }

  @Test func `A missing file is exit code 3 and one sentence`() throws {
    let program = try Program()
    defer { program.clean() }
    let outcome = try program.run("check", "/nowhere/at-all.csv")
    #expect(outcome.status == 3)
    #expect(outcome.errors == "/nowhere/at-all.csv: there is no such file; check the name.\n")
  }

  @Test func `check says what it found, and exit code 0 when the file can be used`() throws {
    try withList { program, file in
      let outcome = try program.run("check", file)
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("rows 4, phrases 4"))
    }
  }

  @Test func `--columns maps a foreign file`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("foreign.csv", "问,答\n退款,三天内处理\n")
    let refused = try program.run("search", "--kb", file, "退款")
    #expect(refused.status == 3)
    #expect(refused.errors.contains("问"))
    let mapped = try program.run("search", "--kb", file, "--columns", "title=问,text=答", "退款")
    #expect(mapped.status == 0)
    let wrong = try program.run("search", "--kb", file, "--columns", "titel=问", "退款")
    #expect(wrong.status == 2)
  }

  @Test func `Hostile text is printed by its marks, never raw`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file(
      "list.csv", "title,text\n坏\u{1B}[31m标题\u{9B}31m,正文\u{202E}\u{1B}]0;x\u{7}\n")
    let plain = try program.run("search", "--kb", file, "标题")
    let document = try program.run("search", "--kb", file, "--json", "标题")
    let missing = try program.run("search", "--kb", "/no\u{1B}[31m\u{9B}where", "x")
    for text in [plain.output, document.output, missing.errors] {
      #expect(!text.isEmpty)
      #expect(
        !text.unicodeScalars.contains { scalar in
          (scalar.value < 0x20 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value)
            || scalar == "\u{202E}"
        })
    }
    #expect(plain.output.contains("␛"))
  }

  // MARK: - Send

  private static let placeholders = """
    title,text,code
    寄出,"{{称呼|亲}}，由{{快递:顺丰,中通}}发出",jichu
    今日,"{{今天}}，写 \\{{名称}}",jinri
    空白,"{{快递:}}",kb

    """

  @Test func `send fills in defaults and the date, and names the options of a choice`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("list.csv", Self.placeholders)
    let refused = try program.run("send", "--kb", file, "--print", "jichu")
    #expect(refused.status == 2)
    #expect(refused.errors.contains("needs --set \"快递=...\" (顺丰, 中通)."))
    for (courier, name) in [("顺丰", "亲"), ("圆通", "王女士")] {
      let sent = try program.run(
        "send", "--kb", file, "--print", "--set", "快递=\(courier)", "--set", "称呼=\(name)", "jichu")
      #expect(sent.output == "\(name)，由\(courier)发出")
    }
    let unseen = try program.run("send", "--kb", file, "--print", "--set", "快递=圆通", "jichu")
    #expect(unseen.output == "亲，由圆通发出")
    let today = try program.run("send", "--kb", file, "--print", "jinri")
    #expect(today.status == 0 && today.output.hasSuffix("日，写 {{名称}}"))
    let other = try program.run("send", "--kb", file, "--print", "--set", "今天=明天", "jinri")
    #expect(other.output == "明天，写 {{名称}}")
  }

  @Test func `check says once what placeholders say, and where one is only a blank`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("list.csv", Self.placeholders)
    let outcome = try program.run("check", file)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("row 4"))
    #expect(outcome.output.contains("4 placeholders say more than a name now ({{称呼|亲}}, "))
    #expect(outcome.output.contains("phrases 3, warnings 1,"))
    let document = try json(try program.run("check", "--json", file).output)
    let findings = try #require(document["findings"] as? [[String: Any]])
    #expect(
      findings.map { "\($0["rule"] ?? "") \($0["severity"] ?? "")" }.sorted()
        == ["placeholder-only-blank warning", "placeholders-say-more note"])
  }

  @Test func `send --print writes the phrase byte for byte, without a line break behind it`() throws
  {
    try withList { program, file in
      let outcome = try program.run("send", "--kb", file, "--print", "tk")
      #expect(outcome.status == 0)
      #expect(outcome.output == "退款通过后按原路退回，\n到账时间以银行为准。")
    }
  }

  @Test func `What is not filled in is refused, naming what is missing`() throws {
    try withList { program, file in
      let refused = try program.run("send", "--kb", file, "--print", "fhsj")
      #expect(refused.status == 2)
      #expect(refused.output.isEmpty)
      #expect(refused.errors.contains("--set \"订单号=...\""))
      let filled = try program.run(
        "send", "--kb", file, "--print", "--set", "订单号=80=12", "fhsj")
      #expect(filled.output == "亲，80=12 已安排发货，请留意物流。")
      let unknown = try program.run("send", "--kb", file, "--print", "--set", "单号=1", "fhsj")
      #expect(unknown.status == 2)
    }
  }

  @Test func `What has expired is refused, unless it is asked for`() throws {
    try withList { program, file in
      let refused = try program.run("send", "--kb", file, "--print", "双十一")
      #expect(refused.status == 2)
      #expect(refused.errors.contains("2020-11-11"))
      let sent = try program.run("send", "--kb", file, "--print", "--expired", "双十一")
      #expect(sent.output == "满三百减五十。")
    }
  }

  @Test func `--id takes the bare id or source and id`() throws {
    try withList { program, file in
      let bare = try program.run("send", "--kb", file, "--print", "--id", "a2")
      let full = try program.run("send", "--kb", file, "--print", "--id", "file/a2")
      #expect(bare.output == full.output && !bare.output.isEmpty)
      #expect(try program.run("send", "--kb", file, "--print", "--id", "zz").status == 1)
    }
  }

  @Test func `When nothing takes the phrase, exit code 6 says that the old text is still there`()
    throws
  {
    let program = try Program(extra: ["PATH": "/nowhere", "TERM": "dumb"])
    defer { program.clean() }
    let file = try program.file("list.csv", Self.list)
    let outcome = try program.run("send", "--kb", file, "tk")
    #expect(outcome.status == 6)
    #expect(outcome.errors.contains("OLD"))
  }

  // MARK: - Import and export

  @Test func `import is safe to repeat and says what it did`() throws {
    try withList { program, file in
      #expect(try program.run("import", file).output == "4 added, 0 changed, 0 unchanged.\n")
      #expect(try program.run("import", file).output == "0 added, 0 changed, 4 unchanged.\n")
      let changed = try program.file(
        "list2.csv", Self.list.replacingOccurrences(of: "满三百减五十", with: "满二百减三十"))
      #expect(try program.run("import", changed).output == "0 added, 1 changed, 3 unchanged.\n")
      #expect(try program.run("search", "满二百").status == 0)
    }
  }

  @Test func `A bad file changes nothing in the store`() throws {
    try withList { program, file in
      _ = try program.run("import", file)
      let bad = try program.file("bad.csv", "id,text\n1,一\n1,二\n")
      #expect(try program.run("import", bad).status == 3)
      #expect(try program.run("import", file).output == "0 added, 0 changed, 4 unchanged.\n")
    }
  }

  @Test(arguments: ["csv", "json", "tsv"])
  func `What is exported reads back as the same phrases`(format: String) throws {
    try withList { program, file in
      _ = try program.run("import", file)
      let target = program.folder.appending(path: "out.\(format)").path
      #expect(try program.run("export", target).status == 0)
      #expect(try program.run("import", target).output == "0 added, 0 changed, 4 unchanged.\n")
    }
  }

  @Test func `export replaces a file only when told to`() throws {
    try withList { program, file in
      _ = try program.run("import", file)
      let target = try program.file("there.csv", "precious")
      let refused = try program.run("export", target)
      #expect(refused.status == 2)
      #expect(try String(contentsOfFile: target, encoding: .utf8) == "precious")
      #expect(try program.run("export", "--force", target).status == 0)
      #expect(try String(contentsOfFile: target, encoding: .utf8) != "precious")
    }
  }

  @Test func `The starter can be exported, changed and made one's own`() throws {
    let program = try Program(language: "zh")
    defer { program.clean() }
    let target = program.folder.appending(path: "mine.csv").path
    #expect(try program.run("export", "--starter", target).status == 0)
    #expect(try program.run("check", target).status == 0)
    #expect(try program.run("import", target).output.hasPrefix("新增 300 条"))
  }

  @Test func `Without phrases of one's own there is the starter, and nothing to export`() throws {
    let program = try Program()
    defer { program.clean() }
    #expect(try program.run("search", "fhsj").output.contains("发货时间"))
    let outcome = try program.run("export", "-")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
  }

  @Test func `The address of a file opens it for once`() throws {
    try withList { program, file in
      let outcome = try program.run("search", "--kb", "file://" + file, "退款")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("退款多久到账"))
      let unreachable = try program.run("search", "--kb", "http://127.0.0.1:1/kb.csv", "退款")
      #expect(unreachable.status == 4)
      #expect(unreachable.errors.hasPrefix("kb"))
      #expect(try program.run("search", "--kb", "ftp://localhost/kb.csv", "退款").status == 2)
    }
  }

  // MARK: - The rest

  @Test func `Every command has a help page with examples or exit codes`() throws {
    let program = try Program()
    defer { program.clean() }
    for command in ["desk", "search", "send", "pick", "import", "export", "check", "doctor"] {
      let outcome = try program.run(command, "--help")
      #expect(outcome.status == 0)
      #expect(outcome.output.contains("USAGE"))
    }
    #expect(try program.run("--help").output.contains("EXIT CODES"))
    #expect(try program.run("--version").output.hasPrefix("0."))
  }

  @Test func `Every help page is Chinese where the agent is, and English elsewhere`() throws {
    let commands = [
      "desk", "focus", "integrate", "search", "suggest", "send", "pick", "connect", "sources",
      "sync",
      "disconnect", "versions", "diff", "rollback", "publish", "checkout", "take-back", "import",
      "export", "check", "data",
      "settings", "doctor",
    ].map { [$0, "--help"] }
    let parts = [
      ["data"], ["data", "erase"], ["data", "export"], ["data", "today"], ["data", "show"],
      ["mine"], ["mine", "list"], ["mine", "add"], ["mine", "edit"], ["mine", "remove"],
      ["mine", "restore"], ["feedback"], ["feedback", "export"],
    ].map { $0 + ["--help"] }
    let pages = [["--help"], ["help"], ["help", "send"]] + commands + parts
    let program = try Program(language: "zh")
    defer { program.clean() }
    for arguments in pages {
      let page = try program.run(arguments, extra: [:])
      #expect(page.status == 0)
      #expect(page.output.contains("用法：phrasedesk"), "\(arguments)")
      for line in page.output.split(separator: "\n") where !line.hasPrefix("用法：") {
        // Four words of letters in a row are a sentence that nobody has translated.
        let isEnglish = line.contains(/[A-Za-z']{2,} [a-z]+,? [a-z]+,? [a-z]{2,}/)
        #expect(!isEnglish || line.hasPrefix("  phrasedesk"), "\(arguments): \(line)")
        let cells = line.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
        #expect(cells <= 82 || line.hasPrefix("  phrasedesk"), "\(arguments): \(line)")
      }
    }
    let script = try program.run("--generate-completion-script", "zsh").output
    #expect(!script.contains("用法") && script.contains("How many hits to print."))
    #expect(
      try program.run(["send", "--help"], extra: ["LANG": "C.UTF-8"]).output.contains("USAGE"))
  }

  @Test func `doctor tells without the text of a phrase, and hides the home folder`() throws {
    try withList { program, file in
      _ = try program.run("import", file)
      let outcome = try program.run("doctor", "--json")
      #expect(outcome.status == 0)
      let document = try json(outcome.output)
      let findings = try #require(document["findings"] as? [[String: Any]])
      let areas = Set(findings.compactMap { $0["area"] as? String })
      let all = "clipboard locale pictures sending settings store terminal"
      #expect(areas.sorted().joined(separator: " ") == all)
      #expect(!outcome.output.contains("退款"))
      #expect(!outcome.output.contains(program.folder.path))
    }
  }

  @Test(arguments: [
    (["VTE_VERSION": "7006"], "VTE"), (["KONSOLE_VERSION": "221203"], "Konsole"),
    (["TERM_PROGRAM": "Apple_Terminal"], "Option"), (["TERM_PROGRAM": "iTerm.app"], "Option"),
  ])
  func `doctor names terminals that keep keys with Alt, and the way round`(
    variables: [String: String], name: String
  ) throws {
    for language in ["en", "zh"] {
      let program = try Program(language: language, extra: variables)
      defer { program.clean() }
      let said = try program.run("doctor").output
      #expect(said.contains(name) && said.contains("Ctrl+G") && said.contains("Ctrl+P"))
    }
    let plain = try Program()
    defer { plain.clean() }
    #expect(!(try plain.run("doctor").output.contains("Ctrl+G")))
  }

  @Test func `doctor says when Alt+Z pressed elsewhere can reach no desk`() throws {
    let program = try Program()
    defer { program.clean() }
    #expect(!(try program.run("doctor").output.contains("Alt+Z")))
    let folder = program.folder.appending(path: "runtime/phrasedesk")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    // One that others may only enter is closed; what they may write to is left to be looked at.
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
    #expect(!(try program.run("doctor").output.contains("Alt+Z")))
    try FileManager.default.setAttributes([.posixPermissions: 0o757], ofItemAtPath: folder.path)
    #expect(try program.run("doctor").output.contains("is not yours alone"))
  }

  @Test func `A bad setting is a sentence with its line, and the default is used`() throws {
    try withList { program, file in
      _ = try program.file("config/phrasedesk/config.toml", "# mine\nborders = \"wavy\"\n")
      let outcome = try program.run("search", "--kb", file, "tk")
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("config.toml, line 2"))
    }
  }

  @Test func `The own department's phrases come first`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file(
      "list.csv", "department,title,text\n一组,问候,你好一组\n二组,问候,你好二组\n")
    _ = try program.file("config/phrasedesk/config.toml", "department = \"二组\"\n")
    let outcome = try program.run("send", "--kb", file, "--print", "问候")
    #expect(outcome.output == "你好二组")
  }
}
