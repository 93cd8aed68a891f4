/// A file's bytes as UTF-8, and what they were before.
struct DecodedText {
  let encoding: TextEncoding
  /// The whole text where it had to be converted.
  let converted: [UInt8]?
  /// Where the text begins in the file's own bytes when nothing had to be converted.
  let start: Int
  /// What it reads where it stands first; nil where the encoding is certain, or was said.
  var sample: String?

  /// Finds out the encoding: a byte order mark, else `encoding` where it is said, else valid UTF-8, else
  /// the one whose reading is clearly the most plausible.
  static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, as encoding: TextEncoding? = nil
  ) throws(EncodingFault) -> DecodedText {
    if let encoding, !hasMark(bytes) { return try decode(bytes, saidToBe: encoding) }
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
    if bytes.count < 1024, bytes.starts(with: "version https://git-lfs.github.com/spec/".utf8) {
      throw EncodingFault(.keptInLFS)
    }
    let firstInvalid = UTF8Scan.firstInvalid(bytes)
    if let sample = UTF16Text.unmarked(bytes, isUTF8: firstInvalid == nil) {
      throw EncodingFault(.unclearEncoding([sample]))
    }
    guard let invalid = firstInvalid else {
      return DecodedText(encoding: .utf8, converted: nil, start: 0)
    }
    guard UTF8Scan.hardlyAny(bytes) else {
      throw EncodingFault(.notDecodable(offset: invalid), in: bytes, at: invalid)
    }
    return try guess(bytes, firstInvalid: invalid)
  }
}

extension DecodedText {
  /// Decodes what is neither marked nor UTF-8.
  private static func guess(
    _ bytes: UnsafeBufferPointer<UInt8>, firstInvalid: Int
  ) throws(EncodingFault) -> DecodedText {
    var guess = EncodingGuess(bytes)
    while let reading = guess.clear {
      if let text = try? Iconv.convert(bytes, from: reading.encoding) {
        return DecodedText(
          encoding: reading.encoding, converted: text, start: 0, sample: reading.sample)
      }
      guess.dropFirst()
    }
    let samples = guess.samples
    guard !samples.isEmpty else {
      throw EncodingFault(.notDecodable(offset: firstInvalid), in: bytes, at: firstInvalid)
    }
    throw EncodingFault(.unclearEncoding(samples))
  }

  /// Decodes what somebody says the encoding of.
  private static func decode(
    _ bytes: UnsafeBufferPointer<UInt8>, saidToBe encoding: TextEncoding
  ) throws(EncodingFault) -> DecodedText {
    switch encoding {
    case .utf8, .utf8WithBOM:
      guard let invalid = UTF8Scan.firstInvalid(bytes) else {
        return DecodedText(encoding: .utf8, converted: nil, start: 0)
      }
      throw EncodingFault(
        .notInEncoding(encoding, offset: invalid), in: bytes, at: invalid)
    case .utf16LittleEndian, .utf16BigEndian:
      let text = try UTF16Text.convert(
        bytes, littleEndian: encoding == .utf16LittleEndian, from: 0)
      return DecodedText(encoding: encoding, converted: text, start: 0)
    default:
      do throws(Iconv.Failure) {
        let text = try Iconv.convert(bytes, from: encoding)
        return DecodedText(encoding: encoding, converted: text, start: 0)
      } catch {
        throw EncodingFault(
          .notInEncoding(encoding, offset: error.offset), in: bytes, at: error.offset)
      }
    }
  }

  /// Whether the file says itself what it is.
  private static func hasMark(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let marks: [[UInt8]] = [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF], [0, 0, 0xFE, 0xFF]]
    return (marks + workbookMarks).contains { bytes.starts(with: $0) }
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
