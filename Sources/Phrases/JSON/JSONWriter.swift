/// Writes phrases as a JSON array of objects, in UTF-8; what is empty is left out.
enum JSONWriter {
  static func write(_ phrases: [Phrase]) -> [UInt8] {
    var bytes: [UInt8] = Array("[".utf8)
    for (index, phrase) in phrases.enumerated() {
      bytes.append(contentsOf: (index == 0 ? "\n  {\n" : ",\n  {\n").utf8)
      let members = PhraseColumn.allCases.compactMap { member($0, of: phrase) }
      bytes.append(contentsOf: members.joined(separator: ",\n").utf8)
      bytes.append(contentsOf: "\n  }".utf8)
    }
    bytes.append(contentsOf: (phrases.isEmpty ? "]\n" : "\n]\n").utf8)
    return bytes
  }

  private static func member(_ column: PhraseColumn, of phrase: Phrase) -> String? {
    let value: String
    switch column.place {
    case .list(let path):
      guard !phrase[keyPath: path].isEmpty else { return nil }
      value = list(phrase[keyPath: path])
    case .text, .day, .truth:
      let cell = phrase.cell(column)
      guard !cell.isEmpty else { return nil }
      value = JSONText.quoted(cell)
    }
    return "    \(JSONText.quoted(column.name)): \(value)"
  }

  private static func list(_ items: [String]) -> String {
    "[" + items.map(JSONText.quoted).joined(separator: ", ") + "]"
  }
}
