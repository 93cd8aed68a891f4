import Foundation
import Glibc
import Phrases
import Store
import Testing

/// The desk in lines, run as a screen reader's front end or a person on a bad link runs it.
@Suite struct PlainTests {
  private static let list = """
    id,title,text,category,code,valid_until
    1,发货时间,今天下单，明天发货。,售中,fhsj,
    2,退货地址,寄到{{地址}}，收件人{{收件人}}。,售后,thdz,
    3,旧活动,全场八折。,售前,jhd,2020-01-01

    """

  /// A program whose clipboard is a folder, with a shop's list in its store.
  private func shop(language: String = "en", extra: [String: String] = [:]) throws -> Program {
    let program = try Program(language: language, extra: extra)
    let file = try program.file("shop.csv", PlainTests.list)
    #expect(try program.run("import", file).status == 0)
    return program
  }

  /// Variables with which `xclip` is a script that keeps the text in the folder of the program.
  private func clipboard(in program: Program) throws -> Program {
    let tools = program.folder.appending(path: "tools")
    let tool = try program.file(
      "tools/xclip",
      """
      #!/bin/sh
      case "$*" in *-o*) cat "$0.text" ;; *) cat > "$0.text" ;; esac
      """)
    #expect(chmod(tool, 0o755) == 0)
    var environment = program.environment
    environment["PATH"] = "\(tools.path):/usr/bin:/bin"
    environment["DISPLAY"] = ":none"
    environment["TERM"] = "dumb"
    return Program(folder: program.folder, environment: environment)
  }

  private func copied(in program: Program) throws -> String {
    try String(contentsOf: program.folder.appending(path: "tools/xclip.text"), encoding: .utf8)
  }

  @Test func `On a pipe and a dumb terminal, a number sends, and the send is kept`() throws {
    let bare = try shop()
    defer { bare.clean() }
    let program = try clipboard(in: bare)
    let outcome = try program.run(["--plain"], input: "fahuo\n1\nq\n")
    #expect(outcome.status == 0)
    #expect(outcome.errors.isEmpty)
    #expect(outcome.output.contains("1. 发货时间 [fhsj], 售中\n   今天下单，明天发货。\n"))
    #expect(outcome.output.contains("Copied: 发货时间; Ctrl+V pastes it in the chat\n"))
    #expect(!outcome.output.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(try copied(in: program) == "今天下单，明天发货。")
    let data = program.folder.appending(path: "data/phrasedesk/phrases.sqlite").path
    let store = try Store.open(at: data, mode: .readOnly)
    defer { store.close() }
    let sends = try store.sends(since: 0)
    #expect(sends.map(\.key.id) == ["1"])
    #expect(sends.map(\.way) == ["xclip"])
    #expect(sends.map(\.keystrokes) == [8])
  }

  @Test func `Placeholders are asked for, an expired phrase asks, in Chinese too`() throws {
    let bare = try shop(language: "zh")
    defer { bare.clean() }
    let program = try clipboard(in: bare)
    let outcome = try program.run(["--plain"], input: "退货\n1\n杭州\n王\ny\n")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains(
        "地址: \n收件人: \n内容是：\n寄到杭州，收件人王。\n发送吗？y 发送，其他不发送。\n"
          + "y/n> \n已复制：退货地址，到聊天窗口按 Ctrl+V 粘贴\n"))
    #expect(try copied(in: program) == "寄到杭州，收件人王。")
    let old = try program.run(["--plain"], input: "旧活动\n1\nn\n1\ny\n")
    #expect(old.output.contains("什么也没有发送。"))
    #expect(try copied(in: program) == "全场八折。")
  }

  @Test func `What nothing took is said, and is the exit code`() throws {
    let bare = try shop()
    defer { bare.clean() }
    var environment = bare.environment
    environment["PATH"] = bare.folder.path
    environment["TERM"] = "dumb"
    let program = Program(folder: bare.folder, environment: environment)
    let outcome = try program.run(["--plain"], input: "fahuo\n1\n")
    #expect(outcome.output.contains("NOT SENT"))
    #expect(outcome.status == 6)
  }

  @Test func `Pick writes the phrase alone to standard output`() throws {
    let program = try shop()
    defer { program.clean() }
    let outcome = try program.run(["pick", "--plain"], input: "fahuo\n1\n")
    #expect(outcome.status == 0)
    #expect(outcome.output == "今天下单，明天发货。")
    #expect(outcome.errors.contains("1. 发货时间"))
    let none = try program.run(["pick", "--plain"], input: "fahuo\n")
    #expect(none.status == 1)
    #expect(none.output.isEmpty)
    #expect(try program.run(["pick", "--plain"], input: "q\n").status == 1)
  }

  @Test func `A line that is too long, or no UTF-8, is no reason to end`() throws {
    let program = try shop()
    defer { program.clean() }
    let long = String(repeating: "长", count: 40_000)
    let outcome = try program.run(["--plain"], input: "\(long)\nfahuo\n")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("too long"))
    #expect(outcome.output.contains("1. 发货时间"))
  }

  @Test func `A knowledge base that cannot be read ends it with a sentence`() throws {
    let program = try Program()
    defer { program.clean() }
    let outcome = try program.run("--plain", "--kb", "/nowhere.csv")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("/nowhere.csv"))
    #expect(outcome.output.isEmpty)
  }

  @Test(.enabled(if: Tmux.isInstalled, "tmux is not installed: .ci/install test"))
  func `In a terminal Ctrl+C and Ctrl+D end it as they end the desk`() throws {
    let program = try shop()
    defer { program.clean() }
    let tmux = try Tmux("bash --norc --noprofile", environment: program.environment)
    func run(_ command: String, endedBy key: String, says status: String) throws {
      try tmux.type("clear; TERM=dumb \(Program.path) \(command); echo ended''=$?=")
      try tmux.press("Enter")
      try tmux.wait(for: "? explains")
      try tmux.type("fahuo")
      try tmux.press("Enter")
      try tmux.wait(for: "1. 发货时间")
      try tmux.press(key)
      try tmux.wait(for: status)
    }
    try run("--plain", endedBy: "C-c", says: "ended=0=")
    try run("--plain", endedBy: "C-d", says: "ended=0=")
    try run("pick --plain", endedBy: "C-c", says: "ended=1=")
    try run("--plain", endedBy: "C-z", says: "Stopped")
    try tmux.type("fg")
    try tmux.press("Enter")
    try tmux.type("退货")
    try tmux.press("Enter")
    try tmux.wait(for: "1. 退货地址")
  }

  @Test(.enabled(if: Tmux.isInstalled, "tmux is not installed: .ci/install test"))
  func `A terminal that cannot show the desk is told of the lines`() throws {
    let program = try Program()
    defer { program.clean() }
    let tmux = try Tmux("bash --norc --noprofile", columns: 160, environment: program.environment)
    try tmux.type("clear; TERM=dumb \(Program.path)")
    try tmux.press("Enter")
    try tmux.wait(for: "phrasedesk --plain")
  }

  @Test(.enabled(if: Tmux.isInstalled, "tmux is not installed: .ci/install test"))
  func `It keeps up with its sources`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("team.csv", PlainTests.list)
    #expect(try program.run("connect", file, "--name", "team").status == 0)
    let tmux = try Tmux("\(Program.path) --plain", environment: program.environment)
    try tmux.wait { $0.contains("3 phrases") && $0.contains(">") }
    _ = try program.file("team.csv", PlainTests.list + "4,优惠券,满一百减十。,售前,yhq,\n")
    // What is new is said once a line has come.
    try tmux.wait(for: "newer phrases") { _ in
      try tmux.press("Enter")
      return try tmux.screen().contains("newer ones now, 4 in all.")
    }
    try tmux.press("yhq", "Enter")
    try tmux.wait(for: "1. 优惠券 [yhq], 售前")
  }
}
