import Chat
import Clipboard
import Desk
import Terminal
import Testing

@testable import Session

/// A terminal that takes no output: frames wait, and only the newest is shown.
@Suite struct BlockedTerminalTests {
  @Test func `A blocked terminal skips frames, never keys`() throws {
    let player = try LoopPlayer()
    let frames = player.screen.frames.count
    player.screen.block()
    for key in ["f", "h", "y", "c"] { try player.press(key) }
    #expect(player.screen.frames.count == frames)
    try player.press("<Enter>")
    try player.finishErrands()
    #expect(player.messenger.texts == ["非常抱歉让您久等了。"])
    #expect(player.screen.frames.count == frames)

    player.screen.unblock()
    try player.settle()
    #expect(player.screen.frames.count == frames + 1)
    #expect(player.text.contains("Sent to pane weechat"))
  }

  @Test func `A phrase for the terminal waits for it, and goes out before the next frame`() throws {
    let player = try LoopPlayer(to: .clipboard)
    let bytes = Array("\u{1B}]52;c;eA==\u{7}".utf8)
    player.messenger.answer(
      Handover(clipboard: Delivery(taken: [Taker(way: .osc52)], terminalSequence: bytes)))
    player.screen.block()
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.screen.deeds.isEmpty)
    var framesBefore: [Int] = []
    player.screen.onFrame = { framesBefore.append($0.deeds.count) }
    player.screen.unblock()
    try player.settle()
    #expect(player.screen.deeds == [.wrote(bytes)])
    #expect(framesBefore.first == 1)
    #expect(player.text.contains("Asked the terminal to copy"))
  }

  @Test func `A terminal that is blocked at the start gets its first frame later`() throws {
    let player = try LoopPlayer(NotingView())
    player.screen.block()
    try player.settle()
    #expect(player.screen.frames.isEmpty)
    player.screen.unblock()
    try player.settle()
    #expect(player.screen.frames.count == 1)
  }
}
