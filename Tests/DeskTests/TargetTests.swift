import Phrases
import Testing

@testable import Desk

/// Where phrases go: chosen, named, asked for when it is not known.
@Suite struct TargetTests {
  private let pane = Target(.pane(id: "%3"), name: "%3 weechat")
  private let clipboard = Target(.clipboard, name: "xclip")

  private func destinations(_ player: Player) -> [Destination] {
    player.effects.compactMap { effect in
      if case .deliver(_, let destination) = effect { destination } else { nil }
    }
  }

  @Test func `Alt+T lists the places, Enter chooses one, and the next phrase goes there`() {
    var player = Player()
    player.press("<A-t>")
    #expect(player.effects == [.listTargets])
    #expect(player.screen.contains("Looking for panes"))
    player.take(.targets([clipboard, pane]))
    #expect(player.row(with: "> the clipboard") != nil)
    player.press("<Down><Enter>")
    #expect(player.row(with: "From now on: to pane %3 weechat") != nil)
    player.press("fhyc<Enter>")
    #expect(destinations(player) == [.pane(id: "%3")])
  }

  @Test func `The status line names the place`() {
    var player = Player(rows: 35, columns: 120)
    #expect(player.screen.contains("to the clipboard"))
    player.take(.summoned(pane))
    #expect(player.screen.contains("to pane %3 weechat"))
  }

  @Test func `Alt+Z elsewhere closes a dialog and selects the old query`() {
    var player = Player()
    player.press("fh<Tab><C-p>")
    player.take(.summoned(pane))
    player.press("tk")
    #expect(player.desk.search.text == "tk")
    #expect(player.desk.dialog == nil)
  }

  @Test func `A form that is filled in stays for its own chat, and for no other`() {
    var player = Player()
    let chat = ConversationName("%3")
    player.take(.summoned(pane, from: chat))
    player.press("fhsj<Enter>8012")
    player.take(.summoned(pane, from: chat))
    #expect(player.screen.contains("8012"))
    player.take(.summoned(clipboard, from: nil))
    #expect(player.desk.dialog == nil)
  }

  @Test func `A phrase that waits for a place goes on waiting when Alt+Z tells one`() {
    var player = Player()
    player.take(.summoned(Target(.pane(id: nil))))
    player.press("fhyc<Enter>")
    player.take(.summoned(Target(.pane(id: nil), name: "%3 cat")))
    player.take(.targets([clipboard, Target(.pane(id: nil), name: "%3 cat")]))
    player.press("<Enter>")
    #expect(player.delivered.count == 1)
    #expect(destinations(player) == [.pane(id: nil)])
  }

  @Test func `Where no place is known a phrase waits until one is chosen`() {
    var player = Player()
    player.take(.summoned(Target(.pane(id: nil))))
    player.press("fhyc<Enter>")
    #expect(player.delivered.isEmpty)
    #expect(player.effects.last == .listTargets)
    player.press("<Enter>")
    #expect(player.delivered.isEmpty)
    player.take(.targets([clipboard, pane]))
    player.press("<Down><Enter>")
    #expect(player.delivered.count == 1)
    #expect(destinations(player) == [.pane(id: "%3")])
  }

  @Test func `Places that come too late open nothing`() {
    var player = Player()
    player.press("<A-t><Esc>")
    player.take(.targets([clipboard, pane]))
    #expect(player.desk.dialog == nil)
    #expect(player.desk.target == clipboard)
  }

  @Test func `Back in the chat the search box is empty, unless something was typed`() {
    var player = Player()
    player.press("fhyc<Enter>")
    #expect(player.desk.search.text == "fhyc")
    player.take(.returned)
    #expect(player.desk.search.isEmpty)
    player.press("fhyc<Enter>t")
    player.take(.returned)
    #expect(player.desk.search.text == "t")
  }

  @Test func `A place that refuses is said loudly, with what became of the phrase`() {
    var player = Player(rows: 24, columns: 120)
    let delivered = Delivered(
      .refused(reason: "Pane %3 is gone.", instead: .copied(by: "xclip", alsoToTmux: false)),
      title: "发货时间")
    player.take(.delivered(delivered))
    #expect(
      player.row(
        with: "Pane %3 is gone. Paste it yourself. Copied: 发货时间; Ctrl+V pastes it in the chat")
        != nil)
    #expect(player.desk.notice?.isError == true)
  }

  @Test(arguments: [(24, 80), (45, 38), (30, 44)])
  func `What is too long for the status line is said whole, over the rows above`(
    rows: Int, columns: Int
  ) {
    var player = Player(rows: rows, columns: columns)
    let reason = "The program there would take each line for a message of its own."
    player.take(
      .delivered(
        Delivered(
          .refused(reason: reason, instead: .copied(by: "xclip", alsoToTmux: false)),
          title: "发货时间")))
    // A line may break within the title.
    let letters = player.screen.filter { !$0.isWhitespace }
    let sentence = "\(reason) Paste it yourself. Copied: 发货时间; Ctrl+V pastes it in the chat"
    #expect(letters.hasSuffix(sentence.filter { !$0.isWhitespace }))
    player.press("<Esc>")
    #expect(!player.screen.contains("Copied"))
  }
}
