import Foundation
import Phrases
import Testing

@testable import Search

/// Texts that are written letter by letter (NFD) are found like others, in every script.
struct CompositionTests {
  private func units(_ text: String) -> [UInt16] {
    UnitFolder.shared.unitsAndOffsets(of: text).units
  }

  @Test func `every letter is the same composed and taken apart`() {
    // 汉字 for compatibility are others: nothing takes apart what somebody typed as one.
    let blocks: [Range<UInt32>] = [0x80..<0x3400, 0xA000..<0xD800, 0xFB00..<0x1_2000]
    var apart = 0
    for value in blocks.joined() {
      guard let letter = Unicode.Scalar(value), letter.properties.isAlphabetic else { continue }
      let whole = String(letter)
      let parts = whole.decomposedStringWithCanonicalMapping
      guard parts.unicodeScalars.count > 1 else { continue }
      apart += 1
      #expect(units(whole) == units(parts), "U+\(String(value, radix: 16))")
    }
    #expect(apart > 12_000)
  }

  @Test(arguments: [
    ("환불", "환불 안내"), ("반품", "교환/반품 규정"), ("क़ीमत", "क़ीमत की जानकारी"), ("কোড", "কোড"), ("தொகை", "தொகை"),
    ("آدرس", "آدرس"), ("Lỗi", "Lỗi thanh toán"), ("ガス", "ガス料金"), ("йод", "Йод"),
  ])
  func `either is found by either`(query: String, title: String) {
    for query in [
      query.precomposedStringWithCanonicalMapping, query.decomposedStringWithCanonicalMapping,
    ] {
      #expect(finds(query, title.precomposedStringWithCanonicalMapping), "\(query)")
      #expect(finds(query, title.decomposedStringWithCanonicalMapping), "\(query)")
      #expect(finds("\"\(query)\"", title.decomposedStringWithCanonicalMapping), "\(query)")
    }
  }

  @Test func `a syllable that is not finished is what it is`() {
    #expect(units("\u{1112}\u{1161}") == Array("하".utf16))
    #expect(units("하\u{11AB}") == Array("한".utf16))
    #expect(units("\u{1112}") == [0x1112])
    #expect(units("\u{1161}\u{11AB}") == [0x1161, 0x11AB])
    #expect(units("한\u{11AB}") == Array("한".utf16) + [0x11AB])
  }

  @Test func `what is marked are whole syllables`() {
    let title = "배송 환불 안내".decomposedStringWithCanonicalMapping
    let library = Library([Samples.phrase(title)])
    var highlighter = Highlighter(Query("환불"))
    let matches = highlighter.matches(
      of: PhraseNumber(rawValue: 0), in: library, foundBy: .exact)
    #expect(matches.map(\.ranges) == [[6..<12]])
  }
}
