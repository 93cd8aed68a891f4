import Phrases

/// The bytes of answers, gathered until somebody takes them.
public struct DocumentBuffer {
  public private(set) var bytes: [UInt8] = []

  /// With room for so many bytes.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// Forgets what was taken; the room is kept.
  public mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Adds a line; whatever could act on a terminal is shown by a mark instead.
  public mutating func line(_ text: String) {
    bytes += SafeText.visible(text).utf8
    bytes.append(UInt8(ascii: "\n"))
  }

  /// Adds two lines for a hit: what it is, and how its text begins.
  public mutating func hit(_ phrase: Phrase, rank: Int) {
    let code = phrase.code.isEmpty ? "" : "[\(phrase.code)]"
    let facts = ["\(rank)", phrase.title, code, phrase.path.joined(separator: " / ")]
    line(facts.filter { !$0.isEmpty }.joined(separator: "  "))
    line("     \(phrase.text.prefix(100))")
  }

  /// Adds bytes as they are.
  public mutating func append(_ text: StaticString) {
    bytes += UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// Adds a number in decimal digits.
  public mutating func append(_ number: Int) { bytes += String(number).utf8 }

  /// Adds a text as a JSON string that is safe on a terminal.
  public mutating func append(json text: String) { JSONText.append(text, to: &bytes) }
}
