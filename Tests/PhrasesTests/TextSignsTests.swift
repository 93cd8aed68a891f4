import Testing

@testable import Phrases

@Suite("The signs of a text")
struct TextSignsTests {
  /// Wherever in a block of sixteen bytes, and across two of them.
  @Test(arguments: [
    ("?", TextSigns.questionMark), ("#", .formula), ("+", .formula), ("E", .formula), ("é", .latin),
    ("\u{FFFD}", .replacement), ("<", .angle), ("&", .ampersand), ("\\", .escape), ("_", .escape),
  ])
  func `A sign is found at every place`(sign: String, expected: TextSigns) {
    for before in 0..<40 {
      for after in [0, 1, 2, 15, 16, 17, 33] {
        let text =
          String(repeating: "a", count: before) + sign + String(repeating: "b", count: after)
        #expect(TextSigns(of: text) == expected, "\(before) before, \(after) behind")
      }
    }
  }

  @Test func `A text without signs has none`() {
    #expect(TextSigns(of: "").isEmpty)
    for count in 1..<40 {
      #expect(TextSigns(of: String(repeating: "，满减！", count: count)).isEmpty)
    }
  }

  /// Its bytes, but never one behind the other.
  @Test func `The bytes of U+FFFD apart are no sign`() {
    #expect(TextSigns(of: "\u{FFFC}\u{EFFD}\u{3F7D}，").isEmpty)
  }
}
