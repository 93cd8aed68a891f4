import Phrases
import Testing

@testable import Formats

@Suite struct XMLReaderTests {
  /// What a document reads as: `<a b=c>`, texts, `</a>`; handed over in pieces of so many bytes.
  private func read(_ bytes: [UInt8], piece size: Int = 7) throws -> String {
    var rest = bytes[...]
    let buffer = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: size)
    defer { buffer.deallocate() }
    var xml = XMLReader(part: "a.xml") { () throws(Finding.WorkbookProblem) in
      guard !rest.isEmpty else { return nil }
      let count = min(size, rest.count)
      for (index, byte) in rest.prefix(count).enumerated() { buffer[index] = byte }
      rest = rest.dropFirst(count)
      return UnsafeBufferPointer(rebasing: buffer[..<count])
    }
    var text: [UInt8] = []
    while let event = try xml.next() {
      switch event {
      case .start:
        let value = try xml.text(of: XMLName("v")).map { " v=\($0)" } ?? ""
        text += "<\(xml.name == XMLName("row") ? "row" : "x")\(value)>".utf8
      case .text: xml.appendText(to: &text)
      case .end: text += "</>".utf8
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private func read(_ text: String, piece size: Int = 7) throws -> String {
    try read(Array(text.utf8), piece: size)
  }

  @Test(arguments: [1, 2, 3, 5, 8, 64, 1_000])
  func `the pieces that a document comes in do not matter`(size: Int) throws {
    let document =
      "\u{FEFF}<?xml version=\"1.0\" encoding='utf-8'?>\r\n<!-- a -- > b -->\n<x:row xmlns:x=\"u\" "
      + "v = 'a&lt;&#x53D1;&quot;\nb>'>亲\r\n&#21457;\r货&amp;<v/><![CDATA[<&amp;\r\n]]]]><!-- --></x:row>\n"
    #expect(
      try read(document, piece: size) == "<row v=a<发\" b>>亲\n发\n货&<x></><&amp;\n]]</>")
  }

  @Test(arguments: [1, 3, 64])
  func `UTF-16 is read, with and without its mark`(size: Int) throws {
    let units = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><row>发😀</row>".utf16
    let little = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    for bytes in [[0xFF, 0xFE] + little, [0xFE, 0xFF] + big, little, big] {
      #expect(try read(bytes, piece: size) == "<row>发😀</>")
    }
    #expect(throws: Finding.WorkbookProblem.self) { try read([0xFF, 0xFE] + little.dropLast()) }
  }

  @Test(arguments: [
    "", " ", "<a>", "<a></b>", "<a/><b/>", "<a></a>x", "x<a/>", "<a", "<a b></a>", "<a b=c></a>",
    "<a b='<'/>", "<a>&no;</a>", "<a>&#xD800;</a>", "<a>&#0x;</a>", "<a>&amp</a>", "<a><!-- </a>",
    "<a><![CDATA[x</a>", "<a><?pi </a>", "<a>&#+65;</a>", "<a>&#1114112;</a>", "<></>", "</a>",
    "<a/ >", "<x:a></y:a>", "<a>&" + String(repeating: "a", count: 100) + ";</a>",
  ])
  func `what is not well formed or not whole is refused`(document: String) {
    #expect(throws: Finding.WorkbookProblem.damaged(part: "a.xml")) { try read(document) }
  }

  @Test func `document types and other encodings are refused with their own words`() {
    #expect(throws: Finding.WorkbookProblem.doctype(part: "a.xml")) {
      try read("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>")
    }
    #expect(throws: Finding.WorkbookProblem.encoding("GB2312", part: "a.xml")) {
      try read("<?xml version=\"1.0\" encoding=\"GB2312\"?><a/>")
    }
    #expect(throws: Finding.WorkbookProblem.encoding("UTF-32", part: "a.xml")) {
      try read([0xFF, 0xFE, 0, 0, 0x3C, 0, 0, 0])
    }
  }

  @Test func `elements are nested to a limit only`() {
    let open = String(repeating: "<a>", count: 300)
    let close = String(repeating: "</a>", count: 300)
    #expect(throws: Finding.WorkbookProblem.damaged(part: "a.xml")) { try read(open + close) }
  }

  @Test func `names are told apart by all of their bytes`() {
    #expect(XMLName("numFmts") != XMLName("numFmt"))
    #expect(XMLName("sharedStrings") != XMLName("sharedStringz"))
    #expect(XMLName("c") == XMLName("c"))
  }
}
