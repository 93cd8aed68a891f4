import Testing

@testable import Phrases

struct WordingTests {
  private static let jsonProblems: [Finding.JSONProblem] = [
    .unexpected("\u{1B}"), .unexpectedEnd, .controlCharacter("\u{1}"), .badEscape, .loneSurrogate,
    .tooDeep(limit: 64),
  ]

  private static let kinds: [Finding.JSONKind] = [
    .object, .array, .string, .number, .boolean, .null,
  ]

  private static let problems: [Finding.Problem] =
    [
      .fileTooLarge(bytes: 2, limit: 1), .emptyFile, .notUTF8(offset: 5), .notDecodable(offset: 5),
      .loneSurrogate(offset: 5), .halfUTF16Unit(offset: 5), .utf32, .workbook,
      .missingTextColumn(found: []), .missingTextColumn(found: ["\u{1B}a", "b"]),
      .missingTextColumn(found: (0..<30).map { "c\($0)" }),
      .mappedHeaderMissing(column: .title, header: "h", found: ["a"]),
      .columnTwice(header: "a", first: "b"), .tooManyColumns(limit: 200), .tooManyRows(limit: 9),
      .unterminatedQuote, .textAfterQuote, .tooManyCells(columns: 3),
      .fieldTooLong(bytes: 2, limit: 1), .duplicateID("\u{202E}x"), .badDate("x"),
      .unknownStatus("x"), .itemIsNotAnObject(item: 3, .number), .memberTwice("a"),
      .wrongKind(.array, allowsList: false), .wrongKind(.object, allowsList: true), .emptyText,
      .sameTitle, .samePhrase, .assumedGB18030, .noPhrases,
    ] + kinds.map { .notAListOfPhrases($0) } + jsonProblems.map { .json($0) }
    + [(Day(iso: "2026-02-01"), Day(iso: "2026-01-01"))].compactMap { from, until in
      guard let from, let until else { return nil }
      return .endsBeforeItBegins(from: from, until: until)
    }

  @Test(arguments: Language.allCases)
  func `every problem has a sentence that is safe to print`(language: Language) {
    var sentences: Set<String> = []
    for problem in Self.problems {
      let finding = Finding(
        problem: problem, line: 12, column: 7, columnName: "内\u{7}容", relatedLine: 3)
      let sentence = finding.sentence(language, file: "k\u{1B}b.csv")
      sentences.insert(sentence)
      #expect(sentence.hasPrefix("k␛b.csv"))
      #expect(sentence.hasSuffix(language == .english ? "." : "。"))
      #expect(sentence.unicodeScalars.allSatisfy { !SafeText.isHidden($0) })
      let words = problem.sentence(language, relatedLine: 3)
      #expect(words.count > 8, "\(problem)")
      #expect(isChinese(words) == (language == .chinese), "\(problem): \(words)")
      #expect(!sentence.contains("Optional"))
    }
    #expect(sentences.count == Self.problems.count)
  }

  /// Some English sentences name a Chinese word, and the other way round: the first letter tells.
  private func isChinese(_ words: String) -> Bool {
    let cjk = words.unicodeScalars.count { (0x4E00...0x9FFF).contains($0.value) }
    return cjk > 4
  }

  @Test func `a sentence says what, where and what to do`() {
    let error = refusal(of: "title,text,status\na,b,done\n")
    #expect(
      error?.sentences(.english) == [
        "kb, line 2, column 5 (status): the status \"done\" is not known; "
          + "write draft or leave it empty."
      ])
    #expect(
      error?.sentences(.chinese) == [
        "kb 第 2 行第 5 个字符（status）：状态「done」无法识别；请写 draft（草稿）或留空。"
      ])
  }

  @Test func `a long piece of the file is cut`() {
    let error = refusal(of: "text,status\na,\(String(repeating: "长", count: 60_000 / 3))\n")
    #expect((error?.sentences(.english).first?.count ?? .max) < 200)
  }

  @Test(arguments: Language.allCases)
  func `every problem of a mapping has a sentence`(language: Language) {
    let problems: [ColumnMapping.ParseError] = [
      .notAPair("a\u{1B}"), .unknownColumn("b"), .columnTwice(.text), .headerTwice("c"),
    ]
    for problem in problems {
      let sentence = problem.sentence(language)
      #expect(sentence.contains("--columns"))
      #expect(sentence.unicodeScalars.allSatisfy { !SafeText.isHidden($0) })
    }
  }

  @Test(arguments: Language.allCases)
  func `what is left out is counted`(language: Language) {
    let finding = Finding(problem: .unterminatedQuote, line: 1, column: 1)
    let one = KnowledgeBaseError(file: "f", findings: [finding], count: 2).sentences(language)
    #expect(one.count == 2)
    #expect(one[1].contains("1"))
  }
}
