import Phrases
import Search
import Testing

@testable import Desk

@Suite struct MouseTests {
  /// Wide, medium and narrow.
  static let sizes = [(35, 120), (24, 80), (45, 38)]

  private static let kuaidi = "默认由合作快递承运，需要指定快递请提前说明。"

  @Test(arguments: sizes) func `A click selects a phrase and sends nothing`(rows: Int, columns: Int)
  {
    var player = Player(rows: rows, columns: columns)
    player.click(on: "发什么快递")
    #expect(player.selectedTitle == "发什么快递")
    #expect(player.desk.focus == .list)
    #expect(player.effects.isEmpty)
    player.press("<Enter>")
    #expect(player.delivered == [Self.kuaidi])
  }

  @Test(arguments: sizes) func `A double click sends that phrase`(rows: Int, columns: Int) {
    var player = Player(rows: rows, columns: columns)
    player.doubleClick(on: "发什么快递")
    #expect(player.delivered == [Self.kuaidi])
    #expect(player.desk.focus == .search)
  }

  @Test func `A double click sends that phrase alone, whatever is marked`() {
    var player = Player()
    player.press("<A-m>")
    player.doubleClick(on: "发什么快递")
    #expect(player.delivered == [Self.kuaidi])
    #expect(player.desk.conversation.marked.map(\.title) == ["发货时间"])
  }

  @Test func `Two clicks that are slow, or on two rows, are no double click`() {
    var player = Player()
    player.click(on: "发什么快递")
    player.click(on: "发什么快递", after: 401)
    player.click(on: "优惠券使用", after: 100)
    #expect(player.effects.isEmpty)
    #expect(player.selectedTitle == "优惠券使用")
  }

  @Test func `A double click means the list as last drawn`() {
    var player = Player()
    player.click(on: "发什么快递")
    let more = [Phrase.make("新的一条", "新", in: "售中", "发货")] + [Phrase].shop
    let row = player.position(of: "发什么快递")?.row ?? 0
    // Not drawn yet: the second click hits what the agent still sees.
    player.take(.library(Library(more), origin: .file(name: "shop.csv")))
    player.click(row: row, column: 4, after: 100)
    #expect(player.delivered == [Self.kuaidi])
  }

  @Test func `A second click that hits another phrase than the first sends nothing`() {
    var player = Player()
    let row = player.position(of: "发什么快递")?.row ?? 0
    player.click(row: row, column: 4)
    player.press("货")
    player.take(.drawn)
    #expect(player.position(of: "发什么快递")?.row != row)
    player.click(row: player.position(of: "发货延迟")?.row ?? 0, column: 4, after: 100)
    #expect(player.effects.isEmpty)
  }

  @Test func `A phrase that is gone is not hit`() {
    var player = Player()
    let row = player.position(of: "发什么快递")?.row ?? 0
    let others = [Phrase].shop.filter { $0.title != "发什么快递" }
    player.take(.library(Library(others), origin: .file(name: "shop.csv")))
    player.click(row: row, column: 4)
    player.click(row: row, column: 4, after: 100)
    #expect(player.effects.isEmpty)
  }

  @Test func `One click too many does not answer the question that it opened`() {
    var player = Player()
    player.doubleClick(on: "双十一活动")
    player.click(on: "Alt+Y send", after: 100)
    #expect(player.delivered.isEmpty)
    player.click(on: "Alt+Y send", after: 500)
    #expect(player.delivered == ["满三百减五十，可与店铺券叠加。"])
  }

  @Test func `A click on a category shows what is in it and opens it, the next closes it`() {
    var player = Player(rows: 35, columns: 120)
    player.click(on: "v 售后")
    #expect(player.desk.focus == .categories)
    #expect(player.desk.tree.selected.name == "售后")
    #expect(player.desk.list.hits.count == 2)
    player.click(on: "v 售后")
    #expect(player.position(of: "+ 售后") != nil)
    player.click(on: "+ 售后")
    #expect(player.position(of: "v 售后") != nil)
  }

  @Test(arguments: [(24, 80), (45, 38)])
  func `A click on the path shows the categories, and one on a leaf its phrases`(
    rows: Int, columns: Int
  ) {
    var player = Player(rows: rows, columns: columns)
    player.click(on: "All phrases")
    #expect(player.desk.focus == .categories)
    player.click(on: "退换货")
    #expect(player.desk.focus == .list)
    #expect(player.selectedTitle == "退货地址")
  }

  @Test func `A click on a category during a search limits it`() {
    var player = Player(rows: 35, columns: 120)
    player.press("t")
    player.click(on: "售后")
    #expect(player.desk.search.isLimited)
    #expect(player.desk.search.text == "t")
  }

  @Test(arguments: sizes)
  func `A click in the search box places the cursor, between wide characters too`(
    rows: Int, columns: Int
  ) {
    var player = Player(rows: rows, columns: columns)
    player.press("退货abc<Esc><Tab>")
    player.press("<A-z>退货abc<Tab>")
    player.click(on: "退货abc", offset: 2)
    #expect(player.desk.focus == .search)
    #expect(player.desk.search.field.cursor == 1)
    player.press("x")
    #expect(player.desk.search.text == "退x货abc")
    player.click(on: "退x货abc", offset: 12)
    #expect(player.desk.search.field.cursor == 6)
  }

  @Test func `A click on the search box's label reaches for it as Alt+Z does`() {
    var player = Player()
    player.press("tk<Tab>")
    player.click(row: 0, column: 2)
    player.press("fh")
    #expect(player.desk.search.text == "fh")
  }

  @Test func `A click hits what is in sight of a query longer than its box`() {
    var player = Player(rows: 45, columns: 38)
    player.take(.paste("abcdefghijklmnopqrstuvwxyz0123"))
    #expect(player.position(of: "0123")?.row == 0)
    player.click(on: "0123")
    #expect(player.desk.search.field.cursor == 26)
  }

  @Test(arguments: sizes) func `A click on a hint does what it names`(rows: Int, columns: Int) {
    var player = Player(rows: rows, columns: columns)
    player.click(on: "F1 help", offset: 4)
    #expect(player.desk.dialog is HelpDialog)
    player.press("<Esc>fhyc")
    player.click(on: "Enter send")
    #expect(player.delivered.count == 1)
  }

  @Test(arguments: sizes) func `A click on where phrases come from shows the sources`(
    rows: Int, columns: Int
  ) {
    var player = Player(rows: rows, columns: columns)
    player.take(.sources([SourceFacts(name: "company", version: 37, checkedMinutesAgo: 2)]))
    player.click(on: "company v37")
    #expect(player.desk.dialog is SourcesDialog)
  }

  @Test func `What the status line says is nothing to click on`() {
    var player = Player()
    player.press("qqqq<Enter>")
    player.click(on: "No phrase is selected")
    #expect(player.effects.isEmpty)
    #expect(player.desk.dialog == nil)
  }

  @Test func `The wheel scrolls the list under it, and what is out of sight is not selected`() {
    var player = Player(phrases: .numbered(100))
    player.wheel(2, over: "话术 3")
    #expect(player.desk.list.viewport.top == 6)
    #expect(player.selectedTitle == "话术 7")
    #expect(player.desk.focus == .search)
    player.wheel(-9, over: "话术 9")
    #expect(player.desk.list.viewport.top == 0)
    player.wheel(99, over: "话术 9")
    #expect(player.row(with: "话术 100") != nil)
  }

  @Test func `The wheel over the categories leaves the selected one and the list alone`() {
    let phrases = (1...60).map { Phrase.make("话术 \($0)", "内容", in: "分类 \($0)", "其一") }
    var player = Player(rows: 35, columns: 120, phrases: phrases)
    player.press("<Esc>")
    player.wheel(3, over: "分类 3")
    #expect(player.desk.tree.viewport.top == 9)
    #expect(player.desk.tree.selected.parent == nil)
    #expect(player.desk.list.hits.count == 60)
    player.take(.notice(.nothingHeld))
    #expect(player.desk.tree.viewport.top == 9)
    player.press("<Tab><Tab><Tab><Down>")
    #expect(player.desk.tree.viewport.top < 9)
  }

  @Test func `The wheel scrolls the preview`() {
    var player = Player(phrases: .long)
    player.wheel(1, over: "第 5 行")
    #expect(Preview(player.desk)?.top == Desk.wheelRows)
    player.wheel(-1, over: "第 5 行")
    #expect(Preview(player.desk)?.top == 0)
  }

  @Test func `The wheel scrolls the help`() {
    var player = Player()
    player.press("<F1>")
    player.wheel(1, over: "Send the selected phrase")
    #expect(player.row(with: "Alt+Z  Ctrl+F") == nil)
  }

  @Test func `A click in the palette does what its row names`() {
    var player = Player()
    player.press("<C-p>")
    player.wheel(1, over: "Previous pane")
    #expect(player.row(with: "Send by number") == nil)
    player.click(on: "Unmark all")
    #expect(player.desk.dialog == nil)
    #expect(player.screen.contains("No phrase is marked"))
  }

  @Test func `A click chooses a department`() {
    let phrases: [Phrase] = [
      .make("甲", "甲", in: "测试", "其一", department: "售后部"),
      .make("乙", "乙", in: "测试", "其一", department: "售前部"),
    ]
    var player = Player(phrases: phrases)
    player.press("<A-d>")
    player.click(on: "  售前部")
    #expect(player.desk.department == "售前部")
    #expect(player.selectedTitle == "乙")
  }

  @Test func `A click on a held version's answer gives it`() {
    var player = Player()
    let held = SourceFacts.Held(id: "x", reason: "The list is empty.")
    player.take(.sources([SourceFacts(name: "company", version: 3, held: held)]))
    player.press("<A-w>")
    player.click(on: "Alt+Y take it")
    #expect(!player.effects.contains(.acceptHeld(source: "company", id: "x")))
    player.take(.heldDifference(source: "company", id: "x", lines: ["10 removed"]))
    player.click(on: "Alt+Y take it")
    #expect(player.effects.contains(.acceptHeld(source: "company", id: "x")))
  }

  @Test func `A click on a source selects it, and one more asks about the version that waits`() {
    var player = Player()
    let held = SourceFacts.Held(id: "x", reason: "The list is empty.")
    player.take(
      .sources([
        SourceFacts(name: "team", version: 1, failure: "gone", failingForMinutes: 3),
        SourceFacts(name: "company", version: 3, held: held),
      ]))
    player.press("<A-s>")
    player.click(on: "company v3")
    #expect((player.desk.dialog as? SourcesDialog)?.selected == "company")
    player.click(on: "company v3")
    #expect(player.effects.contains(.showHeld(source: "company", id: "x")))
  }

  @Test func `Clicks in a form move between its fields and in its text`() {
    var player = Player(rows: 24, columns: 38)
    player.press("退货地址<Enter>杭州")
    player.click(on: "  收件人")
    player.press("小王")
    player.click(on: "杭州", offset: 2)
    player.press("下")
    player.click(on: "请在包裹内")
    player.press("另：<Enter>")
    #expect(
      player.delivered == ["退货地址：杭下州，收件人：小王。\n另：请在包裹内附上纸条，写明订单号。\n运费由我们承担。"])
  }

  @Test(arguments: ["<F1>", "<C-p>", "fhsj<Enter>", "双十一<Enter>"])
  func `A click beside a dialog closes it as Esc does`(script: String) {
    var player = Player(rows: 35, columns: 120)
    player.press(script)
    player.click(row: 10, column: 1)
    #expect(player.desk.dialog == nil)
    #expect(player.effects.isEmpty)
  }

  @Test(arguments: sizes) func `No cell makes the desk fail, in any state`(rows: Int, columns: Int)
  {
    for script in ["", "fh", "<Tab>", "<F1>", "<C-p>", "fhsj<Enter>"] {
      var player = Player(rows: rows, columns: columns)
      player.press(script)
      let desk = player.desk
      for row in stride(from: -1, through: rows, by: 2) {
        for column in stride(from: -1, through: columns, by: 11) {
          let position = Position(row: row, column: column)
          for kind in [MouseEvent.Kind.click, .wheelUp, .wheelDown] {
            var hit = desk
            _ = hit.handle(.mouse(MouseEvent(kind, at: position), at: 10_000))
            #expect(hit.layout.rows == rows && hit.layout.columns == columns)
          }
        }
      }
    }
  }

  @Test func `A screen that is too small takes no clicks`() {
    var player = Player(rows: 8, columns: 24)
    player.click(row: 1, column: 1)
    player.click(row: 1, column: 1, after: 100)
    #expect(player.effects.isEmpty)
  }
}
