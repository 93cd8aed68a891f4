import Phrases
import Testing

@testable import Formats

/// Files that broke off, and files with a byte that is another one: the right phrases or a sentence.
@Suite struct DamagedWorkbookTests {
  private static let book: WorkbookFixture = {
    var book = WorkbookFixture(
      rows: "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"
        + "<row r=\"2\"><c s=\"1\"><v>12</v></c><c t=\"inlineStr\"><is><t>亲，已发货😀</t></is></c></row>"
        + "<row r=\"3\"><c t=\"b\"><v>1</v></c><c t=\"str\"><v>_x0041_B</v></c></row>",
      sharedStrings: "<si><t>标题</t></si><si><t>内容</t></si>",
      end: "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>")
    book.styles = "<xf numFmtId=\"164\"/>"
    book.numberFormats = "<numFmt numFmtId=\"164\" formatCode=\"0000\"/>"
    return book
  }()

  private func read(_ bytes: [UInt8]) -> Result<[Phrase], KnowledgeBaseError> {
    Result { () throws(KnowledgeBaseError) in
      try ListFormats.read(bytes, ReadOptions(file: "list.xlsx")).phrases
    }
  }

  @Test(arguments: [true, false])
  func `every beginning of a workbook is refused`(isCompressed: Bool) {
    var book = Self.book
    book.isCompressed = isCompressed
    let bytes = book.bytes
    for count in 4..<bytes.count {
      guard case .failure(let error) = read(Array(bytes[..<count])) else {
        Issue.record("\(count) bytes of \(bytes.count) were read")
        continue
      }
      #expect(error.findings[0].problem == .inWorkbook(.damaged(part: nil)))
    }
  }

  @Test(arguments: [true, false])
  func `a flipped byte changes nothing or refuses the file`(isCompressed: Bool) throws {
    var book = Self.book
    book.isCompressed = isCompressed
    let bytes = book.bytes
    let whole = try read(bytes).get()
    #expect(whole.map(\.title) == ["0012", "TRUE"])
    for index in bytes.indices {
      var damaged = bytes
      damaged[index] ^= 1 << (index % 8)
      guard case .success(let phrases) = read(damaged), phrases != whole else { continue }
      Issue.record("byte \(index) made other phrases")
    }
  }

  @Test func `a part with another byte is refused or read without harm`() {
    for (name, content) in Self.book.all {
      for index in stride(from: 0, to: content.utf8.count, by: 5) {
        var part = Array(content.utf8)
        part[index] ^= 0x04
        var zip = ZipWriter()
        for other in Self.book.all {
          zip.add(
            other.name, other.name == name ? part : Array(other.content.utf8), isCompressed: false)
        }
        if case .failure(let error) = read(zip.finished()) {
          #expect(!error.sentences(.english).isEmpty)
        }
      }
    }
  }

  @Test func `what office programs write besides is refused by its content`() {
    func archive(_ parts: [(String, String)]) -> [UInt8] {
      var zip = ZipWriter()
      for (name, content) in parts { zip.add(name, Array(content.utf8), isCompressed: false) }
      return zip.finished()
    }
    func problem(_ bytes: [UInt8]) -> Finding.Problem? {
      guard case .failure(let error) = read(bytes) else { return nil }
      return error.findings.first?.problem
    }
    let oasis = "application/vnd.oasis.opendocument."
    #expect(
      problem(archive([("mimetype", oasis + "spreadsheet")])) == .inWorkbook(.kind(.openDocument)))
    #expect(problem(archive([("mimetype", oasis + "text")])) == .inWorkbook(.kind(.otherDocument)))
    #expect(problem(archive([("Index/Document.iwa", "")])) == .inWorkbook(.kind(.numbers)))
    #expect(problem(archive([("list.csv", "title,text\na,b")])) == .inWorkbook(.kind(.archive)))
    var text = Self.book
    text.parts["xl/workbook.xml"] = "<w:document xmlns:w=\"u\"/>"
    #expect(text.refusal() == .inWorkbook(.kind(.otherDocument)))
    var binary = Self.book
    binary.parts["_rels/.rels"] =
      "<Relationships><Relationship Type=\"a/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>"
    #expect(binary.refusal() == .inWorkbook(.kind(.binaryExcel)))
  }

  @Test(arguments: [
    ("Workbook", Finding.WorkbookProblem.kind(.oldExcel)), ("Book", .kind(.oldExcel)),
    ("EncryptedPackage", .encrypted), ("WordDocument", .kind(.otherDocument)),
  ])
  func `containers are told apart by what they hold`(
    entry: String, problem: Finding.WorkbookProblem
  ) {
    let name = entry.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 1_016) + name
    bytes += [UInt8](repeating: 0, count: 1_024 - name.count)
    guard case .failure(let error) = read(bytes) else {
      Issue.record("it was read")
      return
    }
    #expect(error.findings.map(\.problem) == [.inWorkbook(problem)])
  }
}
