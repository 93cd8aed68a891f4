import Foundation
import Phrases

/// Printing JSON that is safe on a terminal.
enum JSONOutput {
  /// Writes one document and a line break; members are sorted, so that outputs can be compared.
  static func write(_ document: some Encodable, isPretty: Bool = false) throws {
    try Output.write(self.document(document, isPretty: isPretty))
  }

  /// The same as bytes.
  static func document(_ document: some Encodable, isPretty: Bool = false) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if isPretty { encoder.outputFormatting.insert(.prettyPrinted) }
    let text = String(decoding: try encoder.encode(document), as: UTF8.self)
    return Array((JSONText.printed(text) + "\n").utf8)
  }
}
