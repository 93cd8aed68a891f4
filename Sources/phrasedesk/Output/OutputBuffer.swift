import Phrases

/// Standard output in large pieces; what does not go through ``flush()`` is not written.
struct OutputBuffer {
  /// A pipe takes that much at once.
  private static let size = 65_536

  private(set) var bytes: [UInt8] = []

  init() { bytes.reserveCapacity(2 * OutputBuffer.size) }

  /// Adds a line; whatever could act on a terminal is shown by a mark instead.
  mutating func line(_ text: String) {
    bytes += SafeText.visible(text).utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds two lines for a hit: what it is, and how its text begins.
  mutating func hit(_ phrase: Phrase, rank: Int) {
    let code = phrase.code.isEmpty ? "" : "[\(phrase.code)]"
    let facts = ["\(rank)", phrase.title, code, phrase.path.joined(separator: " / ")]
    line(facts.filter { !$0.isEmpty }.joined(separator: "  "))
    line("     \(phrase.text.prefix(100))")
  }

  /// Adds bytes as they are.
  mutating func append(_ text: StaticString) {
    bytes += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  mutating func append(_ number: Int) { bytes += String(number).utf8 }

  /// Adds a text as a JSON string that is safe on a terminal; see ``JSONOutput/escaped(_:)``.
  mutating func append(json text: String) {
    bytes.append(UInt8(ascii: "\""))
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(ascii: scalar))
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\t": append("\\t")
      case " "..."~": bytes.append(UInt8(ascii: scalar))
      default:
        if scalar.value < 0x20 || JSONOutput.mustBeEscaped(scalar) {
          bytes += JSONOutput.escape(scalar).utf8
        } else {
          bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes everything when there is enough for one large piece.
  mutating func flushWhenFull() throws {
    if bytes.count >= OutputBuffer.size { try flush() }
  }

  mutating func flush() throws {
    try Output.write(bytes)
    bytes.removeAll(keepingCapacity: true)
  }
}
