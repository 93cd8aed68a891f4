import Phrases

/// A picture in cells of its own colours.
public struct Picture: Equatable, Sendable {
  /// In cells; no row has more than ``columns``.
  public let rows: [[Cell]]
  public var columns: Int { rows.map(\.count).max() ?? 0 }

  /// Reads what a program drew in symbols of one cell and colours of xterm's 256 (SGR, ECMA-48).
  ///
  /// Nothing of it reaches the screen but symbols and colours: what is neither is left out, as is what stands
  /// beyond the given room.
  /// Nil where that shows nothing.
  ///
  /// - Parameters:
  ///   - printed: as `chafa -f symbols -c 256` prints it, UTF-8.
  ///   - rows: of the room, in cells.
  ///   - columns: of the room, in cells.
  public init?(printed: [UInt8], rows: Int, columns: Int) {
    var pen = Pen()
    var lines: [[Cell]] = [[]]
    var scalars = String(decoding: printed, as: UTF8.self).unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\u{1B}": pen.take(&scalars)
      case "\n": lines.append([])
      case _ where Width.cells(of: scalar) == 1 && SafeText.mark(for: scalar) == nil:
        if lines[lines.count - 1].count < columns {
          lines[lines.count - 1].append(Cell(.scalar(scalar, marks: []), style: pen.style))
        }
      case _: continue
      }
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    self.rows = Array(lines.prefix(max(rows, 0)))
    guard self.rows.contains(where: { !$0.isEmpty }) else { return nil }
  }
}

/// The colours that symbols are drawn in.
private struct Pen {
  private var foreground: Colour?
  private var background: Colour?
  private var isInverse = false

  init() {}

  /// The terminal's own colours, which a paint cannot name, are taken for white on black.
  var style: Style {
    guard foreground != nil || background != nil else { return .text }
    let front = foreground ?? Colour(red: 255, green: 255, blue: 255)
    let back = background ?? Colour(red: 0, green: 0, blue: 0)
    return Style(.text, paint: isInverse ? Paint(back, on: front) : Paint(front, on: back))
  }

  /// Takes what stands behind `ESC`: of control sequences only those that choose colours count.
  mutating func take(_ scalars: inout Substring.UnicodeScalarView) {
    guard scalars.first == "[" else { return }
    scalars.removeFirst()
    var parameters = ""
    while let scalar = scalars.popFirst() {
      if (0x40...0x7E).contains(scalar.value) {
        if scalar == "m" { choose(parameters) }
        return
      }
      guard parameters.count < 64 else { continue }
      parameters.unicodeScalars.append(scalar)
    }
  }

  private mutating func choose(_ parameters: String) {
    var numbers = parameters.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0) ?? 0 }[...]
    while let number = numbers.popFirst() {
      switch number {
      case 0: self = Pen()
      case 7: isInverse = true
      case 27: isInverse = false
      case 30...37: foreground = Colour(palette: number - 30)
      case 90...97: foreground = Colour(palette: number - 82)
      case 39: foreground = nil
      case 40...47: background = Colour(palette: number - 40)
      case 100...107: background = Colour(palette: number - 92)
      case 49: background = nil
      case 38, 48:
        guard numbers.popFirst() == 5, let index = numbers.popFirst() else { return }
        if number == 38 {
          foreground = Colour(palette: index)
        } else {
          background = Colour(palette: index)
        }
      case _: continue
      }
    }
  }
}

extension Colour {
  /// The colour of an index of xterm's palette of 256: its sixteen first as xterm has them, a cube of 6 × 6 × 6,
  /// and 24 greys (xterm's `256colres.pl`); black for any other number.
  init(palette index: Int) {
    switch index {
    case 1...6, 9...14:
      let full: UInt8 = index < 8 ? 205 : 255
      func part(_ bit: Int) -> UInt8 { index % 8 >> bit & 1 == 1 ? full : 0 }
      self.init(red: part(0), green: part(1), blue: part(2))
    case 7: self.init(red: 229, green: 229, blue: 229)
    case 8: self.init(red: 127, green: 127, blue: 127)
    case 15: self.init(red: 255, green: 255, blue: 255)
    case 16...231:
      let place = index - 16
      func level(_ step: Int) -> UInt8 { step == 0 ? 0 : UInt8(55 + 40 * step) }
      self.init(red: level(place / 36), green: level(place / 6 % 6), blue: level(place % 6))
    case 232...255:
      let grey = UInt8(8 + 10 * (index - 232))
      self.init(red: grey, green: grey, blue: grey)
    case _: self.init(red: 0, green: 0, blue: 0)
    }
  }
}
