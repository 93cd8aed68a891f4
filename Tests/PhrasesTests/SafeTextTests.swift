import Glibc
import Testing

@testable import Phrases

struct SafeTextTests {
  @Test(arguments: [
    ("a\r\nb\rc\n", "a\nb\nc"), ("a\n\n\r\n", "a"), ("\u{1B}[31mred\u{7}", "[31mred"),
    ("a\tb", "a\tb"), ("\u{9B}201~x\u{85}", "201~x"), ("a\u{7F}\0b", "ab"), ("", ""), ("\n", ""),
    ("a\n \n", "a\n "), ("\r\u{1}\n", ""), ("x\r\u{1}\ny", "x\n\ny"),
    ("👨‍👩‍👧 \u{202E}é e\u{301} Â\u{A0}", "👨‍👩‍👧 \u{202E}é e\u{301} Â\u{A0}"),
  ])
  func `what is sent`(text: String, sent: String) {
    #expect(Array(SafeText.sendable(text).unicodeScalars) == Array(sent.unicodeScalars))
  }

  @Test(arguments: [
    ("\u{1B}[2J", "␛[2J"), ("a\0\u{7F}\u{9B}", "a␀␡⟪9B⟫"), ("\u{202E}gpj\u{202C}", "⟪RLO⟫gpj⟪PDF⟫"),
    ("a\u{200B}b\u{FEFF}", "a⟪ZWSP⟫b⟪BOM⟫"), ("a\r\nb\tc", "a b c"), ("a\n\nb", "a  b"),
    ("🏴\u{E0067}\u{E0062}\u{E007F}!", "🏴⟪TAG⟫!"), ("👨‍👩‍👧", "👨‍👩‍👧"), ("❤️‍🔥👩🏽‍🚀", "❤️‍🔥👩🏽‍🚀"),
    ("a\u{200D}b", "a⟪ZWJ⟫b"), ("👨\u{200D}x", "👨⟪ZWJ⟫x"), ("1\u{200D}😀", "1⟪ZWJ⟫😀"),
    ("👨\u{110BD}\u{200D}👧", "👨\u{110BD}⟪ZWJ⟫👧"), ("😀\u{20E3}\u{200D}👨", "😀\u{20E3}⟪ZWJ⟫👨"),
    ("\u{2028}", "⟪LSEP⟫"), ("", ""), ("发货", "发货"),
  ])
  func `what is shown`(text: String, shown: String) {
    #expect(Array(SafeText.visible(text).unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func `lines may stay lines`() {
    #expect(SafeText.visible("a\r\nb\rc\n\td\u{B}", .lines) == "a\nb\nc\n\td␋")
  }

  @Test func `a flood of combining marks is cut at eight`() {
    let flood = "e" + String(repeating: "\u{301}", count: 100) + "x"
    let shown = SafeText.visible(flood)
    #expect(shown.unicodeScalars.count == 10)
    #expect(SafeText.visible("ก\u{E49}\u{E33}") == "ก\u{E49}\u{E33}")
    let jamo = "\u{1100}" + String(repeating: "\u{1161}", count: 20)
    #expect(SafeText.visible(jamo).unicodeScalars.count == 9)
  }

  @Test func `what nobody sees is noticed`() {
    #expect(SafeText.hidesSomething("a\u{200B}b"))
    #expect(SafeText.hidesSomething("\u{202E}a"))
    #expect(!SafeText.hidesSomething("a\r\n\tb 👩🏽‍🚀 é\n"))
    let zalgo = "e" + String(repeating: "\u{301}", count: 20)
    #expect(!SafeText.hidesSomething(zalgo))
  }

  @Test func `every mark is one cell wide in libc's table`() throws {
    // The Glibc module does not declare wcwidth, because it hides behind _XOPEN_SOURCE.
    typealias Width = @convention(c) (Int32) -> Int32
    let wcwidth = unsafeBitCast(try #require(dlsym(nil, "wcwidth")), to: Width.self)
    let locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", nil)
    let previous = uselocale(locale)
    defer {
      _ = uselocale(previous)
      freelocale(locale)
    }
    for value in UInt32(0)...0xE007F {
      guard let scalar = Unicode.Scalar(value), let mark = SafeText.mark(for: scalar) else {
        continue
      }
      for scalar in mark.unicodeScalars { #expect(wcwidth(Int32(scalar.value)) == 1) }
    }
  }

  private static let alphabet: [String] =
    (UInt32(0)..<0x20).map { String(Unicode.Scalar(UInt8($0))) }
    + [0x202A...0x202E, 0x2066...0x2069, 0x200B...0x200F, 0x2060...0x206F, 0xFFF9...0xFFFB]
    .flatMap { $0.compactMap { Unicode.Scalar(UInt32($0)).map { String($0) } } }
    + [
      "\u{7F}", "\u{80}", "\u{85}", "\u{9B}", "\u{9D}", "\u{9F}", "\u{FEFF}", "\u{E0001}",
      "\u{E0041}",
      "\u{E007F}", "\u{61C}", "\u{180E}", "\u{2028}", "\u{301}", "\u{20E3}", "\u{FE0F}",
      "\u{E0100}",
      "\u{1161}", "\u{110BD}", "a", "0", " ", "发", "é", "Â", "😀", "👨", "🏽", "❤", "🇨", "\u{200D}",
      "👨‍👩‍👧", "\r\n", "\u{1B}[2J", "\u{1B}]52;c;", "\u{1B}[201~", "⟪", "␛", "한", "\u{1100}",
    ]

  @Test func `ten thousand hostile strings become harmless`() {
    let seed: UInt64 = 8
    var random = SeededGenerator(seed: seed)
    for round in 0..<10_000 {
      let text = random.text(of: Self.alphabet, upTo: 24)
      let comment: Comment = "seed \(seed), round \(round)"
      expectHarmless(SafeText.visible(text), lines: false, comment)
      expectHarmless(SafeText.visible(text, .lines), lines: true, comment)

      let sent = SafeText.sendable(text)
      let isClean = sent.unicodeScalars.allSatisfy { !$0.isControl || $0 == "\n" || $0 == "\t" }
      if !isClean || sent.unicodeScalars.last == "\n" { Issue.record(comment) }
      if !same(SafeText.sendable(sent), sent) { Issue.record(comment) }
      let kept = text.unicodeScalars.filter { !$0.isControl }
      if !kept.elementsEqual(sent.unicodeScalars.filter { !$0.isControl }) { Issue.record(comment) }
    }
  }

  private func expectHarmless(_ shown: String, lines: Bool, _ comment: Comment) {
    var marks = 0
    var previous: Unicode.Scalar?
    for scalar in shown.unicodeScalars {
      let isLayout = lines && (scalar == "\n" || scalar == "\t")
      let isMark = [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
      marks = isMark ? marks + 1 : 0
      let isJoiner = scalar == "\u{200D}"
      let isBad =
        scalar.isControl && !isLayout
        || SafeText.isHidden(scalar) && !isLayout && !isJoiner
        || isJoiner && (previous.map { $0.isASCII || $0 == "\u{200D}" } ?? true) || marks > 8
      if isBad { Issue.record(comment) }
      previous = scalar
    }
    if !same(SafeText.visible(shown, lines ? .lines : .singleLine), shown) {
      Issue.record(comment)
    }
  }

  /// Equal to the scalar; `==` takes what is only canonically equivalent for the same.
  private func same(_ left: String, _ right: String) -> Bool {
    left.unicodeScalars.elementsEqual(right.unicodeScalars)
  }
}
