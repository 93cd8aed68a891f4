import Testing

@testable import Phrases

/// A kind of file that another module might bring: `sheet!` and a record a line, cells divided by `|`.
private struct BarFormat: FileFormat {
  func recognises(_ file: KnowledgeBaseFile) -> Bool {
    file.bytes.starts(with: Array("sheet!".utf8))
  }

  func read(
    _ file: KnowledgeBaseFile, into builder: inout PhraseListBuilder
  ) throws(Fault) -> FileReading? {
    let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").dropFirst()
    guard lines.first?.hasPrefix("none") != true else { return nil }
    for (index, line) in lines.enumerated() {
      // A number that rises: a thousand a record, and one a cell.
      let position = (index + 1) * 1_000
      try builder.begin(row: index + 2, at: position)
      var row = Row()
      row.number = index + 2
      row.range = position..<position + 1
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      for (number, column) in [PhraseColumn.id, .title, .text].enumerated() {
        row[column] = Row.Field(
          text: String(cells[number]), range: position + number..<position + number + 1)
      }
      builder.add(row)
    }
    return FileReading(format: .json, unknownColumns: ["note"])
  }

  func places(of offsets: [Int], in file: KnowledgeBaseFile) -> [Finding.Place] {
    offsets.map { .cell(sheet: "话术", row: $0 / 1_000 + 1, column: $0 % 1_000 + 1) }
  }
}

struct FormatTests {
  private func read(_ text: String) throws -> KnowledgeBase {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      try KnowledgeBase.read(
        bytes, ReadOptions(file: "kb"), formats: [BarFormat()] + KnowledgeBase.formats,
        limits: Limits())
    }
  }

  @Test func `A format of another module reads its files, and says where in them`() throws {
    let base = try read("sheet!\n1|退款|三天内到账\n2|发货|\n|退款|马上\n|退款|明天\n")
    #expect(base.phrases.map(\.title) == ["退款", "退款", "退款"])
    #expect(base.unknownColumns == ["note"])
    #expect(
      base.warnings == [
        Finding(
          problem: .emptyText, place: .cell(sheet: "话术", row: 3, column: 3), row: 3, id: "2",
          title: "发货"),
        Finding(
          problem: .sameTitle, place: .cell(sheet: "话术", row: 5, column: 2), row: 5,
          id: base.phrases[2].key.id, title: "退款",
          related: .cell(sheet: "话术", row: 4, column: 2), relatedRow: 4),
      ])
  }

  @Test func `What a format declines after all goes to the next one`() throws {
    let base = try read("sheet!,text\nnone,x\n")
    #expect(base.format == .csv(delimiter: .comma))
    #expect(base.phrases.map(\.text) == ["x"])
  }

  @Test func `A finding has the row of a spreadsheet and the id, wherever its line is`() throws {
    let base = try read("\nid,text\n\n1,\"a\nb\nc\"\n\r\n2,\n3,x\n")
    #expect(base.warnings.map(\.row) == [6])
    #expect(base.warnings.map(\.id) == ["2"])
    #expect(base.warnings.map(\.place) == [.text(line: 8, column: 3)])

    let items = try read(#"[{"id":"1","text":"x"},{"text":"","id":"2"}]"#)
    #expect(items.warnings.map(\.row) == [2])
    #expect(items.warnings.map(\.id) == ["2"])
  }

  @Test func `An error has them too, and one of the whole file has no row`() throws {
    #expect(refusal(of: "text,id\nx,1\nx,1,y\n")?.findings.map(\.row) == [3])
    #expect(refusal(of: "text,id\nx,1\nx,1,y\n")?.findings.map(\.id) == ["1"])
    let item = refusal(of: #"[{"id":"1","text":"x"},{"text":true,"id":"2"}]"#)
    #expect(item?.findings.map(\.row) == [2])
    #expect(item?.findings.map(\.id) == ["2"])
    #expect(refusal(of: "id,id,text\n")?.findings.map(\.row) == [1])
    #expect(refusal(of: "a,b\n1,2\n")?.findings.map(\.row) == [nil])
  }

  @Test(arguments: [
    "id,note,text,rating\r\n1,\"a \"\"b\"\"\",\"x\ny\",5\r\n\n2,,z\n",
    #"[{"id": "1", "note": {"a": [1]}, "text": "x"}, {"text": "y", "rating": 5 }]"#,
  ])
  func `Rows know their bytes, and those of columns that mean nothing`(text: String) throws {
    let bytes = Array(text.utf8)
    var options = ReadOptions(file: "kb")
    #expect(try KnowledgeBase.read(bytes, options).rows.isEmpty)
    options.keepsRows = true
    let base = try KnowledgeBase.read(bytes, options)
    func written(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    #expect(base.rows.count == 2)
    for row in base.rows {
      for column in [PhraseColumn.id, .text] {
        guard let range = row[column].range else { continue }
        #expect(row.range.contains(range))
        #expect(written(range).contains(row[column].text.prefix(1)))
      }
    }
    let unknown = base.rows.flatMap(\.unknown).map { value in
      "\(base.headers[value.name])=\(written(value.range))"
    }
    #expect(
      unknown
        == (base.format == .json
          ? [#"note={"a": [1]}"#, "rating=5"] : [#"note="a ""b""""#, "rating=5", "note="]))
  }
}
