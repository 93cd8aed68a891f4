extension Unicode.Scalar {
  /// The White_Space property of Unicode, as a comparison and not a look-up.
  var isWhitespace: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// C0, DEL and C1.
  var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}

extension String {
  /// Without white space at either end.
  package func trimmed() -> String {
    let scalars = unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return self }
    guard first.isWhitespace || last.isWhitespace else { return self }
    guard let start = scalars.firstIndex(where: { !$0.isWhitespace }),
      let end = scalars.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(scalars[start...end])
  }

  /// Whether nothing would be left to see: only white space and control characters.
  package var isBlank: Bool { unicodeScalars.allSatisfy { $0.isWhitespace || $0.isControl } }
}
