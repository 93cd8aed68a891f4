import Phrases
import Search
import Testing

@testable import Desk

/// What changed since the agent last looked.
@Suite struct ChangesTests {
  private func player(rows: Int = 24, columns: Int = 80, _ language: Language = .english) -> Player
  {
    var player = Player(rows: rows, columns: columns, language: language)
    player.take(
      .changes(
        [[Phrase].shop[8].key: .new, [Phrase].shop[1].key: .changed],
        removed: [.make("清仓", "没有了", in: "售前", "活动内容")]))
    player.take(.drawn)
    return player
  }

  @Test(arguments: [(45, 38), (24, 80), (35, 120)])
  func `New and changed phrases are marked in a column of their own`(rows: Int, columns: Int) {
    let canvas = player(rows: rows, columns: columns).desk.draw()
    let list = Layout(rows: rows, columns: columns).list
    func mark(_ line: Int) -> Cell.Content {
      canvas.row(list.row + 1 + line)[
        (list.row + 1 + line) * columns + list.column + list.columns - 1
      ].content
    }
    #expect(mark(1) == .scalar("~", marks: []))
    #expect(mark(8) == .scalar("+", marks: []))
    #expect((0..<10).filter { mark($0) != .blank }.count == 2)
    #expect(canvas.text.contains("fhyc ~") && canvas.text.contains("wimo +"))
  }

  @Test func `The preview says what the mark means`() {
    var player = player()
    player.press("<Down>")
    #expect(player.screen.contains("~ changed since last look"))
  }

  @Test(
    arguments: [(45, 38), (24, 80), (35, 120)],
    [Language.english: "2, 1 removed", .chinese: "2 条，删除 1 条"])
  func `One key lists exactly what is new or changed, below a header`(
    size: (Int, Int), wording: (key: Language, value: String)
  ) {
    var player = player(rows: size.0, columns: size.1, wording.key)
    player.press("fh<Esc><Esc><A-v>")
    let titles = player.desk.list.hits.map { player.desk.library.phrase($0.number).title }
    #expect(titles == ["发货延迟安抚", "Where is my order"])
    #expect(player.screen.contains(wording.value))
    #expect(player.screen.contains("清仓"))
    #expect(player.effects.allSatisfy { $0 == .continueSearch })
  }

  @Test func `Esc goes back to the search that stood, and the look is noted`() {
    var player = player()
    player.press("fh<Down>")
    let title = player.selectedTitle
    player.press("<A-v>")
    #expect(player.desk.search.isEmpty)
    player.press("<Esc>")
    #expect(player.effects.filter { $0 == .noteSeen }.count == 1)
    #expect(player.desk.search.text == "fh")
    #expect(player.selectedTitle == title)
    #expect(player.desk.focus == .search)
  }

  @Test(arguments: ["<A-z>tk", "<A-v>", "<C-q>"])
  func `However the list is left, the look is noted once`(keys: String) {
    var player = player()
    player.press("<A-v>" + keys)
    #expect(player.effects.filter { $0 == .noteSeen }.count == 1)
  }

  @Test func `A paste leaves the list, too`() {
    var player = player()
    player.press("<A-v>")
    player.take(.paste("退款"))
    #expect(player.effects.first == .noteSeen)
    #expect(player.selectedTitle == "退款多久到账")
  }

  @Test func `A phrase of the list is sent like any other, and the list stays`() {
    var player = player()
    player.press("<A-v><A-1>")
    #expect(player.desk.conversation.lastSent?.outgoing.title == "发货延迟安抚")
    #expect(!player.effects.contains(.noteSeen))
    #expect(player.desk.list.subject == .changes)
  }

  @Test func `What comes in while the list is open joins it by the same key, the selection stays`()
  {
    var player = player()
    player.press("<A-v><Down>")
    let phrases = [Phrase].shop + [.make("新的", "内容", in: "售前", "活动内容")]
    player.take(.library(Library(phrases), origin: .store))
    let marks = [phrases[0], phrases[8], phrases[10]].map { ($0.key, ChangeMark.new) }
    player.take(.changes(Dictionary(uniqueKeysWithValues: marks), removed: []))
    #expect(player.desk.list.hits.count == 2)
    player.press("<A-v>")
    #expect(player.desk.list.hits.count == 3)
    #expect(player.selectedTitle == "Where is my order")
    #expect(!player.effects.contains(.noteSeen))
    player.press("<A-v>")
    #expect(player.effects.contains(.noteSeen) && player.desk.news.visit == nil)
  }

  @Test func `A look that has been noted clears marks and list`() {
    var player = player()
    player.press("<A-v><Esc>")
    player.take(.changes([:], removed: []))
    #expect(!player.screen.contains("fhyc ~"))
    player.press("<A-v>")
    #expect(player.screen.contains("Nothing has changed"))
  }

  // MARK: - Days

  private static let today = Day(year: 2026, month: 12, day: 1)

  /// Two phrases of today, one of yesterday's, one that went on the 26th.
  private func playerOfDays(rows: Int = 24, columns: Int = 80, _ language: Language = .english)
    throws -> Player
  {
    let today = try #require(Self.today)
    let yesterday = try #require(today.adding(days: -1))
    let before = try #require(today.adding(days: -5))
    var player = Player(rows: rows, columns: columns, language: language)
    let shop = [Phrase].shop
    var old = shop[1]
    old.text = "亲，快递停运，预计两天内恢复。"
    var older = shop[4]
    older.text = "旧的。"
    player.take(.day(today))
    player.take(
      .recentChanges([
        RecentChange(day: today, before: old, after: shop[1]),
        RecentChange(day: today, before: nil, after: shop[8]),
        RecentChange(day: yesterday, before: older, after: shop[4]),
        RecentChange(day: yesterday, before: older, after: shop[1]),
        RecentChange(day: before, before: .make("清仓", "没有了", in: "售前", "活动内容"), after: nil),
      ]))
    return player
  }

  @Test(arguments: [(45, 38), (24, 80), (35, 120)])
  func `What was looked at can be looked at again, by day, for a week`(rows: Int, columns: Int)
    throws
  {
    var player = try playerOfDays(rows: rows, columns: columns)
    #expect(!player.screen.contains("changed, Alt+V"))
    for _ in 0..<2 {
      player.press("<A-v>")
      let titles = player.desk.list.hits.map { player.desk.library.phrase($0.number).title }
      #expect(titles == [1, 8, 4].map { [Phrase].shop[$0].title })
      #expect(player.screen.contains("today") && player.screen.contains("yesterday"))
      #expect(player.screen.contains("11-26  removed: 清仓"))
      #expect(player.screen.contains("3, 1 removed"))
      player.press("<Esc>")
    }
    // Nothing was new in it.
    #expect(!player.effects.contains(.noteSeen))
  }

  @Test(arguments: [(45, 38), (24, 80), (35, 120)], [Language.english, .chinese])
  func `What a removed phrase said is read below the last change, and never sent`(
    size: (Int, Int), language: Language
  ) throws {
    var player = try playerOfDays(rows: size.0, columns: size.1, language)
    let title = SourceLabel.removedTitle.sentence(language)
    player.press("<A-v><Down><Down>")
    #expect(!player.screen.contains(title))
    player.press("<Down>")
    #expect(player.screen.contains(title) && player.screen.contains("没有了"))
    player.press("<Enter>")
    #expect(!player.screen.contains(title) && player.desk.conversation.lastSent == nil)
    // By a click below the list as well, also where nothing else changed.
    player.take(.recentChanges([]))
    player.take(.changes([:], removed: [.make("清仓", "没有了", in: "售前", "活动内容")]))
    player.press("<Esc><A-v>")
    let list = player.desk.layout.list
    let below = Position(row: list.row + 1, column: list.column + 3)
    player.take(.mouse(MouseEvent(.click, at: below), at: 10_000))
    #expect(player.screen.contains(title))
    player.press("<Esc><Esc>")
    #expect(player.desk.news.visit == nil)
  }

  @Test func `A reworded phrase shows its words that went and came, and is sent as it reads now`()
    throws
  {
    var player = try playerOfDays(rows: 35, columns: 120, .chinese)
    player.press("<A-v>")
    #expect(player.screen.contains("[-") && player.screen.contains("-]"))
    #expect(player.screen.contains("{+") && player.screen.contains("~ 今天改动"))
    player.press("<A-1>")
    #expect(player.desk.conversation.lastSent?.outgoing.text == [Phrase].shop[1].text)
    player.press("<Esc><Esc>")
    #expect(!player.screen.contains("{+"))
  }

  @Test(arguments: [(45, 38), (24, 80), (35, 120)], [Language.english, .chinese])
  func `The status line tells of news until it was looked at`(
    size: (Int, Int), language: Language
  ) throws {
    var player = player(rows: size.0, columns: size.1, language)
    let sentence = SourceLabel.waiting(3).sentence(language)
    #expect(player.screen.contains(sentence))
    let row = try #require(player.desk.statusParts.first { $0.text.contains(sentence) })
    let place = Position(row: row.region.row, column: row.region.column)
    player.take(.mouse(MouseEvent(.click, at: place), at: 0))
    #expect(player.desk.news.visit != nil && !player.screen.contains(sentence))
    player.press("<Esc>")
    player.take(.changes([:], removed: []))
    #expect(!player.screen.contains(sentence))
  }

  @Test func `More removed phrases than there are rows are counted`() {
    var player = Player(rows: 12, columns: 38)
    player.take(.changes([:], removed: .numbered(20)))
    player.press("<A-v>")
    #expect(player.screen.contains("0, 20 removed"))
  }
}

@Suite struct DepartmentTests {
  private static let phrases: [Phrase] = [
    .make("通用问候", "您好", in: "问候", "开场"),
    .make("售后退款", "退款说明", in: "退款", "流程", department: "售后部"),
    .make("售前推荐", "推荐说明", in: "推荐", "商品", department: "售前部"),
  ]

  private func titles(_ player: Player) -> [String] {
    player.desk.list.hits.map { player.desk.library.phrase($0.number).title }
  }

  @Test(arguments: [(45, 38), (24, 80), (35, 120)])
  func `A chosen department shows its own phrases and those for everybody`(
    rows: Int, columns: Int
  ) {
    var player = Player(rows: rows, columns: columns, phrases: Self.phrases)
    player.press("<Esc><A-d>")
    #expect(player.screen.contains("> All departments"))
    player.press("<Down><Enter>")
    #expect(titles(player) == ["通用问候", "售后退款"])
    #expect(player.screen.contains("Department: 售后部"))
    player.press("<A-z>shuoming")
    #expect(titles(player) == ["售后退款"])
    player.press("<A-d><PgUp><Enter>")
    #expect(titles(player).count == 2)
    #expect(!player.screen.contains("Department: "))
  }

  @Test func `Typing narrows the departments down, in pinyin too`() {
    var player = Player(phrases: Self.phrases)
    player.press("<A-d>shouhou")
    #expect(player.screen.contains("> 售后部") && !player.screen.contains("售前部 "))
    player.press("<Enter>")
    #expect(player.desk.department == "售后部")
    player.press("<A-d>xyz")
    #expect(player.screen.contains("Nothing like that"))
    player.press("<Enter>")
    #expect(player.desk.dialog is DepartmentDialog)
  }

  @Test func `The tree holds what the department sees, and new phrases keep to it`() {
    var player = Player(rows: 35, columns: 120, phrases: Self.phrases)
    player.press("<A-d><Down><Enter>")
    #expect(!player.screen.contains("售前部"))
    let more = Phrase.make("售前二", "内容", in: "推荐", "商品", department: "售前部")
    player.take(.library(Library(Self.phrases + [more]), origin: .store))
    #expect(titles(player) == ["通用问候", "售后退款"])
    #expect(player.desk.tree.total == 2)
  }

  @Test func `Esc chooses nothing, and the dialog opens on what is chosen`() {
    var player = Player(phrases: Self.phrases)
    player.press("<A-d><Down><Down><Esc>")
    #expect(player.desk.department == nil)
    player.press("<A-d><PgDn><Enter><A-d>")
    #expect(player.screen.contains("> 售前部"))
  }

  @Test func `Phrases that are sent often come first in a department, too`() throws {
    var player = Player(phrases: Self.phrases)
    let last = try #require(player.desk.library.numbers.dropFirst().first)
    player.take(.prior(Prior([last: Prior.maximum])))
    player.press("<A-d><Down><Enter>")
    #expect(titles(player) == ["售后退款", "通用问候"])
  }
}
