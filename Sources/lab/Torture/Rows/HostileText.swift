import Phrases

/// T8: whatever a text holds, the terminal shows it and obeys nothing in it.
struct HostileText: TortureTest {
  static let row = "T8"
  static let claim = "a million hostile strings are shown harmless, and say what was in them"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let strings = 1_000_000
  /// The cells around the text are written before, and have to be there after.
  private static let columns = 400
  private static let start = 12

  func run() throws -> Report {
    var bounds = Bounds("T8 hostile text")
    var random = plan.random(800)
    var counts = (bad: 0, changed: 0, unmarked: 0, unlike: 0, spilt: 0)
    let strings = plan.count(Self.strings)
    for _ in 0..<strings {
      let text = HostileText.text(&random)
      let shown = SafeText.visible(text)
      var isBad = !HostileText.isHarmless(shown)
      if isBad { counts.bad += 1 }
      let lines = SafeText.visible(text, .lines)
      if !HostileText.areHarmless(lines) {
        counts.unlike += 1
        isBad = true
      }
      if !SafeText.visible(shown).unicodeScalars.elementsEqual(shown.unicodeScalars) {
        counts.changed += 1
        isBad = true
      }
      if !HostileText.isMarked(text, shown) {
        counts.unmarked += 1
        isBad = true
      }
      if !HostileText.staysInPlace(shown) {
        counts.spilt += 1
        isBad = true
      }
      if isBad {
        let scalars = text.unicodeScalars.map { String($0.value, radix: 16) }
        bounds.complain("not harmless: \(scalars.joined(separator: " "))")
      }
    }
    bounds.add("strings", strings)
    bounds.add("with something that is obeyed or not seen", counts.bad, is: 0)
    bounds.add("the same as lines", counts.unlike, is: 0)
    bounds.add("changed when done twice", counts.changed, is: 0)
    bounds.add("without a mark for what was there", counts.unmarked, is: 0)
    bounds.add("that changed a cell beside their own", counts.spilt, is: 0)
    return bounds.report
  }

  // MARK: - The properties, as the requirement lists them

  /// Line by line, and between the tabs, which the program lays out itself.
  private static func areHarmless(_ lines: String) -> Bool {
    lines.unicodeScalars.split { $0 == "\n" || $0 == "\t" }.allSatisfy { isHarmless(String($0)) }
  }

  private static func isHarmless(_ shown: String) -> Bool {
    var marks = 0
    var previous: Unicode.Scalar = " "
    for scalar in shown.unicodeScalars {
      defer { previous = scalar }
      let isMark = [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
      marks = isMark ? marks + 1 : 0
      if marks > 8 { return false }
      if scalar == "\u{200D}" {
        // Inside an emoji only.
        guard previous.value > 0xA8, previous.properties.isEmoji || isPart(previous) else {
          return false
        }
        continue
      }
      if isForbidden(scalar) { return false }
    }
    return previous != "\u{200D}"
  }

  /// What may stand in an emoji between its base and the joiner.
  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{FE0F}" || (0x1F3FB...0x1F3FF).contains(scalar.value)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2064,
      0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// Whether what was forbidden left something to be seen: no such string is shown as what remains
  /// without it.
  private static func isMarked(_ text: String, _ shown: String) -> Bool {
    let hidden = text.unicodeScalars.filter {
      isForbidden($0) && $0 != "\u{200D}" && !["\t", "\n", "\r"].contains($0)
    }
    guard !hidden.isEmpty else { return true }
    return shown.unicodeScalars.contains { (0x2400...0x2426).contains($0.value) || $0 == "⟪" }
  }

  /// What stands there before, with the cursor in the middle of a row.
  private static let surroundings: ScreenText = {
    var screen = ScreenText(rows: 3, columns: columns)
    screen.take(Array("above\r\nbefore:\r\nbelow\u{1B}[2;\(start + 1)H".utf8))
    return screen
  }()

  /// Whether a terminal that gets the text in the middle of a row shows the rest as before.
  private static func staysInPlace(_ shown: String) -> Bool {
    var screen = surroundings
    screen.take(Array(shown.utf8))
    return screen.cells(0) == surroundings.cells(0) && screen.cells(2) == surroundings.cells(2)
      && screen.cells(1).prefix(start) == surroundings.cells(1).prefix(start)
  }

  // MARK: - The strings

  private static let pieces: [String] =
    (UInt8(0)..<0x20).map { String(Unicode.Scalar($0)) }
    + [0x7F...0xA0, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFFF9...0xFFFD]
    .flatMap { $0.compactMap { Unicode.Scalar(UInt32($0)).map { String($0) } } }
    + [
      "\u{FEFF}", "\u{E0001}", "\u{E0041}", "\u{E007F}", "\u{61C}", "\u{180E}", "\u{301}",
      "\u{20E3}", "\u{FE0F}", "\u{E0100}", "\u{1161}", "\u{110BD}", "a", "0", " ", "发", "é", "Â",
      "😀", "👨", "🏽", "❤", "🇨", "\u{200D}", "👨‍👩‍👧", "\r\n", "\u{1B}[2J", "\u{1B}]52;c;", "\u{1B}[201~",
      "\u{1B}[1;1H", "\u{1B}c", "\u{9B}1;1H", "⟪", "␛", "한", "\u{1100}", "{{名}}",
      String(repeating: "\u{301}", count: 12),
    ]

  /// A string of what is dangerous, what is not, and what is anything.
  private static func text(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...16, using: &random) {
      if random.once(in: 4) {
        let value = UInt32.random(in: 0...0x10FFFF, using: &random)
        text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
      } else {
        text += random.pick(pieces)
      }
    }
    return text
  }
}
