/// What a run of bytes is as UTF-8, byte by byte after table 3-7 of the Unicode Standard.
enum UTF8Scan {
  /// The length of the well-formed sequence that starts at `index`, 0 when none does.
  @inline(__always)
  static func sequenceLength(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let rest = bytes.count &- index
    guard lead >= 0xC2, lead <= 0xF4, rest >= 2 else { return 0 }
    let second = bytes[index &+ 1]
    if lead < 0xE0 { return isContinuation(second) ? 2 : 0 }
    let allowed: ClosedRange<UInt8> =
      switch lead {
      case 0xE0: 0xA0...0xBF
      case 0xED: 0x80...0x9F
      case 0xF0: 0x90...0xBF
      case 0xF4: 0x80...0x8F
      default: 0x80...0xBF
      }
    guard allowed.contains(second), rest >= 3, isContinuation(bytes[index &+ 2]) else { return 0 }
    if lead < 0xF0 { return 3 }
    return rest >= 4 && isContinuation(bytes[index &+ 3]) ? 4 : 0
  }

  /// The first byte that no well-formed sequence holds; nil when all is valid.
  static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let raw = UnsafeRawBufferPointer(bytes)
    let count = bytes.count
    var index = 0
    while index < count {
      if bytes[index] < 0x80 {
        index &+= 1
        while index &+ 8 <= count,
          raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
          index &+= 8
        }
        continue
      }
      // Most characters outside ASCII are 汉字: three bytes, E4 to E9, which need no closer look.
      while index &+ 4 <= count {
        let word = UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt32.self))
        let lead = word & 0xFF
        guard word & 0x00C0_C000 == 0x0080_8000, lead >= 0xE1, lead <= 0xEC else { break }
        index &+= 3
      }
      guard index < count else { return nil }
      let length = sequenceLength(bytes, at: index)
      if length == 0 { return index }
      index &+= length
    }
    return nil
  }

  /// Whether fewer than a tenth of the bytes outside ASCII lie in valid UTF-8.
  ///
  /// It tells a file in another encoding from a UTF-8 file with a few bad bytes, which must be
  /// refused and not be read as something else. Counting every sequence that happens to be
  /// well-formed does not work: in real GBK lists 33 to 38 % of the bytes are, nearly all as
  /// pairs or across two characters. So a byte counts when the whole run of non-ASCII bytes
  /// around it is valid, or when it lies in a chain of at least two sequences of three bytes
  /// and more. Real GBK then has 0.02 to 2 %, UTF-8 with a bad byte on each line over 90 %.
  static func hardlyAny(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var foreign = 0
    var valid = 0
    var index = 0
    while index < bytes.count {
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let run = Run(bytes, from: index)
      foreign += run.end - index
      valid += run.validBytes
      index = run.end
    }
    return valid * 10 < foreign
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

  /// One run of bytes outside ASCII, and how many of them count as UTF-8.
  private struct Run {
    private(set) var end: Int
    private(set) var validBytes = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
      end = start
      var chainBytes = 0
      var chainLength = 0
      var isWhole = true
      while end < bytes.count, bytes[end] >= 0x80 {
        let length = sequenceLength(bytes, at: end)
        if length >= 3 {
          chainBytes += length
          chainLength += 1
        } else {
          if chainLength >= 2 { validBytes += chainBytes }
          chainBytes = 0
          chainLength = 0
          if length == 0 { isWhole = false }
        }
        end += max(length, 1)
      }
      if chainLength >= 2 { validBytes += chainBytes }
      if isWhole { validBytes = end - start }
    }
  }
}
