import Phrases

/// A table of Markdown, between bars.
///
///     | category | title | text   |
///     |----------|-------|--------|
///     | Post     | When  | Today. |
struct TextTable {
  /// The column of each cell; nil for those that mean nothing.
  let columns: [PhraseColumn?]
  let headers: [String]
  private let lines: ArraySlice<TextOutline.Line>

  /// Nil where a block is no table, or one without a column of texts.
  init?(_ block: [TextOutline.Line], _ known: ColumnNames) {
    guard block.count > 2, TextTable.isRule(block[1].text) else { return nil }
    headers = TextTable.cells(block[0].text)
    columns = known.columns(of: headers).columns
    guard columns.contains(.text) else { return nil }
    lines = block.dropFirst(2)
  }

  /// What each row says, by columns.
  var rows: [(cells: [PhraseColumn: String], offset: Int)] {
    lines.map { line in
      var cells: [PhraseColumn: String] = [:]
      for (column, text) in zip(columns, TextTable.cells(line.text)) {
        if let column { cells[column] = text }
      }
      return (cells, line.offset)
    }
  }

  /// The line below the header: bars, dashes and colons.
  static func isRule(_ line: String) -> Bool {
    line.contains("|") && line.contains("-")
      && line.allSatisfy { "|-: \t".contains($0) }
  }

  /// The cells of a line; a bar behind a backslash is none.
  private static func cells(_ line: String) -> [String] {
    var cells: [String] = [""]
    var isEscaped = false
    for character in line.trimmed() {
      if character == "|", !isEscaped {
        cells.append("")
      } else if character == "|" {
        cells[cells.count - 1].removeLast()
        cells[cells.count - 1].append(character)
      } else {
        cells[cells.count - 1].append(character)
      }
      isEscaped = character == "\\" && !isEscaped
    }
    // Bars at both ends hold nothing beyond them.
    if cells.first?.isBlank == true { cells.removeFirst() }
    if cells.last?.isBlank == true, line.hasSuffix("|") { cells.removeLast() }
    return cells.map { $0.trimmed() }
  }
}
