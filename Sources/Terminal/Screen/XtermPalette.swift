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

  /// The colour's number on a terminal whose numbers are the colours themselves (`xterm-direct`).
  static func direct(_ index: Int32) -> Int32 {
    let (red, green, blue) = components(of: index)
    return Int32(red) << 16 | Int32(green) << 8 | Int32(blue)
  }
}
