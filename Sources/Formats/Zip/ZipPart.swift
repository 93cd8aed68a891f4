import Phrases
import Zlib

/// A part of a zip archive while it is unpacked, piece by piece.
///
/// What comes out is counted: a part of 300 MB fits into 300 kB.
final class ZipPart {
  let name: String
  private let entry: ZipArchive.Entry
  private let limits: ZipLimits
  private let unpacked: UnpackedBytes
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
    name = entry.name
    self.entry = entry
    self.limits = limits
    self.unpacked = unpacked
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

  /// What it is said to unpack to, in bytes, as far as that may be true.
  var likelySize: Int {
    min(entry.size, entry.storedSize.multipliedCapped(by: limits.inflation), limits.bytes)
  }

  /// The next piece, of 64 KB at most, which lasts until the next call; nil at the end.
  func next() throws(Finding.WorkbookProblem) -> UnsafeBufferPointer<UInt8>? {
    guard let piece = try unpack() else {
      guard checksum.value == entry.checksum, count == entry.size else {
        throw .damaged(part: name)
      }
      return nil
    }
    count += piece.count
    unpacked.count += piece.count
    if unpacked.count > limits.bytes { throw .unpacksTooLarge(limit: limits.bytes) }
    if count > limits.freeBytes, count > entry.storedSize.multipliedCapped(by: limits.inflation) {
      throw .inflates(part: name, limit: limits.inflation)
    }
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

/// How many bytes came out of an archive so far, whatever parts they were in.
final class UnpackedBytes {
  var count = 0
}

extension Int {
  /// The product, or the largest number there is.
  fileprivate func multipliedCapped(by factor: Int) -> Int {
    let (product, isTooLarge) = multipliedReportingOverflow(by: factor)
    return isTooLarge ? .max : product
  }
}
