import CZlib

/// Something compressed that is decoded piece by piece, as it arrives or as somebody asks for it.
///
///     let stream = InflateStream(.raw)
///     stream?.feed(bytes)
///     while let piece = try stream?.next() { … }
package final class InflateStream {
  /// What stands around the compressed bytes; the numbers are `windowBits` of zlib.
  package enum Coding: Int32 {
    /// Nothing, as in zip archives.
    case raw = -15
    /// The head and the checksum of gzip, and nothing but gzip.
    case gzip = 31
  }

  package struct Damaged: Error {}

  private let zlib: ZlibLibrary
  private let coding: Coding
  private let stream: ZlibLibrary.Stream
  private let window: UnsafeMutableBufferPointer<UInt8>
  /// Whether the last piece filled the window, so that more may come of what was fed already.
  private var mayHoldMore = false
  /// Whether the input so far ends where what is compressed ends: in a file of gzip, a member of it.
  package private(set) var isComplete = false

  /// Nil where zlib is not installed.
  package init?(_ coding: Coding) {
    guard let library = ZlibLibrary.shared else { return nil }
    zlib = library
    self.coding = coding
    stream = .allocate(capacity: 1)
    stream.initialize(to: czlib_stream())
    window = .allocate(capacity: 65_536)
    let size = Int32(MemoryLayout<czlib_stream>.size)
    guard zlib.startInflating(stream, coding.rawValue, "1", size) == ZlibCode.ok else { return nil }
  }

  deinit {
    _ = zlib.endInflating(stream)
    stream.deallocate()
    window.deallocate()
  }

  /// Takes the next bytes, which have to stay where they are until ``next()`` returned nil.
  package func feed(_ input: UnsafeRawBufferPointer) {
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(input.count)
  }

  /// The next piece, of 64 KB at most, which lasts until the next call; nil where what was fed is used up.
  package func next() throws(Damaged) -> UnsafeBufferPointer<UInt8>? {
    guard stream.pointee.avail_in > 0 || mayHoldMore else { return nil }
    if isComplete {
      // A file of gzip may have several members, each with its checksum.
      guard coding == .gzip, zlib.restartInflating(stream) == ZlibCode.ok else { throw Damaged() }
      isComplete = false
    }
    stream.pointee.next_out = window.baseAddress
    stream.pointee.avail_out = UInt32(window.count)
    let result = zlib.inflate(stream, 0)
    guard [ZlibCode.ok, ZlibCode.streamEnd, ZlibCode.noProgress].contains(result) else {
      throw Damaged()
    }
    isComplete = result == ZlibCode.streamEnd
    mayHoldMore = stream.pointee.avail_out == 0 && !isComplete
    let count = window.count - Int(stream.pointee.avail_out)
    return UnsafeBufferPointer(rebasing: window[..<count])
  }
}
