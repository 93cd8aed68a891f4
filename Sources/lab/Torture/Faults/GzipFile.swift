/// Files in gzip's form whose contents are not compressed, only wrapped.
///
/// What undoes gzip refuses nearly every damaged file by its checksum; these are sound, so that damage
/// inside them gets to the reader.
enum GzipFile {
  /// RFC 1952, with the stored blocks of RFC 1951, 3.2.4.
  static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var file: [UInt8] = [0x1F, 0x8B, 0x08, 0, 0, 0, 0, 0, 0, 0xFF]
    let longest = 65_535
    var start = 0
    repeat {
      let block = bytes[start..<min(bytes.count, start + longest)]
      start = block.endIndex
      file.append(start == bytes.count ? 1 : 0)
      let length = UInt16(block.count)
      file += littleEndian(length) + littleEndian(~length) + block
    } while start < bytes.count
    return file + littleEndian(checksum(of: bytes)) + littleEndian(UInt32(bytes.count))
  }

  /// CRC-32 as RFC 1952 has it, bit by bit.
  private static func checksum(of bytes: [UInt8]) -> UInt32 {
    let polynomial: UInt32 = 0xEDB8_8320
    var remainder = UInt32.max
    for byte in bytes {
      remainder ^= UInt32(byte)
      for _ in 0..<8 {
        remainder = remainder >> 1 ^ (remainder & 1 == 1 ? polynomial : 0)
      }
    }
    return ~remainder
  }

  private static func littleEndian(_ number: some FixedWidthInteger) -> [UInt8] {
    (0..<number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
  }
}
