/// Character references: `&eacute;`, `&#233;`, `&#xE9;`.
enum HTMLEntities {
  /// The longest name, in bytes: `thetasym`.
  private static let nameLimit = 8

  private static let named: [String: Unicode.Scalar] = {
    var table: [String: Unicode.Scalar] = [:]
    let text = HTMLEntitiesText.entries.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    for entry in text.split(whereSeparator: \.isWhitespace) {
      let parts = entry.split(separator: "=")
      guard let name = parts.first, let digits = parts.last else { continue }
      table[String(name)] = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
    }
    return table
  }()

  /// Those that browsers read without their semicolon, too, and that editors leave out.
  private static let lenient: Set<String> = ["amp", "gt", "lt", "nbsp", "quot"]

  /// What numbers from 128 on mean: they are Windows-1252 (HTML Standard, 13.2.5.80).
  private static let windows: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  /// The character whose reference begins with the `&` at `index`, and the end behind it; nil where it is
  /// an ampersand.
  static func character(
    in bytes: ArraySlice<UInt8>, at index: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let start = index + 1
    guard start < bytes.endIndex else { return nil }
    guard bytes[start] == UInt8(ascii: "#") else { return name(in: bytes, at: start) }
    return number(in: bytes, at: start + 1)
  }

  /// `text` with its references resolved, as in the value of an attribute; a blank that does not break is
  /// one that does.
  static func resolved(_ text: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      if text[index] == UInt8(ascii: "&"), let (scalar, end) = character(in: text, at: index) {
        result += String(scalar == "\u{A0}" ? " " : scalar).utf8
        index = end
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func name(
    in bytes: ArraySlice<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let limit = min(start + nameLimit, bytes.endIndex)
    let end = bytes[start..<limit].firstIndex { !$0.isASCIIWordPart } ?? limit
    let name = String(decoding: bytes[start..<end], as: UTF8.self)
    if end < bytes.endIndex, bytes[end] == UInt8(ascii: ";") {
      return named[name].map { ($0, end + 1) }
    }
    // `?a=1&lt=2` is an address.
    guard lenient.contains(name),
      end == bytes.endIndex || !bytes[end].isASCIIWordPart && bytes[end] != UInt8(ascii: "=")
    else { return nil }
    return named[name].map { ($0, end) }
  }

  private static func number(
    in bytes: ArraySlice<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, end: Int)? {
    let isHex = start < bytes.endIndex && bytes[start] | 0x20 == UInt8(ascii: "x")
    let first = isHex ? start + 1 : start
    let limit = min(first + nameLimit, bytes.endIndex)
    guard first < limit,
      let end = bytes[first..<limit].firstIndex(where: { !$0.isASCIIWordPart }),
      bytes[end] == UInt8(ascii: ";"),
      let value = UInt32(
        String(decoding: bytes[first..<end], as: UTF8.self), radix: isHex ? 16 : 10)
    else { return nil }
    let meant = (0x80...0x9F).contains(value) ? windows[Int(value) - 0x80] : value
    guard let scalar = Unicode.Scalar(meant), !scalar.isControl || scalar == "\n" else {
      return nil
    }
    return (scalar, end + 1)
  }
}

extension UInt8 {
  /// A letter or digit of ASCII.
  var isASCIIWordPart: Bool { isASCIILetter || (0x30...0x39).contains(self) }

  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }

  /// What HTML collapses.
  var isHTMLSpace: Bool {
    switch self {
    case 0x20, 0x0A, 0x09, 0x0D, 0x0C: true
    default: false
    }
  }
}
