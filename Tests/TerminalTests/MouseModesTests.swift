import PseudoTerminal
import Testing

/// The mouse on a real pseudo-terminal: what is switched on, what comes in, what is left.
@Suite struct MouseModesTests {
  @Test func `The mouse is switched on, and off again however the program ends`() throws {
    let probe = try ScreenProbe()
    let terminal = try PseudoTerminal()
    let child = try probe.program.start(on: terminal)
    let modes = TerminalState(after: terminal.output).modes
    #expect(modes.isSuperset(of: [1002, 1006]))
    #expect(modes.isDisjoint(with: [1000, 1003, 1005, 1015]))
    terminal.type("\u{1B}[<0;300;3M\u{1B}[<0;300;3m\u{1B}[<65;2;1M")
    #expect(terminal.wait { probe.inputs == ["click 2,299", "wheelDown 0,1"] })
    terminal.type("\u{1B}[<0;2;3M\u{1B}[<32;2;4M\u{1B}[<0;2;4m")
    #expect(
      terminal.wait { probe.inputs.suffix(3) == ["drag 2,1", "drag 3,1", "release 3,1"] })
    child.send(15)
    #expect(terminal.wait { child.look() != nil })
    terminal.pump(milliseconds: 20)
    #expect(TerminalState(after: terminal.output) == .untouched)
  }

  @Test func `With the mouse off no mode of it is touched`() throws {
    let probe = try ScreenProbe(environment: ["PROBE_NO_MOUSE": "1"])
    let ending = try probe.program.ending(by: .keys("\u{11}"))
    #expect(!ending.output.contains(text: "?1002"))
    #expect(!ending.output.contains(text: "?1006"))
    #expect(ending.isRestored)
  }
}
