import Testing

@testable import Desk

@Suite struct PictureTests {
  private func picture(_ text: String, rows: Int = 5, columns: Int = 10) -> Picture? {
    Picture(printed: Array(text.utf8), rows: rows, columns: columns)
  }

  private func text(_ picture: Picture?) -> [String] {
    (picture?.rows ?? []).map { row in
      String(
        String.UnicodeScalarView(
          row.compactMap { if case .scalar(let scalar, _) = $0.content { scalar } else { nil } }))
    }
  }

  @Test func `Symbols stand in their colours, row by row`() throws {
    let read = picture(
      "\u{1B}[0m\u{1B}[38;5;196;48;5;21m▄▖\u{1B}[0m\n\u{1B}[7m\u{1B}[38;5;16;48;5;231m \u{1B}[0mx\n"
    )
    #expect(text(read) == ["▄▖", " x"])
    let rows = try #require(read?.rows)
    let red = Colour(red: 255, green: 0, blue: 0)
    let blue = Colour(red: 0, green: 0, blue: 255)
    let white = Colour(red: 255, green: 255, blue: 255)
    let black = Colour(red: 0, green: 0, blue: 0)
    #expect(rows[0].map(\.style.paint) == [Paint(red, on: blue), Paint(red, on: blue)])
    #expect(rows[1][0].style.paint == Paint(white, on: black))
    #expect(rows[1][1].style == .text)
  }

  /// What a program prints that was given a hostile file, or is another one than it says.
  @Test(arguments: [
    "\u{1B}[2J\u{1B}[H▄", "\u{1B}]0;title\u{7}▄", "\u{1B}[38;5;999m▄", "\u{1B}[38;5m▄",
    "\u{1B}[48m▄",
    "\u{1B}[99999999999999999999m▄", "\u{1B}[▄", "\u{1B}", "\u{1B}[?25l▄", "\u{1B}P1;2q~~\u{1B}\\▄",
    "\u{9B}31m▄", "\u{0}\u{7}\u{8}▄", "\u{202E}▄\u{200B}", "一二▄", "😀▄", "e\u{301}▄", "\t\r▄",
    String(repeating: "▄", count: 5_000), String(repeating: "▄\n", count: 5_000),
    String(repeating: "\u{1B}[1", count: 5_000),
  ])
  func `Nothing but symbols of one cell comes of it, and no more than there is room for`(
    printed: String
  ) {
    guard let picture = picture(printed) else { return }
    #expect(picture.rows.count <= 5 && picture.columns <= 10)
    for cell in picture.rows.joined() {
      guard case .scalar(let scalar, let marks) = cell.content else {
        Issue.record("half a character")
        continue
      }
      #expect(Width.cells(of: scalar) == 1 && scalar.value >= 0x20 && scalar.value != 0x7F)
      #expect(marks == Marks())
    }
  }

  @Test func `Bytes that are no text are read to their end`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<300 {
      let bytes = (0..<200).map { _ in
        Bool.random(using: &generator)
          ? [0x1B, 0x5B, 0x33, 0x3B, 0x6D, 0x0A].randomElement() ?? 0 : UInt8.random(in: 0...255)
      }
      let picture = Picture(printed: bytes, rows: 4, columns: 8)
      #expect((picture?.rows.count ?? 0) <= 4 && (picture?.columns ?? 0) <= 8)
    }
  }

  @Test func `Nothing is no picture`() {
    #expect(picture("") == nil && picture("\n\n") == nil && picture("▄", rows: 0) == nil)
    #expect(picture("▄", columns: 0) == nil)
  }

  @Test func `The palette is xterm's`() {
    #expect(Colour(palette: 16) == Colour(red: 0, green: 0, blue: 0))
    #expect(Colour(palette: 110) == Colour(red: 135, green: 175, blue: 215))
    #expect(Colour(palette: 231) == Colour(red: 255, green: 255, blue: 255))
    #expect(Colour(palette: 244) == Colour(red: 128, green: 128, blue: 128))
    #expect(Colour(palette: -4) == Colour(palette: 0) && Colour(palette: 256) == Colour(palette: 0))
  }
}
