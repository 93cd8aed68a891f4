import Chat
import Desk
import Terminal
import Testing

@testable import Session

/// The places that phrases can be sent to, as the chat line finds them.
@Suite struct TargetsTests {
  private let other = Pane(server: "/tmp/tmux", id: "%7", process: 1, command: "cat")

  /// Opens the list, with another pane beside the chat's.
  private func listed(from place: Place?) throws -> LoopPlayer {
    let player = try LoopPlayer(to: .clipboard, from: place)
    let panes = [other] + [Place.weechat.pane].compactMap(\.self)
    player.messenger.state.withLock { $0.panes = panes }
    try player.press("<A-t>")
    try player.finishErrands()
    return player
  }

  @Test func `Alt+T lists the clipboard, the chat, the program and other panes, each once`() throws
  {
    let player = try listed(from: .weechat)
    #expect(player.text.contains("> the clipboard"))
    #expect(player.text.contains("the chat just now: %5 weechat"))
    #expect(player.text.contains("the program post"))
    #expect(player.text.contains("pane %7 cat"))
    #expect(!player.text.contains("pane %5 weechat"))
  }

  @Test func `A chat in a window is listed as one`() throws {
    let player = try listed(from: .browser)
    #expect(player.text.contains("the chat just now: browser"))
    #expect(!player.text.contains("the chat just now: %5"))
  }

  @Test func `The chosen pane gets the next phrase`() throws {
    let player = try listed(from: .weechat)
    try player.press("<PgDn><Enter>")
    #expect(player.text.contains("From now on: to pane %7"))
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.messenger.routes == [.pane(other)])
  }

  @Test func `A list that comes after the dialog was closed opens nothing`() throws {
    let player = try LoopPlayer()
    try player.press("<A-t><Esc>")
    try player.finishErrands()
    #expect(!player.text.contains("Where phrases go"))
  }

  @Test(arguments: [
    (Destination.clipboard, "xclip"), (.pane(id: nil), "%5 weechat"), (.pane(id: "%9"), "%9"),
    (.window, ""), (.command, "post"),
  ])
  func `What is known of each place`(destination: Destination, name: String) throws {
    let player = try LoopPlayer()
    #expect(player.chat.target(destination) == Target(destination, name: name))
  }
}
