import Desk
import Terminal
import Testing

@testable import Session

/// A desk that is opened for one phrase.
@Suite struct PickTests {
  @Test func `Enter picks the phrase, and nothing is handed over`() throws {
    let player = try LoopPlayer(purpose: .pick)
    try player.press("fhyc<Enter>")
    guard case .picked(let outgoing)? = player.ending else {
      Issue.record("\(String(describing: player.ending))")
      return
    }
    #expect(outgoing.text == "非常抱歉让您久等了。")
    #expect(player.messenger.texts.isEmpty)
  }

  @Test func `A placeholder is filled in before`() throws {
    let player = try LoopPlayer(purpose: .pick)
    try player.press("fhsj<Enter>8012<Enter>")
    guard case .picked(let outgoing)? = player.ending else {
      Issue.record("\(String(describing: player.ending))")
      return
    }
    #expect(outgoing.text == "亲，8012 已安排发货。")
  }

  @Test(arguments: ["<C-c>", "<C-q>"])
  func `Ctrl+C or Ctrl+Q picks nothing`(key: String) throws {
    let player = try LoopPlayer(purpose: .pick)
    try player.press("fhyc" + key)
    #expect(player.ending == .cancelled)
  }

  @Test func `Where the terminal is gone nothing is picked`() throws {
    let player = try LoopPlayer(purpose: .pick)
    player.screen.take(.closed)
    try player.settle()
    #expect(player.ending == .quit)
  }
}
