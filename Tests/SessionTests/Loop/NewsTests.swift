import Desk
import Phrases
import Search
import Terminal
import Testing

@testable import Session

/// What comes from whoever keeps the phrases, and what is asked of them.
@Suite struct NewsTests {
  private func facts(heldID: String? = nil) -> Event {
    .sources([
      SourceFacts(
        name: "company", version: 1, checkedMinutesAgo: 1,
        held: heldID.map { SourceFacts.Held(id: $0, reason: "3 of 4 phrases would go") })
    ])
  }

  @Test func `Phrases of a new version wait beside those listed, for a key that changes the list`()
    throws
  {
    let player = try LoopPlayer()
    try player.press("fh")
    player.post(
      .event(.library(Library([.make("发货新说明", "明天发货。", code: "fhxs")]), origin: .store)))
    try player.settle()
    #expect(player.text.contains("发货时间") && !player.text.contains("发货新说明"))
    try player.press("x")
    #expect(player.text.contains("发货新说明"))
    #expect(!player.text.contains("发货时间"))
  }

  @Test func `Phrases come in stages, and can be searched between them`() throws {
    let player = try LoopPlayer(Desk())
    player.post(
      .event(.partialLibrary(Library(Array([Phrase].shop.prefix(2))), origin: .store, of: 5)))
    try player.settle()
    #expect(player.text.contains("发货时间") && !player.text.contains("退款进度"))
    player.post(.event(.library(Library(.shop), origin: .store)))
    try player.settle()
    #expect(player.text.contains("退款进度"))
  }

  @Test func `Alt+R asks the sources, once`() throws {
    let player = try LoopPlayer()
    player.post(facts().letter)
    try player.settle()
    try player.press("<A-r>")
    #expect(player.store.notes.orders == [.syncNow])
  }

  @Test func `The version that waits is shown, taken, and answered for`() throws {
    let player = try LoopPlayer()
    player.post(facts(heldID: "v2").letter)
    try player.settle()
    try player.press("<A-w>")
    #expect(player.store.notes.orders == [.showHeld(source: "company", id: "v2")])
    player.post(
      .event(.heldDifference(source: "company", id: "v2", lines: ["- 发货时间"])))
    try player.settle()
    #expect(player.text.contains("- 发货时间"))
    try player.press("<A-y>")
    #expect(
      player.store.notes.orders.last == .acceptHeld(source: "company", id: "v2"))
  }

  @Test func `Looking at what changed is noted when the agent goes back`() throws {
    let player = try LoopPlayer()
    player.post(.event(.changes([[Phrase].shop[0].key: .new], removed: [])))
    try player.settle()
    try player.press("<A-v>")
    #expect(player.store.notes.orders.isEmpty)
    try player.press("<Esc>")
    #expect(player.store.notes.orders == [.noteSeen])
  }

  @Test func `It is noted as well where the desk is left from there`() throws {
    let player = try LoopPlayer()
    player.post(.event(.changes([[Phrase].shop[0].key: .new], removed: [])))
    try player.settle()
    try player.press("<A-v><C-q>")
    #expect(player.store.notes.orders == [.noteSeen])
  }

  @Test func `A search that is given up is noted with its hits`() throws {
    let player = try LoopPlayer()
    try player.press("fahuo<Esc>")
    let searches = player.store.notes.searches
    #expect(searches.map(\.query) == ["fahuo"])
    #expect(searches.map(\.hits) == [5])
  }

  @Test func `What was sent is noted with its way, its keys and its time`() throws {
    let player = try LoopPlayer()
    player.passTime(by: 100)
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    let send = try #require(player.store.notes.sends.first)
    #expect(send.key.id == "发货延迟安抚")
    #expect(send.way == "pane")
    #expect(send.keystrokes == 5)
    #expect(send.milliseconds > 0)
  }

  @Test func `A message of two phrases is noted as both`() throws {
    let player = try LoopPlayer()
    try player.press("<Down><A-m><Down><A-m><Enter>")
    try player.finishErrands()
    #expect(player.messenger.texts == ["非常抱歉让您久等了。\n\n退款通过后按原路退回。"])
    #expect(player.store.notes.sends.map(\.key.id) == ["发货延迟安抚", "退款多久到账"])
  }

  @Test func `What nothing took is not noted`() throws {
    let player = try LoopPlayer()
    player.messenger.answer(.init(clipboard: .init()))
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.store.notes.sends.isEmpty)
  }
}

extension Event {
  fileprivate var letter: Letter { .event(self) }
}
