import Testing

@testable import Phrases

struct WritingTests {
  private static let alphabet = [
    "a", "B", "7", " ", "发", "货", "，", ",", ";", "\t", "\"", "\"\"", "'", "=", "-", "\n", "\r",
    "\r\n", "\\", "/", "{", "}", "[", "]", ":", "é", "e\u{301}", "😀", "👨‍👩‍👧", "\0", "\u{1B}", "\u{9B}",
    "\u{202E}", "\u{200B}", "\u{FEFF}", "\u{2028}", "\u{E0041}", "{{name}}", "|", "、",
  ]

  private func randomPhrase(_ number: Int, _ random: inout SeededGenerator) -> Phrase {
    func line(_ length: Int) -> String {
      random.text(of: Self.alphabet, upTo: length).trimmed()
    }
    func items(_ separators: Set<Unicode.Scalar>) -> [String] {
      (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
        var item = String.UnicodeScalarView()
        for scalar in line(6).unicodeScalars where !separators.contains(scalar) {
          item.append(scalar)
        }
        let trimmed = String(item).trimmed()
        return trimmed.isEmpty ? nil : trimmed
      }
    }
    let days = [nil, Day(iso: "2026-01-31"), Day(iso: "2026-02-01")]
    let day = Int.random(in: 0...1, using: &random)
    return Phrase(
      key: PhraseKey(source: "file", id: "\(number)\(line(3))x"), department: line(4),
      category: line(4), subcategory: line(4), title: "t" + line(8).trimmed() + "t",
      text: random.text(of: Self.alphabet, upTo: 30) + "x"
        + random.text(of: Self.alphabet, upTo: 10),
      keywords: items([",", "、", "，", ";", "；", "|", "\n", "\r"]), code: line(3),
      attachments: items([";", "；", "|", "\n", "\r"]), validFrom: days[day],
      validUntil: days.dropFirst(day).randomElement(using: &random) ?? nil,
      isDraft: Bool.random(using: &random))
  }

  @Test func `what is written is read again, in every format`() throws {
    let seed: UInt64 = 20_260
    var random = SeededGenerator(seed: seed)
    for round in 0..<40 {
      let phrases = (0..<50).map { randomPhrase($0, &random) }
      let formats: [KnowledgeBaseFormat] = [
        .csv(delimiter: .comma), .csv(delimiter: .semicolon), .csv(delimiter: .tab), .json,
      ]
      for format in formats {
        let bytes = KnowledgeBase.write(
          phrases, as: format, withBOM: round.isMultiple(of: 2), isGuarded: round % 3 == 0)
        let base = try read(bytes)
        #expect(base.format == format, "seed \(seed), round \(round)")
        #expect(base.phrases == phrases, "seed \(seed), round \(round)")
        #expect(base.unknownColumns.isEmpty)
      }
    }
  }

  @Test func `nothing written is a list without phrases`() throws {
    #expect(try read(KnowledgeBase.write([], as: .json)).phrases.isEmpty)
    #expect(try read(KnowledgeBase.write([], as: .csv(delimiter: .comma))).phrases.isEmpty)
  }

  @Test func `JSON is written for people`() {
    let phrase = Phrase(
      key: PhraseKey(source: "file", id: "1"), title: "t", text: "a\nb", keywords: ["x", "y"])
    let text = String(decoding: KnowledgeBase.write([phrase], as: .json), as: UTF8.self)
    #expect(
      text == """
        [
          {
            "id": "1",
            "title": "t",
            "text": "a\\nb",
            "keywords": ["x", "y"]
          }
        ]

        """)
  }

  @Test func `formats go by their names`() {
    #expect(KnowledgeBaseFormat(name: "CSV") == .csv(delimiter: .comma))
    #expect(KnowledgeBaseFormat(name: "tsv") == .csv(delimiter: .tab))
    #expect(KnowledgeBaseFormat(name: "json") == .json)
    #expect(KnowledgeBaseFormat(name: "xlsx") == .workbook)
    #expect(KnowledgeBaseFormat(name: "ods") == nil)
  }
}
