import CNcurses

/// What the desk switches on in the terminal, each with what switches it off again.
///
/// Start, suspend, resume, end and the crash guard all go by this one table.
struct TerminalModes: Equatable {
  struct Mode: Equatable {
    var enter: String
    var leave: String
  }

  private let modes: [Mode]

  init(_ modes: [Mode]) {
    self.modes = modes
  }

  /// Buttons, wheel, and motion while a button is down (1002), told in decimal numbers, which reach
  /// any cell (1006).
  ///
  /// Never 1003: other motion is nobody's concern. The terminal's own selection goes on with Shift.
  private static let mouse = Mode(
    enter: "\u{1B}[?1002h\u{1B}[?1006h", leave: "\u{1B}[?1006l\u{1B}[?1002l")

  /// For the terminal that ncurses has been set up for.
  static func current(hasMouse: Bool) -> TerminalModes {
    var modes = [
      Mode(enter: capability("smcup"), leave: capability("rmcup")),
      Mode(enter: capability("smkx"), leave: capability("rmkx")),
      // Alt+Z shall be ESC z: xterm's metaSendsEscape and altSendsEscape, which Debian's xterm has
      // off. Saved (s) and restored (r), because who has them on wants them on afterwards.
      Mode(enter: "\u{1B}[?1036;1039s\u{1B}[?1036;1039h", leave: "\u{1B}[?1036;1039r"),
      // Bracketed paste.
      Mode(enter: "\u{1B}[?2004h", leave: "\u{1B}[?2004l"),
      // Automatic margins, which ncurses switches off for a moment to fill the last cell.
      Mode(enter: "", leave: capability("smam")),
      // Colours and attributes off, on both ways.
      Mode(enter: capability("sgr0"), leave: capability("sgr0") + capability("op")),
      Mode(enter: capability("civis"), leave: capability("cnorm")),
    ]
    if hasMouse { modes.append(mouse) }
    return TerminalModes(modes)
  }

  var enter: [UInt8] {
    Array(modes.map(\.enter).joined().utf8)
  }

  /// In the opposite order, after a string terminator that ends whatever was cut off in the middle.
  var leave: [UInt8] {
    Array(("\u{1B}\\" + modes.reversed().map(\.leave).joined()).utf8)
  }
}

/// A string of the terminal's description, without its padding; empty where there is none.
func capability(_ name: String) -> String {
  guard let string = cncurses_string(name) else { return "" }
  var text = String(cString: string)
  // `$<5>` asks for a pause of 5 ms, which real terminals needed.
  while let start = text.firstRange(of: "$<"),
    let end = text[start.upperBound...].firstIndex(of: ">")
  {
    text.removeSubrange(start.lowerBound...end)
  }
  return text
}
