/// Writes phrases as CSV (RFC 4180), all columns, in UTF-8.
struct CSVWriter {
  private let delimiter: UInt8
  private let isGuarded: Bool
  private var bytes: [UInt8] = []

  static func write(
    _ phrases: [Phrase], delimiter: KnowledgeBaseFormat.Delimiter, isGuarded: Bool
  ) -> [UInt8] {
    var writer = CSVWriter(delimiter: delimiter.rawValue, isGuarded: isGuarded)
    writer.record(PhraseColumn.allCases.map(\.name))
    for phrase in phrases {
      writer.record(
        PhraseColumn.allCases.map {
          SpreadsheetGuard.written(phrase.cell($0), isGuarded: isGuarded)
        })
    }
    return writer.bytes
  }

  private init(delimiter: UInt8, isGuarded: Bool) {
    self.delimiter = delimiter
    self.isGuarded = isGuarded
  }

  private mutating func record(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(delimiter) }
      bytes += CSVCell.written(cell, delimiter: delimiter)
    }
    bytes.append(contentsOf: [UInt8(ascii: "\r"), UInt8(ascii: "\n")])
  }
}
