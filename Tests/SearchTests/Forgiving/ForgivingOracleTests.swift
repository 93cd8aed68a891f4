import Phrases
import Testing

@testable import Search

struct ForgivingOracleTests {
  private static let han = Array("发货活退款还时间地址止重庆西安在再吗账帐登录陆方案中国长周")
  private static let other = Array("abefunr7-的，😊")

  private static func title(_ random: inout SeededGenerator) -> String {
    String(
      (0..<Int.random(in: 1...7, using: &random)).map { _ in
        Int.random(in: 0..<5, using: &random) == 0
          ? other[Int.random(in: 0..<other.count, using: &random)]
          : han[Int.random(in: 0..<han.count, using: &random)]
      })
  }

  /// A piece of a title, typed in one way or another, with a slip or none, and perhaps something
  /// left out.
  private static func query(
    for title: String, _ tier: Tier, _ random: inout SeededGenerator
  ) -> String {
    let table = ReadingTable.shared
    let spelled = Int.random(in: 0..<4, using: &random)
    var typed: [Character] = []
    var piece = Array(
      title.dropFirst(Int.random(in: 0..<3, using: &random)).prefix(tier == .gapped ? 5 : 4))
    if tier == .gapped, piece.count > 2 {
      piece.remove(at: Int.random(in: 1..<piece.count - 1, using: &random))
    }
    for character in piece {
      let unit = UnitFolder.shared.unitsAndOffsets(of: String(character)).units.first ?? 0
      let set = Int(table.sets[Int(unit)])
      guard let reading = table.readings(ofSet: set).randomElement(using: &random) else {
        typed.append(character)
        continue
      }
      let letters = table.syllables[Int(reading)].letters.map { Character(Unicode.Scalar($0)) }
      switch spelled {
      case 0: typed.append(letters[0])
      case 1:
        let like = han.filter { ForgivingOracleTests.areAlike($0, character) }
        typed.append(like.randomElement(using: &random) ?? character)
      case 2 where Bool.random(using: &random): typed += letters.prefix(1)
      default: typed += letters
      }
    }
    guard typed.count > 1 else { return "fauho" }
    let index = Int.random(in: 0..<typed.count - 1, using: &random)
    if tier == .gapped, Int.random(in: 0..<4, using: &random) != 0 { return String(typed) }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: typed.swapAt(index, index + 1)
    case 1: typed.remove(at: index)
    case 2: typed.insert(typed[index], at: index)
    case 3: typed[index] = "qwertasdfgzxcvbhuijnmklop".randomElement(using: &random) ?? "a"
    case 4: typed.insert(" ", at: index + 1)
    default: break
    }
    return String(typed)
  }

  private static func areAlike(_ left: Character, _ right: Character) -> Bool {
    let table = ReadingTable.shared
    let sets = [left, right].map { character in
      Set(
        character.unicodeScalars.flatMap {
          table.readings(ofSet: Int(table.sets[Int(UInt16(truncatingIfNeeded: $0.value))]))
        })
    }
    return !sets[0].isDisjoint(with: sets[1])
  }

  @Test(arguments: [1, 2] as [UInt64], [Tier.typo, .gapped])
  func `the matcher finds what editing the letters finds`(seed: UInt64, tier: Tier) {
    var random = SeededGenerator(seed: seed)
    var (found, missed) = (0, 0)
    let rounds = 60
    for _ in 0..<rounds {
      let titles = (0..<4).map { _ in ForgivingOracleTests.title(&random) }
      let query = ForgivingOracleTests.query(for: titles[0], tier, &random)
      guard ForgivingMatcher(Query(query), tier: tier) != nil else { continue }
      let oracle = ForgivingOracle(query, tier)
      for title in titles {
        let phrase = Samples.phrase(title, keywords: [titles[1]])
        let isFound = forgivingGrade(query, phrase, tier) != nil
        #expect(
          isFound == oracle.finds(phrase), "seed \(seed), query \(query), \(title), \(titles[1])")
        if isFound { found += 1 } else { missed += 1 }
      }
    }
    #expect(found > rounds / 6 && missed > found / 4, "tests too little: \(found), \(missed)")
  }
}
