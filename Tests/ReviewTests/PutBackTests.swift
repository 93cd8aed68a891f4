import Phrases
import Testing

@testable import Review

/// What a list of unknown origin would take back.
@Suite struct PutBackTests {
  private func list(_ texts: [(String, String)]) -> [Phrase] {
    texts.map { Phrase(key: PhraseKey(source: "kb", id: $0.0), title: $0.0, text: $0.1) }
  }

  private func rows(
    _ mine: [(String, String)], _ states: [[(String, String)]]
  ) -> [String] {
    PutBack(mine: list(mine), states: states.map(list)).rows.map {
      "\($0.kind) \($0.phrase.key.id) since \($0.state)"
    }
  }

  @Test("an older text is named with the release that brought the newer one")
  func reverts() {
    let states = [[("a", "3"), ("b", "x")], [("a", "3"), ("b", "x")], [("a", "2"), ("b", "x")]]
    #expect(rows([("a", "2"), ("b", "x")], states) == ["reverts a since 1"])
  }

  @Test("a text that nobody ever published is a correction")
  func corrects() {
    #expect(rows([("a", "4")], [[("a", "3")], [("a", "2")]]).isEmpty)
  }

  @Test("what was added since is missing; what always stood there was removed on purpose")
  func loses() {
    let states = [[("a", "1"), ("b", "2"), ("c", "3")], [("a", "1"), ("b", "2")]]
    #expect(rows([("a", "1")], states) == ["loses c since 0"])
  }

  @Test("what was removed since comes back")
  func revives() {
    let states = [[("a", "1")], [("a", "1"), ("b", "2")]]
    #expect(rows([("a", "1"), ("b", "2")], states) == ["revives b since 0"])
  }

  @Test("a phrase that only has another id is neither lost nor back")
  func renames() {
    func phrase(_ id: String) -> Phrase {
      Phrase(key: PhraseKey(source: "kb", id: id), title: "t", text: "x")
    }
    let other = Phrase(key: PhraseKey(source: "kb", id: "o"), title: "o", text: "o")
    let states = [[other, phrase("new")], [other], [other, phrase("old")]]
    #expect(PutBack(mine: [other, phrase("old")], states: states).rows.isEmpty)
  }

  @Test("a new phrase, and a list without any history, take nothing back")
  func nothing() {
    #expect(rows([("a", "1"), ("n", "9")], [[("a", "1")]]).isEmpty)
    #expect(rows([("a", "1")], []).isEmpty)
  }
}
