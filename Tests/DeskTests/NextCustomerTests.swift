import Phrases
import Search
import Testing

@testable import Desk

/// What was given for one customer does not come up at the next, and what was typed is not lost.
@Suite struct NextCustomerTests {
  private static let orders: [Phrase] =
    [Phrase].shop + [.make("催单", "单号 {{订单号}} 已催，{{称呼}}。", in: "售中", "快递")]

  private func player() -> Player { Player(phrases: Self.orders) }

  private func changes(of player: Player) -> [OwnChange] {
    player.effects.compactMap { if case .change(let change) = $0 { change } else { nil } }
  }

  @Test func `A form that was left is not there again, filled, for whoever writes next`() {
    var player = player()
    player.press("fhsj<Enter>8012<Esc>")
    player.take(.paste("在吗？\n我的东西呢"))
    player.press("<A-z>fhsj<Enter>")
    #expect(player.screen.contains("亲，{{订单号}} 已安排"))
    player.press("<Enter>")
    #expect(player.delivered.isEmpty)
  }

  @Test func `What went out filled in opens its form again once it may be another customer's`() {
    for isPasted in [true, false] {
      var player = player()
      player.press("fhsj<Enter>8012<Enter>")
      if isPasted { player.take(.paste("在吗？\n我的东西呢")) } else { player.pass(minutes: 11) }
      player.press("<C-r>")
      #expect(player.delivered.count == 1 && player.desk.dialog is FormDialog)
      #expect(player.screen.contains("亲，{{订单号}} 已安排"))
    }
  }

  @Test func `Alt+X during what changed leaves nothing of the customer before`() {
    var player = player()
    player.take(.paste("订单 250601123456789\n怎么还没到"))
    player.take(.changes([[Phrase].shop[0].key: .changed], removed: []))
    player.press("<A-v><A-x>")
    #expect(player.desk.search.isEmpty && player.desk.news.visit == nil)
    #expect(!player.screen.contains("250601123456789"))
    player.press("<C-z>")
    #expect(player.desk.search.isEmpty)
  }

  @Test func `Alt+J takes the newer value over one that the slip had put there`() {
    var player = player()
    player.take(.conversation(ConversationName("a")))
    player.press("fhsj<Enter>111111111111<Enter>")
    player.take(.paste("还有一单\n订单 250601123456789"))
    player.press("<A-z>催单<Enter>")
    #expect(player.screen.contains("单号 111111111111 已催"))
    player.press("<A-j>")
    #expect(player.screen.contains("单号 250601123456789 已催"))
    player.press("<Esc><A-z>催单<Enter><Up>abc<A-j>")
    #expect(player.screen.contains("单号 abc 已催"), "what was typed stays")
  }

  @Test func `What changed can be listed when a pinned phrase has just gone`() {
    var player = Player(phrases: .numbered(9))
    player.press("<Esc><End><A-p>1<A-z>t<Esc>")
    let rest = Array([Phrase].numbered(9).dropLast())
    player.take(.library(Library(rest), origin: .store))
    player.take(.changes([rest[0].key: .changed], removed: [[Phrase].numbered(9)[8]]))
    player.press("<A-v>")
    #expect(player.screen.contains("话术 1"))
    player.press("<Esc>t<Esc>")
    #expect(player.desk.list.hits.count == 8)
  }

  @Test func `A phrase and one's version of it have one row`() {
    let own = Phrase(
      key: PhraseKey(source: "personal", id: "own-1"), level: .personal, title: "我的", text: "我的话。")
    var player = Player(phrases: [own] + .numbered(3))
    var arrangement = Arrangement()
    let original = PhraseKey(source: "file", id: "公司的")
    arrangement.originals = [own.key: .init(key: original, text: "公司的话。")]
    arrangement.pins = [1: original, 2: own.key]
    player.take(.arrangement(arrangement, originals: [:]))
    player.press("t<Esc>")
    let keys = player.desk.list.hits.map { player.desk.library.phrase($0.number).key }
    #expect(keys.count == Set(keys).count && keys.count == 4 && keys[0] == own.key)
  }

  @Test func `What only opened the editor leaves no draft, and a version's draft stays its own`() {
    var player = player()
    player.press("<A-n><Esc>")
    #expect(player.desk.own.drafts.isEmpty)
    player.press("fhyc<A-e>改过。<A-n><Esc><Esc><A-n>")
    #expect(!player.screen.contains("改过。"), "made of a customer's text")
    player.press("<Esc><A-z>fhyc<A-e><A-n>")
    #expect(player.screen.contains("改过。"))
  }

  @Test func `A change of something else leaves the draft alone`() {
    var player = player()
    player.press("<A-n>写了一半<Esc>")
    player.take(.ownChange(.edit([Phrase].shop[0]), failure: nil))
    player.press("<A-n>")
    #expect(player.screen.contains("写了一半"))
  }

  @Test func `A pin that could not be kept is taken back, and says why`() {
    var player = player()
    player.press("tk<A-p>1")
    player.take(
      .ownChange(changes(of: player)[0], hasChanged: false, failure: "The disk is full."))
    #expect(player.desk.own.arrangement.pins.isEmpty && player.screen.contains("The disk is full."))
  }

  @Test func `What went wrong stays where a good word arrives`() {
    var player = player()
    player.take(.notice(.sentence("The clipboard still holds the OLD text.", isError: true)))
    player.take(.notice(.own(.reported)))
    player.take(.ownChange(.edit([Phrase].shop[0]), failure: nil))
    #expect(player.screen.contains("OLD text"))
  }

  @Test func `After a change from which no phrases come a sync waits as ever`() {
    var player = player()
    player.press("<C-p>own order everywhere<Enter>")
    player.take(.ownChange(.dropOrder, hasChanged: false, failure: nil))
    player.take(.library(Library(.shop), origin: .store))
    #expect(player.desk.waiting != nil)
  }

  @Test func `A report holds no customer's words`() {
    var player = player()
    player.take(.paste("我叫王小明，住在杭州西湖区\nzzzz"))
    player.press("<A-f>")
    #expect(!player.screen.contains("Report: 我叫"))
    player.press("<Enter><Enter>")
    for case .report(let report) in player.effects {
      #expect(!report.title.contains("王小明"))
    }
  }

  @Test func `What filters the history is there still when the store answers`() {
    var player = player()
    player.press("tk<Enter>fhyc<Enter><A-h>zzz")
    player.take(.history([]))
    player.press("<Enter>")
    #expect(player.delivered.count == 2)
  }
}
