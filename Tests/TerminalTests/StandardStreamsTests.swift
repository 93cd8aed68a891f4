import PseudoTerminal
import Testing

/// `$(phrasedesk pick)` and pipes: the screen is on the terminal, whatever the streams are.
@Suite struct StandardStreamsTests {
  @Test func `Standard input and output stay free`() throws {
    let probe = try ScreenProbe()
    let terminal = try PseudoTerminal()
    var program = probe.program
    program.arguments =
      ["-c", "out=$(\"$0\" \"$@\" </dev/null); echo \"got[$out]\"", program.path]
      + program.arguments
    program.path = "sh"
    let child = try program.start(on: terminal)
    terminal.type("x\u{11}")
    #expect(terminal.wait { child.look() == .exit(0) && terminal.output.contains(text: "got[]") })
    #expect(probe.inputs == ["x", "C-q"])
  }
}
