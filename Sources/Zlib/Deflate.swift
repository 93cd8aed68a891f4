import CZlib

/// Compresses bytes without anything around them, as zip archives hold them.
package enum Deflate {
  /// The bytes that ``InflateStream`` makes `input` of again; nil where zlib is not installed.
  package static func raw(_ input: [UInt8]) -> [UInt8]? {
    guard let zlib = ZlibLibrary.shared else { return nil }
    let stream = ZlibLibrary.Stream.allocate(capacity: 1)
    stream.initialize(to: czlib_stream())
    defer { stream.deallocate() }
    let size = Int32(MemoryLayout<czlib_stream>.size)
    // The usual ones: level 6, the method deflate, no head, memory level 8, no strategy.
    guard zlib.startDeflating(stream, 6, 8, -15, 8, 0, "1", size) == ZlibCode.ok else { return nil }
    defer { _ = zlib.endDeflating(stream) }
    return input.withUnsafeBufferPointer { bytes in
      stream.pointee.next_in = bytes.baseAddress
      stream.pointee.avail_in = UInt32(bytes.count)
      var output: [UInt8] = []
      var result = ZlibCode.ok
      while result == ZlibCode.ok {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 65_536) { window in
          stream.pointee.next_out = window.baseAddress
          stream.pointee.avail_out = UInt32(window.count)
          result = zlib.deflate(stream, ZlibCode.finish)
          output += window[..<(window.count - Int(stream.pointee.avail_out))]
        }
      }
      return result == ZlibCode.streamEnd ? output : nil
    }
  }
}
