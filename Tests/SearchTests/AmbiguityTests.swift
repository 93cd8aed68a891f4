import Glibc
import Testing

@testable import Search

/// Half of all pairs of syllables can be taken apart in another way too when they are joined.
struct AmbiguityTests {
  /// Pairs that are not tried; ROUNDS=50 tries them all.
  private let step = max(1, 50 / (getenv("ROUNDS").flatMap { Int(String(cString: $0)) } ?? 1))
  private let table = ReadingTable.shared
  private let words: [[UInt8]]
  private let indices: [[UInt8]: Int]

  init() {
    words = table.syllables.map(\.letters)
    indices = Dictionary(uniqueKeysWithValues: words.enumerated().map { ($0.element, $0.offset) })
  }

  /// Every way to take letters apart into whole syllables.
  private func parses(of letters: ArraySlice<UInt8>) -> [[Int]] {
    guard !letters.isEmpty else { return [[]] }
    return (1...min(6, letters.count)).flatMap { count -> [[Int]] in
      guard let syllable = indices[Array(letters.prefix(count))] else { return [] }
      return parses(of: letters.dropFirst(count)).map { [syllable] + $0 }
    }
  }

  @Test func `joined syllables are found in every way to take them apart`() throws {
    let units = words.indices.map { syllable in
      table.sets(withSyllable: syllable).lazy.compactMap { table.units(ofSet: Int($0)).first }.first
    }
    let voiced = words.indices.filter { table.syllables[$0].parts != nil }
    let isVoiced = Set(voiced)
    var ambiguous = 0
    var tried = 0
    for pair in stride(from: 0, to: voiced.count * voiced.count, by: step) {
      let letters = words[voiced[pair / voiced.count]] + words[voiced[pair % voiced.count]]
      let query = String(decoding: letters, as: UTF8.self)
      let word = try #require(OneWord(query))
      let parses = parses(of: letters[...])
      tried += 1
      ambiguous += parses.count { $0.allSatisfy(isVoiced.contains) } > 1 ? 1 : 0
      for parse in parses {
        let title = parse.compactMap { units[$0] }
        guard title.count == parse.count else { continue }
        #expect(word.finds(in: title, allowing: .otherReading), "\(query) as \(parse)")
      }
    }
    #expect((tried * 4 / 10..<tried * 6 / 10).contains(ambiguous), "\(ambiguous) of \(tried)")
  }
}
