import Desk

/// The colours that xterm's indexes 16 to 255 stand for: nobody's settings change them.
///
/// A cube of 6 × 6 × 6 and 24 greys, as xterm's `256colres.pl` makes them.
enum XtermPalette {
  private static let levels: [UInt8] = [0, 95, 135, 175, 215, 255]

  /// Red, green and blue of an index from 16 to 255.
  static func components(of index: Int32) -> (red: UInt8, green: UInt8, blue: UInt8) {
    if index >= 232 {
      let grey = UInt8(clamping: 8 + 10 * (index - 232))
      return (grey, grey, grey)
    }
    let place = Int(max(index - 16, 0))
    return (levels[place / 36 % 6], levels[place / 6 % 6], levels[place % 6])
  }

  /// The number of the colour that is nearest to another on a terminal of so many, at least eight.
  ///
  /// Of 256, the first sixteen are left out: everybody sets those to something else.
  static func nearest(to colour: Colour, among count: Int) -> Int32 {
    if count > 256 {
      let number = Int32(colour.red) << 16 | Int32(colour.green) << 8 | Int32(colour.blue)
      // The first eight numbers are the eight colours, not shades of blue.
      return number < 8 ? 0 : number
    }
    let candidates: Range<Int32> = count == 256 ? 16..<256 : 0..<8
    return candidates.min { distance(of: $0, to: colour) < distance(of: $1, to: colour) } ?? 0
  }

  private static func distance(of index: Int32, to colour: Colour) -> Int {
    let (red, green, blue) =
      index < 8
      ? (bit(0, of: index), bit(1, of: index), bit(2, of: index)) : components(of: index)
    func square(_ left: UInt8, _ right: UInt8) -> Int {
      (Int(left) - Int(right)) * (Int(left) - Int(right))
    }
    return square(red, colour.red) + square(green, colour.green) + square(blue, colour.blue)
  }

  /// The eight colours are red, green and blue switched on and off by the bits of their number.
  private static func bit(_ place: Int32, of index: Int32) -> UInt8 {
    index >> place & 1 == 1 ? 255 : 0
  }

  /// The colour's number on a terminal whose numbers are the colours themselves (`xterm-direct`).
  static func direct(_ index: Int32) -> Int32 {
    let (red, green, blue) = components(of: index)
    return Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
  }
}
