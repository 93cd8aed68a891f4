import Phrases
import Search
import Testing

@testable import Desk

@Suite struct SearchingTests {
  @Test func `The desk starts in the search box and finds at each key`() {
    var player = Player()
    player.press("f")
    #expect(player.desk.list.result.total > 1)
    player.press("hsj")
    #expect(player.selectedTitle == "发货时间")
  }

  @Test(arguments: ["<A-z>", "<C-f>"])
  func `The search key selects the old query, so that typing replaces it`(key: String) {
    var player = Player()
    player.press("fhsj<Tab><Tab>" + key)
    #expect(player.desk.focus == .search)
    player.press("tk")
    #expect(player.desk.search.text == "tk")
    #expect(player.selectedTitle == "退款多久到账")
  }

  @Test func `A slash is text in the search box and the search key outside it`() {
    var player = Player()
    player.press("/")
    #expect(player.desk.search.text == "/")
    player.press("<Esc><Esc>/")
    #expect(player.desk.focus == .search)
    #expect(player.desk.search.isEmpty)
  }

  @Test func `Up and Down move in the results without leaving the box`() {
    var player = Player()
    player.press("fh")
    let first = player.selectedTitle
    player.press("<Down>")
    #expect(player.selectedTitle != first)
    player.press("<Up>s")
    #expect(player.desk.search.text == "fhs")
  }

  @Test func `Esc clears the search, then leaves the box, and never quits`() {
    var player = Player()
    player.press("fh<Esc>")
    #expect(player.desk.search.isEmpty)
    #expect(player.desk.focus == .search)
    player.press("<Esc>")
    #expect(player.desk.focus == .list)
    player.press("<Esc><Esc><Esc>")
    #expect(player.effects.isEmpty)
  }

  @Test func `Clearing the search keeps the phrase selected that it found`() {
    var player = Player()
    player.press("tk<Esc>")
    #expect(player.selectedTitle == "退款多久到账")
  }

  @Test func `The selection stays on its phrase when the list changes`() {
    var player = Player()
    player.press("<Down><Down>")
    let title = player.selectedTitle
    let others = [Phrase].numbered(3) + .shop
    player.take(.library(Library(others), origin: .store))
    #expect(player.selectedTitle == title)
  }

  @Test func `A phrase that is gone leaves the selection where it stood`() {
    var player = Player()
    player.press("<Down><Down>")
    let rest = [Phrase].shop.filter { $0.title != player.selectedTitle }
    player.take(.library(Library(rest), origin: .store))
    #expect(player.desk.list.viewport.selected == 2)
  }

  @Test func `One key limits the search to the selected category and shows that it does`() {
    var player = Player(rows: 35, columns: 120)
    player.press("<Tab><Down><Down><A-z>退")
    let all = player.desk.list.result.total
    player.press("<A-c>")
    #expect(player.desk.search.isLimited)
    #expect(player.desk.list.result.total < all)
    #expect(player.screen.contains("Search (Alt+Z) in 发货"))
    player.press("<A-c>")
    #expect(player.desk.list.result.total == all)
  }

  @Test func `With no category selected the limit is that of the selected phrase`() {
    var player = Player()
    player.press("tk<A-c>")
    #expect(player.screen.contains("in 售后"))
    #expect(player.selectedTitle == "退款多久到账")
  }

  @Test func `Without categories there is nothing to limit to, and that is said`() {
    var player = Player(phrases: [
      Phrase(key: PhraseKey(source: "file", id: "1"), title: "一", text: "甲")
    ])
    player.press("一<A-c>")
    #expect(!player.desk.search.isLimited)
    #expect(player.screen.contains("no category"))
  }

  @Test func `Clearing the search ends the limit`() {
    var player = Player()
    player.press("tk<A-c><Esc>")
    #expect(!player.desk.search.isLimited)
  }

  @Test func `A paste goes into the search box, whatever has the focus`() {
    var player = Player()
    player.press("<Tab>")
    player.take(.paste("退款"))
    #expect(player.desk.focus == .search)
    #expect(player.selectedTitle == "退款多久到账")
  }

  @Test func `Walking the tree while a search stands searches below the category`() {
    var player = Player(rows: 35, columns: 120)
    player.press("h<Tab><Down>")
    #expect(player.desk.search.isLimited)
    player.press("<Up>")
    #expect(!player.desk.search.isLimited)
  }

  @Test func `Without a search the list holds what the selected category holds`() {
    var player = Player(rows: 35, columns: 120)
    player.press("<Tab><Down>")
    #expect(player.desk.tree.selected.name == "售中")
    #expect(player.desk.list.result.total == 4)
    player.press("<Right><Right>")
    #expect(player.desk.tree.selected.name == "快递" || player.desk.focus == .list)
  }
}
