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

  private static let foreignProblems: [Finding.ForeignProblem] = {
    var reading = Finding.ForeignProblem.Reading(
      list: "a\u{1B}[]", count: 136, columns: [.text: "bo\u{1B}dy", .category: "cat"])
    let short = reading
    reading.tool = "Zendesk"
    reading.others = ["text=a[].c"]
    reading.left = (0..<9).map { "c\u{1B}\($0)" }
    return [
      .readAs(short), .readAs(reading), .noPhrases(found: [], columns: nil),
      .noPhrases(found: ["a\u{1B}[]: 3"], columns: "text=a[].\u{1B}b"),
      .pathMissing(.title, path: "a\u{1B}", found: ["b"]), .tooManyValues(limit: 9),
      .webPage, .notOfKind("a\u{1B}"), .yaml(.broken), .yaml(.anchor("a\u{1B}")),
      .yaml(.keyTwice("a\u{1B}")), .tooLarge(limit: 32 << 20),
      .ambiguousIDs(member: "i\u{1B}d", example: "1\u{1B}"),
    ]
      + Finding.ForeignProblem.NotCarried.allCases.flatMap { kind in
        [1, 3].map { .notCarried(kind, count: $0, samples: ["s\u{1B}\($0)"]) }
      }
  }()

  private static let tableProblems: [Finding.Problem] = [
    .missingTextColumn(found: [], suggestion: ""),
    .missingTextColumn(found: ["\u{1B}a", "b"], suggestion: "text=\u{1B}a"),
    .missingTextColumn(found: (0..<30).map { "c\($0)" }, suggestion: ""),
    .mappedHeaderMissing(column: .title, header: "h", found: ["a"]),
    .columnTwice(header: "a", first: "b"), .noHeader("text=2"),
    .columnsCompete(.text, taken: "a", others: ["\u{1B}b"]),
    .groupsNotFilled(.category, count: 3, rows: 5), .headerRepeated(2), .anotherTable(row: 9),
    .statusNotRead(header: "\u{1B}", sample: "\u{1B}"),
    .unknownStatuses(2, sample: "maybe\u{1B}"),
    .unclearDates(3, sample: "11/\u{1B}01/2026"), .sameTextOtherKeywords,
    .markup(3, isRead: true), .markup(3, isRead: false), .speltBreaks(2, isRead: true),
    .speltBreaks(2, isRead: false), .notOfFormat("a\u{1B}"),
    .rowsAboveHeader(2, sample: "\u{1B}a", found: ["text"]),
    .valuesWithoutName(column: 3, count: 1, sample: "\u{1B}a"),
  ]

  private static let problems: [Finding.Problem] =
    [
      .fileTooLarge(bytes: 2, limit: 1), .emptyFile, .notUTF8(offset: 5), .notDecodable(offset: 5),
      .loneSurrogate(offset: 5), .halfUTF16Unit(offset: 5), .utf32, .workbook,
      .tooManyColumns(limit: 200), .tooManyRows(limit: 9),
      .unterminatedQuote, .textAfterQuote, .tooManyCells(columns: 3),
      .fieldTooLong(bytes: 2, limit: 1), .duplicateID("\u{202E}x"), .badDate("x"),
      .unknownStatus("x"), .itemIsNotAnObject(item: 3, .number), .memberTwice("a"),
      .wrongKind(.array, allowsList: false), .wrongKind(.object, allowsList: true), .emptyText,
      .sameTitle, .samePhrase, .assumedEncoding(EncodingSample(encoding: .big5, text: "x")),
      .unclearEncoding([EncodingSample(encoding: .koi8, text: "x")]),
      .notInEncoding(.eucJP, offset: 5), .noPhrases, .keptInLFS, .conflictMarker,
      .lostText(.questionMarks, count: 2, samples: ["?\u{1B}a"]),
      .lostText(.replacementCharacters, count: 1, samples: ["a"]),
      .lostText(.spreadsheetErrors, count: 1, samples: ["a"]),
      .lostText(.scientificNumbers, count: 1, samples: ["a"]),
      .foreignPlaceholders(
        phrases: 941, examples: ["[变\u{1B}量]", "【单号】", "{a}", "%b%"], [.square]),
      .foreignPlaceholders(phrases: 1, examples: ["____"], []),
    ] + foreignProblems.map { .foreign($0) } + tableProblems
    + Placeholder.Flaw.allCases.map { .placeholderOnlyBlank($0, "{{a\u{1B}|}}") }
    + [1, 2].map { .placeholdersSayMore($0, examples: ["{{今天}}", "{{a|\u{1B}}}"]) }
    + Blank.Damage.allCases.map { .damagedPlaceholder($0, "{{a\u{1B}") }
    + kinds.map { .notAListOfPhrases($0) } + jsonProblems.map { .json($0) }
    + [(Day(iso: "2026-02-01"), Day(iso: "2026-01-01"))].compactMap { from, until in
      guard let from, let until else { return nil }
      return .endsBeforeItBegins(from: from, until: until)
    }

  @Test(arguments: Language.allCases)
  func `every problem has a sentence that is safe to print`(language: Language) {
    var sentences: Set<String> = []
    for problem in Self.problems {
      let finding = Finding(
        problem: problem, place: .text(line: 12, column: 7), columnName: "内\u{7}容",
        related: .text(line: 3, column: 1))
      let sentence = finding.sentence(language, file: "k\u{1B}b.csv")
      sentences.insert(sentence)
      #expect(sentence.hasPrefix("k␛b.csv"))
      #expect(sentence.hasSuffix(language == .english ? "." : "。"))
      #expect(sentence.unicodeScalars.allSatisfy { !SafeText.isHidden($0) })
      let words = problem.sentence(language, related: "row 3 (第 3 行)")
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
        "kb, row 2, \"a\", status (line 2, column 5): the status \"done\" is not known; "
          + "write draft or leave it empty."
      ])
    #expect(
      error?.sentences(.chinese) == [
        "kb 第 2 行，“a”，status（第 2 行第 5 个字符）：状态“done”无法识别；请写 draft（草稿）或留空。"
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

  @Test func `A place is said in the way of its file`() {
    func sentences(
      _ place: Finding.Place, _ related: Finding.Place, _ relatedRow: Int? = nil
    ) -> [String] {
      let finding = Finding(
        problem: .sameTitle, place: place, columnName: "标题", row: 590, id: "SH-589", title: "空的",
        related: related, relatedRow: relatedRow)
      return Language.allCases.map { finding.sentence($0, file: "kb") }
    }
    #expect(
      sentences(.text(line: 2534, column: 1), .text(line: 9, column: 1), 7) == [
        "kb, row 590, SH-589 \"空的\", 标题 (line 2534, column 1): the title stands in row 7 already, with another text; "
          + "give both an id.",
        "kb 第 590 行，SH-589 “空的”，标题（第 2534 行第 1 个字符）：标题与第 7 行相同而内容不同；请为两行填写编号（id）。",
      ])
    let cells = sentences(
      .cell(sheet: "售后\u{1B}", row: 590, column: 28), .cell(sheet: "售后", row: 7, column: 1))
    #expect(
      cells[0].hasPrefix("kb, sheet 售后␛, cell AB590, SH-589 \"空的\", 标题: the title stands in row 7"))
    #expect(cells[1].hasPrefix("kb 工作表 售后␛ 单元格 AB590，SH-589 “空的”，标题：标题与第 7 行（工作表“"))
    let paths = sentences(.path("phrases[3].title"), .path("phrases[0].title"))
    #expect(
      paths[0].hasPrefix(
        "kb, phrases[3].title, SH-589 \"空的\", 标题: the title stands in phrases[0].title"))
  }

  @Test(arguments: Language.allCases)
  func `what is left out is counted`(language: Language) {
    let finding = Finding(problem: .unterminatedQuote)
    let one = KnowledgeBaseError(file: "f", findings: [finding], count: 2).sentences(language)
    #expect(one.count == 2)
    #expect(one[1].contains("1"))
  }
}
