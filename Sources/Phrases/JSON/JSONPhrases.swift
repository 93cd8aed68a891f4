/// JSON files: `[{…}, …]`, or `{"phrases": [{…}, …]}`.
struct JSONPhrases: FileFormat {
  func recognises(_ file: KnowledgeBaseFile) -> Bool {
    switch file.beginning?.byte {
    case UInt8(ascii: "["), UInt8(ascii: "{"): true
    default: false
    }
  }

  func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? {
    do {
      let unknown = try JSONRecords.read(file.text, into: &builder)
      return FileReading(format: .json, unknownColumns: unknown)
    } catch {
      // A header may well begin with a bracket: `[id],text`. What stops being JSON inside the first
      // cell of a record that names the text column was never meant as JSON.
      let header = CSVHeader(of: file.text, builder.options.columns, builder.limits)
      guard error.problem.saysNotJSON, error.offset < header.firstCellEnd,
        header.index(of: .text) != nil
      else { throw error }
      return nil
    }
  }
}
