import Glibc
import PseudoTerminal
import Testing

/// What stands on a real terminal's screen, read back from tmux.
@Suite(.enabled(if: hasTmux, "tmux is not installed"))
struct FrameTests {
  /// A tmux server of one test, on a socket of its own.
  final class Tmux {
    let folder: Folder
    let terminal: PseudoTerminal

    init(_ probe: ScreenProbe, environment: [String: String] = [:]) throws {
      folder = try Folder()
      terminal = try PseudoTerminal()
      let variables = environment.map { "\($0)=\($1)" }.joined(separator: " ")
      let command = ([probe.program.path] + probe.program.arguments).joined(separator: " ")
      let arguments = [
        "-f", "/dev/null", "new-session", "-d", "-x", "40", "-y", "9",
        "env \(variables) \(command)",
      ]
      try run(arguments)
    }

    deinit { try? run(["kill-server"]) }

    func run(_ arguments: [String]) throws {
      let child = try terminal.start(
        "tmux", ["-S", folder.path + "/socket"] + arguments, environment: ["SHELL": "/bin/sh"])
      #expect(terminal.wait { child.look() != nil })
    }

    /// What the screen shows, by rows; with the colours of cells where they are asked for.
    func screen(withColours: Bool = false) throws -> [String] {
      let start = terminal.output.count
      try run(["capture-pane", "-p"] + (withColours ? ["-e"] : []))
      terminal.pump(milliseconds: 20)
      let text = String(decoding: terminal.output[start...], as: UTF8.self)
      return text.split(separator: "\r\n", omittingEmptySubsequences: false).dropLast().map(
        String.init)
    }

    /// What the screen shows once it shows this, or in the end.
    func screen(awaiting rows: [String]) throws -> [String] {
      var shown: [String] = []
      _ = try terminal.wait {
        shown = try screen()
        return shown == rows
      }
      return shown
    }
  }

  @Test func `A canvas stands on the screen as it is, without what would control it`() throws {
    let probe = try ScreenProbe()
    let tmux = try Tmux(probe, environment: ["LANG": "C.UTF-8"])
    let rows = [
      "┌──────────────────────────────────────┐",
      "│发e\u{301}��!                                │",
      "│                                      │",
      "│                                      │",
      "│                                      │",
      "│                                      │",
      "│                                      │",
      "│                                      │",
      "└──────────────────────────────────────┘",
    ]
    #expect(try tmux.screen(awaiting: rows) == rows)
  }

  @Test func `Without a locale and with ASCII borders it stands there too`() throws {
    let probe = try ScreenProbe()
    let tmux = try Tmux(probe, environment: ["LANG": "", "PROBE_ASCII": "1"])
    let rows =
      [
        "+--------------------------------------+",
        "|发e\u{301}??!                                |",
      ]
      + Array(repeating: "|                                      |", count: 6)
      + ["+--------------------------------------+"]
    #expect(try tmux.screen(awaiting: rows) == rows)
  }

  @Test func `A painted cell has its own colours, the nearest that the terminal has`() throws {
    let probe = try ScreenProbe()
    let tmux = try Tmux(probe, environment: ["TERM": "xterm-256color", "PROBE_PAINT": "1"])
    #expect(tmux.terminal.wait { probe.pid != nil })
    let isPainted = try tmux.terminal.wait {
      try tmux.screen(withColours: true).contains {
        $0.contains("38;5;208") && $0.contains("48;5;19") && $0.contains("▀")
      }
    }
    #expect(isPainted)
  }

  @Test func `After a resize the frame has the new size`() throws {
    let probe = try ScreenProbe()
    let tmux = try Tmux(probe)
    #expect(tmux.terminal.wait { probe.pid != nil })
    try tmux.run(["resize-window", "-x", "30", "-y", "5"])
    let rows = [
      "┌────────────────────────────┐",
      "│发e\u{301}��!                      │",
      "│resize 5x30                 │",
      "│                            │",
      "└────────────────────────────┘",
    ]
    #expect(try tmux.screen(awaiting: rows) == rows)
  }
}

private let hasTmux = access("/usr/bin/tmux", X_OK) == 0
