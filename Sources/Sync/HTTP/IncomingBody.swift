import Zlib

/// The body of an answer as it arrives, counted and decoded.
struct IncomingBody {
  private(set) var bytes: [UInt8] = []
  /// As many as came over the wire, before decoding.
  private(set) var received = 0
  private let limits: HTTPOptions.Limits
  /// libcurl can decode as well, but takes a compressed file that broke off before its checksum for a
  /// whole one (7.88 returned 2,577 of 6,000 bytes and no error): a server that is handed a half-written
  /// `.gz` would empty half a desk.
  private let gzip: InflateStream?

  /// `length` is what the headers promise, within the limit.
  init(limits: HTTPOptions.Limits, length: Int?, gzip: InflateStream?) {
    self.limits = limits
    self.gzip = gzip
    if gzip == nil, let length { bytes.reserveCapacity(length) }
  }

  /// Takes the next bytes; why no more are wanted, or nil.
  mutating func append(_ input: UnsafeRawBufferPointer) -> FetchFailure.Reason? {
    received += input.count
    // Also of a compressed file: members that hold nothing may follow each other for ever.
    guard received <= limits.bytes else { return .tooLarge(limit: limits.bytes) }
    guard let gzip else {
      bytes.append(contentsOf: input)
      return nil
    }
    gzip.feed(input)
    do throws(InflateStream.Damaged) {
      while let piece = try gzip.next() {
        if let refusal = refusalOf(piece.count) { return refusal }
        bytes.append(contentsOf: piece)
      }
      return nil
    } catch {
      return .broken(.badGzip)
    }
  }

  private func refusalOf(_ count: Int) -> FetchFailure.Reason? {
    let total = bytes.count + count
    if total > limits.bytes { return .unpacksTooLarge(limit: limits.bytes) }
    if total > limits.inflatedBytes, total > received * limits.inflation {
      return .broken(.inflates(limit: limits.inflation))
    }
    return nil
  }

  /// What is wrong with the body now that the server has sent all of it.
  var flaw: FetchFailure.Reason? {
    if received == 0 { return .broken(.empty) }
    if let gzip, !gzip.isComplete { return .broken(.cutShort) }
    if bytes.isEmpty { return .broken(.empty) }
    return beginsAsPage ? .isPage : nil
  }

  /// Whether it begins as HTML does, after a byte order mark and white space, in UTF-8 or UTF-16.
  private var beginsAsPage: Bool {
    let marks: Set<UInt8> = [0x00, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF]
    let start = bytes.prefix(1_024).lazy.filter { !marks.contains($0) }
      .drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
      .prefix(14).map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    return start.starts(with: "<!doctype html".utf8) || start.starts(with: "<html".utf8)
  }
}
