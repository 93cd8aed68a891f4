import Phrases
import Search
import Testing

@testable import Keeping

@Suite struct LibraryBuildingTests {
  private func phrases(_ count: Int) -> [Phrase] {
    (0..<count).map { Phrase(key: PhraseKey(source: "s", id: "\($0)"), title: "t\($0)", text: "x") }
  }

  @Test func `A large library can be searched in stages, each a beginning of the whole`() {
    let phrases = phrases(90_000)
    var stages: [Int] = []
    let library = Library.built(of: phrases) { partial in
      stages.append(partial.count)
      #expect(
        partial.number(of: phrases[partial.count - 1].key)?.rawValue == Int32(partial.count - 1))
      #expect(partial.number(of: phrases[partial.count].key) == nil)
    }
    #expect(stages == [20_000, 40_000])
    #expect(library.count == 90_000)
    #expect(library.number(of: phrases[89_999].key)?.rawValue == 89_999)
  }

  @Test(arguments: [0, 1, 1_999, 2_000, 29_999])
  func `A small one is built at once`(count: Int) {
    let library = Library.built(of: phrases(count)) { _ in Issue.record("no stage was needed") }
    #expect(library.count == count)
  }
}
