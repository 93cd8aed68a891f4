/// Several items in one cell.
package enum ItemList {
  /// Keywords: separated by comma, 、 ， ; ； | or a line break; empty ones are left out.
  package static func keywords(_ cell: String) -> [String] {
    split(cell, atCommas: true)
  }

  /// Attachments: separated by | ; ； or a line break.
  ///
  /// Commas stay, because addresses of pictures are full of them (`?resize,w_100`).
  static func attachments(_ cell: String) -> [String] {
    split(cell, atCommas: false)
  }

  private static func split(_ cell: String, atCommas: Bool) -> [String] {
    guard !cell.isEmpty else { return [] }
    var copy = cell
    return copy.withUTF8 { bytes in
      let text = SourceBytes(validUTF8: bytes)
      var items: [String] = []
      var start = 0
      var index = 0
      while index < text.count {
        let length = separatorLength(text, at: index, atCommas: atCommas)
        if length > 0 {
          add(text, start..<index, to: &items)
          start = index + length
        }
        index += max(length, 1)
      }
      add(text, start..<index, to: &items)
      return items
    }
  }

  private static func add(_ text: SourceBytes, _ range: Range<Int>, to items: inout [String]) {
    let item = text.trimmed(range)
    if !item.isEmpty { items.append(text.string(item)) }
  }

  /// How many bytes the separator at `index` has, 0 when there is none.
  @inline(__always)
  private static func separatorLength(
    _ text: SourceBytes, at index: Int, atCommas: Bool
  ) -> Int {
    switch text[index] {
    case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return 1
    case UInt8(ascii: ","): return atCommas ? 1 : 0
    case 0xE3 where atCommas:  // 、 is E3 80 81
      return text[index + 1] == 0x80 && text[index + 2] == 0x81 ? 3 : 0
    case 0xEF where text[index + 1] == 0xBC:  // ， is EF BC 8C, ； is EF BC 9B
      let last = text[index + 2]
      return last == 0x9B || atCommas && last == 0x8C ? 3 : 0
    default: return 0
    }
  }
}
