/// Collects the bytes of one bracketed paste until its end marker.
///
/// A lost marker must not swallow keys for ever, and a slow connection must not turn the rest of a
/// paste into keys, of which Enter sends. So a paste ends by its marker; and when, after a pause,
/// no more comes than a person types at once.
struct PasteCollector {
  /// The most bytes that are kept; the rest is dropped, up to the end marker.
  static let limit = 1 << 20
  /// How long, in milliseconds, input has to pause before a few bytes are taken for a key.
  static let pause: UInt64 = 1000
  /// The most bytes that one press of a key, or one composed word, sends.
  static let keyLength = 16

  static let endMarker = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How many bytes of the end marker have been seen last.
  private var matched = 0

  /// Takes bytes from `start` on; answers where the paste ended, or nil if it goes on.
  mutating func take(_ input: [UInt8], from start: Int) -> Int? {
    for index in start..<input.count {
      let byte = input[index]
      if byte == Self.endMarker[matched] {
        matched += 1
        if matched == Self.endMarker.count { return index + 1 }
        continue
      }
      // The marker's first byte stands nowhere else in it, so a failed match restarts only there.
      for seen in Self.endMarker.prefix(matched) { append(seen) }
      matched = byte == Self.endMarker[0] ? 1 : 0
      if matched == 0 { append(byte) }
    }
    return nil
  }

  /// Whether these bytes, after a pause, are a key and not the rest of the paste.
  func isOver(before input: [UInt8]) -> Bool {
    guard matched == 0, input.count <= Self.keyLength else { return false }
    var rest = self
    return rest.take(input, from: 0) == nil
  }

  var text: String {
    var scalars = String.UnicodeScalarView()
    var index = 0
    while index < bytes.count {
      switch ScalarStep.next(in: bytes, at: index) {
      case .scalar(let scalar, let length):
        scalars.append(scalar)
        index += length
      case .invalid, .incomplete:
        index += 1
      }
    }
    return String(scalars)
  }

  private mutating func append(_ byte: UInt8) {
    if bytes.count < Self.limit { bytes.append(byte) }
  }
}
