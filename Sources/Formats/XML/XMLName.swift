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
    name.withUTF8Buffer { for byte in $0 { append(byte) } }
  }

  @inline(__always)
  mutating func append(_ byte: UInt8) {
    if length < 8 {
      low |= UInt64(byte) << UInt64(length &* 8)
    } else if length < 16 {
      high |= UInt64(byte) << UInt64((length &- 8) &* 8)
    }
    length &+= 1
  }
}
