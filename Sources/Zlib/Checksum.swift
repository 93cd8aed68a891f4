/// The CRC-32 of bytes that come piece by piece, as zip archives keep it.
package struct Checksum {
  package private(set) var value: UInt32 = 0

  package init() {}

  package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let zlib = ZlibLibrary.shared else { return addSlowly(bytes) }
    let sum = zlib.crc32(UInt(value), bytes.baseAddress, UInt32(bytes.count))
    value = UInt32(truncatingIfNeeded: sum)
  }

  /// The same bit by bit, where zlib is not installed.
  package mutating func addSlowly(_ bytes: UnsafeBufferPointer<UInt8>) {
    var rest = ~value
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest >> 1 ^ (rest & 1 == 0 ? 0 : 0xEDB8_8320) }
    }
    value = ~rest
  }
}
