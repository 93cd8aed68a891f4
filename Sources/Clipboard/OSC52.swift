/// The escape sequence that asks a terminal to put a text on the clipboard.
///
/// Operating System Command 52 of xterm's control sequences: `ESC ] 52 ; c ; base64 BEL`. There is
/// no answer to it, and what a terminal does not support it ignores.
enum OSC52 {
  /// From this many bytes of text on, some terminals in use (Tabby, Termux, VTE) drop or cut.
  static let doubtfulBytes = 4096

  static func sequence(for text: [UInt8], throughScreen: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = Array("\u{1B}]52;c;".utf8)
    bytes.append(contentsOf: base64(text))
    bytes.append(0x07)
    return throughScreen ? chunkedForScreen(bytes) : bytes
  }

  /// GNU screen passes on what stands between `ESC P` and `ESC \`, 256 bytes at a time in its old
  /// versions; the framing is counted in.
  private static func chunkedForScreen(_ sequence: [UInt8]) -> [UInt8] {
    let framing = 4
    var result: [UInt8] = []
    var start = 0
    while start < sequence.count {
      let end = min(start + 256 - framing, sequence.count)
      result.append(contentsOf: [0x1B, 0x50])
      result.append(contentsOf: sequence[start..<end])
      result.append(contentsOf: [0x1B, 0x5C])
      start = end
    }
    return result
  }

  /// The encoding of RFC 4648, section 4, with padding.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    let padding = UInt8(ascii: "=")
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = 0
      for offset in 0..<3 {
        bits = bits << 8 | (offset < group.count ? Int(group[start + offset]) : 0)
      }
      for digit in 0..<4 {
        result.append(
          digit <= group.count ? alphabet[bits >> (18 - 6 * digit) & 0x3F] : padding)
      }
    }
    return result
  }
}
