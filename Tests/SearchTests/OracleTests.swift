import Glibc
import Phrases
import Testing

@testable import Search

/// How many times as much is tried; ROUNDS=50 is a million pairs of query and phrase.
private let rounds = getenv("ROUNDS").flatMap { Int(String(cString: $0)) } ?? 1

struct OracleTests {
  private static let han = Array(
    "发货退款还重庆长安西先县女绿旅略六行调整会儿嗯着乾干發貨後后里昂间隔方案反感品果天鹅中国双无理由厦七两三元〇零师傅热点联系")
  private static let other = Array("aexfnwi7890-_ .，😊𠮷の2¥;…")

  private static func text(_ length: Int, _ random: inout SeededGenerator) -> String {
    String(
      (0..<length).map { _ in
        Int.random(in: 0..<3, using: &random) == 0
          ? other[Int.random(in: 0..<other.count, using: &random)]
          : han[Int.random(in: 0..<han.count, using: &random)]
      })
  }

  private static func phrase(_ id: String, _ random: inout SeededGenerator) -> Phrase {
    func text(_ lengths: ClosedRange<Int>) -> String {
      self.text(Int.random(in: lengths, using: &random), &random)
    }
    return Samples.phrase(
      text(0...8), text: text(0...20), keywords: [text(0...3), text(0...3)], code: text(0...2),
      path: [text(0...2), text(0...2), text(0...2)], id: id)
  }

  /// A few ways of typing, since tables are made for each.
  private static func ways(_ random: inout SeededGenerator) -> [SearchOptions] {
    [.standard] + (0..<7).map { _ in options(&random) }
  }

  private static func options(_ random: inout SeededGenerator) -> SearchOptions {
    SearchOptions(
      fuzzySounds: Set(FuzzySound.allCases.filter { _ in Bool.random(using: &random) }),
      doublePinyin: Bool.random(using: &random)
        ? nil : DoublePinyin.allCases.randomElement(using: &random))
  }

  /// Something that may well be in a text: some of its characters, each typed in one way or another.
  private static func query(
    for text: String, _ options: SearchOptions, isFuzzy: Bool = false,
    _ random: inout SeededGenerator
  ) -> String {
    guard !text.isEmpty else { return "x" }
    let characters = Array(text)
    let start = Int.random(in: 0..<characters.count, using: &random)
    let length = Int.random(in: 1...min(5, characters.count - start), using: &random)
    let spellings = Spellings.shared(for: options, isFuzzy: isFuzzy)
    var query = characters[start..<start + length].map { character in
      typed(character, spellings, &random)
    }.joined()
    switch Int.random(in: 0..<14, using: &random) {
    case 0:
      query +=
        ["n", "g", "a", " ", "'", "ü", "i", "v", "7", "元", "-", "\""]
        .randomElement(using: &random) ?? ""
    case 1: query = String(query.dropLast())
    case 2: query += " " + self.query(for: text, options, isFuzzy: isFuzzy, &random)
    case 3: query = String(query.shuffled(using: &random))
    case 4: query = "\"" + query
    case 5: query = "\"\(String(characters[start..<start + length]))\" " + query
    case 6: query += " -" + typed(han.randomElement(using: &random) ?? "发", spellings, &random)
    case 7: query = "-" + query
    default: break
    }
    return query
  }

  private static func typed(
    _ character: Character, _ spellings: Spellings, _ random: inout SeededGenerator
  ) -> String {
    let table = ReadingTable.shared
    let unit = UnitFolder.shared.unitsAndOffsets(of: String(character)).units.first ?? 0
    guard
      let reading = table.readings(ofSet: Int(table.sets[Int(unit)])).randomElement(using: &random),
      let spelling = spellings[Int(reading)].randomElement(using: &random)?.letters
    else { return String(character) }
    let letters = (0..<spelling.count).map { spelling[$0] }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return String(character)
    case 1, 2: return String(decoding: letters.prefix(1), as: UTF8.self)
    case 3: return String(decoding: letters.prefix(2), as: UTF8.self)
    case 4: return String(decoding: letters, as: UTF8.self) + "'"
    default: return String(decoding: letters, as: UTF8.self)
    }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `the engine finds what plain recursion finds`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var found = 0
    let ways = OracleTests.ways(&random)
    for round in 0..<250 * rounds {
      let options = ways[round / 3 % ways.count]
      // Some are enough for an index.
      let count = round % 5 == 0 ? Segment.worthIndexing + 22 : 20
      let phrases = (0..<count).map { OracleTests.phrase("\($0)", &random) }
      let phrase = phrases[round % count]
      let fields = [phrase.title, phrase.text, phrase.category, phrase.keywords[0]]
      let query = Query(
        OracleTests.query(for: fields[round % 4], options, &random), options: options)
      guard !query.isEmpty else { continue }
      let oracle = Oracle(query.text, options)
      let library = Library(phrases)
      var highlighter = Highlighter(query)
      let hits = library.result(query).hits.filter { $0.tier == .exact }
      let numbers = Set(hits.map(\.number.rawValue))
      let isExclusion = QueryText.words(of: query.text).allSatisfy { $0.role == .excluded }
      for (number, phrase) in phrases.enumerated() {
        let isFound = numbers.contains(Int32(number))
        let isTold =
          !isFound || isExclusion
          || !highlighter.matches(
            of: PhraseNumber(rawValue: Int32(number)), in: library, foundBy: .exact
          ).isEmpty
        guard isFound == oracle.finds(phrase), isTold else {
          Issue.record(
            """
            seed \(seed), round \(round), query \(query.text), \(options): \
            \(isFound ? "found" : "not found")\(isTold ? "" : ", no match told") in \(phrase)
            """)
          return
        }
        found += isFound ? 1 : 0
      }
    }
    #expect(found > 500, "seed \(seed) tests too little: \(found) found")
  }

  @Test(arguments: [11, 12] as [UInt64])
  func `a word alone is found as plain recursion finds it, fuzzy sounds and all`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var found = 0
    let ways = OracleTests.ways(&random)
    for round in 0..<2_000 * rounds {
      let options = ways[round / 3 % ways.count]
      let isFuzzy = round % 3 != 0
      let text = OracleTests.text(Int.random(in: 1...8, using: &random), &random)
      let query = OracleTests.query(for: text, options, isFuzzy: isFuzzy, &random)
      guard let word = OneWord(query, options, isFuzzy: isFuzzy) else { continue }
      let isFound = (word.closeness(in: text) != nil) != (word.pattern.role == .excluded)
      guard isFound == Oracle(query, options, isFuzzy: isFuzzy).finds(in: [text]) else {
        Issue.record("seed \(seed), round \(round), query \(query), \(options), text \(text)")
        return
      }
      found += isFound ? 1 : 0
    }
    #expect(found > 500, "seed \(seed) tests too little: \(found) found")
  }

  @Test(arguments: [5] as [UInt64])
  func `words too long for one state are found as plain recursion finds them`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for index in 0..<60 {
      let text = OracleTests.text(90, &random)
      let word = String(
        text.dropFirst(2).prefix(60 + index % 25).filter { !" \"".contains($0) })
      let query =
        index % 3 == 0
        ? word
        : index % 3 == 1 ? word + "货货" : "xian" + word
      #expect(
        finds(query, text) == Oracle(query).finds(in: [text]),
        "seed \(seed), query \(query), phrase \(text)")
    }
  }
}
