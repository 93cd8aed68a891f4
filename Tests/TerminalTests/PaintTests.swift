import Desk
import Testing

@testable import Terminal

@Suite struct PaintTests {
  private static let orange = Colour(red: 255, green: 135, blue: 0)
  private static let night = Colour(red: 9, green: 9, blue: 9)

  @Test func `A colour is the nearest that the terminal has`() {
    #expect(XtermPalette.nearest(to: Self.orange, among: 256) == 208)
    #expect(XtermPalette.nearest(to: Self.night, among: 256) == 232)
    #expect(XtermPalette.nearest(to: Self.orange, among: 8) == 3)
    #expect(XtermPalette.nearest(to: Self.night, among: 8) == 0)
    #expect(XtermPalette.nearest(to: Self.orange, among: 1 << 24) == 0xFF8700)
  }

  @Test func `The darkest blues do not become one of the first eight colours`() {
    for blue in UInt8(0)..<8 {
      let colour = Colour(red: 0, green: 0, blue: blue)
      #expect(XtermPalette.nearest(to: colour, among: 1 << 24) == 0)
    }
  }

  @Test func `Paints get the numbers behind the theme's, the same ones one number`() throws {
    var pairs = PaintPairs(after: 5, of: 256, colourCount: 256)
    let firstNumber = pairs.number(of: Paint(Self.orange, on: Self.night))
    let first = try #require(firstNumber)
    #expect(first.number == 6)
    #expect(first.new == Theme.Pair(foreground: 208, background: 232))
    let secondNumber = pairs.number(of: Paint(Self.night, on: Self.orange))
    let second = try #require(secondNumber)
    #expect(second.number == 7)
    let nearlyFirst = Paint(Colour(red: 254, green: 134, blue: 1), on: Self.night)
    let againNumber = pairs.number(of: nearlyFirst)
    let again = try #require(againNumber)
    #expect(again.number == 6 && again.new == nil)
  }

  @Test func `A terminal without colours, or without a pair left, paints nothing`() {
    var none = PaintPairs(after: 0, of: 0, colourCount: 0)
    #expect(none.number(of: Paint(Self.orange, on: Self.night)) == nil)
    var few = PaintPairs(after: 5, of: 8, colourCount: 256)
    let colours = (0..<4).map { Colour(red: 60 * $0, green: 0, blue: 255) }
    let numbers = colours.map { few.number(of: Paint($0, on: Self.night))?.number }
    #expect(numbers == [6, 7, nil, nil])
    #expect(few.isCrowded)
  }
}
