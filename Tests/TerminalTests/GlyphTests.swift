import CNcurses
import Desk
import Testing

@testable import Terminal

@Suite struct GlyphTests {
  init() throws { try TerminalLocale.adopt() }

  private func glyph(
    _ base: Unicode.Scalar, _ marks: [Unicode.Scalar] = [], room: Int = 2,
    borders: ScreenOptions.Borders = .unicode
  ) -> Glyph {
    Glyph(base, marks: Marks(marks), room: room, borders: borders)
  }

  @Test func `No scalar that controls the terminal goes out`() {
    let forbidden: [ClosedRange<UInt32>] = [
      0x00...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F,
      0xFEFF...0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F,
    ]
    for value in UInt32(0)...0x10FFFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let base = glyph(scalar).scalars
      let mark = glyph("a", [scalar]).scalars
      #expect(base.count == 1 && mark.count <= 2)
      let isForbidden = forbidden.contains { $0.contains(value) }
      if isForbidden, base[0] == scalar { Issue.record("base \(value)") }
      if isForbidden, value != 0x200D, mark.contains(scalar) { Issue.record("mark \(value)") }
      if wcwidth(wchar_t(bitPattern: base[0].value)) < 1 { Issue.record("no width \(value)") }
    }
  }

  @Test func `A wide character needs two cells`() {
    #expect(glyph("发").width == 2)
    #expect(glyph("发", room: 1) == glyph("\u{1}", room: 1))
    #expect(glyph("a").width == 1)
  }

  @Test func `At most four marks stay, and only marks`() {
    #expect(glyph("e", ["\u{301}", "x", "\u{1B}"]).scalars == ["e", "\u{301}"])
    #expect(glyph("e", Array(repeating: "\u{301}", count: 9)).scalars.count == 5)
  }

  @Test func `Line drawing becomes ASCII where asked`() {
    let drawn = "│─┌┐└┘├┤┬┴┼v>".unicodeScalars.map { glyph($0, borders: .ascii).scalars[0] }
    #expect(drawn == Array("|-+++++++++v>".unicodeScalars))
    #expect(glyph("\u{1B}", borders: .ascii).scalars == ["?"])
  }
}
