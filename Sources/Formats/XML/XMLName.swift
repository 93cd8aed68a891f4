/// The name of an element or an attribute without its prefix, made to be compared fast.
///
/// Its first sixteen bytes and its length: the names that a reader looks for are no longer, so that those
/// are told apart for certain.
struct XMLName: Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  private var length = 0

  init() {}

  init(_ name: StaticString) {
    precondition(name.utf8CodeUnitCount <= 16, "longer names are not told apart")
    self = name.withUTF8Buffer { XMLName($0) }
  }

  @inline(__always)
  init(_ name: UnsafeBufferPointer<UInt8>) {
    length = name.count
    for index in 0..<min(length, 8) { low |= UInt64(name[index]) << UInt64(index &* 8) }
    guard length > 8 else { return }
    for index in 8..<min(length, 16) { high |= UInt64(name[index]) << UInt64((index &- 8) &* 8) }
  }
}
