import Phrases
import Search
import Testing

@testable import Desk

/// New phrases that arrive while the agent works: nothing in sight moves, and nothing goes out that
/// was taken back.
@Suite struct NewPhrasesTests {
  private func take(_ phrases: [Phrase], in player: inout Player) {
    player.take(.library(Library(phrases), origin: .store))
    player.take(.drawn)
  }

  private static let texts = (1...9).map { "第 \($0) 条内容" }

  /// `.numbered(9)` after a change, each with a name.
  private static let changes: [(name: String, phrases: [Phrase])] = [
    ("reversed", .numbered(9).reversed()),
    ("one more on top", [.make("新", "新内容", in: "大全", "其一")] + .numbered(9)),
    ("the first withdrawn", Array([Phrase].numbered(9).dropFirst())),
    ("the second withdrawn", [Phrase].numbered(9).filter { $0.title != "话术 2" }),
    ("all reworded", [Phrase].numbered(9).map { .make($0.title, "改过", in: "大全", "其一") }),
    ("all gone", []),
  ]

  @Test(
    arguments: changes.indices, ["<Enter>", "<Down><Enter>", "<A-1>", "<A-2>", "<A-9>", "<C-g>3"])
  func `What is in sight stays in sight, and a key sends that or nothing`(
    change: Int, keys: String
  ) {
    for isDrawn in [true, false] {
      var before = Player(phrases: .numbered(9))
      before.press(keys)
      let wanted = before.delivered
      var player = Player(phrases: .numbered(9))
      let rows = player.desk.list.hits
      player.take(.library(Library(Self.changes[change].phrases), origin: .store))
      if isDrawn { player.take(.drawn) }
      #expect(player.desk.list.hits == rows)
      player.press(keys)
      let text = wanted[0]
      let isThere = Self.changes[change].phrases.contains { $0.text == text }
      #expect(player.delivered == (isThere ? wanted : []), "\(Self.changes[change].name)")
      if !isThere { #expect(player.screen.contains("Not sent")) }
    }
  }

  @Test func `A double click on a phrase that was withdrawn sends nothing`() {
    var player = Player(phrases: .numbered(9))
    take(Array([Phrase].numbered(9).dropFirst(4)), in: &player)
    player.doubleClick(on: "话术 3")
    #expect(player.delivered.isEmpty)
    #expect(player.screen.contains("withdrawn meanwhile: 话术 3"))
  }

  @Test func `A withdrawn phrase leaves nothing selected, and the next Enter sends no neighbour`() {
    var player = Player(phrases: .numbered(9))
    player.press("<Down><Down>")
    take([Phrase].numbered(9).filter { $0.title != "话术 3" }, in: &player)
    player.press("<Enter>")
    player.take(.drawn)
    #expect(player.desk.selectedPhrase == nil && player.desk.list.hits.count == 8)
    #expect(player.screen.contains("-/8"))
    player.press("<Enter><Enter>")
    #expect(player.delivered.isEmpty)
    // The first move selects what stands there now.
    player.press("<Down><Enter>")
    #expect(player.delivered == ["第 4 条内容"])
  }

  @Test func `What reads otherwise is shown, and only a second Enter sends it`() {
    var player = Player(phrases: .numbered(3))
    var changed = [Phrase].numbered(3)
    changed[1].text = "新内容"
    player.press("<Down>")
    take(changed, in: &player)
    #expect(player.screen.contains("第 2 条内容"))
    // Both come before anything was drawn.
    player.press("<Enter><Enter>")
    #expect(player.delivered.isEmpty)
    player.take(.drawn)
    #expect(player.screen.contains("新内容") && player.selectedTitle == "话术 2")
    player.press("<Enter>")
    #expect(player.delivered == ["新内容"])
  }

  @Test func `Another day of validity counts as another reading`() {
    var player = Player()
    player.press("fhyc")
    var changed = [Phrase].shop
    changed[1].validUntil = Day(iso: "2026-11-01")
    take(changed, in: &player)
    player.press("<Enter>")
    player.take(.drawn)
    player.press("<Enter>")
    #expect(player.delivered.isEmpty && player.desk.dialog is QuestionDialog)
  }

  @Test(arguments: ["x", "<Esc>", "<A-c>", "<A-v>"])
  func `A key that changes the list takes them up`(key: String) {
    var player = Player()
    player.press("f")
    take(.shop + .numbered(200), in: &player)
    #expect(player.desk.library.count == 10)
    player.press(key)
    #expect(player.desk.library.count == 210 && player.desk.waiting == nil)
  }

  @Test(arguments: ["<Down>", "<A-m>", "<A-Down>", "<Tab>", "<C-p><Esc>", "<A-1>"])
  func `Moving, marking and sending take up nothing`(keys: String) {
    var player = Player(phrases: .numbered(9))
    let rows = player.desk.list.hits
    take(.shop, in: &player)
    take(.numbered(9).reversed(), in: &player)
    player.press(keys)
    #expect(player.desk.waiting?.library.count == 9 && player.desk.list.hits == rows)
  }

  @Test(arguments: [(35, 120), (24, 80), (45, 38)], Language.allCases)
  func `The status line counts what waits, and says how to see it`(
    size: (Int, Int), language: Language
  ) {
    var player = Player(rows: size.0, columns: size.1, language: language)
    take(.shop + .numbered(2), in: &player)
    let marks = [Phrase].numbered(2).map { ($0.key, ChangeMark.new) }
    player.take(
      .changes(Dictionary(uniqueKeysWithValues: marks), removed: [.make("旧", "旧", in: "售前", "")]))
    #expect(player.screen.contains(language == .english ? "3 changed, Alt+V" : "3 条有变化，Alt+V"))
    player.press("<A-v>")
    #expect(player.desk.list.hits.count == 2)
    #expect(!player.screen.contains("Alt+V"))
  }

  @Test func `A listed phrase that is gone is marked as such`() {
    var player = Player()
    take(Array([Phrase].shop.dropFirst(2)), in: &player)
    #expect(player.row(with: "1 发货时间")?.contains("fhsj -") == true)
    #expect(player.screen.contains("- withdrawn, is not sent"))
  }

  @Test func `The query, its cursor and the selected hit stay when a key takes new ones up`() {
    var player = Player()
    player.press("发货<Left><Down>")
    let title = player.selectedTitle
    take([.make("发货", "新的一条", in: "售中", "发货")] + .shop, in: &player)
    player.press("<A-c>")
    #expect(player.desk.search.text == "发货")
    #expect(player.desk.search.field.cursor == 1)
    #expect(player.selectedTitle == title)
    #expect(player.desk.list.hits.contains { player.desk.library.phrase($0.number).title == "发货" })
  }

  @Test func `What was selected and is gone is named when a key takes new ones up`() {
    var player = Player()
    player.press("fhyc")
    take([Phrase].shop.filter { $0.code != "fhyc" }, in: &player)
    player.press("<Esc>")
    #expect(player.selectedTitle == nil)
    #expect(player.screen.contains("Withdrawn meanwhile: 发货延迟安抚"))
    player.press("<Enter>")
    #expect(player.delivered.isEmpty)
  }

  @Test
  func `Where nothing is listed new phrases are there at once, but not meant before they are seen`()
  {
    var player = Player()
    player.press("zzzz")
    #expect(player.desk.list.hits.isEmpty)
    player.take(.library(Library(.shop + [.make("zzzz", "新", in: "售前", "")]), origin: .store))
    player.press("<Enter><A-1>")
    #expect(player.delivered.isEmpty)
    player.take(.drawn)
    player.press("<A-1>")
    #expect(player.delivered == ["新"])
  }

  @Test func `What use says goes with the phrases that it was counted for`() throws {
    var player = Player()
    let (old, new) = (player.desk.library, Library(.numbered(3)))
    player.take(.library(new, Prior([new.numbers[0]: 1]), origin: .store))
    player.take(.prior(Prior([new.numbers[2]: 5]), of: new))
    player.take(.prior(Prior([old.numbers[9]: 7]), of: old))
    #expect(player.desk.listed.prior.points.values.map { $0 } == [7])
    player.press("x")
    #expect(player.desk.listed.prior.points == [new.numbers[2]: 5])
    // Too late: it was counted for phrases that are not listed any more.
    player.take(.prior(Prior([old.numbers[9]: 9]), of: old))
    #expect(player.desk.listed.prior.points == [new.numbers[2]: 5])
  }

  @Test func `The selected hit of a message is selected again once the search finds it`() {
    let message = "你好，我的包裹什么时候发货，可以指定快递吗，谢谢"
    var player = Player()
    player.take(.paste(message))
    player.settle()
    player.press("<Down>")
    let (key, hits) = (player.desk.selectedPhrase?.key, player.desk.list.hits.count)
    #expect(hits > 1)
    // As on a knowledge base that is too large for one step.
    let run = SuggestionRun(message: message, library: player.desk.library, limit: Desk.hitLimit)
    player.desk.list.rows.show(.none, of: player.desk.list.subject, selecting: .first)
    player.desk.list.ongoing = .message(run)
    player.desk.list.awaited = key.flatMap { player.desk.library.number(of: $0) }
    player.settle()
    #expect(player.desk.selectedPhrase?.key == key)
  }

  @Test func `A search limited to a category that is gone is one of all, and says so`() {
    var player = Player(rows: 35, columns: 120)
    player.press("tk<A-c>")
    #expect(player.screen.contains("in 售后"))
    take([Phrase].shop.filter { $0.category != "售后" }, in: &player)
    #expect(player.desk.search.isLimited)
    player.press("x")
    #expect(!player.desk.search.isLimited)
    #expect(player.row(with: "Alt+Z")?.contains(" in ") == false)
  }

  @Test func `A category that is gone leaves the selection with what it stood in`() {
    var player = Player(rows: 35, columns: 120)
    player.press("<Tab><Down><Down>")
    #expect(player.desk.tree.selected.name == "发货")
    take([Phrase].shop.filter { $0.subcategory != "发货" }, in: &player)
    player.press("<A-v>")
    #expect(player.desk.tree.selected.name == "售中")
    #expect(player.desk.list.result.total == 2)
  }

  @Test func `A form says when its phrase is withdrawn, and keeps what was typed`() {
    var player = Player()
    player.press("fhsj<Enter>8")
    take(.numbered(2), in: &player)
    player.press("<Enter>")
    player.take(.drawn)
    player.press("<Enter>")
    #expect(player.delivered.isEmpty)
    #expect(player.screen.contains("亲，8 已安排") && player.screen.contains("Not sent"))
  }

  @Test func `A form shows the new wording with what was typed, and then sends it`() {
    var player = Player()
    player.press("fhsj<Enter>8")
    var changed = [Phrase].shop
    changed[0].text = "订单 {{订单号}} 明天发货。"
    take(changed, in: &player)
    player.press("<Enter>")
    #expect(player.delivered.isEmpty)
    #expect(player.screen.contains("订单 8 明天发货"))
    player.take(.drawn)
    player.press("<Enter>")
    #expect(player.delivered == ["订单 8 明天发货。"])
  }

  @Test func `A form asks where its phrase has expired meanwhile`() {
    var player = Player()
    player.press("fhsj<Enter>8")
    var changed = [Phrase].shop
    changed[0].validUntil = Day(iso: "2026-11-01")
    take(changed, in: &player)
    player.press("<Enter>")
    player.take(.drawn)
    player.press("<Enter>")
    #expect(player.delivered.isEmpty && player.desk.dialog is QuestionDialog)
    player.press("<Esc><Enter><A-y>")
    #expect(player.delivered.count == 1 && player.desk.dialogs.isEmpty)
  }

  @Test func `What was sent is not sent again once it is withdrawn or reads otherwise`() {
    var player = Player()
    player.press("fhyc<Enter>")
    var changed = [Phrase].shop
    changed[1].text = "改过"
    take(changed, in: &player)
    player.press("<C-r>")
    #expect(player.delivered.count == 1)
    player.take(.drawn)
    player.press("<Enter>")
    #expect(player.delivered.last == "改过")
    take(Array([Phrase].shop.dropFirst(2)), in: &player)
    player.press("<C-r>")
    #expect(player.delivered.count == 2)
    #expect(player.screen.contains("withdrawn meanwhile"))
  }

  @Test func `A text that was worked on shows how its phrase reads now, and then goes as it is`() {
    var player = Player(rows: 30, columns: 100)
    player.press("fhyc<A-e><End>谢谢")
    var changed = [Phrase].shop
    changed[1].text = "非常抱歉，今天一定发出。"
    take(changed, in: &player)
    player.press("<Enter><Enter>")
    #expect(player.delivered.isEmpty)
    player.take(.drawn)
    #expect(
      player.screen.contains("发货延迟安抚 has just been reworded, see below. Enter sends what you wrote")
    )
    #expect(player.screen.contains("今天一定发出") && player.screen.contains("谢谢"))
    #expect(player.desk.draw().text(in: .match).contains("今天一定发出"))
    player.press("<Enter>")
    #expect(player.delivered == ["非常抱歉让您久等了，仓库正在加紧处理，有进展马上告诉您。谢谢"])
    player.press("<C-r>")
    #expect(player.delivered.count == 1)
    player.take(.drawn)
    #expect(player.screen.contains("Not sent again: 发货延迟安抚 reads otherwise since"))
    player.press("<Enter>")
    #expect(player.delivered.last == "非常抱歉，今天一定发出。")
  }

  @Test(arguments: [(12, 30), (24, 80), (45, 38)])
  func `What is new of a long phrase is in sight at every size`(rows: Int, columns: Int) {
    let long = (1...30).map { "第 \($0) 行" }.joined(separator: "\n")
    var phrase = Phrase.make("长文", long, in: "测试", "")
    var player = Player(rows: rows, columns: columns, phrases: [phrase])
    player.press("<A-e>您好<Enter><A-e>您好")
    phrase.text = long.replacing("第 20 行", with: "第廿行")
    take([phrase], in: &player)
    player.press("<Enter>")
    player.take(.drawn)
    player.press("<Left>")
    #expect(player.screen.contains("第廿行"))
  }

  @Test func `What an edited text still holds to be filled in is asked for after a change, too`() {
    var phrase = Phrase.make("单号", "[订单号] 已发货", in: "测试", "")
    var player = Player(phrases: [phrase])
    player.press("<A-e><End>谢谢")
    phrase.text = "已发货"
    take([phrase], in: &player)
    player.press("<Enter>")
    player.take(.drawn)
    player.press("<Enter>")
    #expect(player.delivered.isEmpty && player.screen.contains("[订单号]"))
  }

  @Test func `What waits for a place is not sent once it is reworded`() {
    var player = Player()
    player.take(.targetKnown(Target(.pane(id: nil))))
    player.press("fhyc<Enter>")
    player.take(.targets([Target(.clipboard, name: "xclip")]))
    var changed = [Phrase].shop
    changed[1].text = "改过"
    take(changed, in: &player)
    player.press("<Enter>")
    #expect(player.delivered.isEmpty && player.screen.contains("has just been reworded"))
  }

  @Test(arguments: [(35, 120), (24, 80), (30, 60), (45, 38)], Language.allCases)
  func `The preview says that a newer wording waits, whatever else there is to say`(
    size: (Int, Int), language: Language
  ) {
    var player = Player(rows: size.0, columns: size.1, language: language)
    player.press("fhyc")
    var changed = [Phrase].shop
    changed[1].text = "改过"
    take(changed, in: &player)
    player.take(.changes([changed[1].key: .changed], removed: []))
    let warning = player.desk.draw().text(in: .warning)
    #expect(warning.contains(language == .english ? "reworded" : "刚有改动"))
    #expect(warning.contains("Alt+V"))
    #expect(!player.screen.contains("改过"))
    player.press("<A-v>")
    #expect(player.screen.contains("改过"))
  }

  @Test func `Nothing goes out while other phrases are known to be there and have not come`() {
    for keys in ["<Enter>", "<A-1>", "<C-r>", "<A-e><Enter>"] {
      var player = Player()
      player.press("fhyc<Enter>")
      player.take(.isBehind(true))
      player.press("fhyc" + keys)
      #expect(player.delivered.count == 1, "\(keys)")
      #expect(player.screen.contains("Not sent: the phrases have just changed"))
      player.take(.isBehind(false))
      player.press("<Esc>fhyc<Enter>")
      #expect(player.delivered.count == 2, "\(keys)")
    }
  }
}
