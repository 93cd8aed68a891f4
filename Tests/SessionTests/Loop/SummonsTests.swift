import Chat
import Desk
import Terminal
import Testing

@testable import Session

/// Alt+Z is pressed somewhere else.
@Suite struct SummonsTests {
  @Test func `What is typed behind Alt+Z replaces the old search`() throws {
    let player = try LoopPlayer()
    try player.press("fhyc<Tab><Tab>")
    player.summon(from: .weechat)
    try player.settle()
    try player.press("tk")
    #expect(player.text.contains("退款多久到账"))
    #expect(!player.text.contains("发货延迟安抚"))
  }

  @Test func `Whoever calls waits until the desk has taken it in`() throws {
    let player = try LoopPlayer()
    let handled = player.summon(from: .weechat)
    try player.settle()
    #expect(handled.wait(within: .zero))
  }

  @Test func `Phrases go to the chat that Alt+Z was pressed in last`() throws {
    let player = try LoopPlayer()
    player.summon(from: .irssi)
    try player.settle()
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.messenger.routes == [.pane(Place.irssi.pane)])
    #expect(player.messenger.goneBack == [.irssi])
  }

  @Test func `A form that is filled in stays for the same chat`() throws {
    let player = try LoopPlayer()
    try player.press("fhsj<Enter>8012")
    player.summon(from: .weechat)
    try player.settle()
    #expect(player.text.contains("8012"))
  }

  @Test func `A form that is filled in is not for another chat`() throws {
    let player = try LoopPlayer()
    try player.press("fhsj<Enter>8012")
    player.summon(from: .irssi)
    try player.settle()
    #expect(!player.text.contains("8012"))
  }

  @Test func `What was marked for one chat is not sent to another, and is found again`() throws {
    let player = try LoopPlayer()
    try player.press("fhyc<A-m>")
    player.summon(from: .irssi)
    try player.settle()
    #expect(!player.text.contains("[1]"))
    player.summon(from: .weechat)
    try player.settle()
    #expect(player.text.contains("[1]"))
  }

  @Test func `Another title of the same window is another chat`() throws {
    let player = try LoopPlayer()
    var window = Place.browser
    window.window?.title = "Anna"
    player.summon(from: window)
    try player.settle()
    try player.press("fhyc<A-m>")
    window.window?.title = "Ben"
    player.summon(from: window)
    try player.settle()
    #expect(!player.text.contains("[1]"))
    window.window?.title = "(2) Anna"
    player.summon(from: window)
    try player.settle()
    #expect(player.text.contains("[1]"))
  }

  @Test func `The desk itself is no chat`() throws {
    let player = try LoopPlayer()
    player.chat.desk.withLock { $0 = .irssi }
    player.summon(from: .irssi)
    try player.settle()
    #expect(player.chat.chat == .weechat)
    player.chat.desk.withLock { $0 = .browser }
    player.summon(from: .browser)
    try player.settle()
    #expect(player.chat.chat == .weechat)
  }

  @Test func `From a place that tells nothing, no phrase goes to the chat before`() throws {
    let player = try LoopPlayer()
    player.summon(from: Place())
    try player.settle()
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.messenger.texts.isEmpty)
    #expect(player.text.contains("Where phrases go"))
  }

  @Test func `A search that was given up for the next chat is noted`() throws {
    let player = try LoopPlayer()
    try player.press("tuikuan")
    player.summon(from: .irssi)
    try player.settle()
    try player.press("fhyc")
    #expect(player.store.notes.searches.map(\.query) == ["tuikuan"])
  }

  // MARK: - Where nobody has chosen

  private func place(_ command: String) -> Place {
    Place(pane: Pane(server: "/tmp/tmux", id: "%9", process: 900, command: command))
  }

  @Test func `Where nobody has chosen Enter goes into the calling chat, and that is said once`()
    throws
  {
    let player = try LoopPlayer(to: .clipboard, from: nil, picksPane: true)
    player.summon(from: .weechat)
    try player.settle()
    #expect(player.text.contains("Enter sends into"))
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    player.summon(from: .irssi)
    try player.settle()
    #expect(!player.text.contains("Enter sends into"))
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.messenger.routes == [.pane(Place.weechat.pane), .pane(Place.irssi.pane)])
  }

  @Test(arguments: [
    "bash", "zsh", "vim", "nano", "ssh", "less", "python3", "python3.11", "vim.basic",
    "emacs-gtk", "-bash", "ksh93", "mosh-client", "",
  ])
  func `What would run a text, or change a file, gets none`(command: String) throws {
    let player = try LoopPlayer(to: .clipboard, from: nil, picksPane: true)
    player.summon(from: .weechat)
    player.summon(from: place(command))
    try player.settle()
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.messenger.routes == [.clipboard])
  }

  @Test func `A desk that is opened beside a chat sends there from the first`() throws {
    let player = try LoopPlayer(to: .clipboard, from: .weechat, picksPane: true)
    #expect(player.text.contains("Enter sends into"))
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.messenger.routes == [.pane(Place.weechat.pane)])
  }

  @Test func `Whoever has chosen the clipboard keeps it`() throws {
    let player = try LoopPlayer(to: .clipboard, from: nil, picksPane: true)
    try player.press("<A-t>")
    try player.finishErrands()
    try player.press("<Enter>")
    player.summon(from: .weechat)
    try player.settle()
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.messenger.routes == [.clipboard])
    // Nor does it hold where something was chosen by a setting.
    let other = try LoopPlayer(to: .clipboard, from: nil)
    other.summon(from: .weechat)
    try other.settle()
    try other.press("fhyc<Enter>")
    try other.finishErrands()
    #expect(other.messenger.routes == [.clipboard])
  }
}
