/// A position in a text as an editor shows it.
struct Place: Hashable {
  /// From 1; LF, CRLF and CR each end a line.
  let line: Int
  /// From 1, in Unicode scalars.
  let column: Int
}

/// Walks once through a text and tells the places of rising offsets.
///
/// Lines are not counted while a file is read, because most files have nothing to be found in
/// them; this makes up for it, in one pass for all findings together.
struct PlaceCursor {
  private let text: SourceBytes
  private var offset = 0
  private var line = 1
  private var column = 1

  init(text: SourceBytes) { self.text = text }

  /// The place of the byte at `target`, which is not before the one asked for last.
  mutating func place(of target: Int) -> Place {
    let end = min(target, text.count)
    while offset < end {
      let byte = text[offset]
      offset += 1
      switch byte {
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        let isHalf =
          byte == UInt8(ascii: "\r") && offset < text.count
          && text[offset] == UInt8(ascii: "\n")
        if !isHalf {
          line += 1
          column = 1
        }
      case 0x80...0xBF: break
      default: column += 1
      }
    }
    return Place(line: line, column: column)
  }
}
