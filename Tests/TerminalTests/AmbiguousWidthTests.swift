import CNcurses
import Glibc
import PseudoTerminal
import Testing

@testable import Desk
@testable import Terminal

/// Terminals that draw `“` in two cells, and how that is found out.
@Suite struct AmbiguousWidthTests {
  @Test func `The terminal's answer is told from keys`() {
    var decoder = InputDecoder()
    #expect(decoder.decode(Array("a\u{1B}[2;3Rb".utf8), at: 1).count == 2)
    let cursor = decoder.takeCursor()
    #expect(cursor?.row == 2 && cursor?.column == 3)
    #expect(decoder.takeCursor() == nil)
    #expect(decoder.decode(Array("\u{1B}[1;3R".utf8), at: 2) == [.key(Key(.function(3), .alt))])
    #expect(decoder.takeCursor() == nil)
  }

  @Test func `One answer counts, and only one to the question`() {
    var question = WidthQuestion()
    #expect(question.isWide(row: 2, column: 3) == nil)
    question.ask()
    #expect(question.isWide(row: 3, column: 3) == nil && question.isWide(row: 2, column: 80) == nil)
    #expect(question.isWide(row: 2, column: 2) == false)
    #expect(question.isWide(row: 2, column: 3) == nil)
    question.ask()
    #expect(question.isWide(row: 2, column: 3) == true)
  }

  @Test
  func `A terminal that draws them wide gets lines of ASCII, and keys typed before its answer`()
    throws
  {
    let probe = try ScreenProbe()
    let terminal = try PseudoTerminal(rows: 24, columns: 80)
    let child = try probe.program.start(on: terminal)
    #expect(terminal.output.contains(text: "\u{1B}[6n"))
    terminal.type("x\u{1B}[2;3Ry")
    // Keys wait a moment for what may be a paste, the answer does not.
    #expect(terminal.wait { probe.inputs.count == 3 })
    #expect(probe.inputs.filter { $0 != "resize 24x80" } == ["x", "y"])
    #expect(terminal.wait { terminal.output.contains(text: "+---") })
    terminal.type("\u{11}")
    #expect(terminal.wait { child.look() == .exit(0) })
  }

  @Test func `A terminal that draws them narrow, or says nothing, gets what it gets`() throws {
    let probe = try ScreenProbe()
    let terminal = try PseudoTerminal()
    let child = try probe.program.start(on: terminal)
    terminal.type("\u{1B}[2;2Rx")
    #expect(terminal.wait { probe.inputs == ["x"] })
    #expect(!terminal.output.contains(text: "+---"))
    terminal.type("\u{11}")
    #expect(terminal.wait { child.look() == .exit(0) })
  }
}
