/// How large a picture is, in pixels, as its file's head says before anything is decoded.
public struct PictureSize: Hashable, Sendable {
  public let columns: Int
  public let rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  /// The most pixels that are decoded for a look: 48 kB of PNG may hold 400 million, which took a decoder
  /// 1.6 GB and 12 s.
  public static let mostPixels = 40_000_000

  /// Whether a look at it costs no more than a look may.
  public var isModest: Bool {
    let (pixels, overflow) = columns.multipliedReportingOverflow(by: rows)
    return !overflow && columns > 0 && rows > 0 && pixels <= Self.mostPixels
  }

  /// Reads the head of a picture's file; nil where it has none, or is cut before it.
  ///
  /// The layouts are those of RFC 2083 (PNG, IHDR), ITU T.81 (JPEG, SOF), GIF89a, RFC 9649 (WebP: `VP8 `,
  /// `VP8L`, `VP8X`) and the Windows bitmap.
  public init?(of bytes: [UInt8], as kind: FileKind) {
    let head = Head(bytes: bytes)
    let size: (Int?, Int?) =
      switch kind {
      case .png: head.has("IHDR", at: 12) ? (head.big(4, at: 16), head.big(4, at: 20)) : (nil, nil)
      case .gif: (head.little(2, at: 6), head.little(2, at: 8))
      case .bmp:
        (
          head.little(4, at: 18),
          head.little(4, at: 22).map { abs(Int(Int32(truncatingIfNeeded: $0))) }
        )
      case .jpeg: head.sizeOfJPEG
      case .webp: head.sizeOfWebP
      case .pdf, .archive, .video, .audio, .text, .program, .other: (nil, nil)
      }
    guard let columns = size.0, let rows = size.1, columns > 0, rows > 0 else { return nil }
    self.init(columns: columns, rows: rows)
  }
}

/// Numbers at places of a file, nil beyond its end.
private struct Head {
  let bytes: [UInt8]

  func big(_ count: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<offset + count].reduce(0) { $0 << 8 | Int($1) }
  }

  func little(_ count: Int, at offset: Int) -> Int? {
    guard offset >= 0, offset + count <= bytes.count else { return nil }
    return bytes[offset..<offset + count].reversed().reduce(0) { $0 << 8 | Int($1) }
  }

  func has(_ name: String, at offset: Int) -> Bool {
    bytes.dropFirst(offset).starts(with: name.utf8)
  }

  /// Goes from one segment to the next up to the frame's.
  var sizeOfJPEG: (Int?, Int?) {
    var offset = 2
    while let mark = big(1, at: offset), mark == 0xFF, let kind = big(1, at: offset + 1) {
      switch kind {
      case 0xFF: offset += 1
      // These stand alone.
      case 0x01, 0xD0...0xD8: offset += 2
      // A frame, and neither a table of Huffman's, of arithmetic coding, nor an extension of old.
      case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(kind):
        return (big(2, at: offset + 7), big(2, at: offset + 5))
      case 0xD9, 0xDA: return (nil, nil)
      case _:
        guard let length = big(2, at: offset + 2), length >= 2 else { return (nil, nil) }
        offset += 2 + length
      }
    }
    return (nil, nil)
  }

  var sizeOfWebP: (Int?, Int?) {
    if has("VP8X", at: 12) {
      return (little(3, at: 24).map { $0 + 1 }, little(3, at: 27).map { $0 + 1 })
    }
    if has("VP8L", at: 12) {
      guard let packed = little(4, at: 21) else { return (nil, nil) }
      return (packed & 0x3FFF + 1, packed >> 14 & 0x3FFF + 1)
    }
    guard has("VP8 ", at: 12) else { return (nil, nil) }
    return (little(2, at: 26).map { $0 & 0x3FFF }, little(2, at: 28).map { $0 & 0x3FFF })
  }
}
