import Phrases
import Testing

@testable import Formats

@Suite struct WorkbookWriterTests {
  @Test func `texts come back whatever they look like`() throws {
    let texts = [
      "0012", "=1+1", "@SUM(A1)", "+86 138", "'引号", " 两端 ", "一\n二\r\n三\r四", "\t制表", "_x000D_",
      "_x005F_x000D_", "_x000D\u{1}", "\u{1}\u{1B}[31m\u{7F}\u{85}", "<b>&amp;\"'</b>", "]]>", "😀👨‍👩‍👧",
      "TRUE", "1E5",
      "2026-11-01", "\u{FFFE}\u{FFFF}", "\u{FEFF}", "\u{0}",
    ]
    var writer = WorkbookWriter(header: ["text"])
    for text in texts { writer.add([text]) }
    let read = try WorkbookFixture.texts(of: writer.finished(sheet: "a & \"b\""))
    #expect(read.count == 1)
    #expect(
      read[0].map { Array(($0.first ?? "").utf8) } == (["text"] + texts).map { Array($0.utf8) })
  }

  @Test func `no cell is a formula or a number, and the header stays in sight`() throws {
    var writer = WorkbookWriter(header: ["标题", "text"])
    writer.add(["=HYPERLINK(\"http://a\")", "007"])
    let bytes = writer.finished(sheet: "一")
    let sheet = try bytes.withUnsafeBufferPointer { buffer in
      let archive = try ZipArchive(buffer)
      let entry = try #require(archive["xl/worksheets/sheet1.xml"])
      return String(decoding: try archive.contents(entry), as: UTF8.self)
    }
    #expect(!sheet.contains("<f>") && !sheet.contains("<v>"))
    #expect(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""))
    #expect(sheet.contains("<col min=\"2\" max=\"2\""))
  }

  @Test func `thousands of phrases made by chance come back the same`() throws {
    var chance = SystemRandomNumberGenerator()
    let pieces = [
      "亲", "_x", "000D", "_", "\n", "\r\n", "\u{1}", " ", "=", "'", "\"", "<", "&", "😀", "0", "007",
      "é",
      "{{订单号}}", "\t", "]]>", "x", "-", "\u{85}",
    ]
    func text(_ count: Int) -> String {
      (0..<Int.random(in: 1...count, using: &chance)).map { _ in
        pieces.randomElement(using: &chance) ?? ""
      }.joined()
    }
    let phrases = (0..<3_000).map { number in
      var phrase = Phrase(
        key: PhraseKey(source: "file", id: "\(number)"), level: .company, department: "",
        category: "分类", subcategory: "", title: "t" + text(6).trimmed(), text: "t" + text(20),
        keywords: ["k\(number)"], code: "00\(number)", attachments: [], validFrom: nil,
        validUntil: nil, isDraft: number.isMultiple(of: 7))
      phrase.title = phrase.title.trimmed()
      if number.isMultiple(of: 3) { phrase.validFrom = Day(year: 2026, month: 11, day: 1) }
      return phrase
    }
    let list = try ListFormats.read(
      KnowledgeBase.writeWorkbook(phrases), ReadOptions(file: "list.xlsx"))
    #expect(list.phrases.count == phrases.count)
    for (read, written) in zip(list.phrases, phrases) where read != written {
      #expect(read == written)
      break
    }
    #expect(list.unknownColumns.isEmpty)
  }

  @Test func `a list of no phrases is a header`() throws {
    let read = try WorkbookFixture.texts(of: KnowledgeBase.writeWorkbook([]))
    #expect(read == [[PhraseColumn.allCases.map(\.name)]])
  }
}
