import Foundation
import PseudoTerminal

/// T2: stopped, the shell has its terminal; continued, the desk has it again.
struct Stopped: TortureTest {
  static let row = "T2"
  static let claim = "stopped and continued under three shells, each has the terminal in its turn"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let rounds = 100
  private static let shells = [
    ("bash", ["--norc", "--noprofile", "-i"]), ("dash", ["-i"]), ("zsh", ["-f", "-i"]),
  ]
  /// SIGSTOP cannot be caught: bash and zsh repair the terminal themselves, dash does not.
  private static let stops = [("Ctrl+Z", nil), ("SIGTSTP", SIGTSTP), ("SIGSTOP", SIGSTOP)]

  func run() throws -> Report {
    var bounds = Bounds("T2 stopped and continued")
    for (shell, arguments) in Self.shells {
      guard let path = Program.path(of: shell) else {
        bounds.add(shell, "not installed")
        continue
      }
      for (name, signal) in Self.stops where shell != "dash" || signal != SIGSTOP {
        let rounds = plan.count(Self.rounds)
        let done = try run(path, arguments, signal, rounds)
        bounds.add("\(shell), \(name): both had it", done, is: rounds)
      }
    }
    return bounds.report
  }

  /// Plays the rounds in one shell, and gives how many went well; the first that does not is the
  /// last.
  private func run(
    _ shell: String, _ arguments: [String], _ signal: Int32?, _ rounds: Int
  ) throws -> Int {
    let desk = try DeskProgram(plan.program)
    let terminal = try PseudoTerminal(rows: 24, columns: 80)
    let environment = desk.environment.merging(["PS1": "$ ", "PROMPT": "$ "]) { $1 }
    let child = try terminal.start(shell, arguments, environment: environment)
    defer { child.send(SIGKILL) }
    let program = desk.screenProgram(showing: "Alt+Z")
    guard terminal.wait(until: { terminal.output.contains(text: "$ ") }) else { return 0 }
    terminal.type(desk.path + "\r")
    guard terminal.wait(until: { program.isReady(on: terminal) }),
      let process = ProcessFacts.children(of: child.pid).first
    else { return 0 }
    // Out of the search box, where Ctrl+Z undoes.
    terminal.type("\t")
    for round in 0..<rounds {
      var start = terminal.output.count
      if let signal { kill(process, signal) } else { terminal.type("\u{1A}") }
      guard terminal.wait(until: { ProcessFacts.state(of: process) == "T" }) else { return round }
      // Only what the shell expands shows that it ran the line.
      terminal.type("stty -a; echo round-$((\(round) + 1000))\r")
      guard
        terminal.wait(until: { terminal.output[start...].contains(text: "round-\(round + 1000)") }),
        terminal.output[start...].contains(text: " icanon"),
        terminal.output[start...].contains(text: " echo ")
      else { return round }
      start = terminal.output.count
      terminal.resize(rows: 24, columns: UInt16(80 + round % 10))
      terminal.type("fg\r")
      guard terminal.wait(until: { program.isReady(on: terminal, since: start) }) else {
        return round
      }
    }
    terminal.type("\u{11}")
    guard terminal.wait(until: { kill(process, 0) != 0 }) else { return rounds - 1 }
    return rounds
  }
}
