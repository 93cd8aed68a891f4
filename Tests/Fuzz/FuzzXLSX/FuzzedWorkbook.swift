@testable import Formats
@testable import Phrases

/// One input of a fuzzer: a workbook, or the parts of one.
///
/// Checksums keep a fuzzer out of an archive. So an input that is none is taken for parts: a line `--NAME`
/// before each, what comes first being the first sheet. What they need around them is added.
struct FuzzedWorkbook {
  private let bytes: [UInt8]
  private let outcome: Result<KnowledgeBase, KnowledgeBaseError>

  init(_ input: UnsafeBufferPointer<UInt8>) {
    bytes =
      input.starts(with: OfficeContent.archiveMark)
        || input.starts(with: OfficeContent.containerMark)
      ? Array(input) : FuzzedWorkbook.archive(of: Array(input))
    outcome = FuzzedWorkbook.read(bytes)
  }

  private static func read(_ bytes: [UInt8]) -> Result<KnowledgeBase, KnowledgeBaseError> {
    bytes.withUnsafeBufferPointer { buffer in
      Result { () throws(KnowledgeBaseError) in
        try KnowledgeBase.read(
          buffer, ReadOptions(file: "list.xlsx"), formats: [Workbooks()], limits: Limits())
      }
    }
  }

  private static func archive(of input: [UInt8]) -> [UInt8] {
    var parts = usualParts
    var name = "xl/worksheets/sheet1.xml"
    var content: [UInt8] = []
    for line in input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if line.starts(with: "--".utf8), line.count < 60 {
        parts[name] = content
        name = String(decoding: line.dropFirst(2), as: UTF8.self)
        content = []
      } else {
        content += line + [UInt8(ascii: "\n")]
      }
    }
    parts[name] = content
    var zip = ZipWriter()
    for (name, content) in parts.sorted(by: { $0.key < $1.key }) {
      zip.add(name, content, isCompressed: false)
    }
    return zip.finished()
  }

  private static let usualParts: [String: [UInt8]] = {
    func relationship(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"t/\(kind)\" Target=\"\(target)\"/>"
    }
    func list(_ relationships: [String]) -> [UInt8] {
      Array("<Relationships>\(relationships.joined())</Relationships>".utf8)
    }
    return [
      "_rels/.rels": list([relationship("a", "officeDocument", "xl/workbook.xml")]),
      "xl/_rels/workbook.xml.rels": list([
        relationship("a", "worksheet", "worksheets/sheet1.xml"),
        relationship("b", "worksheet", "worksheets/sheet2.xml"),
        relationship("c", "styles", "styles.xml"),
        relationship("d", "sharedStrings", "sharedStrings.xml"),
      ]),
      "xl/workbook.xml": Array(
        ("<workbook><sheets><sheet name=\"售前\" id=\"a\"/><sheet name=\"售后\" id=\"b\"/>"
          + "</sheets></workbook>").utf8),
      "xl/worksheets/sheet2.xml": Array("<worksheet/>".utf8),
      "xl/styles.xml": Array(
        ("<styleSheet><cellXfs><xf/><xf numFmtId=\"14\"/><xf numFmtId=\"4\"/></cellXfs>"
          + "</styleSheet>").utf8),
    ]
  }()
}

extension FuzzedWorkbook {
  /// Checks what the file is read to, or why it is refused.
  func checkReading() {
    switch outcome {
    case .success(let base):
      for phrase in base.phrases {
        demand(!phrase.key.id.isEmpty, "every phrase has an id")
        demand(!phrase.title.isBlank && !phrase.text.isBlank, "every phrase has title and text")
      }
      demand(Set(base.phrases.map(\.key)).count == base.phrases.count, "no id is given twice")
      demand(base.phrases.count <= base.rowCount, "a record is one phrase at most")
      check(base.warnings, .warning)
    case .failure(let error):
      demand(!error.findings.isEmpty, "a refusal has a reason")
      check(error.findings, .error)
    }
  }

  /// Checks that the phrases, written as a workbook, are the same ones.
  func checkWriting() {
    guard case .success(let base) = outcome else { return }
    let written = KnowledgeBase.writeWorkbook(base.phrases)
    guard case .success(let again) = FuzzedWorkbook.read(written) else {
      return demand(base.phrases.isEmpty, "what is written can be read")
    }
    demand(again.phrases == base.phrases, "what is written is the same")
    demand(KnowledgeBase.writeWorkbook(again.phrases) == written, "to the byte")
  }

  private func check(_ findings: [Finding], _ severity: Finding.Severity) {
    for finding in findings {
      demand(finding.severity == severity, "an error refuses the file, a warning does not")
      if case .cell(_, let row, let column) = finding.place {
        demand((1...CellReference.mostRows).contains(row), "a finding is in a row of the sheet")
        demand((1...CellReference.mostColumns).contains(column), "and in a column")
      }
      for language in Language.allCases {
        let sentence = finding.sentence(language, file: "list.xlsx")
        demand(!sentence.isEmpty, "a finding says something")
        // A joiner is hidden, and yet stays within an emoji.
        demand(SafeText.visible(sentence).utf8.elementsEqual(sentence.utf8), "safe to print")
      }
    }
  }
}

/// Ends the program where a property does not hold; the fuzzer keeps the input.
private func demand(_ holds: Bool, _ property: @autoclosure () -> String) {
  guard holds else { fatalError("does not hold: \(property())") }
}
