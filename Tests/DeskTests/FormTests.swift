import Phrases
import Search
import Testing

@testable import Desk

@Suite struct FormTests {
  @Test(arguments: [" ", "\u{3000}", "\u{200B}", "\u{2800}\u{AD}"])
  func `What shows nothing fills nothing in`(value: String) {
    var player = Player()
    player.press("fhsj<Enter>")
    player.take(.paste(value))
    player.press("<Enter>")
    #expect(player.delivered.isEmpty && player.desk.dialog is FormDialog)
    player.press("8012<Enter>")
    #expect(player.delivered.first?.contains("8012") == true)
  }

  @Test func `A phrase with placeholders opens a form and sends what is filled in`() {
    var player = Player()
    player.press("退货地址<Enter>")
    #expect(player.delivered.isEmpty)
    player.press("杭州<Tab>小王<Enter>")
    #expect(
      player.delivered == ["退货地址：杭州，收件人：小王。\n请在包裹内附上纸条，写明订单号。\n运费由我们承担。"])
  }

  @Test func `Enter in a field goes to the next that is empty, and sends when none is`() {
    var player = Player()
    player.press("退货地址<Enter>杭州<Enter>")
    #expect(player.delivered.isEmpty)
    player.press("小王<Enter>")
    #expect(player.delivered.count == 1)
  }

  @Test func `An unfilled phrase is not sent and the missing field is named`() {
    var player = Player()
    player.press("退货地址<Enter><Tab>小王<Enter>")
    #expect(player.delivered.isEmpty)
    #expect(player.screen.contains("{{收货地址}} is not filled in"))
    player.press("杭州<Enter>")
    #expect(player.delivered.count == 1)
  }

  @Test(arguments: ["8", "<Tab>", "<Esc>", "<A-z>"])
  func `What was not filled in is named as it stands, until the next key`(key: String) {
    var player = Player(phrases: [.make("单号", "[订单号] {{称呼}} 已发", in: "测试", "")])
    player.press("<Enter>王<Enter><Tab><Enter>")
    #expect(player.screen.contains("Not sent: [订单号] is not filled in"))
    player.press(key)
    #expect(!player.screen.contains("not filled in"))
  }

  @Test(arguments: ["<F1>", "<F2>"])
  func `Help stands on a form, which is there again behind it`(key: String) {
    var player = Player()
    player.press("fhsj<Enter>80" + key)
    #expect(player.screen.contains("Help: keys"))
    player.press("<Esc>12<Enter>")
    #expect(player.delivered.first?.contains("8012") == true)
  }

  @Test func `A form sends to where Alt+T says in it`() {
    var player = Player()
    player.press("fhsj<Enter>8012<A-t>")
    player.take(.targets([Target(.clipboard), Target(.command, name: "post")]))
    player.press("<Down><Enter><Enter>")
    let sent = player.effects.compactMap { effect in
      if case .deliver(let outgoing, let destination) = effect {
        (outgoing.text, destination)
      } else {
        nil
      }
    }
    #expect(sent.first?.0.contains("8012") == true && sent.first?.1 == .command)
  }

  @Test func `The text fills in while one types`() {
    var player = Player()
    player.press("fhsj<Enter>80")
    #expect(player.screen.contains("亲，80 已安排发货"))
    player.press("12")
    #expect(player.screen.contains("亲，8012 已安排发货"))
  }

  @Test func `The last value is offered again, and typing replaces it`() {
    var player = Player()
    player.press("fhsj<Enter>8012<Enter>")
    player.press("fhsj<Enter>")
    #expect(player.screen.contains("亲，8012 已安排发货"))
    player.press("9<Enter>")
    #expect(player.delivered.last?.hasPrefix("亲，9 已安排") == true)
  }

  @Test func `The text can be edited before it goes`() {
    var player = Player()
    player.press("fhsj<Enter>8012<Tab><Home>您好，<Enter>")
    #expect(player.delivered == ["您好，亲，8012 已安排发货，揽收后物流信息会自动更新，请您留意。"])
  }

  @Test func `A placeholder left in an edited text still has to be filled in`() {
    var player = Player()
    player.press("fhsj<Enter><Tab><Home>您好，<Enter>")
    #expect(player.delivered.isEmpty)
    #expect(player.screen.contains("{{订单号}} is not filled in"))
    player.press("77<Enter>")
    #expect(player.delivered == ["您好，亲，77 已安排发货，揽收后物流信息会自动更新，请您留意。"])
  }

  @Test func `Any phrase can be edited before it is sent`() {
    var player = Player()
    player.press("fhyc<A-e>谢谢<A-Enter>再见<Enter>")
    #expect(player.delivered.count == 1)
    #expect(player.delivered.first?.contains("谢谢\n再见") == true)
  }

  @Test func `Up and Down move by lines in the edited text`() {
    let phrase = Phrase.make("三行", "一二三\n四五六\n七八九", in: "测试", "其一")
    var player = Player(phrases: [phrase])
    player.press("<A-e><Home><Home><Down><Right>X<Down>Y<Up><Up>Z<Enter>")
    #expect(player.delivered == ["一Z二三\n四X五六\n七Y八九"])
  }

  @Test func `What was filled in is offered again although the text was edited`() {
    var player = Player()
    player.press("退货地址<Enter>杭州<Tab>小王<Tab>您好，<Enter>")
    #expect(player.delivered.count == 1)
    player.press("退货地址<Enter>")
    #expect(player.screen.contains("收货地址 杭州"))
  }

  @Test func `A paste that is too long is not taken in, and that is said`() {
    var player = Player()
    player.press("fhyc<A-e>")
    player.take(.paste(String(repeating: "长", count: 70_000)))
    #expect(player.screen.contains("too long"))
    player.press("<Enter>")
    #expect(player.delivered == ["非常抱歉让您久等了，仓库正在加紧处理，有进展马上告诉您。"])
  }

  @Test func `Esc closes the form and sends nothing`() {
    var player = Player()
    player.press("fhsj<Enter>80<Esc>")
    #expect(player.effects.isEmpty)
    #expect(player.desk.dialog == nil)
  }

  @Test func `A value that looks like a placeholder is sent as it is`() {
    var player = Player()
    player.press("fhsj<Enter>")
    player.take(.paste("{{订单号}}"))
    player.press("<Enter>")
    #expect(player.delivered.first?.hasPrefix("亲，{{订单号}} 已安排") == true)
  }

  @Test func `A phrase with fifty placeholders keeps the field in focus in sight`() {
    let text = (1...50).map { "{{字段\($0)}}" }.joined()
    var player = Player(phrases: [.make("长表", text, in: "测试", "其一")])
    player.press("<Enter>")
    for number in 1...50 {
      #expect(player.screen.contains("> 字段\(number)"))
      player.press("v\(number)<Tab>")
    }
    player.press("<Enter>")
    #expect(player.delivered == [(1...50).map { "v\($0)" }.joined()])
  }
}
