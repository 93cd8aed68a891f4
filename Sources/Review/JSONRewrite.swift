import Phrases

/// Writes a JSON list back, value by value: objects that did not change byte for byte.
struct JSONRewrite {
  private let file: ListFile

  init(_ file: ListFile) { self.file = file }

  func applying(_ edits: ListEdits) -> [UInt8] {
    var bytes: [UInt8] = []
    var position = 0
    let rows = file.rows
    guard let first = rows.first else { return file.text }
    bytes += file.text[..<first.range.lowerBound]
    position = first.range.lowerBound
    // What stands between two objects is written once something stands before it.
    var hasObject = false
    func put(_ object: [UInt8], behind gap: ArraySlice<UInt8>) {
      if hasObject { bytes += gap.isEmpty ? Array(",\n".utf8) : Array(gap) }
      bytes += object
      hasObject = true
    }
    for record in edits.added[-1] ?? [] { put(object(record), behind: []) }
    for (index, row) in rows.enumerated() {
      let gap = file.text[position..<row.range.lowerBound]
      position = row.range.upperBound
      if !edits.removed.contains(index) {
        put(object(row, edits.values[index] ?? []), behind: gap)
      }
      for record in edits.added[index] ?? [] { put(object(record), behind: []) }
    }
    return bytes + file.text[position...]
  }

  private func object(_ record: Record) -> [UInt8] {
    var members = ["\"id\": " + JSONText.quoted(record.id)]
    for column in record.columns {
      let field = record.written(column)
      guard !field.isEmpty else { continue }
      members.append(JSONText.quoted(name(of: column)) + ": " + value(field, column))
    }
    return Array(("  {" + members.joined(separator: ", ") + "}").utf8)
  }

  /// An object with some of its values written anew.
  private func object(
    _ row: Row, _ values: [(column: Record.Column, record: Record)]
  ) -> [UInt8] {
    var replaced: [(range: Range<Int>, bytes: [UInt8])] = []
    var added: [UInt8] = []
    for (column, record) in values {
      let written = Array(value(record.written(column), column).utf8)
      if let range = range(of: column, in: row) {
        replaced.append((range, written))
      } else {
        added += Array((", " + JSONText.quoted(name(of: column)) + ": ").utf8) + written
      }
    }
    var bytes: [UInt8] = []
    var position = row.range.lowerBound
    for (range, written) in replaced.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      bytes += file.text[position..<range.lowerBound] + written
      position = range.upperBound
    }
    // A phrase has a text, so a comma stands rightly before what is added.
    var end = row.range.upperBound - 1
    while end > position, file.text[end - 1] <= 0x20 { end -= 1 }
    return bytes + file.text[position..<end] + added + file.text[end..<row.range.upperBound]
  }

  private func range(of column: Record.Column, in row: Row) -> Range<Int>? {
    switch column {
    case .known(let column): row[column].range
    case .other(let name):
      row.unknown.first { file.base.headers[$0.name] == name }?.range
    }
  }

  /// The name that the file has for it.
  private func name(of column: Record.Column) -> String {
    guard case .known(let known) = column,
      let index = file.base.headerColumns.firstIndex(of: known)
    else { return column.name }
    return file.base.headers[index]
  }

  private func value(_ field: Row.Field, _ column: Record.Column) -> String {
    if case .other = column { return field.text.isEmpty ? "null" : field.text }
    guard let items = field.items else { return JSONText.quoted(field.text) }
    return "[" + items.map { JSONText.quoted($0) }.joined(separator: ", ") + "]"
  }
}
