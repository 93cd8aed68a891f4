import Testing

@testable import Phrases

struct EncodingGuessTests {
  private func list(_ rows: [String]) -> String { "title,text\n" + rows.map { $0 + "\n" }.joined() }

  @Test func `three rows are enough to tell the encodings from each other`() throws {
    for (language, encodings, rows) in EncodedList.replies {
      let whole = try read(list(rows))
      for (encoding, name) in encodings {
        let bytes = try #require(EncodedList.bytes(list(rows), name), "\(language) \(name)")
        let sentences = refusal(of: bytes)?.sentences(.english)
        try #require(sentences == nil, "\(language) \(name): \(sentences ?? [])")
        let base = try read(bytes)
        #expect(base.phrases == whole.phrases, "\(language) \(name)")
        guard case .assumedEncoding(let sample)? = base.warnings.first?.problem else {
          Issue.record("\(language) \(name) is not said")
          continue
        }
        #expect(sample.encoding == encoding, "\(language) \(name)")
        #expect(!sample.text.isEmpty)
      }
    }
  }

  @Test(arguments: [true, false], ["标题,内容\n查询,您好，请稍等\n", "title,text\nHi,Hello there\n"])
  func `UTF-16 without a mark is called so`(isLittle: Bool, text: String) {
    let units = text.utf16.flatMap { isLittle ? [$0, $0 >> 8] : [$0 >> 8, $0] }
    let bytes = units.map { UInt8(truncatingIfNeeded: $0) }
    guard case .unclearEncoding(let samples)? = refusal(of: bytes)?.problems.first else {
      Issue.record("read, or refused for something else")
      return
    }
    #expect(samples.map(\.encoding) == [isLittle ? .utf16LittleEndian : .utf16BigEndian])
    #expect(text.hasPrefix(samples[0].text))
    #expect(refusal(of: bytes)?.sentences(.english).first?.contains("--encoding UTF-16") == true)
  }

  @Test func `control characters are no reading of a text`() throws {
    // aujourd’hui – 5 €, in Windows-1252.
    let bytes =
      Array("title,text\nA,aujourd".utf8) + [0x92] + Array("hui ".utf8) + [0x96]
      + Array(" d".utf8) + [0xE9] + Array("j".utf8) + [0xE0, 0x2C, 0x20, 0x35, 0x20, 0x80, 0x0A]
    let guess = bytes.withUnsafeBufferPointer { EncodingGuess($0) }
    #expect(guess.readings.contains { $0.encoding == .windows1252 })
    #expect(!guess.readings.contains { [.latin9, .latin2].contains($0.encoding) })
  }

  @Test func `nothing is taken for something else, however short it is`() throws {
    for (_, encodings, rows) in EncodedList.replies {
      for cell in rows.flatMap({ $0.split(separator: ",") }) {
        let text = "text\n\(cell)\n"
        for (_, name) in encodings {
          guard let bytes = EncodedList.bytes(text, name) else { continue }
          guard let base = try? read(bytes) else { continue }
          #expect(
            base.phrases == (try read(text)).phrases, "\(cell) \(name) \(base.phrases[0].text)")
        }
      }
    }
  }

  @Test(arguments: ["IBM850", "MACINTOSH", "IBM866", "ISO-8859-5", "JOHAB", "CP1253", "CP1257"])
  func `what is in none of the encodings is refused with two samples`(name: String) throws {
    for (language, _, rows) in EncodedList.replies {
      guard let bytes = EncodedList.bytes(list(rows), name), bytes.contains(where: { $0 >= 0x80 })
      else { continue }
      let whole = try read(list(rows))
      if (try? read(bytes))?.phrases == whole.phrases { continue }
      let error = try #require(refusal(of: bytes), "\(language) \(name)")
      guard case .unclearEncoding(let samples)? = error.problems.first else {
        #expect(error.problems.count == 1)
        continue
      }
      #expect(!samples.isEmpty && samples.count <= 2)
      #expect(Set(samples.map(\.text)).count == samples.count)
      #expect(error.sentences(.english).first?.contains("--encoding") == true)
    }
  }

  @Test func `a short list of rare characters is GBK all the same`() throws {
    for text in [
      "text\n亲，您好\n", "text\n嗯嗯，好的\n", "标题,内容\n赵钱孙李,周吴郑王\n", "text\nWiFi密码123\n",
      "title,text\na,谢谢😊\n",
    ] {
      let bytes = try #require(EncodedList.bytes(text, "GB18030"))
      #expect(try read(bytes).phrases == (try read(text)).phrases, "\(text)")
    }
  }

  @Test func `what was said is not guessed, but a byte order mark is believed first`() throws {
    let text = "text\nété\n"
    let bytes = try #require(EncodedList.bytes(text, "CP1252"))
    let base = try read(bytes, encoding: .windows1252)
    #expect(base.encoding == .windows1252)
    #expect(base.phrases.first?.text == "été")
    #expect(base.warnings.isEmpty)
    #expect(refusal(of: bytes, encoding: .utf8)?.problems == [.notInEncoding(.utf8, offset: 5)])
    #expect(
      refusal(of: bytes, encoding: .eucJP)?.problems == [.notInEncoding(.eucJP, offset: 5)])
    let marked = try read([0xEF, 0xBB, 0xBF] + Array(text.utf8), encoding: .gb18030)
    #expect(marked.phrases.first?.text == "été")
    let wide = try read(
      text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, encoding: .utf16LittleEndian)
    #expect(wide.phrases.first?.text == "été")
  }

  @Test func `encodings have the names that people write`() {
    let names: [(String, TextEncoding)] = [
      ("gbk", .gb18030), ("GB2312", .gb18030), ("cp936", .gb18030), ("gb-18030", .gb18030),
      ("big5", .big5), ("Big5-HKSCS", .big5), ("cp950", .big5), ("sjis", .shiftJIS),
      ("Shift-JIS", .shiftJIS), ("cp932", .shiftJIS), ("windows-31j", .shiftJIS),
      ("eucjp", .eucJP), ("euc_kr", .eucKR), ("cp949", .eucKR), ("ms949", .eucKR),
      ("latin1", .windows1252),
      ("ISO-8859-1", .windows1252), ("win1252", .windows1252), ("Windows 1251", .windows1251),
      ("cp1250", .windows1250), ("latin2", .latin2), ("latin9", .latin9),
      ("koi8-r", .koi8), ("utf8", .utf8), ("UTF-8", .utf8), ("utf-16le", .utf16LittleEndian),
    ]
    for (name, encoding) in names { #expect(TextEncoding(named: name) == encoding, "\(name)") }
    for name in ["", "-", "ansi", "klingon", "125"] {
      #expect(TextEncoding(named: name) == nil, "\(name)")
    }
    for encoding in TextEncoding.allCases {
      #expect(TextEncoding(named: encoding.option) == encoding)
    }
    #expect(TextEncoding.unknownName("\u{1B}x", .english).contains("GB18030, Big5, Shift_JIS"))
  }

  @Test func `one euro at the end of a long list is not lost`() throws {
    let rows =
      (0..<700).map { "Größe \($0),Für Sie geändert" } + [
        "Preis,neun €", "Porto,drei €", "Rabatt,zwei €",
      ]
    let bytes = try #require(EncodedList.bytes(list(rows), "ISO-8859-15"))
    let texts = (try? read(bytes))?.phrases.map(\.text) ?? ["neun €"]
    #expect(texts.contains("neun €"))
  }
}
