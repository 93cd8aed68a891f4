import Glibc
import PseudoTerminal
import Testing

/// Requirement T2: stopped, the shell has its terminal; continued, the program has it again.
@Suite struct StopTests {
  enum Stop: CaseIterable, Sendable {
    case key
    case sent
    /// As the system tells a job that reads the terminal, or sets it, in the background.
    case background
    /// Cannot be caught: the shell must repair the terminal, which bash and zsh do.
    case forced
  }

  static let shells = ["bash", "dash", "zsh"].filter { access("/bin/" + $0, X_OK) == 0 }

  @Test(arguments: shells, Stop.allCases)
  func `A stopped program gives the terminal to the shell and takes it back`(
    shell: String, stop: Stop
  ) throws {
    if shell == "dash", stop == .forced { return }
    let probe = try ScreenProbe()
    let terminal = try PseudoTerminal()
    let arguments = ["bash": ["--norc", "--noprofile", "-i"], "zsh": ["-f", "-i"]]
    let child = try terminal.start(
      shell, arguments[shell] ?? ["-i"],
      environment: ["PS1": "$ ", "PROMPT": "$ ", "HOME": probe.folder.path])
    let command = ([probe.program.path] + probe.program.arguments).joined(separator: " ")
    #expect(terminal.wait { terminal.output.contains(text: "$ ") })
    terminal.type(command + "\r")
    #expect(terminal.wait { probe.program.isReady(on: terminal) && probe.pid != nil })
    let pid = try #require(probe.pid)
    for round in 0..<rounds {
      switch stop {
      case .key: terminal.type("\u{1A}")
      case .sent: kill(pid, SIGTSTP)
      case .background: kill(pid, round % 2 == 0 ? SIGTTIN : SIGTTOU)
      case .forced: kill(pid, SIGSTOP)
      }
      #expect(terminal.wait { Self.isStopped(pid) })
      // The shell's answer shows that it reads and echoes; what it expands shows that it ran it.
      terminal.type("stty -a; echo round-$((\(round) + 1000))\r")
      let mark = "round-\(round + 1000)"
      #expect(terminal.wait { terminal.output.contains(text: mark) })
      let answer = Self.text(terminal.output, after: "stty -a", before: mark)
      #expect(answer.contains(" icanon") && answer.contains(" echo "), "\(answer.debugDescription)")

      let length = terminal.output.count
      terminal.resize(rows: 20, columns: UInt16(60 + round % 10))
      terminal.type("fg\r")
      #expect(terminal.wait { probe.program.isReady(on: terminal, since: length) })
      #expect(
        terminal.wait { probe.inputs.contains("resize 20x\(60 + round % 10)") || round >= 10 })
      terminal.type("\(round % 10)")
      #expect(terminal.wait { probe.inputs.last == "\(round % 10)" })
    }
    terminal.type("\u{11}")
    #expect(terminal.wait { kill(pid, 0) != 0 })
    terminal.type("echo ended-$?\r")
    #expect(terminal.wait { terminal.output.contains(text: "ended-0") })
    #expect(TerminalState(after: terminal.output).modes.subtracting([2004]) == [7, 25])
    terminal.type("exit\r")
    #expect(terminal.wait { child.look() != nil })
  }

  private static func isStopped(_ pid: pid_t) -> Bool {
    Folder.contents(of: "/proc/\(pid)/stat").contains("(screen-probe) T")
  }

  /// The last text between two others.
  private static func text(_ output: [UInt8], after start: String, before end: String) -> String {
    let text = String(decoding: output, as: UTF8.self)
    guard let last = text.ranges(of: end).last else { return "" }
    let first = text[..<last.lowerBound].ranges(of: start).last
    return String(text[(first?.upperBound ?? text.startIndex)..<last.lowerBound])
  }
}
