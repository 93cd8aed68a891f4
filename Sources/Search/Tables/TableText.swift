/// Reads the lines of a generated table, scalar by scalar and without making strings of them.
struct TableText {
  let text: StaticString

  /// Calls `body` with every scalar, line breaks among them.
  @inline(__always)
  func eachScalar(_ body: (UInt32) -> Void) {
    text.withUTF8Buffer { buffer in
      let bytes = Span(_unsafeElements: buffer)
      var index = 0
      while index < bytes.count { body(nextScalar(in: bytes, &index)) }
    }
  }

  /// Calls `body` with every scalar of every line and the line's first one; that one comes first.
  @inline(__always)
  func eachMember(_ body: (_ first: UInt16, _ member: UInt16) -> Void) {
    var first: UInt16 = 0
    eachScalar { scalar in
      let unit = UInt16(truncatingIfNeeded: scalar)
      if unit == Unit.lineBreak {
        first = 0
      } else {
        if first == 0 { first = unit }
        body(first, unit)
      }
    }
  }
}

/// Reads a scalar out of UTF-8 that is known to be valid, as that of a string is, and moves on.
///
/// `String.unicodeScalars` does the same several times slower, and building a library is little
/// else.
@inline(__always)
func nextScalar(in bytes: Span<UInt8>, _ index: inout Int) -> UInt32 {
  let lead = UInt32(bytes[index])
  if lead < 0x80 {
    index &+= 1
    return lead
  }
  if lead < 0xE0 {
    let scalar = (lead & 0x1F) &<< 6 | UInt32(bytes[index + 1] & 0x3F)
    index &+= 2
    return scalar
  }
  var scalar = (lead & 0x0F) &<< 12 | UInt32(bytes[index + 1] & 0x3F) &<< 6
  scalar |= UInt32(bytes[index + 2] & 0x3F)
  if lead < 0xF0 {
    index &+= 3
    return scalar
  }
  scalar = (scalar & 0x7FFF) &<< 6 | UInt32(bytes[index + 3] & 0x3F)
  index &+= 4
  return scalar
}
