import Phrases

@testable import Formats

/// A workbook made by hand: the XML of its sheets, and what else it has.
struct WorkbookFixture {
  /// One sheet: what stands in `sheetData`, and what before and behind it.
  struct SheetXML {
    var name = "话术"
    var state = "visible"
    var columns = ""
    var rows = ""
    var end = ""
  }

  var sheets: [SheetXML] = []
  /// What stands in `sst`; nil: there is no such part.
  var sharedStrings: String?
  /// The `xf` of the cells, and formats of their own.
  var styles = ""
  var numberFormats = ""
  var fonts = ""
  /// What stands behind the sheets of the workbook.
  var calculation = ""
  var properties = ""
  /// Parts that are written instead of, or beside, the usual ones.
  var parts: [String: String] = [:]
  var isCompressed = false

  /// A workbook with one sheet of these rows.
  init(rows: String = "", sharedStrings: String? = nil, end: String = "") {
    sheets = [SheetXML(rows: rows, end: end)]
    self.sharedStrings = sharedStrings
  }

  init(sheets: [SheetXML]) { self.sheets = sheets }

  /// The names of its parts and what they hold.
  var all: [(name: String, content: String)] {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    func related(_ id: Int, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"rId\(id)\" Type=\"\(office)/\(kind)\" Target=\"\(target)\"/>"
    }
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" "
        + "r:id=\"rId\(index + 1)\"/>"
    }
    var usual = [
      "[Content_Types].xml": "<Types/>",
      "_rels/.rels":
        "<Relationships>\(related(1, "officeDocument", "xl/workbook.xml"))</Relationships>",
      "xl/workbook.xml":
        "<workbook xmlns:r=\"\(office)\"><workbookPr \(properties)/>"
        + "<sheets>\(list.joined())</sheets>\(calculation)</workbook>",
      "xl/_rels/workbook.xml.rels":
        "<Relationships>"
        + sheets.indices.map { related($0 + 1, "worksheet", "worksheets/sheet\($0 + 1).xml") }
        .joined() + related(100, "styles", "styles.xml")
        + related(101, "sharedStrings", "sharedStrings.xml") + "</Relationships>",
      "xl/styles.xml":
        "<styleSheet><numFmts>\(numberFormats)</numFmts><fonts>\(fonts)</fonts><cellStyleXfs><xf numFmtId=\"14\"/>"
        + "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>\(styles)</cellXfs></styleSheet>",
    ]
    if let sharedStrings { usual["xl/sharedStrings.xml"] = "<sst>\(sharedStrings)</sst>" }
    for (index, sheet) in sheets.enumerated() {
      usual["xl/worksheets/sheet\(index + 1).xml"] =
        "<worksheet>\(sheet.columns)<sheetData>\(sheet.rows)</sheetData>\(sheet.end)</worksheet>"
    }
    for (name, content) in parts { usual[name] = content }
    return usual.sorted { $0.key < $1.key }.map { (name: $0.key, content: $0.value) }
  }

  var bytes: [UInt8] {
    var zip = ZipWriter()
    for part in all { zip.add(part.name, Array(part.content.utf8), isCompressed: isCompressed) }
    return zip.finished()
  }

  /// The cells of its sheets as they are shown, empty ones between others included.
  func texts() throws -> [[[String]]] { try Self.texts(of: bytes) }

  static func texts(of bytes: [UInt8]) throws -> [[[String]]] {
    try bytes.withUnsafeBufferPointer { buffer in
      let book = try Workbook(ZipArchive(buffer))
      let contents = try book.contents()
      return try book.sheets.map { entry in
        let sheet = try contents.cells(of: entry)
        return (0..<sheet.rowCount).map { index in
          let cells = sheet.cells(ofRow: index)
          var texts = [String](repeating: "", count: (cells.last?.column ?? -1) + 1)
          for cell in cells { texts[cell.column] = cell.text }
          return texts
        }
      }
    }
  }

  /// The first column of the first sheet.
  func firstColumn() throws -> [String] { try texts()[0].map { $0.first ?? "" } }

  /// It as a list.
  func list(_ hints: ReadingHints = ReadingHints()) throws -> KnowledgeBase {
    try ListFormats.read(bytes, ReadOptions(file: "list.xlsx", hints: hints))
  }

  /// Why it is refused as a list; nil where it is not.
  func refusal(_ hints: ReadingHints = ReadingHints()) -> Finding.Problem? {
    do {
      _ = try list(hints)
      return nil
    } catch {
      return (error as? KnowledgeBaseError)?.findings.first?.problem
    }
  }

  /// Rows of texts in place.
  static func rows(_ rows: [[String]]) -> String {
    rows.enumerated().map { index, cells in
      let texts = cells.enumerated().map { column, text in
        let name = CellReference.letters(column) + String(index + 1)
        return text.isEmpty
          ? "<c r=\"\(name)\"/>" : "<c r=\"\(name)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
      }
      return "<row r=\"\(index + 1)\">\(texts.joined())</row>"
    }.joined()
  }
}
