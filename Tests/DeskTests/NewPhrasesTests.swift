import Phrases
import Search
import Testing

@testable import Desk

/// New phrases that arrive while the agent works: what is typed, selected and read stays.
@Suite struct NewPhrasesTests {
  private func take(_ phrases: [Phrase], in player: inout Player) {
    player.take(.library(Library(phrases), origin: .store))
    player.settle()
  }

  /// The line of the screen that holds the selected row.
  private func selectedLine(_ player: Player) -> Int? {
    player.screen.split(separator: "\n", omittingEmptySubsequences: false)
      .firstIndex { $0.hasPrefix(">") }
  }

  @Test(arguments: [(35, 120), (24, 80), (45, 38)])
  func `A scrolled list stays where it is, with the same phrase on the same line`(
    rows: Int, columns: Int
  ) {
    var player = Player(rows: rows, columns: columns, phrases: .numbered(200))
    player.press("<Tab><Tab><End><Up><Up><Up><PgUp><Up><Up>")
    let (title, top) = (player.selectedTitle, player.desk.list.viewport.top)
    let line = player.desk.list.viewport.selected - top
    take(.shop + .numbered(200), in: &player)
    #expect(player.selectedTitle == title)
    #expect(player.desk.list.viewport.selected - player.desk.list.viewport.top == line)
    #expect(player.desk.list.viewport.top == top + 10)
  }

  @Test func `What comes in above the first row is in sight as long as the selection is`() {
    var player = Player()
    player.press("<Down>")
    take(.numbered(2) + .shop, in: &player)
    #expect(player.desk.list.viewport.top == 0)
    #expect(player.selectedTitle == "发货延迟安抚")
    #expect(selectedLine(player) == 6)
  }

  @Test func `The query, its cursor and the selected hit stay`() {
    var player = Player()
    player.press("发货<Left><Down>")
    let title = player.selectedTitle
    take([.make("发货", "新的一条", in: "售中", "发货")] + .shop, in: &player)
    #expect(player.desk.search.text == "发货")
    #expect(player.desk.search.field.cursor == 1)
    #expect(player.selectedTitle == title)
    #expect(player.desk.list.hits.contains { player.desk.library.phrase($0.number).title == "发货" })
  }

  @Test func `When the selected phrase is gone the next one stands in, and else the one above`() {
    var player = Player(phrases: .numbered(9))
    player.press("<Down><Down><Down>")
    let others = [Phrase].numbered(9).filter { !["话术 4", "话术 2"].contains($0.title) }
    take(others, in: &player)
    #expect(player.selectedTitle == "话术 5")
    take([others[0], others[1]], in: &player)
    #expect(player.selectedTitle == "话术 3")
  }

  @Test func `A key pressed before the new phrases are drawn sends the words that were drawn`() {
    var player = Player(phrases: .numbered(3))
    var changed = [Phrase].numbered(3)
    for index in changed.indices { changed[index].text = "新内容" }
    player.take(.library(Library(changed), origin: .store))
    player.press("<A-2>")
    #expect(player.delivered == ["第 2 条内容"])
    player.take(.library(Library(.numbered(3)), origin: .store))
    player.take(.drawn)
    player.take(.library(Library(changed), origin: .store))
    player.press("<Enter>")
    #expect(player.delivered.last == "第 2 条内容")
    player.take(.drawn)
    player.press("<Enter>")
    #expect(player.delivered.last == "新内容")
  }

  @Test func `A text that is being read stays scrolled, unless it is another one now`() {
    var player = Player(phrases: .long)
    player.press("<A-Down><A-Down><A-Down>")
    take(.long + .shop, in: &player)
    #expect(player.desk.list.previewTop == 3)
    var changed = [Phrase].long
    changed[0].text += "\n改"
    take(changed, in: &player)
    #expect(player.desk.list.previewTop == nil)
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
    player.take(.library(Library(.numbered(2) + .shop), origin: .store))
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
    #expect(!player.desk.search.isLimited)
    #expect(player.row(with: "Alt+Z")?.contains(" in ") == false)
  }

  @Test func `A category that is gone leaves the selection with what it stood in`() {
    var player = Player(rows: 35, columns: 120)
    player.press("<Tab><Down><Down>")
    #expect(player.desk.tree.selected.name == "发货")
    take([Phrase].shop.filter { $0.subcategory != "发货" }, in: &player)
    #expect(player.desk.tree.selected.name == "售中")
    #expect(player.desk.list.result.total == 2)
  }

  @Test func `A form stays open on the words it was opened with`() {
    var player = Player()
    player.press("fhsj<Enter>8")
    take(.numbered(2), in: &player)
    player.press("<Enter>")
    #expect(player.delivered == ["亲，8 已安排发货，揽收后物流信息会自动更新，请您留意。"])
  }
}
