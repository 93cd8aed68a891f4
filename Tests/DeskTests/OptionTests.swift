import Phrases
import Search
import Testing

@testable import Desk

@Suite struct OptionTests {
  @Test func `The palette switches double pinyin through all kinds and off`() {
    var player = Player()
    var schemes: [DoublePinyin?] = []
    for _ in 0...DoublePinyin.allCases.count {
      player.press("<C-p>double<Enter>")
      schemes.append(player.desk.options.doublePinyin)
    }
    #expect(schemes == DoublePinyin.allCases.map { $0 } + [nil])
    #expect(player.screen.contains("Double pinyin is off."))
  }

  @Test func `The palette switches similar sounds and slips, and the status line says so`() {
    var player = Player()
    player.press("tk<C-p>similar<Enter>")
    #expect(player.desk.options.fuzzySounds.isEmpty)
    #expect(player.screen.contains("Only exact sounds are found."))
    player.press("<C-p>similar<Enter><C-p>slips<Enter>")
    #expect(player.desk.options.fuzzySounds == Set(FuzzySound.allCases))
    #expect(!player.desk.options.forgivesTypos)
    #expect(player.screen.contains("Slips and gaps are not forgiven."))
    #expect(player.desk.list.rows.query.options == player.desk.options)
    #expect(player.selectedTitle == "退款多久到账")
  }
}

@Suite struct EffortTests {
  private func effort(_ player: Player) -> Effort? {
    player.effects.lazy.compactMap { effect in
      if case .deliver(let outgoing, _) = effect { outgoing.effort } else { nil }
    }.last
  }

  @Test func `The effort counts keys and time from the search key to the sending key`() {
    var player = Player()
    player.press("abc<A-z>fhyc<Enter>")
    #expect(effort(player) == Effort(keystrokes: 5, milliseconds: 500))
    player.press("tk<Enter>")
    #expect(effort(player) == Effort(keystrokes: 3, milliseconds: 200))
  }
}
