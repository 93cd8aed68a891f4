import Testing

@testable import Phrases

struct EncodingTests {
  /// 标题,内容 / 发货,亲 in GBK.
  private let gbk: [UInt8] = [
    0xB1, 0xEA, 0xCC, 0xE2, 0x2C, 0xC4, 0xDA, 0xC8, 0xDD, 0x0A, 0xB7, 0xA2, 0xBB, 0xF5, 0x2C, 0xC7,
    0xD7, 0x0A,
  ]

  private func utf16(_ text: String, littleEndian: Bool) -> [UInt8] {
    (Array(("\u{FEFF}" + text).utf16)).flatMap { unit in
      let bytes = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return littleEndian ? bytes.reversed() : bytes
    }
  }

  @Test func `a byte order mark tells the encoding`() throws {
    let text = "标题,内容\n发货,亲😀\n"
    let plain = try read(text)
    #expect(plain.encoding == .utf8)
    let marked = try read("\u{FEFF}" + text)
    #expect(marked.encoding == .utf8WithBOM)
    let little = try read(utf16(text, littleEndian: true))
    #expect(little.encoding == .utf16LittleEndian)
    let big = try read(utf16(text, littleEndian: false))
    #expect(big.encoding == .utf16BigEndian)
    for base in [marked, little, big] { #expect(base.phrases == plain.phrases) }
    #expect(plain.phrases.first?.text == "亲😀")
  }

  @Test func `GB18030 is read, and that is said`() throws {
    let base = try read(gbk)
    #expect(base.encoding == .gb18030)
    #expect(base.phrases.first?.title == "发货")
    #expect(base.phrases.first?.text == "亲")
    let sample = EncodingSample(encoding: .gb18030, text: "标题,内容")
    #expect(base.warnings.map(\.problem) == [.assumedEncoding(sample)])
  }

  @Test func `four bytes of GB18030 are one character`() throws {
    let emoji: [UInt8] = [0x94, 0x39, 0xFC, 0x36]  // 😀
    let base = try read(gbk + Array("a,".utf8) + [0xC7, 0xD7] + emoji + [0x0A])
    #expect(base.phrases.last?.text == "亲😀")
  }

  @Test func `UTF-8 with one bad byte is not taken for GB18030`() {
    var bytes = Array("标题,内容\n发货时间,亲，我们会尽快为您安排发货\n".utf8)
    bytes.insert(0xFF, at: bytes.count - 4)
    #expect(refusal(of: bytes)?.problems == [.notDecodable(offset: bytes.count - 5)])
    var decodable = Array("标题,内容\n发货时间,亲，我们会尽快为您安排发货".utf8)
    decodable.append(contentsOf: [0xB7, 0xA2, 0x0A])
    let error = refusal(of: decodable)
    #expect(error?.problems == [.notDecodable(offset: decodable.count - 3)])
    #expect(error?.places == ["2:19"])
  }

  @Test func `Latin UTF-8 with one bad byte is not taken for GB18030`() {
    let bytes = Array("title,text\nDéjà vu,à bientôt, ça ira\ncaf".utf8) + [0xE9, 0x74, 0x0A]
    guard case .notDecodable? = refusal(of: bytes)?.problems.first else {
      Issue.record("it was read")
      return
    }
  }

  @Test func `a mark that does not hold is an error with its offset`() {
    let bytes: [UInt8] = [0xEF, 0xBB, 0xBF] + Array("text\na".utf8) + [0xFF]
    let error = refusal(of: bytes)
    #expect(error?.problems == [.notUTF8(offset: 9)])
    #expect(error?.places == ["2:2"])
  }

  @Test func `broken UTF-16 is an error with its offset`() {
    let whole = utf16("text\na\n", littleEndian: true)
    let half = refusal(of: whole + [0x41])
    #expect(half?.problems == [.halfUTF16Unit(offset: whole.count)])
    let lone = refusal(of: whole + [0x00, 0xD8, 0x41, 0x00])
    #expect(lone?.problems == [.loneSurrogate(offset: whole.count)])
    #expect(lone?.places == ["3:1"])
    let last = refusal(of: whole + [0x00, 0xDC])
    #expect(last?.problems == [.loneSurrogate(offset: whole.count)])
    #expect(refusal(of: [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0])?.problems == [.utf32])
  }

  @Test func `a workbook is called so`() {
    #expect(refusal(of: Array("PK\u{3}\u{4}text\n".utf8))?.problems == [.workbook])
  }

  @Test func `the scan agrees with the standard library about what is UTF-8`() {
    var random = SeededGenerator(seed: 8)
    let pieces: [[UInt8]] = [
      [0x41], Array("é".utf8), Array("发".utf8), Array("😀".utf8), [0xC0, 0x80], [0xE0, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0x80], [0xE5, 0x8F],
      [0xF5], [0xC2], Array("plain text of ASCII".utf8), Array("\u{10FFFF}\u{D7FF}\u{E000}".utf8),
    ]
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...6, using: &random)).flatMap { _ in
        pieces.randomElement(using: &random) ?? []
      }
      let invalid = bytes.withUnsafeBufferPointer { UTF8Scan.firstInvalid($0) }
      var expected: Int?
      do { _ = try UTF8Span(validating: bytes.span) } catch {
        expected = error.byteOffsets.lowerBound
      }
      #expect(invalid == expected, "\(bytes)")
    }
  }
}
