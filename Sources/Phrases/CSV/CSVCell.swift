/// One cell of a CSV file (RFC 4180) as it is written.
package enum CSVCell {
  /// The bytes of a cell that reads as `text` again, in quotes where it needs them.
  package static func written(_ text: String, delimiter: UInt8) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    let needsQuotes = text.utf8.contains {
      $0 == quote || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") || $0 == delimiter
    }
    guard needsQuotes else { return Array(text.utf8) }
    return [quote] + text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
}
