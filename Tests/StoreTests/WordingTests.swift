import Phrases
import Testing

@testable import Store

@Suite struct WordingTests {
  static let errors: [StoreError] =
    [
      .missing(path: "/a/b.sqlite"), .lost(path: "/a/b.sqlite"),
      .noFolder(path: "/a/b.sqlite"), .noRights(path: "/a/b.sqlite"),
      .readOnly(path: "/a/b.sqlite"), .notAFile(path: "/a/b.sqlite"),
      .damaged(path: "/a/b.sqlite", row: nil),
      .damaged(path: "/a/b.sqlite", row: StoreRow(table: "phrase", number: 3)),
      .newerSchema(path: "/a/b.sqlite", found: 2, known: 1), .diskFull(path: "/a/b.sqlite"),
      .sizeLimit(path: "/a/b.sqlite"),
      .busy(path: "/a/b.sqlite"), .other(path: "/a/b.sqlite", code: 10),
    ] + PhraseFlaw.allCases.map { .unusablePhrase(id: "/a/b.sqlite", $0) }

  @Test(arguments: errors) func `every error is one sentence that says where`(_ error: StoreError) {
    let english = error.sentence(.english)
    #expect(english.contains("/a/b.sqlite"))
    #expect(english.hasSuffix("."))
    #expect(
      english.unicodeScalars.allSatisfy { $0.value < 0x80 || "“”…".unicodeScalars.contains($0) })
    let chinese = error.sentence(.chinese)
    #expect(chinese.contains("/a/b.sqlite"))
    #expect(chinese.hasSuffix("。"))
    for sentence in [english, chinese] {
      #expect(!sentence.contains("\n"))
      #expect(!sentence.contains("Optional"))
    }
  }

  @Test func `no two errors read the same`() {
    for language in Language.allCases {
      let sentences = Set(WordingTests.errors.map { $0.sentence(language) })
      #expect(sentences.count == WordingTests.errors.count)
    }
  }

  @Test func `an id as long as a text is cut in the sentence`() {
    let error = StoreError.unusablePhrase(id: String(repeating: "长", count: 500), .noText)
    #expect(error.sentence(.english).unicodeScalars.count < 200)
    #expect(error.sentence(.chinese).contains("…"))
  }

  @Test func `an import is told in numbers`() {
    let summary = ImportSummary(added: 1, changed: 20, unchanged: 300)
    #expect(summary.sentence(.english) == "1 added, 20 changed, 300 unchanged.")
    #expect(summary.sentence(.chinese) == "新增 1 条，更改 20 条，未变 300 条。")
  }
}
