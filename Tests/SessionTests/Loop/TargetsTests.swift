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
    #expect(player.text.contains("the chat just now: weechat"))
    #expect(player.text.contains("the program post"))
    #expect(player.text.contains("pane cat"))
    #expect(!player.text.contains("pane weechat"))
  }

  @Test func `A chat in a window is listed as one`() throws {
    let player = try listed(from: .browser)
    #expect(player.text.contains("the chat just now: browser"))
    #expect(!player.text.contains("the chat just now: weechat"))
  }

  @Test func `The chosen pane gets the next phrase`() throws {
    let player = try listed(from: .weechat)
    try player.press("<PgDn><Enter>")
    #expect(player.text.contains("From now on: to pane cat"))
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

  @Test func `A chosen pane holds until another chat calls, whatever runs in it`() throws {
    let player = try listed(from: .weechat)
    try player.press("<PgDn><Enter>")
    player.summon(from: Place(pane: other))
    try player.settle()
    #expect(player.text.contains("to pane cat"))
    player.summon(from: .irssi)
    try player.settle()
    #expect(player.text.contains("From now on: to pane irssi; no longer to pane cat"))
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.messenger.routes == [.pane(Place.irssi.pane)])
  }

  @Test func `A window that calls takes the place of a chosen pane`() throws {
    let player = try listed(from: .weechat)
    try player.press("<PgDn><Enter>")
    player.summon(from: .browser)
    try player.settle()
    #expect(player.text.contains("to window browser"))
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.messenger.routes == [.window(Place.browser.window)])
  }

  @Test(arguments: [Destination.clipboard, .command])
  func `A kind of place stays the choice, whoever calls`(kind: Destination) throws {
    let player = try LoopPlayer(to: kind)
    player.summon(from: .irssi)
    try player.settle()
    #expect(!player.text.contains("no longer"))
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.messenger.routes == [kind == .clipboard ? .clipboard : .command])
  }

  @Test func `The customer of a chosen pane is another than that of the chat before`() throws {
    let player = try listed(from: .weechat)
    // Letters would narrow the list down.
    try player.press("<Esc>fhyc<Enter>")
    try player.finishErrands()
    try player.press("tk<A-m><A-t>")
    try player.finishErrands()
    try player.press("<PgDn><Enter><C-r>")
    #expect(player.text.contains("No phrase was sent yet"))
    try player.press("ty<A-m>")
    // The desk's own Alt+Z is that of the chosen chat, and Alt+Z there is as well.
    player.chat.desk.withLock { $0 = .browser }
    for place in [Place.browser, Place(pane: other)] {
      player.summon(from: place)
      try player.settle()
      try player.press("<Enter>")
      try player.finishErrands()
      #expect(player.messenger.texts.last == "Thank you for your patience 😊")
    }
    player.summon(from: .weechat)
    try player.settle()
    try player.press("<Enter>")
    try player.finishErrands()
    #expect(player.messenger.texts.last == "退款通过后按原路退回。")
  }

  @Test func `A pane that was chosen at the start is named, and its customer is its own`() throws {
    let player = try LoopPlayer(to: .pane(id: nil), from: .weechat)
    player.messenger.state.withLock { $0.panes = [other] }
    player.chat.findPane(of: .pane(id: "%7"))
    try player.finishErrands()
    #expect(player.chat.conversation(of: .pane(id: "%7")) == ConversationName(Place(pane: other)))
    #expect(player.chat.target(.pane(id: "%7")).name == "cat")
    #expect(player.chat.conversation(of: .pane(id: nil)) == ConversationName(Place.weechat))
  }

  @Test func `What runs in a chosen pane by now gets nothing that was for another`() throws {
    let player = try listed(from: .weechat)
    try player.press("<PgDn><Enter>")
    var respawned = other
    respawned.process = 2
    player.messenger.state.withLock { $0.panes = [respawned] }
    player.summon(from: Place(pane: respawned))
    try player.settle()
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.messenger.routes == [.pane(respawned)])
    // Unless it calls itself, the pane that was chosen is meant, and that is gone.
    let second = try listed(from: .weechat)
    try second.press("<PgDn><Enter>")
    second.messenger.state.withLock { $0.panes = [respawned] }
    try second.press("fhyc<Enter>")
    try second.finishErrands()
    #expect(second.messenger.routes == [.pane(other)])
  }

  @Test func `Desks are no places, and numbers stand only where two read the same`() throws {
    let player = try LoopPlayer(to: .clipboard, from: .weechat)
    player.messenger.state.withLock { state in
      state.panes = [
        ("%1", "bash", Pane.Edges.left), ("%2", "bash", .left), ("%3", "bash", .right),
        ("%4", "phrasedesk", .right),
      ].map { Pane(server: "/tmp/tmux", id: $0.0, process: 1, command: $0.1, edges: $0.2) }
    }
    try player.press("<A-t>")
    try player.finishErrands()
    #expect(player.text.contains("pane left bash (%1)"))
    #expect(player.text.contains("pane left bash (%2)"))
    #expect(player.text.contains("pane right bash") && !player.text.contains("%3"))
    #expect(!player.text.contains("phrasedesk"))
    try player.press("<Down><Down><Down><Enter>")
    #expect(player.text.contains("From now on: to pane left bash (%1)"))
    try player.press("fhyc<Enter>")
    try player.finishErrands()
    #expect(player.text.contains("Sent to pane left bash (%1)"))
  }

  @Test(arguments: [
    (Destination.clipboard, "xclip"), (.pane(id: nil), "weechat"), (.pane(id: "%9"), "%9"),
    (.window, ""), (.command, "post"),
  ])
  func `What is known of each place`(destination: Destination, name: String) throws {
    let player = try LoopPlayer()
    #expect(player.chat.target(destination) == Target(destination, name: name))
  }
}
