import Phrases
import Search
import Testing

@testable import Desk

@Suite struct MarkingTests {
  private static let yanci = "非常抱歉让您久等了，仓库正在加紧处理，有进展马上告诉您。"
  private static let kuaidi = "默认由合作快递承运，需要指定快递请提前说明。"
  private static let tuikuan = "退款通过后按原路退回，到账时间以银行为准。"

  @Test func `Marked phrases go out as one message in the order of marking`() {
    var player = Player()
    player.press("tk<A-m>fhyc<A-m>发什么<A-m><Enter>")
    let message = [Self.tuikuan, Self.yanci, Self.kuaidi].joined(separator: "\n\n")
    #expect(player.delivered == [message])
  }

  @Test func `Every phrase of a message is told, with shares of the effort that sum up to it`() {
    var player = Player()
    player.press("<A-z>tk<A-m>fhyc<A-m>")
    // Reaching for the box again does not make the effort forgotten.
    player.press("<A-z>发什么<A-m><Enter>")
    guard case .deliver(let outgoing, _)? = player.effects.last else {
      Issue.record("nothing was sent")
      return
    }
    #expect(outgoing.keys.map(\.id) == ["退款多久到账", "发货延迟安抚", "发什么快递"])
    #expect(outgoing.title == "退款多久到账 + 发货延迟安抚 + 发什么快递")
    let shares = outgoing.effort.shared(among: 3)
    #expect(shares.map(\.keystrokes).reduce(0, +) == outgoing.effort.keystrokes)
    #expect(shares.map(\.milliseconds).reduce(0, +) == outgoing.effort.milliseconds)
  }

  @Test func `After sending nothing is marked any more`() {
    var player = Player()
    player.press("tk<A-m><Enter>")
    #expect(player.delivered == [Self.tuikuan])
    player.press("fhyc<Enter>")
    #expect(player.delivered.last == Self.yanci)
  }

  @Test func `Parts are joined by one blank line, whatever line breaks they end or begin with`() {
    let phrases: [Phrase] = [
      .make("一", "甲\r\n\r\n", in: "测试", "其一"), .make("二", "\n\n乙\n\u{7}", in: "测试", "其一"),
      .make("空", "\u{7}\n", in: "测试", "其一"), .make("三", "丙一\n丙二", in: "测试", "其一"),
    ]
    var player = Player(phrases: phrases)
    player.press("<Esc><Space><Down><Space><Down><Space><Down><Space><Enter>")
    #expect(player.delivered == ["甲\n\n乙\n\n丙一\n丙二"])
  }

  @Test func `The same key takes a mark away, and the others move up`() {
    var player = Player()
    player.press("<Esc><Space><Down><Ins><Down><A-m><Up><Space>")
    #expect(player.desk.conversation.marked.map(\.title) == ["发货时间", "发什么快递"])
    #expect(player.row(with: "发什么快递")?.contains("3 [2] 发什么快递") == true)
    #expect(player.row(with: "发货延迟安抚")?.contains("[") == false)
  }

  @Test func `Space marks only where it is not text, and letters nowhere`() {
    var player = Player()
    player.press("m ")
    #expect(player.desk.search.text == "m ")
    player.press("<Esc><Esc>m")
    #expect(player.desk.search.text == "m")
    #expect(player.desk.conversation.marked.isEmpty)
  }

  @Test func `One key takes all marks away, and Esc does last of all`() {
    var player = Player()
    player.press("<A-m><A-u>")
    #expect(player.desk.conversation.marked.isEmpty)
    #expect(player.screen.contains("No phrase is marked any more"))
    player.press("tk<A-m><Esc>")
    #expect(player.desk.search.isEmpty)
    player.press("<Esc>")
    #expect(player.desk.focus == .list)
    #expect(player.desk.conversation.marked.count == 1)
    player.press("<Esc>")
    #expect(player.desk.conversation.marked.isEmpty)
    #expect(player.screen.contains("No phrase is marked any more"))
  }

  @Test func `Placeholders of all parts are filled in one form, the same name once`() {
    let phrases: [Phrase] = [
      .make("问候", "您好，{{称呼}}。", in: "测试", "其一"),
      .make("答复", "订单 {{订单号}} 已发货，{{称呼}}。", in: "测试", "其一"),
    ]
    var player = Player(phrases: phrases)
    player.press("<Esc><Space><Down><Space><Enter>")
    #expect(player.screen.contains("问候 + 答复"))
    player.press("王女士<Enter>8012<Enter>")
    #expect(player.delivered == ["您好，王女士。\n\n订单 8012 已发货，王女士。"])
    #expect(player.desk.conversation.marked.isEmpty)
  }

  @Test func `A form that is left keeps the marks`() {
    var player = Player()
    player.press("<A-m><Enter><Esc>")
    #expect(player.effects.isEmpty)
    #expect(player.desk.conversation.marked.count == 1)
  }

  @Test func `Alt+E shows the assembled text first, to be edited`() {
    var player = Player()
    player.press("tk<A-m>fhyc<A-m><A-e>")
    #expect(player.screen.contains("退款通过后按原路退回"))
    #expect(player.screen.contains("非常抱歉让您久等了"))
    player.press("<Home><Home>您好，<Enter>")
    #expect(player.delivered == ["您好，\(Self.tuikuan)\n\n\(Self.yanci)"])
  }

  @Test func `Alt and a digit sends that phrase alone and leaves the marks of others`() {
    var player = Player()
    player.press("tk<A-m><Esc><A-3>")
    #expect(player.delivered == [Self.kuaidi])
    #expect(player.desk.conversation.marked.map(\.title) == ["退款多久到账"])
  }

  @Test func `The first phrase that is not valid is named in the question, the others are counted`()
  {
    var player = Player()
    player.press("tk<A-m>双十一<A-m>年货节<A-m><Enter>")
    #expect(player.delivered.isEmpty)
    #expect(player.screen.contains("动 +1"))
    player.press("<A-y>")
    let parts = [Self.tuikuan, "满三百减五十，可与店铺券叠加。", "年货节活动即将开始，敬请期待。"]
    #expect(player.delivered == [parts.joined(separator: "\n\n")])
  }

  @Test func `Sending a message again asks about its phrases too, and sends all of it`() {
    var player = Player()
    player.press("tk<A-m>fhyc<A-m><Enter><C-r>")
    #expect(player.delivered.count == 2)
    #expect(Set(player.delivered).count == 1)
    player.press("tk<A-m>双十一<A-m><Enter><A-y><C-r>")
    #expect(player.delivered.count == 3)
    #expect(player.screen.contains("双十一活动"))
  }

  @Test func `A marked phrase that reads otherwise is said, and a second Enter sends it`() {
    var player = Player()
    player.press("tk<A-m>")
    let others: [Phrase] = [
      .make("新的一条", "新", in: "售后", "退款"), .make("退款多久到账", "三天到账。", in: "售后", "退款"),
    ]
    player.take(.library(Library(others), origin: .file(name: "shop.csv")))
    player.take(.drawn)
    player.press("<Enter>")
    #expect(player.delivered.isEmpty)
    #expect(player.screen.contains("has just been reworded") && player.screen.contains("三天到账"))
    player.take(.drawn)
    player.press("<Enter>")
    #expect(player.delivered == ["三天到账。"])
  }

  @Test(arguments: ["fhyc<A-m>tk<A-m>", "fhyc<A-m>tk<A-m>x"])
  func `A marked phrase that is gone is said and loses its mark, and the others go out after that`(
    script: String
  ) {
    var player = Player()
    player.press(script)
    let rest = [Phrase].shop.filter { $0.title != "发货延迟安抚" }
    player.take(.library(Library(rest), origin: .file(name: "shop.csv")))
    player.press("<Enter>")
    // Not before anybody could see it.
    player.press("<Enter>")
    #expect(player.delivered.isEmpty)
    player.take(.drawn)
    #expect(player.screen.contains("withdrawn meanwhile: 发货延迟安抚"))
    #expect(player.desk.conversation.marked.map(\.title) == ["退款多久到账"])
    player.press("<Enter>")
    #expect(player.delivered == [Self.tuikuan])
  }

  @Test func `A phrase that became a draft is gone as well`() {
    var player = Player()
    player.press("tk<A-m>")
    let drafts = [Phrase].shop.map { phrase in
      var phrase = phrase
      phrase.isDraft = true
      return phrase
    }
    player.take(.library(Library(drafts), origin: .file(name: "shop.csv")))
    player.press("<Enter>")
    #expect(player.delivered.isEmpty && player.desk.conversation.marked.isEmpty)
  }

  @Test func `Nothing is marked where the categories cover the list`() {
    var player = Player()
    player.press("<Tab><A-m>")
    #expect(player.desk.conversation.marked.isEmpty)
    #expect(player.screen.contains("none was marked"))
  }

  @Test func `Enter in the categories does not send what is marked`() {
    var player = Player(rows: 35, columns: 120)
    player.press("<A-m><Tab><Enter>")
    #expect(player.delivered.isEmpty)
    #expect(player.desk.focus == .list)
  }

  @Test func `Pick ends with the assembled text`() {
    var player = Player(purpose: .pick)
    player.press("tk<A-m>fhyc<A-m><Enter>")
    guard case .finish(.picked(let outgoing))? = player.effects.last else {
      Issue.record("nothing was picked")
      return
    }
    #expect(outgoing.text == "\(Self.tuikuan)\n\n\(Self.yanci)")
  }

  @Test func `A search that ended with a mark was not in vain`() {
    var player = Player()
    player.press("tk<A-m>fhyc<A-m><A-u><Esc>")
    #expect(player.fruitless.map(\.query) == [])
  }

  @Test func `Marks and their number are seen without colour, medium`() {
    var player = Player(rows: 14, columns: 80)
    player.press("<Esc><Down><A-m><Up><Space><Home>")
    #expect(
      player.screen == """
         Search (Alt+Z)   words, pinyin or a code; or paste what the customer wrote  10
         All phrases
        [Phrases: 2 marked]        1/10    │  Preview
        >1 [2] 发货时间  亲，{{订单.. fhsj │ 亲，{{订单号}} 已安排发货，揽收后物流信息
         2 [1] 发货延迟安抚  非常抱.. fhyc │ 会自动更新，请您留意。
         3 发什么快递  默认由合作快递承..  │
         4 优惠券使用  下单时在结算页选..  │
         5 退款多久到账  退款通过后按.. tk │
         6 退货地址  {{收货地址}}，收件..  │
         7 双十一活动  满三百减..  expired │
         8 年货节预告  年货节活..  not yet │
         9 Where is my order  Hello.. wimo │ 售中 / 发货
           Thank you  for your patience .. │ company  34 characters
         Enter send 2 marked  Alt+M mark  Alt+U unmark       shop.csv, to the clipboard
        """)
  }

  @Test func `Marks and their number are seen without colour, narrow, in Chinese`() {
    var player = Player(rows: 16, columns: 38, language: .chinese)
    player.press("<Esc><Down><A-m><Up><Space><Home>")
    #expect(
      player.screen == """
         Alt+Z   拼音、编码，或粘贴        10
         全部话术
        [话术：已标记 2 条]           1/10  v
        >1 [2] 发货时间  亲，{{订单号}.. fhsj
         2 [1] 发货延迟安抚  非常抱歉..  fhyc
         3 发什么快递  默认由合作快递承运，..
         预览
         亲，{{订单号}} 已安排发货，揽收后物
         流信息会自动更新，请您留意。



         售中 / 发货
         公司  34 字
         Enter 发送标记的 2 条  Alt+M 标记
         shop.csv, 发送到：剪贴板
        """)
  }
}
