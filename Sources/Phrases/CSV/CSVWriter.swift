/// Writes phrases as CSV (RFC 4180), all columns, in UTF-8.
struct CSVWriter {
  private let delimiter: UInt8
  private var bytes: [UInt8] = []

  static func write(
    _ phrases: [Phrase], delimiter: KnowledgeBaseFormat.Delimiter
  ) -> [UInt8] {
    var writer = CSVWriter(delimiter: delimiter.rawValue)
    writer.record(PhraseColumn.allCases.map(\.name))
    for phrase in phrases {
      writer.record(PhraseColumn.allCases.map { phrase.cell($0) })
    }
    return writer.bytes
  }

  private init(delimiter: UInt8) { self.delimiter = delimiter }

  private mutating func record(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      add(cell)
    }
    bytes.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
  }

  private mutating func add(_ cell: String) {
    guard cell.utf8.contains(where: { needsQuotes($0) }) else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    let quote = UInt8(ascii: "\"")
    bytes.append(quote)
    for byte in cell.utf8 {
      if byte == quote { bytes.append(quote) }
      bytes.append(byte)
    }
    bytes.append(quote)
  }

  private func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\n"), UInt8(ascii: "\r"): true
    default: byte == delimiter
    }
  }
}
