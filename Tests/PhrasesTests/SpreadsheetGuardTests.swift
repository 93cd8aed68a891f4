import Glibc
import Testing

@testable import Phrases

/// How many times as much is tried; ROUNDS=25 is a hundred thousand phrases.
private let rounds = getenv("ROUNDS").flatMap { Int(String(cString: $0)) } ?? 1

@Suite struct SpreadsheetGuardTests {
  @Test(arguments: [
    "=1+1", "+86 138", "-5 度", "@群主", "\tx", "\r\nx", "\nx", "  =1", "　＝1", "＋1", "－1", "＠所有人",
    "=", "'=1", "''=1", "'  @x",
  ])
  func `what a spreadsheet would run begins with an apostrophe, and reads back without`(
    _ text: String
  ) throws {
    let guarded = SpreadsheetGuard.written(text, isGuarded: true)
    #expect(guarded == "'" + text)
    #expect(SpreadsheetGuard.read(guarded) == text)
    let plain = SpreadsheetGuard.written(text, isGuarded: false)
    #expect(plain == (text.hasPrefix("'") ? "'" + text : text))
    #expect(SpreadsheetGuard.read(plain) == text)
  }

  @Test(arguments: ["您好", "'quoted'", "it's", "1-2", "", "'", "''", "a=b", "'您好", "'\u{301}x"])
  func `anything else stays as it is`(_ text: String) {
    for isGuarded in [true, false] {
      #expect(SpreadsheetGuard.written(text, isGuarded: isGuarded) == text)
    }
    #expect(SpreadsheetGuard.read(text) == text)
  }

  @Test func `one apostrophe is dropped from every column of a file, quoted or not`() throws {
    let base = try read(
      "id,title,text,keywords,code\n'-1,'=t,\"'@a, \"\"b\"\"\",'+k;l,'-c\nx,'t,''=x,'k,'c\n")
    let first = try #require(base.phrases.first)
    #expect(first.key.id == "-1" && first.title == "=t" && first.text == "@a, \"b\"")
    #expect(first.keywords == ["+k", "l"] && first.code == "-c")
    let second = try #require(base.phrases.last)
    #expect(second.title == "'t" && second.text == "'=x" && second.keywords == ["'k"])
  }

  @Test func `a place in a guarded cell is counted with its apostrophe`() throws {
    let error = refusal(of: "text,status\nx,\n'=a,bad\n")
    #expect(error?.places == ["3:5"])
  }

  @Test func `what is written for a spreadsheet is read again`() throws {
    for round in 0..<rounds {
      try SpreadsheetGuardTests.roundTrip(count: 4_000, seed: 41 + UInt64(round))
    }
  }

  private static let beginnings = [
    "", "'", "''", "=", "+", "-", "@", "\t", "\r", "\n", "\r\n", " ", "　", "＝", "＋", "－", "＠", "\"",
    ",", ";", "您好", "a",
  ]

  /// Phrases whose cells begin in every way that matters, through every way of writing them.
  private static func roundTrip(count: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    func text() -> String {
      (0..<Int.random(in: 0...4, using: &random))
        .map { _ in beginnings.randomElement(using: &random) ?? "" }.joined()
    }
    let phrases = (0..<count).map { number in
      let title = text().trimmed()
      return Phrase(
        key: PhraseKey(source: "file", id: "\(text().trimmed())\(number)"),
        category: text().trimmed(), title: title.isBlank ? "t" : title, text: text() + "x",
        code: text().trimmed())
    }
    for delimiter in [KnowledgeBaseFormat.Delimiter.comma, .tab] {
      for (isGuarded, withBOM) in [(true, true), (true, false), (false, false)] {
        let bytes = KnowledgeBase.write(
          phrases, as: .csv(delimiter: delimiter), withBOM: withBOM, isGuarded: isGuarded)
        #expect(try read(bytes).phrases == phrases)
      }
    }
  }
}
