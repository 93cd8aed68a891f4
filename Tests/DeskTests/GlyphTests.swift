import Phrases
import Testing

@testable import Desk

@Suite struct GlyphTests {
  @Test func `A control character is shown and never drawn`() {
    let run = GlyphRun("a\u{1B}[31mb\u{9B}c\u{7F}\u{0}")
    #expect(
      !run.glyphs.contains { $0.scalar.value < 0x20 || (0x7F...0x9F).contains($0.scalar.value) })
    #expect(run.glyphs.contains { $0.scalar == "␛" })
  }

  @Test func `Bidirectional and invisible controls are named`() {
    let run = GlyphRun("a\u{202E}b\u{200B}c\u{E0041}")
    let text = String(String.UnicodeScalarView(run.glyphs.map(\.scalar)))
    #expect(text.contains("RLO"))
    #expect(!text.unicodeScalars.contains("\u{202E}"))
    #expect(!text.unicodeScalars.contains("\u{200B}"))
    #expect(!text.unicodeScalars.contains("\u{E0041}"))
  }

  @Test func `Marks combine with what stands before them, up to the limit`() {
    let run = GlyphRun("e" + String(repeating: "\u{301}", count: 40) + "x")
    #expect(run.glyphs.count == 2)
    #expect(run.glyphs.first?.marks.count == Cell.markLimit)
    #expect(run.glyphs.last?.source == 41..<42)
  }

  @Test func `A mark without a base stands on a blank`() {
    #expect(GlyphRun("\u{301}a").glyphs.map(\.scalar) == [" ", "a"])
  }

  @Test func `Joiners take no cell, and the scalars they join keep their places`() {
    let run = GlyphRun("👩\u{200D}👧!")
    #expect(run.width == 5)
    #expect(run.glyphs.map(\.source) == [0..<2, 2..<3, 3..<4])
  }

  @Test func `A line break is a space on one line, CRLF only one`() {
    #expect(GlyphRun("a\r\nb\nc").glyphs.map(\.scalar) == ["a", " ", "b", " ", "c"])
  }

  @Test func `Every glyph of a hundred thousand scalars has its width`() {
    var text = String.UnicodeScalarView()
    for value in stride(from: UInt32(0), to: 0x110000, by: 11) {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    for glyph in GlyphRun(String(text)).glyphs {
      #expect(Width.cells(of: glyph.scalar) == glyph.width)
    }
  }
}

/// Texts that are longer than any screen.
@Suite struct LongGlyphTests {
  private let marks = String(String.UnicodeScalarView(repeatElement("\u{301}", count: 40_000)))

  @Test func `Of a text as many scalars are looked at as its place may show`() {
    let run = GlyphRun("e\(marks)x", width: 10)
    #expect(run.isCut && run.glyphs.count == 1)
    #expect((run.glyphs.last?.source.upperBound ?? 0) < 500)
    #expect(!GlyphRun("短", width: 10).isCut)
    let long = GlyphRun(String(repeating: "长", count: 10_000), width: 10)
    #expect(long.isCut && long.glyphs.count < 500)
  }

  @Test func `What is cut says so, whether it is long or has too many marks`() {
    for text in ["e\(marks)x", String(repeating: "长", count: 10_000)] {
      var canvas = Canvas(rows: 1, columns: 12)
      canvas.write(text, row: 0, column: 0, width: 12)
      #expect(
        canvas.text.hasSuffix("..") || canvas.text.contains("e\u{301}\u{301}\u{301}\u{301}.."))
      #expect(Canvas.cut(text, width: 12).unicodeScalars.count < 20)
    }
  }

  @Test func `Titles that begin alike and are very long still say where they stand`() {
    let phrases: [Phrase] = ["甲", "乙"].map { .make("长e\(marks)", $0, in: "售后", $0) }
    var player = Player(
      phrases: phrases.enumerated().map { number, phrase in
        var phrase = phrase
        phrase.key.id = "\(number)"
        return phrase
      })
    player.press("<Down>")
    #expect(player.row(with: "1 长")?.contains("甲") == true)
    #expect(player.row(with: "2 长")?.contains("乙") == true)
  }
}
