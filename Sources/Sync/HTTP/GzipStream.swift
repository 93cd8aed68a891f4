import CCurl

/// A gzip file that is decoded as it arrives.
///
/// libcurl can do that as well, but takes a compressed file that broke off before its checksum for a
/// whole one (7.88 returned 2,577 of 6,000 bytes and no error): a server that is handed a
/// half-written `.gz` would empty half a desk.
final class GzipStream {
  private let zlib: ZlibLibrary
  private let stream: ZlibLibrary.Stream
  private let window: UnsafeMutableBufferPointer<UInt8>
  /// Whether the input so far ends where a member of the file ends.
  private(set) var isComplete = false

  enum Fault: Error {
    case bad
    /// `append` said no to more.
    case refused
  }

  init?(_ library: ZlibLibrary?) {
    guard let library else { return nil }
    zlib = library
    stream = .allocate(capacity: 1)
    stream.initialize(to: ccurl_zstream())
    window = .allocate(capacity: 65_536)
    let largestWindow: Int32 = 15
    let gzipOnly: Int32 = 16
    let size = Int32(MemoryLayout<ccurl_zstream>.size)
    guard zlib.start(stream, largestWindow + gzipOnly, "1", size) == Self.ok else { return nil }
  }

  deinit {
    _ = zlib.end(stream)
    stream.deallocate()
    window.deallocate()
  }

  /// Decodes the next bytes and hands on what comes out, piece by piece.
  ///
  /// `append` answers whether it wants more: what one byte may become has no limit here.
  func decode(
    _ input: UnsafeRawBufferPointer, append: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(Fault) {
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(input.count)
    repeat {
      // A file may have several members, each with its checksum.
      if isComplete {
        guard zlib.restart(stream) == Self.ok else { throw .bad }
        isComplete = false
      }
      stream.pointee.next_out = window.baseAddress
      stream.pointee.avail_out = UInt32(window.count)
      let result = zlib.inflate(stream, 0)
      guard [Self.ok, Self.streamEnd, Self.noProgress].contains(result) else { throw .bad }
      isComplete = result == Self.streamEnd
      let count = window.count - Int(stream.pointee.avail_out)
      guard append(UnsafeBufferPointer(rebasing: window[..<count])) else { throw .refused }
    } while stream.pointee.avail_in > 0 || stream.pointee.avail_out == 0 && !isComplete
  }

  private static let ok: Int32 = 0
  private static let streamEnd: Int32 = 1
  private static let noProgress: Int32 = -5
}
