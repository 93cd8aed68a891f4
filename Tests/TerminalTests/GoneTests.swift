import Glibc
import PseudoTerminal
import Testing

/// Requirement T3: without a terminal the program ends, and does not spin.
@Suite struct GoneTests {
  @Test func `A terminal that hangs up ends the program`() throws {
    for _ in 0..<rounds {
      let probe = try ScreenProbe()
      let terminal = try PseudoTerminal()
      let child = try probe.program.start(on: terminal)
      terminal.hangUp()
      #expect(terminal.wait { child.look() == .signal(SIGHUP) })
    }
  }

  @Test func `It ends as well where the hang-up signal is ignored`() throws {
    for _ in 0..<rounds {
      let probe = try ScreenProbe()
      let terminal = try PseudoTerminal()
      var program = probe.program
      program.arguments =
        ["-c", "trap '' HUP; exec \"$0\" \"$@\"", program.path] + program.arguments
      program.path = "sh"
      let child = try program.start(on: terminal)
      terminal.hangUp()
      #expect(terminal.wait { child.look() == .exit(0) })
      #expect(probe.inputs == ["closed"])
    }
  }
}
