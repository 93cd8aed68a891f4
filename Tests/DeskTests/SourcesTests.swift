import Phrases
import Testing

@testable import Desk

/// What the desk says of connected sources, and what an agent can do about them.
@Suite struct SourcesTests {
  static let failing = SourceFacts(
    name: "company", version: 37, checkedMinutesAgo: 14,
    failure: "The server answered 503 and the phrases could not be read.", failingForMinutes: 14)
  static let held = SourceFacts(
    name: "offers", version: 4, checkedMinutesAgo: 1,
    held: .init(id: "a1", reason: "It would remove 61 of 100 phrases."))
  static let current = SourceFacts(name: "company", version: 37, checkedMinutesAgo: 2)

  private func player(
    _ sources: [SourceFacts], rows: Int = 24, columns: Int = 80, _ language: Language = .english
  ) -> Player {
    var player = Player(rows: rows, columns: columns, language: language)
    player.take(.sources(sources))
    return player
  }

  private func status(_ player: Player) -> String {
    player.screen.split(separator: "\n").last.map(String.init) ?? ""
  }

  // MARK: - The status line

  @Test(arguments: [
    (
      current, "company v37, synced 2 min ago, to the clipboard",
      "company v37，2 分钟前同步, 发送到：剪贴板"
    ),
    (
      failing, "company: failing for 14 min, phrases of v37",
      "“company”同步失败（14 分钟前起），请联系主管；仍用 v37"
    ),
    (
      SourceFacts(name: "a", version: 2, failure: "a: gone.", failingForMinutes: 0),
      "a: failing, phrases of v2", "“a”同步失败，请联系主管；仍用 v2"
    ),
    (
      SourceFacts(name: "a", version: 2, failure: "a: gone.", failingForMinutes: 1),
      "a: failing for 1 min, phrases of v2", "“a”同步失败（1 分钟前起），请联系主管；仍用 v2"
    ),
    (held, "offers: a new version waits, press Alt+W", "offers：新版本待确认，按 Alt+W"),
    (
      SourceFacts(name: "a", version: 2, isUndecided: true),
      "a: a newer list waits, asked again soon", "a：有新版本在等待，稍后再查"
    ),
    (SourceFacts(name: "a", version: 2, isPinned: true), "a v2, pinned", "a v2，已固定"),
    (SourceFacts(name: "a", version: 2, isSyncing: true), "a v2, syncing..", "a v2，同步中.."),
    (SourceFacts(name: "a", version: 0), "a: no phrases yet", "a：还没有话术"),
    (SourceFacts(name: "a", version: 2, checkedMinutesAgo: 200), "synced 3 h ago", "3 小时前同步"),
  ])
  func `The status line tells the truth in both languages`(
    source: SourceFacts, english: String, chinese: String
  ) {
    #expect(status(player([source])).contains(english))
    #expect(status(player([source], .chinese)).contains(chinese))
  }

  @Test func `A list that waits for its publisher's word is not denied by Alt+W`() {
    var player = player([SourceFacts(name: "a", version: 2, isUndecided: true)], columns: 120)
    player.press("<A-w>")
    #expect(status(player).contains("a: a newer list waits; whoever published it may have agreed"))
    #expect(!player.screen.contains("No new version waits"))
    player.press("<A-s>")
    #expect(player.screen.contains("A newer list waits"))
  }

  @Test func `The most urgent source is told of, and how many others there are`() {
    var sources = [Self.current, Self.held]
    #expect(status(player(sources)).contains("offers: a new version waits, press Alt+W, 2 sources"))
    sources.append(Self.failing)
    let player = player(sources)
    #expect(status(player).contains("company: failing for 14 min, phrases of v37, 3 sources"))
    #expect(player.desk.draw().text(in: .warning).contains("failing"))
  }

  @Test(arguments: [(45, 38), (24, 80), (35, 120), (12, 30)])
  func `What is urgent is said at every size, however long the name`(rows: Int, columns: Int) {
    var failing = Self.failing
    #expect(status(player([failing], rows: rows, columns: columns)).contains("failing"))
    failing.name = String(repeating: "公司话术", count: 40)
    let line = status(player([failing, Self.current], rows: rows, columns: columns))
    #expect(line.contains("failing") && line.contains("14 min") && line.contains("v37"))
  }

  @Test func `Without sources the status line names the file as ever`() {
    #expect(status(Player()).contains("shop.csv, to the clipboard"))
  }

  @Test func `A name from outside cannot draw anything but itself`() {
    let source = SourceFacts(
      name: "a\u{1B}[2J\u{202E}b", version: 1, checkedMinutesAgo: 2, failure: "x\u{7}\ny > z v9",
      failingForMinutes: 3, held: .init(id: "1", reason: "\u{1B}]0;t\u{7}"))
    var player = player([source])
    var screens = player.screen
    player.press("<A-s>")
    screens += player.screen
    #expect(player.screen.contains("x␇ y > z v9"))
    player.press("<Enter>")
    player.take(.heldDifference(source: source.name, id: "1", lines: ["+ \u{1B}[31m\nz"]))
    screens += player.screen
    let scalars = screens.unicodeScalars
    #expect(!scalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    #expect(player.screen.contains("+ ␛[31m z"))
  }

  // MARK: - Syncing

  @Test func `Sync asks the sources, says so until they are done, and is in the palette too`() {
    var player = player([Self.current])
    player.press("<A-r>")
    #expect(player.effects == [.sync])
    #expect(status(player).contains("Asking the sources"))
    var syncing = Self.current
    syncing.isSyncing = true
    player.take(.sources([syncing]))
    #expect(status(player).contains("Asking the sources"))
    player.take(.sources([Self.current]))
    #expect(status(player).contains("synced 2 min ago"))
    player.press("<Esc><A-r><C-p>ask the sources<Enter>")
    #expect(player.effects == [.sync, .sync, .sync])
  }

  @Test func `Capital letters are text in the search box`() {
    var player = player([Self.held])
    player.press("RSNDW")
    #expect(player.desk.search.text == "RSNDW")
    #expect(player.effects.allSatisfy { $0 == .continueSearch })
  }

  @Test(arguments: ["<A-r>", "<A-s>", "<A-w>", "<A-v>", "<A-d>"])
  func `Where there is nothing to ask, show or choose, that is said`(key: String) {
    var player = Player()
    player.press(key)
    #expect(player.effects.isEmpty && player.desk.dialog == nil)
    #expect(player.desk.notice != nil)
  }

  @Test func `What a sync has to say does not hide that nothing was sent`() {
    var player = player([Self.current])
    player.take(.delivered(Delivered(.failed(reasons: []), title: "发货时间")))
    player.take(.notice(.sentence("company is at v38 now", isError: false)))
    #expect(status(player).contains("NOT SENT"))
    player.press("<Esc>")
    player.take(.notice(.sentence("company is at v38 now", isError: false)))
    #expect(status(player).contains("v38"))
  }

  // MARK: - All sources

  @Test(arguments: [(45, 38), (24, 80), (35, 120)], Language.allCases)
  func `One key tells the whole story of every source`(size: (Int, Int), language: Language) {
    var player = player([Self.failing, Self.held], rows: size.0, columns: size.1, language)
    player.press("<Esc><A-s>")
    // Wrapped, each line indented.
    let canvas = player.desk.draw()
    let words = (canvas.text(in: .error) + canvas.text(in: .warning)).filter { $0 != " " }
    #expect(words.contains("Theserveranswered503andthephrasescouldnotberead."))
    #expect(words.contains("Itwouldremove61of100phrases."))
    #expect(player.screen.contains("> company") && player.screen.contains("offers v4"))
  }

  @Test func `A story that is longer than the screen is scrolled through, source by source`() {
    var long = Self.failing
    long.failure = (1...80).map { "reason \($0)" }.joined(separator: ", ")
    var player = player([long, Self.held], rows: 12, columns: 38)
    player.press("<A-s>")
    #expect(player.screen.contains("reason 1,") && !player.screen.contains("reason 80"))
    var seen = player.screen
    for _ in 1...60 {
      player.press("<Down>")
      seen += player.screen
    }
    #expect((1...80).allSatisfy { seen.contains("\($0)") })
    #expect(player.screen.contains("> offers"))
    player.press("<Up>")
    #expect(player.screen.contains("reason 80"))
    for _ in 1...60 { player.press("<Up>") }
    #expect(player.screen.contains("> company v37"))
    #expect(player.effects.isEmpty)
  }

  // MARK: - A version that waits

  private func asking() -> Player {
    var player = player([Self.current, Self.held])
    player.press("<A-s><Down>")
    if player.screen.contains("> company") { player.press("<Down>") }
    player.press("<Enter>")
    return player
  }

  @Test func `Enter on a source with a waiting version asks, with reason and difference`() {
    var player = asking()
    #expect(player.effects == [.showHeld(source: "offers", id: "a1")])
    #expect(player.screen.contains("It would remove 61 of 100 phrases."))
    #expect(player.screen.contains("Reading what would change"))
    player.take(.heldDifference(source: "offers", id: "a1", lines: ["- 发货时间", "+ 秒杀"]))
    #expect(player.screen.contains("- 发货时间") && player.screen.contains("+ 秒杀"))
    #expect(player.screen.contains("Alt+Y take it  Esc not now"))
  }

  @Test(arguments: ["<Enter>", "<Esc>", "y<Enter>", "Y<Esc>"])
  func `Nothing is accepted by Enter, Esc or a letter`(keys: String) {
    var player = asking()
    player.take(.heldDifference(source: "offers", id: "a1", lines: ["- 发货时间"]))
    player.press(keys)
    #expect(player.desk.dialog == nil)
    #expect(player.effects == [.showHeld(source: "offers", id: "a1")])
  }

  @Test func `Alt+Y accepts, but not before the difference is on the screen`() {
    var player = player([Self.held])
    player.press("<A-w><A-y>")
    #expect(player.effects == [.showHeld(source: "offers", id: "a1")])
    player.take(.heldDifference(source: "offers", id: "other", lines: ["- x"]))
    player.press("<A-y>")
    #expect(player.effects.count == 1)
    player.take(.heldDifference(source: "offers", id: "a1", lines: ["- x"]))
    player.press("<A-y>")
    #expect(player.effects.last == .acceptHeld(source: "offers", id: "a1"))
    #expect(player.desk.dialog == nil)
  }

  @Test func `where whoever publishes decides, the agent is shown all reasons and cannot take it`()
  {
    var source = Self.held
    source.held?.mayDecide = false
    var player = player([source])
    player.press("<A-w>")
    player.take(
      .heldDifference(
        source: "offers", id: "a1", reasons: ["61 lack.", "9 lose their code."], lines: ["- x"]))
    #expect(player.screen.contains("61 lack.") && player.screen.contains("9 lose their code."))
    #expect(player.screen.contains("ask your supervisor"))
    #expect(!player.screen.contains("Alt+Y"))
    player.press("<A-y>")
    #expect(player.effects == [.showHeld(source: "offers", id: "a1")])
  }

  @Test func `A question about a version that waits no more is closed, and that is said`() {
    var player = asking()
    player.take(.heldDifference(source: "offers", id: "a1", lines: ["- x"]))
    var other = Self.held
    other.held?.id = "b2"
    player.take(.sources([Self.current, other]))
    player.press("<A-y>")
    #expect(!player.effects.contains { if case .acceptHeld = $0 { true } else { false } })
    #expect(player.desk.dialog == nil)
  }

  @Test func `A difference of many lines is scrolled`() {
    var player = player([Self.held], rows: 12, columns: 38)
    player.press("<A-w>")
    player.take(
      .heldDifference(source: "offers", id: "a1", lines: (1...60).map { "- phrase \($0)." }))
    #expect(!player.screen.contains("phrase 60."))
    player.press("<End>")
    #expect(player.screen.contains("phrase 60.") && player.screen.contains("Alt+Y"))
    player.press("<Home><Down>")
    #expect(player.screen.contains("phrase 3."))
  }
}
