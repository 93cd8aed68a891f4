import Glibc

/// Other encodings to UTF-8, by the C library's own tables.
enum Iconv {
  /// Where a text does not belong to its encoding.
  struct Failure: Error {
    /// Of the first byte that does not belong; 0 where the library lacks the table.
    let offset: Int
  }

  /// Converts all of `bytes`.
  ///
  /// An encoding that the library knows in several editions is read by the first in which no
  /// character is for private use, else by the first that has them all.
  static func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, from encoding: TextEncoding
  ) throws(Failure) -> [UInt8] {
    var kept: [UInt8]?
    var failure = Failure(offset: 0)
    for name in encoding.libraryNames {
      do {
        let text = try convert(bytes, from: name)
        if encoding.libraryNames.count == 1 || !hasPrivateUse(text) { return text }
        if kept == nil { kept = text }
      } catch {
        if error.offset > failure.offset { failure = error }
      }
    }
    guard let kept else { throw failure }
    return kept
  }

  private static func convert(
    _ bytes: UnsafeBufferPointer<UInt8>, from name: String
  ) throws(Failure) -> [UInt8] {
    let converter = iconv_open("UTF-8", name)
    guard converter != iconv_t(bitPattern: -1) else { throw Failure(offset: 0) }
    defer { iconv_close(converter) }

    // One byte becomes at most three (€), two become at most four, and four stay what they are.
    let room = bytes.count * 3 + 4
    var failure: Failure?
    let text = [UInt8](unsafeUninitializedCapacity: room) { target, length in
      var source = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      var sourceLeft = bytes.count
      var output = UnsafeMutableRawPointer(target.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      var outputLeft = room
      var result = iconv(converter, &source, &sourceLeft, &output, &outputLeft)
      // Big5-HKSCS keeps a letter back, since an accent may follow.
      if result != Int(bitPattern: UInt.max) {
        result = iconv(converter, nil, nil, &output, &outputLeft)
      }
      if result == Int(bitPattern: UInt.max) || sourceLeft > 0 {
        failure = Failure(offset: bytes.count - sourceLeft)
      }
      length = room - outputLeft
    }
    if let failure { throw failure }
    return text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
  }

  /// Whether a character of U+E000 to U+F8FF is in a text.
  private static func hasPrivateUse(_ text: [UInt8]) -> Bool {
    text.indices.dropLast().contains { index in
      text[index] == 0xEE && text[index + 1] >= 0x80
        || text[index] == 0xEF && text[index + 1] < 0xA4
    }
  }
}
