/// How the characters of a file are written as bytes.
public enum TextEncoding: Hashable, Sendable {
  case utf8
  case utf8WithBOM
  /// Always with a byte order mark: without one it is not recognised.
  case utf16LittleEndian
  case utf16BigEndian
  /// GB18030, and so GBK and GB2312, which it contains.
  case gb18030
}

/// A file's bytes as UTF-8, and what they were before.
struct DecodedText {
  let encoding: TextEncoding
  /// The whole text where it had to be converted.
  let converted: [UInt8]?
  /// Where the text begins in the file's own bytes when nothing had to be converted.
  let start: Int

  /// Finds out the encoding: a byte order mark, else valid UTF-8, else GB18030.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(EncodingFault) -> DecodedText {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      let text = UnsafeBufferPointer(rebasing: bytes[3...])
      if let invalid = UTF8Scan.firstInvalid(text) {
        throw EncodingFault(.notUTF8(offset: invalid + 3), in: text, at: invalid)
      }
      return DecodedText(encoding: .utf8WithBOM, converted: nil, start: 3)
    }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw EncodingFault(.utf32)
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      let text = try UTF16Text.convert(bytes, littleEndian: true)
      return DecodedText(encoding: .utf16LittleEndian, converted: text, start: 0)
    }
    if bytes.starts(with: [0xFE, 0xFF]) {
      let text = try UTF16Text.convert(bytes, littleEndian: false)
      return DecodedText(encoding: .utf16BigEndian, converted: text, start: 0)
    }
    if workbookMarks.contains(where: { bytes.starts(with: $0) }) {
      throw EncodingFault(.workbook)
    }
    guard let invalid = UTF8Scan.firstInvalid(bytes) else {
      return DecodedText(encoding: .utf8, converted: nil, start: 0)
    }
    if UTF8Scan.hardlyAny(bytes), let text = GB18030.convert(bytes) {
      return DecodedText(encoding: .gb18030, converted: text, start: 0)
    }
    throw EncodingFault(.notDecodable(offset: invalid), in: bytes, at: invalid)
  }
}

extension DecodedText {
  /// What .xlsx and .ods (zip archives) and .xls (an OLE container) begin with.
  private static let workbookMarks: [[UInt8]] = [
    [0x50, 0x4B, 0x03, 0x04], [0xD0, 0xCF, 0x11, 0xE0],
  ]
}

/// Why bytes could not be read as text, and where that is.
struct EncodingFault: Error {
  let problem: Finding.Problem
  let place: Place

  init(_ problem: Finding.Problem) {
    self.problem = problem
    place = Place(line: 1, column: 1)
  }

  /// Finds the place of `offset` in a text that is UTF-8 up to there, and anything after it.
  init(
    _ problem: Finding.Problem, in text: UnsafeBufferPointer<UInt8>, at offset: Int
  ) {
    self.problem = problem
    var cursor = PlaceCursor(text: SourceBytes(validUTF8: text))
    place = cursor.place(of: offset)
  }
}
