import Foundation
import Glibc
import Testing

/// However the desk ends, the terminal is the shell's again.
@Suite(.serialized, .enabled(if: Tmux.isInstalled, "tmux is not installed: .ci/install test"))
struct DeskEndsTests {
  private func open(_ program: Program, shell: String = "bash --norc --noprofile") throws -> Tmux {
    let file = try program.file("shop.csv", DeskInTmuxTests.list)
    let tmux = try Tmux(shell, environment: program.environment)
    try tmux.type("\(Program.path) --kb \(file)")
    try tmux.press("Enter")
    try tmux.wait(for: "发货时间")
    return tmux
  }

  /// The process of the program that works in this test's folder.
  private func process(of program: Program) throws -> pid_t {
    for name in try FileManager.default.contentsOfDirectory(atPath: "/proc") {
      guard let pid = pid_t(name),
        let line = try? String(contentsOfFile: "/proc/\(name)/cmdline", encoding: .utf8),
        line.hasPrefix(Program.path), line.contains(program.folder.path)
      else { continue }
      return pid
    }
    throw POSIXError(.ESRCH)
  }

  private func isCooked(_ tmux: Tmux) throws -> Bool {
    // Quoted, so that the command line itself is not taken for the answer.
    try tmux.type("clear; stty -a; echo fini''shed")
    try tmux.press("Enter")
    let screen = try tmux.wait(for: "finished")
    let settings = Set(screen.split { " ;\n".contains($0) }.map(String.init))
    return settings.isSuperset(of: ["icanon", "echo", "isig", "icrnl", "opost"])
  }

  /// Waits until the shell has the terminal again, and asks how the program ended.
  private func status(in tmux: Tmux) throws -> String {
    try tmux.wait(for: "the end") { _ in try tmux.value("#{alternate_on}") == "0" }
    try tmux.type("echo status''=$?=")
    try tmux.press("Enter")
    let screen = try tmux.wait(for: "status=")
    return screen.split(separator: "\n").map(String.init).first { $0.hasPrefix("status=") } ?? ""
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `A signal ends the desk, and the terminal is restored`(number: Int32) throws {
    let program = try Program()
    defer { program.clean() }
    let tmux = try open(program)
    #expect(try tmux.value("#{alternate_on}") == "1")
    kill(try process(of: program), number)
    #expect(try status(in: tmux) == "status=\(128 + number)=")
    #expect(try isCooked(tmux))
  }

  @Test(arguments: [SIGSEGV, SIGABRT, SIGILL, SIGFPE, SIGBUS])
  func `A crash restores the terminal, and its report is a file for this user alone`(
    number: Int32
  ) throws {
    let program = try Program()
    defer { program.clean() }
    let tmux = try open(program)
    kill(try process(of: program), number)
    #expect(try status(in: tmux) == "status=\(128 + number)=")
    #expect(try !tmux.screen().contains("Thread 0"))
    #expect(try isCooked(tmux))
    let folder = program.folder.appending(path: "state/phrasedesk").path
    let reports = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(!reports.isEmpty)
    for report in reports {
      let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(report)")
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }

  @Test func `Stopped from outside and continued, the desk is drawn again and takes keys`() throws {
    let program = try Program()
    defer { program.clean() }
    let tmux = try open(program)
    kill(try process(of: program), SIGSTOP)
    try tmux.wait(for: "Stopped")
    #expect(try isCooked(tmux))
    try tmux.type("clear; fg")
    try tmux.press("Enter")
    try tmux.wait(for: "发货时间")
    try tmux.type("退款进度")
    try tmux.wait { $0.contains("退款进度") && !$0.contains("发货时间") }
  }

  @Test func `When the terminal goes away the desk ends`() throws {
    let program = try Program()
    defer { program.clean() }
    let tmux = try open(program)
    let pid = try process(of: program)
    try tmux.close()
    let end = Date(timeIntervalSinceNow: 10)
    while kill(pid, 0) == 0, Date() < end { _ = poll(nil, 0, 10) }
    #expect(kill(pid, 0) != 0)
  }

  @Test func `Without a terminal, or with one that cannot draw, there is a sentence`() throws {
    let program = try Program(extra: ["TERM": "dumb"])
    defer { program.clean() }
    let file = try program.file("shop.csv", DeskInTmuxTests.list)
    let tmux = try Tmux(
      "\(Program.path) --kb \(file); echo ended $?; exec sh", environment: program.environment)
    // tmux sets TERM itself, so it is unset again.
    try tmux.wait(for: "发货时间")
    try tmux.press("C-q")
    try tmux.wait(for: "ended 0")
    try tmux.type("clear; TERM=dumb \(Program.path) --kb \(file); echo ended $?")
    try tmux.press("Enter")
    try tmux.wait(for: "TERM=xterm-256color")
    try tmux.wait(for: "ended 2")
    #expect(try isCooked(tmux))
  }
}
