/// JSON files: `[{…}, …]`, or `{"phrases": [{…}, …]}`.
package struct JSONPhrases: FileFormat {
  package var countsItems: Bool { true }

  package init() {}

  package func recognises(_ file: KnowledgeBaseFile) -> Bool {
    guard let (byte, offset) = file.beginning else { return false }
    guard byte == UInt8(ascii: "[") else { return byte == UInt8(ascii: "{") }
    // A heading in brackets, `[Return]`, begins no list.
    let text = file.text
    guard let next = (offset + 1..<text.count).first(where: { text[$0] > 0x20 }) else {
      return true
    }
    guard text[next] | 0x20 >= UInt8(ascii: "a"), text[next] | 0x20 <= UInt8(ascii: "z") else {
      return text[next] < 0x80
    }
    return ["true", "false", "null"].contains { word in
      next + word.utf8.count <= text.count && text.string(next..<next + word.utf8.count) == word
    }
  }

  package func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? {
    do {
      let unknown = try JSONRecords.read(file.text, into: &builder)
      return FileReading(format: .json, unknownColumns: unknown)
    } catch {
      // A header may well begin with a bracket: `[id],text`. What stops being JSON inside the first
      // cell of a record that names the text column was never meant as JSON.
      let header = CSVHeader(of: file.text, builder.options.hints, builder.limits)
      guard error.problem.saysNotJSON, error.offset < header.firstCellEnd,
        header.table.index(of: .text) != nil
      else { throw error }
      return nil
    }
  }

  package func offset(ofByte byte: Int, inCell cell: Range<Int>, of file: KnowledgeBaseFile) -> Int
  {
    let text = file.text
    guard !cell.isEmpty, text[cell.lowerBound] == UInt8(ascii: "\"") else {
      return cell.lowerBound + byte
    }
    var (offset, passed) = (cell.lowerBound + 1, 0)
    while passed < byte, offset < cell.upperBound {
      guard text[offset] == UInt8(ascii: "\\") else {
        (offset, passed) = (offset + 1, passed + 1)
        continue
      }
      let isUnicode = offset + 5 < cell.upperBound && text[offset + 1] == UInt8(ascii: "u")
      passed += isUnicode ? JSONPhrases.width(ofEscape: text.string(offset + 2..<offset + 6)) : 1
      offset += isUnicode ? 6 : 2
    }
    return offset
  }

  /// How many bytes of UTF-8 `\uXXXX` stands for; half of a surrogate pair is half of four.
  private static func width(ofEscape digits: String) -> Int {
    switch Int(digits, radix: 16) ?? 0 {
    case ..<0x80: 1
    case ..<0x800, 0xD800..<0xE000: 2
    default: 3
    }
  }
}
