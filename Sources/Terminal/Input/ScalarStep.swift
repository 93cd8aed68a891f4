/// One step of decoding UTF-8 that may arrive in pieces.
///
/// The standard library's decoders cannot tell "not yet whole" from "wrong", which a character split
/// between two network packets needs.
enum ScalarStep: Equatable {
  case scalar(Unicode.Scalar, length: Int)
  /// The byte at the index begins no scalar.
  case invalid
  /// What is there begins a scalar, whose rest has not come.
  case incomplete

  /// Well-formed sequences are those of the Unicode Standard, table 3-7.
  static func next(in bytes: [UInt8], at index: Int) -> ScalarStep {
    let first = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0x00...0x7F: return .scalar(Unicode.Scalar(first), length: 1)
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return .invalid
    }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length {
      guard index + offset < bytes.count else { return .incomplete }
      let byte = bytes[index + offset]
      guard (offset == 1 ? second : 0x80...0xBF).contains(byte) else { return .invalid }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return .invalid }
    return .scalar(scalar, length: length)
  }
}
