import Testing

@testable import Desk

@Suite struct FruitlessSearchTests {
  @Test(arguments: [
    ("yunfei<Esc>", ["yunfei"]),
    // Deleted letter by letter: it was the whole word that was looked for.
    ("yunfeo<Backspace><Backspace><Backspace><Backspace><Backspace><Backspace>", ["yunfeo"]),
    ("yunfeo<Backspace>i<Esc>", ["yunfei"]),
    // The next chat, with the old query replaced.
    ("yunfei<A-z>fapiao<Esc>", ["yunfei", "fapiao"]),
    ("yunfei<A-z><A-z>", []),
    ("<Esc><Esc>", []),
    ("yunfei<C-q>", ["yunfei"]),
  ])
  func `A query that was given up with nothing sent is kept`(_ script: String, _ kept: [String]) {
    var player = Player()
    player.press(script)
    #expect(player.fruitless.map(\.query) == kept)
  }

  @Test func `One that a phrase was sent for is not, nor is what stays in the box after it`() {
    var player = Player()
    player.press("tk<Enter>")
    #expect(player.delivered.count == 1)
    player.press("<Esc>")
    player.press("tk<Enter>fh<Esc>")
    #expect(player.delivered.count == 2)
    #expect(player.fruitless.map(\.query) == ["fh"])
  }

  @Test func `How many it found is kept with it`() {
    var player = Player()
    player.press("fh")
    let total = player.desk.list.result.total
    player.press("<Esc>zzzzqx<Esc>")
    #expect(player.fruitless.map(\.hits) == [total, 0])
  }

  @Test func `A customer's words are never kept, pasted or typed`() {
    var player = Player()
    player.take(.paste("我的订单 12345 怎么还没有发货？\n已经三天了"))
    player.press("<Esc>")
    player.take(.paste("13800138000"))
    player.press("<Esc>")
    player.press("fh")
    player.take(.paste(" 13800138000"))
    player.press("x<Esc>")
    #expect(player.fruitless.map(\.query) == ["fh"])
  }
}
