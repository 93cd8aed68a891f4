/// What stands between the `<` and the `>` of a tag, taken apart.
struct XMLTag {
  struct Element: Equatable {
    /// With its prefix, as it has to be closed.
    let full: XMLName
    let local: XMLName
  }

  struct Attribute {
    let name: XMLName
    /// Where its value is, without the quotes.
    let value: Range<Int>
  }

  let element: Element
  /// Whether it ends its element as well.
  private(set) var isEmpty = false

  /// Takes a start tag apart that begins at `start` in the source; nil where it is none.
  ///
  /// What was in `attributes` is replaced: they keep their room from tag to tag.
  @inline(__always)
  init?(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int, _ attributes: inout [Attribute]) {
    var index = 0
    guard let element = XMLTag.name(in: bytes, &index) else { return nil }
    self.element = element
    if !attributes.isEmpty { attributes.removeAll(keepingCapacity: true) }
    while true {
      XMLTag.skipSpace(in: bytes, &index)
      if index == bytes.count { return }
      if bytes[index] == UInt8(ascii: "/") {
        isEmpty = true
        guard index + 1 == bytes.count else { return nil }
        return
      }
      guard let name = XMLTag.name(in: bytes, &index),
        let value = XMLTag.value(in: bytes, &index)
      else { return nil }
      attributes.append(
        Attribute(name: name.local, value: start &+ value.lowerBound..<start &+ value.upperBound))
    }
  }

  /// The element that an end tag closes; nil where it is none.
  @inline(__always)
  static func element(endedBy bytes: UnsafeBufferPointer<UInt8>) -> Element? {
    var index = 0
    guard let element = name(in: bytes, &index) else { return nil }
    skipSpace(in: bytes, &index)
    return index == bytes.count ? element : nil
  }

  /// White space as the grammar has it.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  @inline(__always)
  private static func skipSpace(in bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    while index < bytes.count, isSpace(bytes[index]) { index &+= 1 }
  }

  @inline(__always)
  private static func name(
    in bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) -> Element? {
    let start = index
    var local = index
    while index < bytes.count {
      let byte = bytes[index]
      if isSpace(byte) || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "/") { break }
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "\"") { return nil }
      index &+= 1
      if byte == UInt8(ascii: ":") { local = index }
    }
    guard index > start else { return nil }
    let full = XMLName(UnsafeBufferPointer(rebasing: bytes[start..<index]))
    guard local > start else { return Element(full: full, local: full) }
    return Element(
      full: full, local: XMLName(UnsafeBufferPointer(rebasing: bytes[local..<index])))
  }

  /// Reads `="value"`.
  @inline(__always)
  private static func value(
    in bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int
  ) -> Range<Int>? {
    skipSpace(in: bytes, &index)
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else { return nil }
    index &+= 1
    skipSpace(in: bytes, &index)
    guard index < bytes.count else { return nil }
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    index &+= 1
    let start = index
    while index < bytes.count, bytes[index] != quote {
      if bytes[index] == UInt8(ascii: "<") { return nil }
      index &+= 1
    }
    guard index < bytes.count else { return nil }
    index &+= 1
    return start..<index &- 1
  }
}
