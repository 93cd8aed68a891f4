/// The bytes of a file while it is being read: valid UTF-8, every access checked.
///
/// A plain unsafe buffer checks nothing in a release build. What is read here comes from the
/// network, so one comparison a byte is paid for the certainty that a mistake in a reader stops
/// the program instead of reading somebody else's memory.
package struct SourceBytes {
  private let base: UnsafeBufferPointer<UInt8>
  package let count: Int

  /// Nil where the bytes are no UTF-8; otherwise as ``init(validUTF8:)``.
  package init?(checking bytes: UnsafeBufferPointer<UInt8>) {
    guard UTF8Scan.firstInvalid(bytes) == nil else { return nil }
    self.init(validUTF8: bytes)
  }

  /// The caller keeps `bytes` alive and unchanged for as long as this value is used.
  package init(validUTF8 bytes: UnsafeBufferPointer<UInt8>) {
    base = bytes
    count = bytes.count
  }

  @inline(__always)
  package subscript(index: Int) -> UInt8 {
    precondition(UInt(bitPattern: index) < UInt(bitPattern: count))
    return base[index]
  }

  /// The text of `range`, which must not cut a character in two.
  ///
  /// The bytes were validated when the file was decoded; validating each cell again would take
  /// a sixth of the time that reading a file takes.
  @inline(__always)
  package func string(_ range: Range<Int>) -> String {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    guard !range.isEmpty else { return "" }
    let bytes = UnsafeBufferPointer(rebasing: base[range])
    return String(copying: UTF8Span(unchecked: bytes.span))
  }

  /// `range` without white space at either end.
  @inline(__always)
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let length = whitespaceLength(start..<end, atEnd: false)
      if length == 0 { break }
      start += length
    }
    while start < end {
      let length = whitespaceLength(start..<end, atEnd: true)
      if length == 0 { break }
      end -= length
    }
    return start..<end
  }

  /// How many bytes the white space at one end of `range` has, 0 when there is none.
  ///
  /// The same characters as ``Swift/Unicode/Scalar/isWhitespace``, as UTF-8.
  @inline(__always)
  private func whitespaceLength(_ range: Range<Int>, atEnd: Bool) -> Int {
    let outer = self[atEnd ? range.upperBound &- 1 : range.lowerBound]
    if outer <= 0x20 { return outer == 0x20 || (0x09...0x0D).contains(outer) ? 1 : 0 }
    guard atEnd ? (0x80...0xAF).contains(outer) : outer >= 0xC2 && outer <= 0xE3 else { return 0 }
    if range.count >= 2 {
      let index = atEnd ? range.upperBound &- 2 : range.lowerBound
      if self[index] == 0xC2, self[index &+ 1] == 0x85 || self[index &+ 1] == 0xA0 { return 2 }
    }
    guard range.count >= 3 else { return 0 }
    let index = atEnd ? range.upperBound &- 3 : range.lowerBound
    let last = self[index &+ 2]
    switch (self[index], self[index &+ 1]) {
    case (0xE3, 0x80), (0xE1, 0x9A): return last == 0x80 ? 3 : 0
    case (0xE2, 0x81): return last == 0x9F ? 3 : 0
    case (0xE2, 0x80):
      return last <= 0x8A || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3 : 0
    default: return 0
    }
  }

  /// The text of `range` with each of its doubled `"` made one, as CSV writes them.
  package func undoubledString(_ range: Range<Int>) -> String {
    precondition(range.lowerBound >= 0 && range.upperBound <= count)
    return String(unsafeUninitializedCapacity: range.count) { target in
      var length = 0
      var index = range.lowerBound
      while index < range.upperBound {
        let byte = base[index]
        target[length] = byte
        length += 1
        index += byte == UInt8(ascii: "\"") ? 2 : 1
      }
      return length
    }
  }

  /// The position of the next `byte` at or after `start`, or the end.
  ///
  /// Eight bytes at a time: a difference of zero in a lane is found by the borrow it causes
  /// (Mycroft's test; false alarms only above a true hit, so the first one is exact).
  package func next(_ byte: UInt8, from start: Int) -> Int {
    precondition(start >= 0 && start <= count)
    let raw = UnsafeRawBufferPointer(base)
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var index = start
    while index &+ 8 <= count {
      let lanes =
        UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) ^ pattern
      let hits = (lanes &- 0x0101_0101_0101_0101) & ~lanes & 0x8080_8080_8080_8080
      if hits != 0 { return index &+ hits.trailingZeroBitCount / 8 }
      index &+= 8
    }
    while index < count, base[index] != byte { index &+= 1 }
    return index
  }
}
