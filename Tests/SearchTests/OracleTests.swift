import Phrases
import Testing

@testable import Search

struct OracleTests {
  private static let han = Array("发货退款还重庆长安西先县女绿旅略六行调整会儿嗯着乾干發貨後后里昂间隔方案反感品果天鹅中国双无理由厦")
  private static let other = Array("aexfnwi7890-_ .，😊𠮷の")

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

  /// Something that may well be in a text: some of its characters, each typed in one way or another.
  private static func query(for text: String, _ random: inout SeededGenerator) -> String {
    let table = ReadingTable.shared
    guard !text.isEmpty else { return "x" }
    let characters = Array(text)
    let start = Int.random(in: 0..<characters.count, using: &random)
    let length = Int.random(in: 1...min(5, characters.count - start), using: &random)
    var query = ""
    for character in characters[start..<start + length] {
      let unit = UnitFolder.shared.unitsAndOffsets(of: String(character)).units.first ?? 0
      let readings = Array(table.readings(ofSet: Int(table.sets[Int(unit)])))
      guard let reading = readings.randomElement(using: &random) else {
        query.append(character)
        continue
      }
      let spellings = table.syllables[Int(reading)].spellings
      let spelling = spellings[Int.random(in: 0..<spellings.count, using: &random)].letters
      switch Int.random(in: 0..<8, using: &random) {
      case 0: query.append(character)
      case 1...3: query += String(decoding: spelling.prefix(1), as: UTF8.self)
      case 4: query += String(decoding: spelling.prefix(2), as: UTF8.self)
      case 5: query += String(decoding: spelling, as: UTF8.self) + "'"
      default: query += String(decoding: spelling, as: UTF8.self)
      }
    }
    switch Int.random(in: 0..<10, using: &random) {
    case 0: query += ["n", "g", "a", " ", "'", "ü", "i"].randomElement(using: &random) ?? ""
    case 1: query = String(query.dropLast())
    case 2: query += " " + self.query(for: text, &random)
    case 3: query = String(query.shuffled(using: &random))
    default: break
    }
    return query
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `the engine finds what plain recursion finds`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var found = 0
    for round in 0..<40 {
      // Enough for an index, and few enough for a knowledge base without one.
      let count = round % 4 == 0 ? 20 : Segment.worthIndexing + 70 * (round % 4)
      let phrases = (0..<count).map { OracleTests.phrase("\($0)", &random) }
      let phrase = phrases[round % count]
      let fields = [phrase.title, phrase.text, phrase.category, phrase.keywords[0]]
      let query = Query(OracleTests.query(for: fields[round % 4], &random))
      let oracle = Oracle(query.text)
      let library = Library(phrases)
      let hits = Set(library.result(query).hits.map(\.number.rawValue))
      for (number, phrase) in phrases.enumerated() where !query.isEmpty {
        let isFound = hits.contains(Int32(number))
        #expect(
          isFound == oracle.finds(phrase), "seed \(seed), query \(query.text), \(phrase)")
        #expect(
          !isFound || !query.matches(in: phrase).isEmpty,
          "no match told: seed \(seed), query \(query.text), \(phrase)")
        found += isFound ? 1 : 0
      }
    }
    #expect(found > 500, "seed \(seed) tests too little: \(found) found")
  }

  @Test(arguments: [5] as [UInt64])
  func `words too long for one state are found as plain recursion finds them`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for index in 0..<60 {
      let text = OracleTests.text(90, &random)
      let word = String(
        text.dropFirst(2).prefix(60 + index % 25).filter { !" ".contains($0) })
      let query =
        index % 3 == 0
        ? word
        : index % 3 == 1 ? word + "货货" : "xian" + word
      let phrase = Samples.phrase(text)
      #expect(
        (Library([phrase]).result(query).total == 1) == Oracle(query).finds(phrase),
        "seed \(seed), query \(query), phrase \(text)")
    }
  }

  /// 83,385 of the 168,921 joined pairs of syllables can be split in another way too.
  @Test func `two syllables joined are found by their own characters`() {
    let table = ReadingTable.shared
    var random = SeededGenerator(seed: 6)
    let sets = (1...table.syllables.count).filter { !table.units(ofSet: $0).isEmpty }
    for _ in 0..<500 {
      let pair = (0..<2).compactMap { _ in sets.randomElement(using: &random) }
      let units = pair.compactMap { table.units(ofSet: $0).first }
      // biang is read so outside the BMP only, where units are no UTF-16.
      guard !units.contains(where: Unit.knownAstral.contains) else { continue }
      let title = String(decoding: units, as: UTF16.self)
      let query = pair.map { set in
        String(decoding: table.syllables[set - 1].letters, as: UTF8.self)
      }.joined()
      #expect(finds(query, title), "seed 6, \(query), \(title)")
    }
  }
}
