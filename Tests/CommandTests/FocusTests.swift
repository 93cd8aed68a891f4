import Foundation
import Testing

/// Alt+Z in a chat, a phrase, and back: two panes of a real tmux and the key binding as printed.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed: .ci/install test"))
struct FocusTests {
  /// Opens a chat that writes what it is told into a file, in a terminal of its own.
  private func withChat(
    _ settings: String = "send.to = \"pane\"\n", columns: Int = 120, language: String = "en",
    _ play: (Tmux, Program) throws -> Void
  ) throws {
    let program = try Program(language: language)
    defer { program.clean() }
    let list = try program.file("shop.csv", DeskInTmuxTests.list)
    #expect(try program.run("import", list).status == 0)
    _ = try program.config(settings)
    let binding = try program.run("integrate", "tmux").output
    let file = try program.file("tmux.conf", "set -s escape-time 0\n" + binding)
    let tmux = try Tmux(
      "exec cat > \(program.folder.path)/chat.txt", rows: 35, columns: columns,
      environment: program.environment)
    try tmux.command("source-file", file)
    try tmux.attach()
    try play(tmux, program)
  }

  private func said(_ program: Program) -> String? {
    try? String(contentsOf: program.folder.appending(path: "chat.txt"), encoding: .utf8)
  }

  @Test func `Alt+Z opens a desk beside the chat, and the next one comes back to it`() throws {
    try withChat { tmux, program in
      try tmux.pressAsAgent("M-z")
      try tmux.wait(for: "the desk") { _ in try tmux.panes().count == 2 }
      try tmux.wait(for: "its phrases") { _ in try tmux.screen().contains("发货时间") }
      #expect(try tmux.value("#{pane_width}") == "44")
      #expect(try tmux.screen().contains("to pane "))

      // What is typed right behind Alt+Z arrives in the search box.
      try tmux.pressAsAgent("t", "k")
      try tmux.wait { !$0.contains("发货时间") && $0.contains("退款多久到账") }
      try tmux.pressAsAgent("Enter")
      try tmux.wait(for: "the chat in front") { _ in try tmux.value("#{pane_id}") == "%0" }
      try tmux.pressAsAgent("Enter", "C-d")
      try tmux.wait(for: "what was said") { _ in
        said(program) == "退款通过后按原路退回，\n到账时间以银行为准。\n"
      }
    }
  }

  @Test func `Alt+Z in the chat finds the desk that runs, with an empty search box after a send`()
    throws
  {
    try withChat { tmux, program in
      try tmux.command("split-window", "-h", Program.path)
      try tmux.wait(for: "its phrases") { $0.contains("发货时间") }
      try tmux.command("select-pane", "-t", "%0")
      for _ in 0..<2 {
        try tmux.pressAsAgent("M-z")
        try tmux.wait(for: "the desk in front") { _ in try tmux.value("#{pane_id}") == "%1" }
        try tmux.pressAsAgent("f", "h", "y", "c")
        try tmux.wait(for: "the hit") { $0.contains("fhyc") && !$0.contains("退款") }
        try tmux.pressAsAgent("Enter")
        try tmux.wait(for: "the chat in front") { _ in try tmux.value("#{pane_id}") == "%0" }
        try tmux.wait(for: "an empty search box") { _ in
          try tmux.screen(of: "%1").contains("退款进度")
        }
      }
      #expect(try tmux.panes().count == 2)
      try tmux.pressAsAgent("Enter", "C-d")
      let apology = "非常抱歉让您久等了，有进展马上告诉您。"
      try tmux.wait(for: "what was said") { _ in said(program) == apology + apology + "\n" }
    }
  }

  @Test func `A chat that was zoomed is zoomed again on the way back`() throws {
    try withChat { tmux, program in
      // First with the desk that Alt+Z opens, then with the one that runs.
      try tmux.command("split-window", "-v", "-d", "sleep 600")
      for round in 0..<3 {
        let isZoomed = round < 2
        if try tmux.value("#{window_zoomed_flag}") != (isZoomed ? "1" : "0") {
          try tmux.command("resize-pane", "-Z", "-t", "%0")
        }
        try tmux.pressAsAgent("M-z")
        try tmux.wait(for: "the desk in front") { _ in try tmux.value("#{pane_id}") == "%2" }
        #expect(try tmux.value("#{window_zoomed_flag}") == "0")
        try tmux.wait(for: "its phrases") { _ in try tmux.screen().contains("发货时间") }
        try tmux.pressAsAgent("t", "k")
        try tmux.wait { !$0.contains("发货时间") && $0.contains("退款多久到账") }
        try tmux.pressAsAgent("Enter")
        try tmux.wait(for: "the chat in front, as it was") { _ in
          try tmux.value("#{pane_id} #{window_zoomed_flag}") == (isZoomed ? "%0 1" : "%0 0")
        }
        try tmux.wait(for: "an empty search box") { _ in
          try tmux.screen(of: "%2").contains("发货时间")
        }
      }
    }
  }

  @Test(arguments: [("500", "20"), ("100", "20"), ("50", "50"), ("0", "0")])
  func `The binding makes tmux wait less behind Esc where it waits long`(
    before: String, after: String
  ) throws {
    try withChat { tmux, program in
      try tmux.command("set-option", "-s", "escape-time", before)
      try tmux.command("source-file", program.folder.appending(path: "binding.conf").path)
      #expect(try tmux.value("#{escape-time}") == before)
      _ = try program.file("binding.conf", try program.run("integrate", "tmux").output)
      try tmux.command("source-file", program.folder.appending(path: "binding.conf").path)
      #expect(try tmux.value("#{escape-time}") == after)
      try tmux.command("set-option", "-s", "escape-time", before)
      let inTmux = ["TMUX": try tmux.value("#{socket_path},#{pid},0")]
      let doctor = try program.run(["doctor"], extra: inTmux).output
      #expect(doctor.contains("waits \(before) ms behind Esc") == (before != after))
    }
  }

  @Test func `A desk that is stopped is no desk that does not run`() throws {
    try withChat { tmux, program in
      // Below a shell: tmux makes its own children go on.
      try tmux.command("split-window", "\(Program.path); sleep 600")
      try tmux.wait(for: "its phrases") { $0.contains("发货时间") }
      let sockets = try FileManager.default.contentsOfDirectory(
        atPath: program.folder.appending(path: "runtime/phrasedesk").path)
      let desk = try #require(
        sockets.first.flatMap { pid_t($0.dropFirst("desk-".count).dropLast(".sock".count)) })
      #expect(kill(desk, SIGSTOP) == 0)
      defer { kill(desk, SIGCONT) }
      let status = "/proc/\(desk)/stat"
      try tmux.wait(for: "its stop") { _ in
        try String(contentsOfFile: status, encoding: .utf8).contains(") T ")
      }
      let outcome = try program.run("focus")
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("(process \(desk)) is suspended: fg"))
    }
  }

  @Test func `A binding is installed once, and taken back with nothing else changed`() throws {
    let program = try Program()
    defer { program.clean() }
    let old = "set -g mouse on\r\n# 中文\r\nset -g status off\r\n"
    let path = try program.file("config/tmux/tmux.conf", old)
    for _ in 0..<2 { #expect(try program.run("integrate", "tmux", "--install").status == 0) }
    let installed = try String(contentsOfFile: path, encoding: .utf8)
    #expect(installed.hasPrefix(old))
    #expect(installed.components(separatedBy: "phrasedesk/tmux.conf").count == 2)
    // A file that tmux prefers came later.
    _ = try program.file(".tmux.conf", "set -g mouse off\n")
    #expect(try program.run("integrate", "tmux", "--remove").status == 0)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == old)
    #expect(try program.run("integrate", "tmux", "--remove").output.contains("Nothing"))
    #expect(try program.run("integrate", "i3", "--install").status == 2)
  }

  @Test func `Alt+T chooses another pane`() throws {
    try withChat("") { tmux, program in
      try tmux.command("split-window", "-v", "-d", "exec cat > \(program.folder.path)/other.txt")
      try tmux.command("split-window", "-h", Program.path)
      try tmux.wait(for: "its phrases") { $0.contains("发货时间") }
      try tmux.pressAsAgent("M-t")
      try tmux.wait(for: "pane bottom cat")
      try tmux.pressAsAgent("PageDown", "Enter")
      try tmux.wait(for: "From now on: to pane bottom cat")
      try tmux.pressAsAgent("t", "y", "Enter")
      try tmux.wait(for: "Sent to pane bottom cat: Thank you")
      try tmux.command("send-keys", "-t", "%1", "Enter", "C-d")
      let other = program.folder.appending(path: "other.txt")
      try tmux.wait(for: "what was said") { _ in
        try String(contentsOf: other, encoding: .utf8) == "Thank you for your patience 😊\n"
      }
    }
  }

  @Test func `A command gets the phrase on its standard input`() throws {
    try withChat("") { tmux, program in
      let file = program.folder.appending(path: "said.txt")
      _ = try program.config(
        "[send]\nto = \"command\"\ncommand = [\"sh\", \"-c\", \"cat > \(file.path)\"]\n")
      try tmux.command("split-window", "-h", Program.path)
      try tmux.wait(for: "its phrases") { $0.contains("发货时间") }
      try tmux.pressAsAgent("t", "y", "Enter")
      try tmux.wait(for: "Sent to sh: Thank you")
      #expect(try String(contentsOf: file, encoding: .utf8) == "Thank you for your patience 😊")
    }
  }

  @Test func `Without a desk, and without tmux, focus says what to do`() throws {
    let program = try Program()
    defer { program.clean() }
    let outcome = try program.run("focus")
    #expect(outcome.status == 1)
    #expect(outcome.errors == "No desk is running: start phrasedesk first.\n")
    #expect(try program.run("focus", "--pane", "5;kill-server").status == 2)
  }

  @Test func `send puts a phrase into a pane, and says where it is when the pane is gone`() throws {
    try withChat { tmux, program in
      let inside = ["TMUX": try tmux.value("#{socket_path},#{pid},0")]
      let sent = try program.run(["send", "--send-to", "pane:%0", "ty"], extra: inside)
      #expect(sent.output == "Sent to pane %0 cat: Thank you\n")
      let lost = try program.run(["send", "--send-to", "pane:%7", "ty"], extra: inside)
      #expect(lost.status == 0)
      #expect(lost.errors.hasSuffix("Copied to tmux: Thank you\n"))
      #expect(try program.run(["send", "--send-to", "pane:x", "ty"], extra: inside).status == 2)
    }
  }
}
