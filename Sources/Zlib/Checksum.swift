/// The CRC-32 of bytes that come piece by piece, as gzip and zip archives keep it.
package struct Checksum {
  package private(set) var value: UInt32 = 0
  private let zlib: ZlibLibrary

  /// Nil where zlib is not installed.
  package init?() {
    guard let library = ZlibLibrary.shared else { return nil }
    zlib = library
  }

  package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    value = UInt32(
      truncatingIfNeeded: zlib.crc32(UInt(value), bytes.baseAddress, UInt32(bytes.count)))
  }
}
