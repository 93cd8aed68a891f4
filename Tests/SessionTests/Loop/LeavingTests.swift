import Chat
import Clipboard
import Desk
import Terminal
import Testing

@testable import Session

/// Leaving the desk, with and without a phrase on its way.
@Suite struct LeavingTests {
  private let waiting = "Waiting for the last phrase to go out.."

  @Test(arguments: ["<C-q>", "<C-c><C-c>"])
  func `A desk with nothing on its way is left at once`(keys: String) throws {
    let player = try LoopPlayer()
    try player.press(keys)
    #expect(player.ending == .quit)
    #expect(!player.text.contains(waiting))
  }

  @Test func `A desk that is left waits for the phrase on its way, and says so`() throws {
    let player = try LoopPlayer()
    player.messenger.hold()
    try player.press("fhyc<Enter>")
    player.screen.onFrame = { [messenger = player.messenger, waiting] screen in
      if screen.text.contains(waiting) { messenger.letGo() }
    }
    try player.press("<C-q>")
    #expect(player.ending == .quit)
    #expect(player.text.contains(waiting))
    #expect(player.messenger.texts == ["非常抱歉让您久等了。"])
    #expect(player.store.notes.sends.count == 1)
  }

  @Test func `What is typed while it waits is no command for the shell`() throws {
    let player = try LoopPlayer()
    player.messenger.hold()
    try player.press("fhyc<Enter>")
    player.screen.onFrame = { [messenger = player.messenger, waiting] screen in
      guard screen.text.contains(waiting) else { return }
      screen.take(.paste("rm -r .\r"))
      messenger.letGo()
    }
    try player.press("<C-q>")
    #expect(player.ending == .quit)
    #expect(!player.screen.hasInput)
  }

  @Test func `It waits no longer than the plan says, and tells that nothing was heard`() throws {
    let player = try LoopPlayer(farewell: .milliseconds(1))
    defer { player.messenger.letGo() }
    player.messenger.hold()
    try player.press("fhyc<Enter>")
    #expect(throws: SessionError.notSent(nil)) { try player.press("<C-q>") }
    #expect(player.text.contains(waiting))
  }

  @Test func `What failed is told by whoever opened the desk`() throws {
    let player = try LoopPlayer()
    player.messenger.answer(
      Handover(clipboard: Delivery(failures: [Failure(way: .xclip, reason: .notInstalled)])))
    player.messenger.hold()
    try player.press("fhyc<Enter>")
    player.screen.onFrame = { [messenger = player.messenger, waiting] screen in
      if screen.text.contains(waiting) { messenger.letGo() }
    }
    let error = #expect(throws: SessionError.self) { try player.press("<C-q>") }
    guard case .notSent(let delivered?) = error, case .failed(let reasons) = delivered.outcome
    else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(delivered.title == "发货延迟安抚")
    #expect(reasons.count == 1)
  }

  @Test func `A failure that was seen in the desk is not told again`() throws {
    let player = try LoopPlayer()
    player.messenger.answer(Handover(clipboard: Delivery()))
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.text.contains("NOT SENT"))
    try player.press("<C-q>")
    #expect(player.ending == .quit)
  }

  @Test func `Two phrases on their way are both waited for`() throws {
    let player = try LoopPlayer(from: nil)
    player.messenger.hold()
    try player.press("fhyc<Enter>")
    try player.press("tk<Enter>")
    player.screen.onFrame = { [messenger = player.messenger, waiting] screen in
      if screen.text.contains(waiting) { messenger.letGo() }
    }
    try player.press("<C-q>")
    #expect(player.ending == .quit)
    #expect(player.store.notes.sends.count == player.messenger.texts.count)
  }

  @Test func `A phrase for a blocked terminal that never takes it is told as not sent`() throws {
    let player = try LoopPlayer(to: .clipboard)
    player.messenger.answer(
      Handover(clipboard: Delivery(taken: [Taker(way: .osc52)], terminalSequence: [27, 93])))
    player.messenger.hold()
    try player.press("fhyc<Enter>")
    player.screen.onFrame = { [messenger = player.messenger, waiting] screen in
      guard screen.text.contains(waiting) else { return }
      screen.block()
      messenger.letGo()
    }
    player.passTime(by: 1_000)
    #expect(throws: SessionError.notSent(nil)) { try player.press("<C-q>") }
  }

  @Test func `Where the terminal is gone nothing is waited for`() throws {
    let player = try LoopPlayer()
    defer { player.messenger.letGo() }
    player.messenger.hold()
    try player.press("fhyc<Enter>")
    player.screen.take(.closed)
    try player.settle()
    #expect(player.ending == .quit)
    #expect(!player.text.contains(waiting))
  }

  @Test func `What is typed behind the key that leaves is not taken`() throws {
    let player = try LoopPlayer()
    try player.press("<C-q><A-1>")
    #expect(player.ending == .quit)
    #expect(player.messenger.texts.isEmpty)
  }

  @Test func `Where the phrases cannot be had, the loop ends with the reason`() throws {
    let player = try LoopPlayer(Desk())
    player.post(.openingFailed(.noHome))
    #expect(throws: SessionError.opening(.noHome)) { try player.settle() }
  }
}
