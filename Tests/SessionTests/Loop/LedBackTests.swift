import Chat
import Clipboard
import Desk
import Terminal
import Testing

@testable import Session

/// A phrase goes to the chat, and the agent behind it, or not.
@Suite struct LedBackTests {
  private let apology = "非常抱歉让您久等了。"

  @Test func `After a phrase the agent is in the chat again, and the search box is empty`() throws {
    let player = try LoopPlayer()
    try player.press("fhyc")
    #expect(!player.text.contains("退款进度"))
    try player.press("<Enter>")
    try player.finishErrands()
    #expect(player.messenger.routes == [.pane(Place.weechat.pane)])
    #expect(player.messenger.goneBack == [.weechat])
    #expect(player.text.contains("退款进度"))
  }

  @Test func `Enter twice sends once`() throws {
    let player = try LoopPlayer()
    player.messenger.hold()
    try player.press("fhyc<Enter><Enter>")
    try player.press("<Enter>")
    player.messenger.letGo()
    try player.finishErrands()
    #expect(player.messenger.texts == [apology])
    #expect(player.messenger.goneBack == [.weechat])
  }

  @Test func `Once the agent was led back, Enter sends again`() throws {
    let player = try LoopPlayer()
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    try player.press("tk<Enter>")
    try player.finishErrands()
    #expect(player.messenger.texts == [apology, "退款通过后按原路退回。"])
  }

  @Test func `Whoever goes on typing in the desk is not led away`() throws {
    let player = try LoopPlayer()
    player.messenger.hold()
    try player.press("ty<Enter>")
    #expect(player.text.contains("Sending"))
    try player.press("tui")
    player.messenger.letGo()
    try player.finishErrands()
    #expect(player.text.contains("Sent to pane weechat: Thank you"))
    #expect(player.text.contains("tui"))
    #expect(player.messenger.goneBack.isEmpty)
  }

  @Test func `Typing on and then Enter sends the next phrase, which leads back`() throws {
    let player = try LoopPlayer()
    player.messenger.hold()
    try player.press("fhyc<Enter>tk<Enter>")
    player.messenger.letGo()
    player.messenger.letGo()
    try player.finishErrands()
    #expect(player.messenger.texts.count == 2)
    #expect(player.messenger.goneBack.isEmpty == false)
  }

  @Test func `What went wrong is seen first: nobody is led back from a refusal`() throws {
    let player = try LoopPlayer()
    player.messenger.answer(
      Handover(
        refusal: .paneGone("%5 weechat"), clipboard: Delivery(taken: [Taker(way: .tmux)])))
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    // The sentence takes two rows.
    let letters = player.text.filter { !$0.isWhitespace }
    #expect(letters.contains("Paneweechatisgone:pressAlt+Zinachat"))
    #expect(letters.contains("Pasteityourself.Copiedtotmux"))
    #expect(player.messenger.goneBack.isEmpty)
    // And Enter is the desk's: the agent may try again.
    player.messenger.answer(Handover(arrival: .pane("%5 weechat")))
    try player.press("<Enter>")
    try player.finishErrands()
    #expect(player.messenger.texts == [apology, apology])
    #expect(player.messenger.goneBack == [.weechat])
  }

  @Test func `Where the settings say so the agent stays, and Enter sends again`() throws {
    let player = try LoopPlayer(goesBack: false)
    try player.press("fhyc<Enter>")
    try player.press("<Enter>")
    try player.finishErrands()
    #expect(player.messenger.texts == [apology, apology])
    #expect(player.messenger.goneBack.isEmpty)
  }

  @Test func `Where no chat is known there is nothing to go back to`() throws {
    let player = try LoopPlayer(to: .clipboard, from: nil)
    player.messenger.answer(Handover(clipboard: Delivery(taken: [Taker(way: .xclip)])))
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.text.contains("Copied: 发货延迟安抚"))
    #expect(player.messenger.goneBack.isEmpty)
  }

  @Test func `A phrase for the clipboard leads back to the chat as well`() throws {
    let player = try LoopPlayer(to: .clipboard, from: .browser)
    player.messenger.answer(Handover(clipboard: Delivery(taken: [Taker(way: .xclip)])))
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.messenger.routes == [.clipboard])
    #expect(player.messenger.goneBack == [.browser])
  }

  @Test func `Alt+Z in a chat while a phrase is on its way keeps the agent here`() throws {
    let player = try LoopPlayer()
    player.messenger.hold()
    try player.press("fhyc<Enter>")
    player.summon(from: .irssi)
    try player.settle()
    player.messenger.letGo()
    try player.finishErrands()
    #expect(player.messenger.goneBack.isEmpty)
  }
}
