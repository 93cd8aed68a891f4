import Glibc
import PseudoTerminal
import Testing

/// What the decoder's own tests cannot see: the device, ncurses' descriptions, and time.
@Suite struct KeysThroughTerminalTests {
  /// Starts a probe, types, and answers what it logged once `count` inputs are there.
  private func inputs(
    _ count: Int, environment: [String: String] = [:], type: (PseudoTerminal, ScreenProbe) -> Void
  ) throws -> [String] {
    let probe = try ScreenProbe(environment: environment)
    let terminal = try PseudoTerminal()
    let child = try probe.program.start(on: terminal)
    type(terminal, probe)
    #expect(terminal.wait { probe.inputs.count >= count || child.look() != nil })
    return probe.inputs
  }

  @Test func `Keys that drive a terminal's line discipline arrive as keys`() throws {
    let inputs = try inputs(6) { terminal, _ in
      terminal.type("\u{3}\u{1C}\u{13}\u{16}\u{4}\u{11}")
    }
    #expect(inputs == ["C-c", "C-\\", "C-s", "C-v", "C-d", "C-q"])
  }

  @Test func `A lone escape is a key, and before a letter it is Alt`() throws {
    let inputs = try inputs(2) { terminal, probe in
      terminal.type("\u{1B}")
      _ = terminal.wait { probe.inputs == ["escape"] }
      terminal.type("\u{1B}z")
    }
    #expect(inputs == ["escape", "A-z"])
  }

  @Test func `A character whose bytes come one by one arrives whole`() throws {
    let inputs = try inputs(1) { terminal, _ in
      for byte in Array("发".utf8) {
        terminal.type([byte])
        terminal.pump(milliseconds: 40)
      }
    }
    #expect(inputs == ["发"])
  }

  @Test(arguments: ["linux", "rxvt-unicode-256color", "xterm", "tmux-256color", "screen-256color"])
  func `Sequences of the terminal's description are known`(type: String) throws {
    let sequences = [
      "linux": "\u{1B}[[A\u{1B}[1~\u{1B}[17~\u{1B}[A",
      "rxvt-unicode-256color": "\u{1B}[11~\u{1B}[7~\u{1B}[17~\u{1B}[A",
      "xterm": "\u{1B}OP\u{1B}OH\u{1B}[17~\u{1B}OA",
    ]
    let keys = sequences[type] ?? "\u{1B}OP\u{1B}[1~\u{1B}[17~\u{1B}OA"
    let inputs = try inputs(4, environment: ["TERM": type]) { terminal, _ in terminal.type(keys) }
    #expect(inputs == ["function(1)", "home", "function(6)", "up"])
  }

  @Test func `rxvt's own modified arrows come from its description`() throws {
    let inputs = try inputs(2, environment: ["TERM": "rxvt-unicode-256color"]) { terminal, _ in
      terminal.type("\u{1B}[a\u{1B}[7$")
    }
    #expect(inputs == ["S-up", "S-home"])
  }

  @Test func `A paste of two megabytes is cut at its limit, and the key after it counts`() throws {
    let inputs = try inputs(2) { terminal, _ in
      terminal.type("\u{1B}[200~" + String(repeating: "x", count: 2 << 20) + "\u{1B}[201~k")
    }
    #expect(inputs == ["paste 1048576 \"xxxxxxxxxxxxxxxxxxxx\"", "k"])
  }

  @Test func `A paste without brackets is one, and a word typed with Enter is none`() throws {
    let text = String(repeating: "where is my parcel?\r", count: 5_000)
    let inputs = try inputs(4) { terminal, probe in
      terminal.type(text)
      _ = terminal.wait { !probe.inputs.isEmpty }
      terminal.type("fh\r")
    }
    #expect(inputs == ["paste 100000 \"where is my parcel?\\r\"", "f", "h", "enter"])
  }

  @Test func `A thousand resizes end in the last size`() throws {
    let probe = try ScreenProbe()
    let terminal = try PseudoTerminal()
    let child = try probe.program.start(on: terminal)
    for number in 0..<1000 {
      terminal.resize(rows: UInt16(1 + number * 7 % 200), columns: UInt16(1 + number * 13 % 500))
      if number % 10 == 0 { terminal.pump(milliseconds: 0) }
    }
    terminal.resize(rows: 17, columns: 71)
    #expect(terminal.wait { probe.inputs.last == "resize 17x71" })
    terminal.type("\u{11}")
    #expect(terminal.wait { child.look() == .exit(0) })
  }

  @Test func `Keys are read while the terminal takes no output`() throws {
    let probe = try ScreenProbe()
    let terminal = try PseudoTerminal(rows: 200, columns: 500)
    let child = try probe.program.start(on: terminal)
    terminal.isReading = false
    for _ in 0..<2000 { terminal.type("abcdefgh") }
    #expect(terminal.wait { probe.inputs.count == 16000 })
    terminal.type("\u{11}")
    #expect(terminal.wait { child.look() == .exit(0) })
  }
}
