import Glibc

/// GB18030 to UTF-8, by the C library's own table.
enum GB18030 {
  /// Converts all of `bytes`; nil when one of them does not belong, or libc lacks the table.
  static func convert(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    let converter = iconv_open("UTF-8", "GB18030")
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }

    // Two bytes become at most three, one and four stay what they are.
    let room = bytes.count + bytes.count / 2 + 4
    var isWhole = false
    let text = [UInt8](unsafeUninitializedCapacity: room) { target, length in
      var source = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      var sourceLeft = bytes.count
      var output = UnsafeMutableRawPointer(target.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      var outputLeft = room
      let result = iconv(converter, &source, &sourceLeft, &output, &outputLeft)
      isWhole = result != Int(bitPattern: UInt.max) && sourceLeft == 0
      length = isWhole ? room - outputLeft : 0
    }
    guard isWhole else { return nil }
    return text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
  }
}
