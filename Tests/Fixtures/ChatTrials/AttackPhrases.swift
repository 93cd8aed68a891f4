/// Phrases that try to make whatever they are pasted into do something: create a file `MARK`, press
/// Enter, end, or become another text.
///
/// The classes are those of bugs that terminals, multiplexers and shells had: brackets of a paste
/// that are ended from within, bytes of the line discipline, option-like and format-like texts,
/// history, and texts longer than somebody's buffer.
public enum AttackPhrases {
  /// Two hundred, the same every time.
  public static let all: [String] = {
    let fixed = families.flatMap { $0 } + long
    var random = Dice(state: 0x2545_F491_4F6C_DD1D)
    let pieces = families.flatMap { $0 }
    let mixtures = (0..<(200 - fixed.count)).map { number in
      // The number first, so that no two are the same and none is empty once it is sanitised.
      (0..<(2 + random.next() % 3)).reduce("\(number)") { text, _ in
        text + glue[random.next() % glue.count] + pieces[random.next() % pieces.count]
      }
    }
    return fixed + mixtures
  }()

  private static let families = [brackets, lines, shells, multiplexer, discipline, editors, texts]

  private static let glue = [
    "", " ", "\n", "\r\n", "\t", ";", "\u{0}", "\u{1B}[201~", "'", "\"", "\\",
  ]

  /// Each ends the brackets of a paste, if it is let through, and has a command behind.
  private static let brackets: [String] = [
    "\u{1B}[201~", "\u{1B}[2\u{1B}[201~01~", "\u{1B}[20\u{1B}[20\u{1B}[201~1~1~", "\u{9B}201~",
    "\u{9B}2\u{9B}201~01~", "\u{1B}\u{0}[201~", "\u{1B}[20\u{7F}1~", "\u{1B}\u{9B}201~[201~",
    "\u{1B}[200~\u{1B}[201~", "\u{1B}[?2004l", "\u{1B}c", "\u{1B}\\\u{1B}[201~",
    "\u{1B}[00201~", "\u{1B}[201;1~", "^[[201~", "[201~",
  ].flatMap { ["a\($0)touch MARK\n", "a\($0)\rtouch MARK\r"] }

  /// Each is Enter to somebody.
  private static let lines: [String] = [
    "\n", "\r", "\r\n", "\n\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", "\u{8D}",
    "\n\n\n", "\r\r\n\n",
  ].flatMap { ["touch MARK\($0)", "one\($0)touch MARK\($0)two"] }

  private static let shells = [
    "$(touch MARK)", "`touch MARK`", "${x:=$(touch MARK)}", "<(touch MARK)", "$((`touch MARK`))",
    "; touch MARK", "& touch MARK &", "| tee MARK", "> MARK", ">| MARK", "x || touch MARK", "!!",
    "!touch", "!$", "^a^touch MARK", "*", "~root", "{a,b}", "\\", "'", "\"", "'\"`$(", "#", "# x",
    "<<E\ntouch MARK\nE", "$'\\x74ouch MARK'", "%1", "fg", "exit", "=touch", "\\\ntouch MARK",
    "()\n{ touch MARK; }", "if true\nthen touch MARK\nfi",
  ]

  private static let multiplexer = [
    "x;", "x\\;", ";", "\\;", "-R", "-l", "--", "-t %0", "-b evil", "#{pane_id}", "#(touch MARK)",
    "#[fg=red]x", "##", "%0", "%if 1", "Enter", "C-c", "Escape", "x ; kill-server",
    "x\\; run 'touch MARK'",
    "\u{1B}Ptmux;\u{1B}\u{1B}]52;c;eA==\u{7}\u{1B}\\", "\u{1B}k title\u{1B}\\",
  ]

  /// Each byte that a terminal device or a line editor acts on.
  private static let discipline = [
    0x01, 0x02, 0x03, 0x04, 0x05, 0x08, 0x0E, 0x0F, 0x11, 0x12, 0x13, 0x15, 0x16, 0x17, 0x18, 0x19,
    0x1A, 0x1C, 0x7F,
  ].map { "ab\(Character(Unicode.Scalar(UInt8($0))))touch MARK\r" }

  private static let editors = [
    ":q!", ":wq", "ZZ", ":!touch MARK", "\u{1B}:!touch MARK\r", "\u{F}:!touch MARK\r",
    "\u{12}=system('touch MARK')\r", "\u{3}:q!\n", "vim: set exrc :", "  indented\n    more\nless",
    "\tif x:\n\t\ty", "import os\nos.system('touch MARK')\n",
    "__import__('os').system('touch MARK')", "exec(\"open('MARK','w')\")", "a\tb\tc", "\t",
  ]

  private static let texts = [
    "亲，{{订单号}} 已安排发货", "e\u{301}\u{302}\u{200B}\u{FEFF}x", "👩‍👩‍👧‍👦🏽", "\u{202E}exe.txt\u{2066}",
    "\u{E0041}\u{E007F}", "a\u{0}b\u{0}", "\u{1B}]52;c;dG91Y2g=\u{7}",
    "\u{1B}]0;$(touch MARK)\u{7}x",
    "\u{1B}[6n\u{1B}[c\u{1B}[>q", " leading and trailing ", "ﬁ ㍿ Ⅷ", "\u{1F600}\u{FE0F}",
  ]

  /// At the edges of what a terminal device keeps of a line, and far beyond.
  private static let long: [String] = [
    String(repeating: "x", count: 3_840), String(repeating: "x", count: 3_841),
    String(repeating: "x", count: 4_095), String(repeating: "x", count: 4_096) + "\ntouch MARK",
    String(repeating: "发", count: 1_280), String(repeating: "发货", count: 10_922),
    String(repeating: "touch MARK\n", count: 300), String(repeating: "touch MARK;\n", count: 5_461),
    String(repeating: "0123456789abcdef", count: 65_536),
  ]
}

/// The xorshift of Marsaglia's "Xorshift RNGs" (2003), with the shifts 13, 7 and 17.
private struct Dice {
  var state: UInt64

  mutating func next() -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33)
  }
}
