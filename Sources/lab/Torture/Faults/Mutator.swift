/// Damages files, mostly a little: a bit, a piece gone, a piece twice, something hostile in between.
///
/// Little damage gets far into a reader; great damage is refused at the first byte.
struct Mutator {
  /// Put in between: what means something to a reader, or to the one below it.
  private static let hostile: [[UInt8]] = [
    [0x22], [0x2C], [0x3B], [0x09], [0x0A], [0x0D], [0x0D, 0x0A], [0x00], [0x1B], [0x5B], [0x5D],
    [0x7B], [0x7D], [0x5C], [0x3A], [0xFF], [0xC2], [0xE5, 0x8F], [0xF0, 0x9F], [0xED, 0xA0, 0x80],
    [0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0x81, 0x30, 0x81, 0x30], [0x1F, 0x8B, 0x08],
    Array("\"\"".utf8), Array("\\ud83d".utf8), Array("\\u0000".utf8), Array("1e999".utf8),
    Array("null".utf8), Array("text".utf8), Array("id".utf8), Array("<html>".utf8),
    Array("\u{202E}".utf8), Array("{{".utf8), Array("9999-99-99".utf8),
    [UInt8](repeating: UInt8(ascii: "["), count: 100),
    [UInt8](repeating: UInt8(ascii: "\""), count: 101),
    [UInt8](repeating: UInt8(ascii: ","), count: 300),
    [UInt8](repeating: UInt8(ascii: "x"), count: 70_000),
  ]

  /// The bytes with damage in one to four places, of a kind that a disk does, or an editor.
  static func damaged(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    let isEdited = random.once(in: 2)
    for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
      if isEdited {
        edit(&bytes, &random)
      } else {
        damage(&bytes, &random)
      }
    }
    return bytes
  }

  private static func damage(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = Int.random(in: 0..<bytes.count, using: &random)
    switch random.next() % 8 {
    case 0, 1: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 2: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 3: bytes.removeSubrange(piece(from: place, in: bytes, atMost: 400, &random))
    case 4: bytes.removeLast(bytes.count - place)
    case 5:
      let copied = Array(bytes[piece(from: place, in: bytes, atMost: 4_000, &random)])
      bytes.insert(contentsOf: copied, at: Int.random(in: 0...bytes.count, using: &random))
    default: bytes.insert(contentsOf: random.pick(hostile), at: place)
    }
  }

  /// Whole lines, and characters for characters: what is left is mostly a file.
  private static func edit(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map(Array.init)
    let line = Int.random(in: 0..<lines.count, using: &random)
    switch random.next() % 6 {
    case 0: lines.remove(at: line)
    case 1: lines.removeSubrange(piece(from: line, in: lines, atMost: lines.count, &random))
    case 2: lines.swapAt(line, Int.random(in: 0..<lines.count, using: &random))
    case 3: lines.insert(lines[line], at: Int.random(in: 0...lines.count, using: &random))
    case 4: lines[line].append(contentsOf: random.pick(hostile))
    default:
      let old = UInt8.random(in: 0x20...0x7E, using: &random)
      let new = UInt8.random(in: 0x20...0x7E, using: &random)
      lines[line] = lines[line].map { $0 == old ? new : $0 }
    }
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private static func piece<Element>(
    from place: Int, in list: [Element], atMost length: Int, _ random: inout SeededGenerator
  ) -> Range<Int> {
    place..<min(list.count, place + Int.random(in: 1...length, using: &random))
  }
}
