import Glibc
import PseudoTerminal
import Testing

@Suite struct ResizeTests {
  @Test func `A size that comes back before it was looked at is drawn anew`() throws {
    // The terminal has thrown away what stood beyond its edge in between.
    let probe = try ScreenProbe()
    let terminal = try PseudoTerminal(rows: 24, columns: 80)
    let child = try probe.program.start(on: terminal)
    let length = terminal.output.count
    child.send(SIGWINCH)
    #expect(terminal.wait { probe.inputs == ["resize 24x80"] })
    #expect(terminal.wait { probe.program.isReady(on: terminal, since: length) })
    terminal.type("\u{11}")
    #expect(terminal.wait { child.look() != nil })
  }

  @Test func `A size that no display has is taken for the largest that is drawn on`() throws {
    let probe = try ScreenProbe()
    let terminal = try PseudoTerminal()
    let child = try probe.program.start(on: terminal)
    terminal.resize(rows: .max, columns: .max)
    #expect(terminal.wait { probe.inputs == ["resize 500x1000"] })
    let length = terminal.output.count
    terminal.type("a")
    #expect(terminal.wait { probe.inputs.last == "a" && terminal.output.count > length })
    terminal.resize(rows: 10, columns: .max)
    #expect(terminal.wait { probe.inputs.last == "resize 10x1000" })
    terminal.type("\u{11}")
    #expect(terminal.wait { child.look() == .exit(0) })
  }

  @Test func `Neither does the environment make a larger one`() throws {
    let probe = try ScreenProbe(environment: ["LINES": "65535", "COLUMNS": "65535"])
    let terminal = try PseudoTerminal(rows: 0, columns: 0)
    let child = try probe.program.start(on: terminal)
    #expect(terminal.wait { probe.size == "24x80" })
    terminal.type("\u{11}")
    #expect(terminal.wait { child.look() == .exit(0) })
  }
}
