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
}
