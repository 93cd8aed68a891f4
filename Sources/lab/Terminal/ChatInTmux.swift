import Phrases

/// A chat in a pane of a real tmux, and a desk beside it, as an agent has them.
final class ChatInTmux {
  private static let reply = "Thank you for waiting"
  private static let code = "zzq"
  /// The chat's width in cells; the desk has the rest.
  private static let chatColumns = 70

  private let program: DeskProgram
  private let run: TerminalRun
  private let tmux: String
  private let socket: String

  init(size: Int, program path: String?) throws {
    program = try DeskProgram(path)
    guard let tmux = Program.path(of: "tmux") else { throw LabFailure("tmux is not installed") }
    self.tmux = tmux
    socket = "\(program.home)/tmux"
    let reply = Phrase(
      key: PhraseKey(source: "personal", id: "focus"), title: "Waiting", text: Self.reply,
      code: Self.code)
    try program.importPhrases(Corpus(size: size).phrases + [reply])
    var environment = program.environment
    environment["SHELL"] = "/bin/sh"
    let binding = try Program.output(
      of: program.path, ["integrate", "tmux"], environment: environment)
    let configuration = try program.write(
      Array("set -g status off\nset -s escape-time 0\n\(binding)".utf8), to: "tmux.conf")
    run = try TerminalRun(
      tmux,
      [
        "-S", socket, "-f", configuration, "new-session", "cat", ";",
        "split-window", "-h", "-l", "\(TerminalRun.columns - Self.chatColumns - 1)",
        "\(program.path) --send-to pane", ";", "select-pane", "-t", "{left}",
      ], environment: environment)
    _ = try run.settled("the desk") { $0.contains("Alt+Z") && $0.contains("to a pane") }
  }

  func close() {
    _ = try? Program.output(of: tmux, ["-S", socket, "kill-server"], environment: [:])
    run.close()
  }

  /// Presses Alt+Z in the chat.
  func pressAltZ() throws -> Duration {
    let start = ContinuousClock.now
    run.terminal.type("\u{1B}z")
    let end = try run.settled("the cursor in the search box") {
      $0.cursor.row == 0 && $0.cursor.column > Self.chatColumns
    }
    return end - start
  }

  /// Types what finds the reply.
  func search() throws {
    run.terminal.type(Self.code)
    _ = try run.settled("the reply") { $0.contains(" \(Self.code) ") && $0.contains("Waiting") }
  }

  /// Presses Enter in the desk; then in the chat, so that the next reply has a line of its own.
  func pressEnter() throws -> Duration {
    let start = ContinuousClock.now
    run.terminal.type("\r")
    let end = try run.settled("the reply in the chat") { screen in
      screen.cursor.column <= Self.chatColumns
        && screen.line(screen.cursor.row).hasPrefix(Self.reply)
    }
    run.terminal.type("\r")
    _ = run.settle { screen in
      screen.cursor.column == 0 && screen.line(screen.cursor.row).first != "T"
    }
    return end - start
  }
}
