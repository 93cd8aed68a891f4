import Phrases
import Testing

@testable import Desk

/// Where phrases go: chosen, named, asked for when it is not known.
@Suite struct TargetTests {
  private let pane = Target(.pane(id: "%3"), name: "%3 weechat")
  private let clipboard = Target(.clipboard, name: "xclip")

  private let chat = ConversationName("%3")

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

  @Test func `Alt+Z from a chat closes the list of places, and the next Enter sends there`() {
    for isPending in [false, true] {
      var player = Player()
      player.take(.summoned(Target(.pane(id: nil))))
      player.press(isPending ? "fhyc<Enter>" : "fhyc<A-t>")
      player.take(.targets([clipboard]))
      player.take(.summoned(Target(.pane(id: nil), name: "top left cat"), from: chat))
      #expect(player.desk.dialog == nil && player.desk.focus == .search)
      player.press("<Enter>")
      #expect(player.delivered == ["非常抱歉让您久等了，仓库正在加紧处理，有进展马上告诉您。"])
      #expect(destinations(player) == [.pane(id: nil)])
    }
  }

  @Test func `A filled form that waits for a place goes to the chat that calls first`() {
    var player = Player()
    player.take(.summoned(Target(.pane(id: nil))))
    player.press("fhsj<Enter>8012<Enter>")
    player.take(.summoned(Target(.pane(id: nil), name: "top left cat"), from: chat))
    #expect(player.screen.contains("8012") && player.delivered.isEmpty)
    player.press("<Enter>")
    #expect(player.delivered.first?.contains("8012") == true)
  }

  @Test(arguments: Language.allCases)
  func `A chat that was chosen gives way to the one that the desk is called from, said once`(
    language: Language
  ) {
    var player = Player(columns: 120, language: language)
    let caller = Target(.pane(id: nil), name: "top left bash")
    player.press("<A-t>")
    player.take(.targets([clipboard, pane]))
    player.press("<Down><Enter>")
    player.take(.summoned(pane, from: chat))
    #expect(player.desk.notice == nil)
    player.take(.summoned(caller, from: chat))
    #expect(player.desk.notice == .sendingElsewhere(caller, noLonger: pane))
    #expect(
      player.row(
        with: language == .english
          ? "From now on: to pane top left bash; no longer to pane %3 weechat"
          : "从现在起发送到窗格 top left bash，不再发送到窗格 %3 weechat") != nil)
    player.press("fhyc<Enter>")
    #expect(destinations(player) == [.pane(id: nil)])
    player.take(.summoned(caller, from: chat))
    #expect(player.desk.notice == nil)
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
