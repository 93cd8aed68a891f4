import Phrases
import Zlib

/// A part of a zip archive while it is unpacked, piece by piece.
///
/// A part of 300 MB fits into 300 kB: what it says it unpacks to has to be within the limits, and what comes
/// out may not be more.
final class ZipPart {
  let name: String
  private let entry: ZipArchive.Entry
  /// Nil where the part is stored as it is.
  private let stream: InflateStream?
  /// What is left of a part that is stored as it is.
  private var rest: UnsafeBufferPointer<UInt8>
  private var checksum = Checksum()
  private var count = 0

  init(
    _ entry: ZipArchive.Entry, _ content: UnsafeBufferPointer<UInt8>, _ limits: ZipLimits,
    _ unpacked: UnpackedBytes
  ) throws(Finding.WorkbookProblem) {
    guard entry.size <= limits.bytes - unpacked.count else {
      throw .unpacksTooLarge(limit: limits.bytes)
    }
    if entry.size > limits.freeBytes, entry.size / limits.inflation > entry.storedSize {
      throw .inflates(part: entry.name, limit: limits.inflation)
    }
    unpacked.count += entry.size
    name = entry.name
    self.entry = entry
    rest = content
    switch entry.method {
    case 0: stream = nil
    case 8:
      guard let inflating = InflateStream(.raw) else { throw .noZlib }
      inflating.feed(UnsafeRawBufferPointer(content))
      stream = inflating
    default: throw .damaged(part: entry.name)
    }
  }

  /// What it unpacks to, in bytes, if it is whole.
  var size: Int { entry.size }

  /// The next piece, of 64 KB at most, which lasts until the next call; nil at the end.
  func next() throws(Finding.WorkbookProblem) -> UnsafeBufferPointer<UInt8>? {
    guard let piece = try unpack() else {
      guard checksum.value == entry.checksum, count == entry.size else {
        throw .damaged(part: name)
      }
      return nil
    }
    count += piece.count
    guard count <= entry.size else { throw .damaged(part: name) }
    checksum.add(piece)
    return piece
  }

  private func unpack() throws(Finding.WorkbookProblem) -> UnsafeBufferPointer<UInt8>? {
    guard let stream else {
      guard !rest.isEmpty else { return nil }
      let piece = UnsafeBufferPointer(rebasing: rest.prefix(65_536))
      rest = UnsafeBufferPointer(rebasing: rest.dropFirst(65_536))
      return piece
    }
    do throws(InflateStream.Damaged) {
      if let piece = try stream.next() { return piece }
    } catch {
      throw .damaged(part: name)
    }
    guard stream.isComplete else { throw .damaged(part: name) }
    return nil
  }
}

/// How many bytes the parts of an archive have that were opened so far.
final class UnpackedBytes {
  var count = 0
}
