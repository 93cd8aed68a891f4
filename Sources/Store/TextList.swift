import Phrases

/// A list of strings as a JSON array (RFC 8259), the way keywords and attachments stand in a cell.
///
/// Read by hand because a store of 10,000 phrases has 20,000 such cells, mostly `[]` or a few
/// plain words, and the desk's first frame waits for them.
enum TextList {
  /// The one form in which a list is written, so that equal lists are equal cells.
  static func json(_ list: [String]) -> String {
    if list.isEmpty { return "[]" }
    var json: [UInt8] = []
    for text in list {
      json.append(UInt8(ascii: json.isEmpty ? "[" : ","))
      JSONText.append(text, as: .stored, to: &json)
    }
    json.append(UInt8(ascii: "]"))
    return String(decoding: json, as: UTF8.self)
  }

  /// The strings of an array of strings; nil for anything else.
  static func read(_ json: UnsafeBufferPointer<UInt8>) -> [String]? {
    var reader = Reader(bytes: json)
    return reader.list()
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var place = 0

    mutating func list() -> [String]? {
      guard next() == UInt8(ascii: "[") else { return nil }
      var separator = next()
      if separator == UInt8(ascii: "]") { return next() == nil ? [] : nil }
      var list: [String] = []
      list.reserveCapacity(4)
      while separator == UInt8(ascii: "\""), let text = text() {
        list.append(text)
        separator = next()
        if separator == UInt8(ascii: "]") { return next() == nil ? list : nil }
        guard separator == UInt8(ascii: ",") else { return nil }
        separator = next()
      }
      return nil
    }

    /// The next byte that is not white space, nil at the end.
    private mutating func next() -> UInt8? {
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        if byte != 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 { return byte }
      }
      return nil
    }

    /// The string whose opening quote was read.
    private mutating func text() -> String? {
      let start = place
      while place < bytes.count {
        switch bytes[place] {
        case UInt8(ascii: "\""):
          place += 1
          return String(utf8: UnsafeBufferPointer(rebasing: bytes[start..<(place - 1)]))
        case UInt8(ascii: "\\"): return escapedText(from: start)
        case 0..<0x20: return nil
        default: place += 1
        }
      }
      return nil
    }

    /// The same for one with an escape at `place`.
    private mutating func escapedText(from start: Int) -> String? {
      var text = Array(bytes[start..<place])
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\""): return text.withUnsafeBufferPointer { String(utf8: $0) }
        case UInt8(ascii: "\\"):
          guard let scalar = escape() else { return nil }
          text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        case 0..<0x20: return nil
        default: text.append(byte)
        }
      }
      return nil
    }

    /// What stands after a backslash.
    private mutating func escape() -> Unicode.Scalar? {
      guard place < bytes.count else { return nil }
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
      case UInt8(ascii: "b"): return "\u{8}"
      case UInt8(ascii: "f"): return "\u{C}"
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "u"): return unicodeEscape()
      default: return nil
      }
    }

    /// The scalar of four hexadecimal digits, or of a pair of such escapes above U+FFFF.
    private mutating func unicodeEscape() -> Unicode.Scalar? {
      guard let unit = hexadecimalUnit() else { return nil }
      guard (0xD800..<0xDC00).contains(unit) else { return Unicode.Scalar(unit) }
      guard place + 2 <= bytes.count, bytes[place] == UInt8(ascii: "\\"),
        bytes[place + 1] == UInt8(ascii: "u")
      else { return nil }
      place += 2
      guard let low = hexadecimalUnit(), (0xDC00..<0xE000).contains(low) else { return nil }
      return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    }

    private mutating func hexadecimalUnit() -> UInt32? {
      guard place + 4 <= bytes.count else { return nil }
      var unit: UInt32 = 0
      for byte in bytes[place..<(place + 4)] {
        guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
        unit = unit << 4 | UInt32(digit)
      }
      place += 4
      return unit
    }
  }
}
