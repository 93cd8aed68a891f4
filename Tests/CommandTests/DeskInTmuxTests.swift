import Foundation
import Testing

/// The desk as an agent has it: the built program, in a real terminal, with real keys.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed: .ci/install test"))
struct DeskInTmuxTests {
  static let list = """
    department,category,subcategory,title,text,code
    ,售中,发货,发货时间,亲，{{订单号}} 已安排发货，请您留意物流。,fhsj
    ,售中,发货,发货延迟安抚,非常抱歉让您久等了，有进展马上告诉您。,fhyc
    ,售后,退款,退款多久到账,"退款通过后按原路退回，
    到账时间以银行为准。",tk
    ,售后,退款,退款进度,正在为您查询退款进度，请稍候。,
    ,Order,Closing,Thank you,Thank you for your patience 😊,ty
    """

  /// Opens the desk on the list, waits for its first frame, plays, and closes it.
  private func withDesk(
    _ arguments: String = "", rows: Int = 24, columns: Int = 80, language: String = "en",
    list: String = Self.list, extra: [String: String] = [:],
    _ play: (Tmux, Program) throws -> Void
  ) throws {
    let program = try Program(language: language, extra: extra)
    defer { program.clean() }
    let file = try program.file("shop.csv", list)
    let tmux = try Tmux(
      "\(Program.path) --kb \(file) \(arguments); echo ended $?; exec sh", rows: rows,
      columns: columns, environment: program.environment)
    try tmux.wait(for: "Alt+Z")
    try tmux.wait(for: "发货时间")
    try play(tmux, program)
  }

  @Test func `Alt+Z, pinyin, Down, Enter: the phrase is handed over byte for byte`() throws {
    try withDesk { tmux, _ in
      try tmux.press("Tab", "Tab", "M-z")
      try tmux.type("tuikuan")
      try tmux.wait { !$0.contains("发货时间") && $0.contains("退款进度") }
      try tmux.press("Down")
      try tmux.wait(for: "the preview") { $0.contains("退款通过后按原路退回") }
      try tmux.press("Enter")
      try tmux.wait(for: "Copied to tmux: 退款多久到账")
      #expect(try tmux.buffer() == "退款通过后按原路退回，\n到账时间以银行为准。")
    }
  }

  @Test func `Chinese is spoken where LANG says zh, whatever locale is installed`() throws {
    try withDesk(language: "zh") { tmux, _ in
      try tmux.wait(for: "搜索 (Alt+Z)")
      try tmux.press("F1")
      try tmux.wait(for: "帮助：")
    }
  }

  @Test func `It draws Chinese where LANG is unset`() throws {
    try withDesk(extra: ["LANG": ""]) { tmux, _ in
      try tmux.wait(for: "退款多久到账")
    }
  }

  @Test func `An unknown locale does no harm`() throws {
    try withDesk(extra: ["LANG": "xx_YY.ISO-8859-1"]) { tmux, _ in
      try tmux.wait(for: "退款多久到账")
    }
  }

  @Test(arguments: ["C-q"])
  func `Quitting restores the terminal and what stood on it`(key: String) throws {
    try withDesk { tmux, _ in
      #expect(try tmux.value("#{alternate_on}") == "1")
      try tmux.press(key)
      try tmux.wait(for: "ended 0")
      #expect(try tmux.value("#{alternate_on}") == "0")
      try tmux.type("stty -a; echo done")
      try tmux.press("Enter")
      let screen = try tmux.wait(for: "done") { $0.contains(" icanon") }
      #expect(screen.contains(" echo "))
    }
  }

  @Test func `Ctrl+Z suspends, fg comes back`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("shop.csv", Self.list)
    let tmux = try Tmux("bash --norc --noprofile", environment: program.environment)
    try tmux.type("\(Program.path) --kb \(file)")
    try tmux.press("Enter")
    try tmux.wait(for: "发货时间")
    try tmux.press("C-z")
    try tmux.wait(for: "Esc, then Ctrl+Z suspends")
    try tmux.press("Escape")
    try tmux.wait(for: "left the search box") { !$0.contains("Esc, then Ctrl+Z suspends") }
    try tmux.press("C-z")
    try tmux.wait(for: "Stopped")
    try tmux.type("fg")
    try tmux.press("Enter")
    try tmux.wait(for: "发货时间")
    try tmux.press("M-5")
    try tmux.wait(for: "Copied to tmux: Thank you")
  }

  @Test func `A file's hostile texts and name draw nothing raw`() throws {
    let hostile = "title,text\n坏\u{1B}]0;evil\u{7}标题,\u{1B}[2J正文\u{202E}文\n"
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("ev\u{1B}[31mil.csv", hostile)
    let tmux = try Tmux(
      "\(Program.path) --kb '\(file)'; exec sh", environment: program.environment)
    let screen = try tmux.wait(for: "正文")
    #expect(screen.contains("RLO"))
    #expect(screen.contains("(Alt+Z)"))
    #expect(try tmux.value("#{pane_title}") != "evil")
  }

  @Test func `Pick writes the phrase alone to standard output`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("shop.csv", Self.list)
    let tmux = try Tmux(
      "reply=$(\(Program.path) pick --kb \(file)); echo \"[$reply] $?\"; exec sh",
      environment: program.environment)
    try tmux.wait(for: "发货时间")
    try tmux.type("fhyc")
    try tmux.wait { !$0.contains("发货时间") }
    try tmux.press("Enter")
    try tmux.wait(for: "[非常抱歉让您久等了，有进展马上告诉您。] 0")
  }

  @Test func `Pick works in a pipe, and cancelled it prints nothing`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("shop.csv", Self.list)
    let tmux = try Tmux(
      "\(Program.path) pick --kb \(file) | od -c | head -3; echo \"${PIPESTATUS[0]}\"; exec bash",
      environment: program.environment)
    try tmux.wait(for: "发货时间")
    try tmux.press("C-c")
    try tmux.wait(for: "0000000")
  }

  @Test func `A bad file opens no desk: a sentence with its place, exit code 3`() throws {
    let program = try Program()
    defer { program.clean() }
    let file = try program.file("bad.csv", "title,text\n一,\"二\n")
    let tmux = try Tmux(
      "\(Program.path) --kb \(file); echo ended $?; exec sh", environment: program.environment)
    let screen = try tmux.wait(for: "ended 3")
    #expect(screen.contains("bad.csv"))
    #expect(screen.contains("2"))
  }
}
