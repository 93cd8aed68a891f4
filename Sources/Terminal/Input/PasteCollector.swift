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
    let marker = Self.endMarker
    var index = start
    while index < input.count {
      if matched == 0 {
        let end = input[index...].firstIndex(of: marker[0]) ?? input.count
        append(input[index..<end])
        index = end
        guard index < input.count else { break }
      }
      if input[index] == marker[matched] {
        matched += 1
        index += 1
        if matched == marker.count { return index }
      } else {
        // The marker's first byte stands nowhere else in it, so a failed match restarts only here.
        append(marker[..<matched])
        matched = 0
      }
    }
    return nil
  }

  /// Whether these bytes, after a pause, are a key and not the rest of the paste.
  func isOver(before input: [UInt8]) -> Bool {
    guard matched == 0, input.count <= Self.keyLength else { return false }
    var rest = self
    return rest.take(input, from: 0) == nil
  }

  /// What is well-formed of it; the rest is left out.
  var text: String {
    String(validating: bytes, as: UTF8.self) ?? String(decoding: wellFormed, as: UTF8.self)
  }

  private var wellFormed: [UInt8] {
    var wellFormed: [UInt8] = []
    wellFormed.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      if case .scalar(_, let length) = ScalarStep.next(in: bytes, at: index) {
        wellFormed += bytes[index..<index + length]
        index += length
      } else {
        index += 1
      }
    }
    return wellFormed
  }

  private mutating func append(_ more: ArraySlice<UInt8>) {
    bytes += more.prefix(Self.limit - bytes.count)
  }
}
