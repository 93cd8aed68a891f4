/// UTF-16 with a byte order mark, as spreadsheets save "Unicode text".
enum UTF16Text {
  /// Converts to UTF-8 what stands behind the mark, or the whole where `start` says that there is none.
  static func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, littleEndian: Bool, from start: Int = 2
  ) throws(EncodingFault) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count / 2 * 3)

    func unit(at index: Int) -> UInt16 {
      let low = UInt16(bytes[littleEndian ? index : index + 1])
      let high = UInt16(bytes[littleEndian ? index + 1 : index])
      return high << 8 | low
    }

    func fault(_ problem: Finding.Problem) -> EncodingFault {
      text.withUnsafeBufferPointer { EncodingFault(problem, in: $0, at: $0.count) }
    }

    var index = start
    while index + 2 <= bytes.count {
      let first = unit(at: index)
      var value = UInt32(first)
      var length = 2
      if first & 0xF800 == 0xD800 {
        guard first & 0xFC00 == 0xD800, index + 4 <= bytes.count,
          unit(at: index + 2) & 0xFC00 == 0xDC00
        else { throw fault(.loneSurrogate(offset: index)) }
        value = 0x10000 + UInt32(first & 0x3FF) << 10 + UInt32(unit(at: index + 2) & 0x3FF)
        length = 4
      }
      guard let scalar = Unicode.Scalar(value) else {
        throw fault(.loneSurrogate(offset: index))
      }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      index += length
    }
    guard index == bytes.count else { throw fault(.halfUTF16Unit(offset: index)) }
    return text
  }
}

extension UTF16Text {
  /// What a file reads in UTF-16 that has no byte order mark; nil where it is none.
  ///
  /// A separator or the end of a line has a byte that is 0, at every second place at most. A text in UTF-8 that
  /// has one somewhere is no such file: in Latin letters every second byte is 0.
  static func unmarked(_ bytes: UnsafeBufferPointer<UInt8>, isUTF8: Bool) -> EncodingSample? {
    let start = bytes.prefix(4_096)
    let zeros = start.indices.filter { start[$0] == 0 }
    guard let first = zeros.first, bytes.count % 2 == 0,
      zeros.allSatisfy({ $0 % 2 == first % 2 }),
      !isUTF8 || zeros.count > 3 && 4 * zeros.count >= start.count
    else { return nil }
    let isLittle = first % 2 == 1
    guard let text = try? convert(bytes, littleEndian: isLittle, from: 0) else { return nil }
    let line = text.prefix(160).prefix { $0 != 0x0A && $0 != 0x0D }
    return EncodingSample(
      encoding: isLittle ? .utf16LittleEndian : .utf16BigEndian,
      text: String(String(decoding: line, as: UTF8.self).prefix(40)))
  }
}
