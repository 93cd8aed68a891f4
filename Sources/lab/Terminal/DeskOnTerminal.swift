import Glibc
import PseudoTerminal

/// The real desk on a terminal that can be resized, blocked and hung up.
struct DeskOnTerminal {
  let terminal: PseudoTerminal
  let child: Child
  /// How the terminal was set before the desk had it.
  let before: TerminalSettings

  /// Starts the desk, and waits until it takes keys.
  ///
  /// - Throws: `LabFailure` when it does not get so far.
  init(
    _ program: ScreenProgram, rows: Int = TerminalRun.rows, columns: Int = TerminalRun.columns
  ) throws {
    terminal = try PseudoTerminal(rows: UInt16(rows), columns: UInt16(columns))
    before = terminal.settings
    child = try program.start(on: terminal)
  }

  /// Whether the terminal is as it was before the desk.
  ///
  /// What was written last may take the kernel a moment to hand over.
  var isRestored: Bool {
    terminal.pump(milliseconds: 20)
    return terminal.wait(seconds: 2) {
      terminal.settings == before && TerminalState(after: terminal.output) == .untouched
    }
  }

  /// Waits until it has ended; false when it has not after so many seconds.
  func hasEnded(within seconds: Double = 10) -> Bool {
    terminal.wait(seconds: seconds) { child.look() != nil }
  }

  /// Waits until nothing has come for half a second, and gives what stands on a screen of that
  /// size after what came since the output had `length`.
  func screen(rows: Int, columns: Int, since length: Int) -> ScreenText {
    var last = -1
    while last != terminal.output.count {
      last = terminal.output.count
      for _ in 0..<50 { terminal.pump(milliseconds: 10) }
    }
    var screen = ScreenText(rows: rows, columns: columns)
    screen.take(Array(terminal.output[length...]))
    return screen
  }
}

extension DeskProgram {
  /// The desk on its own phrases, ready when `text` is on its screen.
  func screenProgram(
    _ arguments: [String] = [], showing text: String, environment: [String: String] = [:]
  ) -> ScreenProgram {
    ScreenProgram(
      path: path, arguments: arguments,
      environment: self.environment.merging(environment) { $1 }, readyText: text)
  }
}
