import Phrases

/// Finds the bytes of places that come rising, as a parser of YAML tells them.
struct LineCursor {
  private let text: SourceBytes
  private var line = 1
  private var column = 1
  private var offset = 0

  init(_ text: SourceBytes) { self.text = text }

  /// Where the character of a line and column stands, both from 1, in bytes; the place before where they
  /// come before it.
  mutating func offset(line target: Int, column targetColumn: Int) -> Int {
    while offset < text.count, line < target || line == target && column < targetColumn {
      let length = breakLength
      if length > 0 {
        offset += length
        line += 1
        column = 1
      } else {
        offset += 1
        while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
        column += 1
      }
    }
    return offset
  }

  /// The line break at the offset, in bytes: LF, CRLF, CR, and those of Unicode, which YAML 1.1 has.
  private var breakLength: Int {
    let next = offset + 1 < text.count ? text[offset + 1] : 0
    switch text[offset] {
    case UInt8(ascii: "\n"): return 1
    case UInt8(ascii: "\r"): return next == UInt8(ascii: "\n") ? 2 : 1
    case 0xC2: return next == 0x85 ? 2 : 0
    case 0xE2 where next == 0x80 && offset + 2 < text.count:
      return text[offset + 2] == 0xA8 || text[offset + 2] == 0xA9 ? 3 : 0
    default: return 0
    }
  }
}
