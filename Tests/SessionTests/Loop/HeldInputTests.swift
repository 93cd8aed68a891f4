import Desk
import Phrases
import Search
import Terminal
import Testing

@testable import Session

/// Keys that the screen holds back, because they may be a paste.
@Suite struct HeldInputTests {
  @Test func `The loop asks for them by itself`() throws {
    let player = try LoopPlayer()
    player.screen.holdBack(.key(Key(.character("t"))))
    // Waits for a minute otherwise.
    try player.turn(waiting: 60_000)
    #expect(!player.screen.isHoldingInput)
    try player.settle()
    #expect(player.text.contains("退款进度"))
  }

  @Test func `Steps of a search go on meanwhile, and stop for them`() throws {
    let view = NotingView(steps: 100)
    let player = try LoopPlayer(view)
    player.screen.holdBack(.key(Key(.character("x"))))
    for _ in 1...2 { try player.turn() }
    #expect(view.notes.withLock { $0.keys } == [Key(.character("x"))])
    #expect((1..<100).contains(view.notes.withLock { $0.steps }))
  }

  @Test func `They come before what a worker posts meanwhile`() throws {
    let player = try LoopPlayer()
    try player.press("fhyc")
    player.screen.holdBack(.key(Key(.enter)))
    player.post(.event(.library(Library([]), origin: .file(name: "shop.csv"))))
    try player.turn()
    try player.finishErrands()
    #expect(player.messenger.texts == ["非常抱歉让您久等了。"])
  }
}
