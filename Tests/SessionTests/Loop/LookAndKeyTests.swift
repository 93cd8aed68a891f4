import Desk
import Phrases
import Search
import Terminal
import Testing

@testable import Session

/// What comes between a look at the screen and a key.
@Suite struct LookAndKeyTests {
  /// Phrases in another order, so that another one is selected.
  private var others: Event {
    .library(Library([Phrase].shop.reversed()), origin: .file(name: "shop.csv"))
  }

  @Test func `Keys come before the mailbox: what came after the look changes nothing`() throws {
    let player = try LoopPlayer()
    // Both are there before the loop wakes.
    player.screen.onFrame = { [mailbox = player.mailbox] screen in
      guard screen.text.contains("fhyc") else { return }
      screen.onFrame = nil
      mailbox.post(.event(.library(Library(.numbered(3)), origin: .store)))
      screen.take(.key(Key(.enter)))
    }
    try player.press("fhyc")
    try player.finishErrands()
    #expect(player.messenger.texts == ["非常抱歉让您久等了。"])
  }

  @Test func `What is seen is what is sent, whatever came that was not shown`() throws {
    let player = try LoopPlayer()
    try player.press("<Down>")
    #expect(player.text.contains("非常抱歉"))
    player.screen.block()
    player.post(.event(others))
    try player.settle()
    player.type("<Enter>")
    try player.settle()
    try player.finishErrands()
    #expect(player.messenger.texts == ["非常抱歉让您久等了。"])
  }

  @Test func `A digit means the row that was drawn`() throws {
    let player = try LoopPlayer()
    player.screen.block()
    player.post(.event(others))
    try player.settle()
    try player.press("<A-5>")
    try player.finishErrands()
    #expect(player.messenger.texts == ["Thank you for your patience 😊"])
  }

  @Test func `A letter wakes the loop, and is shown`() throws {
    let player = try LoopPlayer()
    let frames = player.screen.frames.count
    player.post(.event(.notice(.sentence("Something new.", isError: false))))
    try player.settle()
    #expect(player.text.contains("Something new."))
    #expect(player.screen.frames.count == frames + 1)
  }

  @Test func `Letters that came together cost one frame`() throws {
    let player = try LoopPlayer()
    let frames = player.screen.frames.count
    for number in 0..<100 {
      player.post(.event(.notice(.sentence("News \(number).", isError: false))))
    }
    try player.settle()
    #expect(player.text.contains("News 99."))
    #expect(player.screen.frames.count == frames + 1)
  }

  @Test func `Keys that came together cost one frame`() throws {
    let player = try LoopPlayer()
    let frames = player.screen.frames.count
    try player.press("fhyc")
    #expect(player.screen.frames.count == frames + 1)
  }

  @Test func `Where nothing happens, nothing is drawn`() throws {
    let player = try LoopPlayer()
    let frames = player.screen.frames.count
    for _ in 0..<10 { try player.turn() }
    #expect(player.screen.frames.count == frames)
  }

  @Test func `Nothing goes out that another desk may have taken back, until that has come`() throws
  {
    let player = try LoopPlayer()
    try player.press("fhyc")
    player.store.set(isBehind: true)
    try player.press("<Enter>")
    try player.finishErrands()
    #expect(player.messenger.texts.isEmpty)
    #expect(player.text.contains("Not sent: the phrases have just changed"))
    var changed = [Phrase].shop
    changed[1].text = "改过"
    player.post(.event(.library(Library(changed), origin: .store)))
    try player.settle()
    player.store.set(isBehind: false)
    try player.press("<Enter>")
    #expect(player.messenger.texts.isEmpty && player.text.contains("改过"))
    try player.press("<Enter>")
    try player.finishErrands()
    #expect(player.messenger.texts == ["改过"])
  }
}
