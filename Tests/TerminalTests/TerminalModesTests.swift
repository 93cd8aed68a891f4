import PseudoTerminal
import Testing

@testable import Terminal

@Suite struct TerminalModesTests {
  private let modes = TerminalModes([
    .init(enter: "\u{1B}[?1049h", leave: "\u{1B}[?1049l"),
    .init(enter: "\u{1B}[?2004h", leave: "\u{1B}[?2004l"),
    .init(enter: "\u{1B}[?25l", leave: "\u{1B}[?25h"),
  ])

  @Test func `Leaving undoes entering, the last first`() {
    #expect(String(decoding: modes.enter, as: UTF8.self) == "\u{1B}[?1049h\u{1B}[?2004h\u{1B}[?25l")
    #expect(
      String(decoding: modes.leave, as: UTF8.self)
        == "\u{1B}\\\u{1B}[?25h\u{1B}[?2004l\u{1B}[?1049l")
    #expect(TerminalState(after: modes.enter).modes == [7, 1049, 2004])
    #expect(TerminalState(after: modes.enter + modes.leave) == .untouched)
  }
}
