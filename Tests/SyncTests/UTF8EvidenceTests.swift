import Phrases
import Testing

@testable import Sync

/// Lists of a few words, whose source is said to be in an old encoding.
@Suite struct UTF8EvidenceTests {
  private static let oneByte: [TextEncoding] = [
    .windows1250, .windows1251, .windows1252, .windows1254, .latin9, .latin2, .koi8,
  ]
  private static let moreBytes: [TextEncoding] = [.gb18030, .big5, .shiftJIS, .eucJP, .eucKR]

  private static func list(_ text: String) -> [UInt8] { Array("title,text\nA,\(text)\n".utf8) }

  @Test(arguments: ["Don’t", "25 €", "Café ouvert à midi", "Größe", "您好", "Да", "ё", "é"], oneByte)
  func `a short list in UTF-8 is known beside any encoding of one byte`(
    text: String, encoding: TextEncoding
  ) {
    #expect(encoding.isLeft(by: Self.list(text)))
  }

  /// What iconv writes of some words.
  @Test(arguments: [
    ([0x63, 0x61, 0x66, 0xE9], TextEncoding.windows1252),
    // « Terminé » and groß…
    ([0xAB, 0xA0, 0x54, 0xE9, 0xA0, 0xBB], .windows1252),
    ([0x67, 0x72, 0x6F, 0xDF, 0x85], .windows1252),
    // Größe, привет
    ([0x47, 0x72, 0xF6, 0xDF, 0x65], .latin9),
    ([0xEF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], .windows1251),
    // 谢谢, 谢谢没关系, 您好, ありがとう, 감사
    ([0xD0, 0xBB, 0xD0, 0xBB], .gb18030), ([0xC4, 0xFA, 0xBA, 0xC3], .gb18030),
    (Array(repeating: [0xD0, 0xBB], count: 20).flatMap(\.self), .gb18030),
    ([0x82, 0xA0, 0x82, 0xE8], .shiftJIS), ([0xB0, 0xA8, 0xBB, 0xE7], .eucKR),
    ([0x61], .windows1252), ([], .utf16LittleEndian),
    ([0x61, 0x00, 0x60, 0x4F], .utf16LittleEndian),
  ])
  func `a short list in what it is said to be stays so`(bytes: [Int], encoding: TextEncoding) {
    #expect(!encoding.isLeft(by: bytes.map(UInt8.init)))
  }

  @Test(arguments: ["您好", "谢谢，请稍等", "您好 Café", "ありがとう", "감사합니다"], moreBytes)
  func `what has characters of three bytes in UTF-8 is no other encoding of East Asia`(
    text: String, encoding: TextEncoding
  ) {
    #expect(encoding.isLeft(by: Self.list(text)))
  }
}
