/// The colours that a cell of a picture has of its own, whatever the theme.
///
/// Two pixels above one another are one cell:
///
/// ```swift
/// let paint = Paint(upper, on: lower)
/// canvas[row, column] = Cell(.scalar("▀", marks: []), style: Style(.text, paint: paint))
/// ```
public struct Paint: Hashable, Sendable {
  public var foreground: Colour
  public var background: Colour

  /// What is drawn in one colour on another: `Paint(upper, on: lower)`.
  public init(_ foreground: Colour, on background: Colour) {
    self.foreground = foreground
    self.background = background
  }
}

/// A colour as screens mix it, each part from 0 to 255 (sRGB).
public struct Colour: Hashable, Sendable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  /// Each part from 0, for none of it, to 255.
  public init(red: UInt8, green: UInt8, blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }
}
