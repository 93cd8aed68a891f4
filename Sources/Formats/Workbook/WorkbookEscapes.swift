/// The escapes of workbooks: `_x000D_` is the character with that number in UTF-16, and `_x005F_` the
/// underscore of a text that looks like one (ECMA-376, part 1, 22.9.2.19).
enum WorkbookEscapes {
  /// Resolves those in `text`, which mostly has none.
  static func resolve(_ text: inout [UInt8]) {
    guard let first = next(in: text, from: 0) else { return }
    var resolved = Array(text[..<first.start])
    var index = first.start
    while index < text.count {
      guard text[index] == UInt8(ascii: "_"), let unit = unit(in: text, at: index) else {
        resolved.append(text[index])
        index += 1
        continue
      }
      index += length
      var value = UInt32(unit)
      if UTF16.isLeadSurrogate(unit), let trail = self.unit(in: text, at: index),
        UTF16.isTrailSurrogate(trail)
      {
        value = 0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(trail) - 0xDC00)
        index += length
      }
      // Half of a pair is no character.
      let units = UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}")
      if let units { resolved.append(contentsOf: units) }
    }
    text = resolved
  }

  /// `text` as it has to be written, so that nothing in it is taken for an escape, and what XML cannot hold
  /// is one.
  static func written(_ text: String) -> String {
    let isUsual = text.utf8.allSatisfy { byte in
      byte != UInt8(ascii: "_") && byte != 0xEF
        && (byte >= 0x20 || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\t"))
    }
    if isUsual { return text }
    var written = String.UnicodeScalarView()
    let bytes = Array(text.utf8)
    var offset = 0
    for scalar in text.unicodeScalars {
      // Also where the underscore that ends it is that of the next escape.
      let isEscape = scalar == "_" && number(in: bytes, at: offset) != nil
      // A carriage return would be made a line feed, as XML has it.
      let isControl = scalar.value < 0x20 && scalar != "\n" && scalar != "\t"
      if isEscape || isControl || scalar.value == 0xFFFE || scalar.value == 0xFFFF {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        written.append(contentsOf: "_x\(zeros)\(digits)_".unicodeScalars)
      } else {
        written.append(scalar)
      }
      offset += UTF8.width(scalar)
    }
    return String(written)
  }

  private static let length = 7

  private static func next(in text: [UInt8], from start: Int) -> (start: Int, unit: UInt16)? {
    var index = start
    while let underscore = text[index...].firstIndex(of: UInt8(ascii: "_")) {
      if let unit = unit(in: text, at: underscore) { return (underscore, unit) }
      index = underscore + 1
    }
    return nil
  }

  /// The unit that an escape at `index` stands for; nil where there is none.
  private static func unit(in text: [UInt8], at index: Int) -> UInt16? {
    guard index + length <= text.count, text[index + 6] == UInt8(ascii: "_") else { return nil }
    return number(in: text, at: index)
  }

  /// The number in an escape at `index`, whatever follows it.
  private static func number(in text: [UInt8], at index: Int) -> UInt16? {
    guard index + length <= text.count + 1, text[index] == UInt8(ascii: "_"),
      text[index + 1] == UInt8(ascii: "x")
    else { return nil }
    var unit: UInt16 = 0
    for byte in text[index + 2..<index + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
