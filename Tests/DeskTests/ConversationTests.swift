import Phrases
import Search
import Testing

@testable import Desk

/// Marks, values, forms and what went out last belong to one customer's chat.
@Suite struct ConversationTests {
  private static let anna = ConversationName("pane 1 anna")
  private static let ben = ConversationName("pane 2 ben")
  private static let pane = Target(.pane(id: nil), name: "%1 weechat")

  private func player(named name: ConversationName? = anna) -> Player {
    var player = Player()
    player.take(.conversation(name))
    return player
  }

  private func come(from name: ConversationName?, in player: inout Player) {
    player.take(.summoned(Self.pane, from: name))
  }

  // MARK: - Two chats

  @Test func `Marks stay with their chat, and are found again there`() {
    var player = player()
    player.press("tk<A-m>")
    come(from: Self.ben, in: &player)
    #expect(!player.screen.contains("[1]"))
    player.press("fhyc<Enter>")
    #expect(player.delivered == ["非常抱歉让您久等了，仓库正在加紧处理，有进展马上告诉您。"])
    come(from: Self.anna, in: &player)
    player.press("<Enter>")
    #expect(player.delivered.last == "退款通过后按原路退回，到账时间以银行为准。")
  }

  @Test func `A value that was given in one chat is not filled in in another`() {
    var player = player()
    player.press("fhsj<Enter>8012<Enter>")
    come(from: Self.ben, in: &player)
    player.press("fhsj<Enter>")
    #expect(!player.screen.contains("8012"))
    player.press("<Enter><Enter>")
    #expect(player.delivered.count == 1)
    player.press("<Esc>")
    come(from: Self.anna, in: &player)
    player.press("fhsj<Enter>")
    #expect(player.screen.contains("亲，8012 已安排"))
  }

  @Test func `An open form is parked with its chat, and open again when that one calls`() {
    var player = player()
    player.press("退货地址<Enter>杭州<Tab>小")
    come(from: Self.ben, in: &player)
    #expect(player.desk.dialog == nil)
    player.press("退货地址<Enter>")
    #expect(!player.screen.contains("杭州"))
    come(from: Self.anna, in: &player)
    player.press("王<Enter>")
    #expect(player.delivered.first?.contains("杭州，收件人：小王。") == true)
    come(from: Self.ben, in: &player)
    #expect(player.desk.dialog is FormDialog)
    #expect(!player.screen.contains("杭州"))
  }

  @Test func `Ctrl+R sends again what went to this chat, not to the last one`() {
    var player = player()
    player.press("tk<Enter>")
    come(from: Self.ben, in: &player)
    player.press("<C-r>")
    #expect(player.delivered.count == 1 && player.screen.contains("No phrase was sent yet"))
    player.press("fhyc<Enter>")
    come(from: Self.anna, in: &player)
    player.press("<C-r>")
    #expect(player.delivered.last == "退款通过后按原路退回，到账时间以银行为准。")
  }

  @Test func `What waits for a place is for the customer that it was chosen for`() {
    var player = player()
    player.take(.targetKnown(Target(.pane(id: nil))))
    player.press("tk<Enter>")
    #expect(player.desk.dialog is TargetDialog)
    come(from: Self.ben, in: &player)
    #expect(player.desk.dialog == nil)
  }

  /// Chooses a chat by Alt+T.
  private func choose(_ name: ConversationName?, in player: inout Player) {
    player.press("<A-t>")
    player.take(
      .targets([
        Target(.clipboard, name: "xclip", chat: Self.anna),
        Target(.pane(id: "%2"), name: "cat", chat: name),
      ]))
    player.press("<PgDn><Enter>")
  }

  @Test func `A chat that is chosen by Alt+T is another customer's, as one that calls`() {
    var player = player()
    player.press("fhsj<Enter>8012<Enter>tk<A-m>")
    choose(Self.ben, in: &player)
    #expect(player.row(with: "From now on: to pane cat") != nil)
    #expect(!player.screen.contains("[1]"))
    player.press("<C-r>")
    #expect(player.delivered.count == 1 && player.screen.contains("No phrase was sent yet"))
    player.press("fhsj<Enter>")
    #expect(!player.screen.contains("8012"))
    player.press("9<Esc><A-z>fhyc<A-m>")
    come(from: Self.anna, in: &player)
    player.press("<Enter>")
    #expect(player.delivered.last == "退款通过后按原路退回，到账时间以银行为准。")
    player.press("<A-t>")
    player.take(.targets([Target(.pane(id: "%2"), name: "cat", chat: Self.ben)]))
    player.press("<Enter>")
    player.press("<Enter>")
    #expect(player.delivered.last?.contains("仓库正在加紧处理") == true)
  }

  @Test func `A form is parked when another chat is chosen, and stays when its own is`() {
    var player = player()
    player.press("退货地址<Enter>杭州<Tab>小")
    choose(Self.anna, in: &player)
    #expect(player.screen.contains("杭州") && player.desk.dialog is FormDialog)
    choose(Self.ben, in: &player)
    #expect(player.desk.dialog == nil)
    player.press("退货地址<Enter>")
    #expect(!player.screen.contains("杭州"))
    player.press("<Esc>")
    player.press("<A-t>")
    player.take(.targets([Target(.clipboard, name: "xclip", chat: Self.anna)]))
    player.press("<Enter>王<Enter>")
    #expect(player.delivered.last?.contains("杭州，收件人：小王。") == true)
  }

  @Test func `What waited for a place is in the chat that was chosen for it, and nothing else`() {
    var player = player(named: nil)
    player.press("fhsj<Enter>8012<Enter>")
    player.take(.targetKnown(Target(.pane(id: nil))))
    player.press("tk<A-m><Enter>")
    player.take(.targets([Target(.pane(id: "%2"), name: "cat", chat: Self.ben)]))
    player.press("<Enter>")
    #expect(player.delivered.last == "退款通过后按原路退回，到账时间以银行为准。")
    player.press("<C-r>")
    #expect(player.delivered.count == 3 && player.delivered.last == player.delivered[1])
    player.press("fhsj<Enter>")
    #expect(!player.screen.contains("8012"))
    player.press("<Esc>")
    come(from: nil, in: &player)
    #expect(!player.screen.contains("[1]"))
  }

  @Test func `Of very many conversations the one that was left first is forgotten`() {
    var conversations = Conversations()
    func name(_ number: Int) -> ConversationName { ConversationName("\(number)") }
    for number in 0...Conversations.limit + 1 {
      conversations.change(to: name(number))
      _ = conversations.current.toggleMark(of: [Phrase].shop[0])
    }
    conversations.change(to: name(0))
    #expect(conversations.current.marked.isEmpty)
    conversations.change(to: name(3))
    #expect(conversations.current.marked.count == 1)
  }

  @Test(arguments: 0..<20)
  func `However two chats take turns, nothing of one is seen or sent in the other`(seed: UInt64) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ limit: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % limit
    }
    let phrases: [Phrase] = ["甲", "乙"].flatMap { chat in
      [
        .make("问候\(chat)", "您好\(chat)", in: "测试", "其一"),
        .make("订单\(chat)", "单号 {{订单号}} \(chat)", in: "测试", "其一"),
      ]
    }
    var player = Player(phrases: phrases)
    var isFirst = true
    player.take(.conversation(Self.anna))
    for _ in 0..<120 {
      let chat = isFirst ? "甲" : "乙"
      let sent = player.delivered.count
      switch next(7) {
      case 0:
        isFirst.toggle()
        come(from: isFirst ? Self.anna : Self.ben, in: &player)
      case 1: player.press("<A-z>问候\(chat)<A-m>")
      case 2: player.press("<A-z>订单\(chat)<A-m>")
      case 3: player.press("<A-z>订单\(chat)<Enter>\(isFirst ? "1" : "2")")
      // What is only highlighted is in sight, whichever chat it was searched for.
      case 4 where player.desk.dialog != nil || !player.desk.conversation.marked.isEmpty:
        player.press("<Enter>")
      case 5: player.press("<C-r>")
      default: player.press("<Esc>")
      }
      player.take(.drawn)
      let other = isFirst ? ("乙", "2") : ("甲", "1")
      for text in player.delivered.dropFirst(sent) {
        #expect(!text.contains(other.0) && !text.contains(other.1), "\(text) in \(chat)")
      }
      if let form = player.desk.dialog as? FormDialog {
        #expect(!form.values.values.contains { $0.contains(other.1) })
      }
    }
  }

  // MARK: - Where nothing names the chat

  @Test func `A value is filled in for ten minutes, and then stands there dimmed with its time`() {
    var player = player(named: nil)
    player.take(.timeOfDay(TimeOfDay(minutes: 14 * 60 + 2)))
    player.press("fhsj<Enter>8012<Enter>fhsj<Enter>")
    #expect(player.screen.contains("亲，8012 已安排"))
    player.press("<Esc>")
    player.pass(minutes: 11)
    player.press("<A-z>fhsj<Enter>")
    #expect(player.screen.contains("亲，{{订单号}} 已安排"))
    #expect(player.screen.contains("from 14:02, Right takes it: 8012"))
    player.press("<Enter><Enter>")
    #expect(player.delivered.count == 1)
    player.press("<Right><Enter>")
    #expect(player.delivered.count == 2 && player.delivered.last?.contains("8012") == true)
  }

  @Test func `Ten minutes count from the last send, whatever went out`() {
    var player = player(named: nil)
    player.press("fhsj<Enter>8012<Enter>")
    player.pass(minutes: 8)
    player.press("tk<Enter>")
    player.pass(minutes: 8)
    player.press("fhsj<Enter>")
    #expect(player.screen.contains("亲，8012 已安排"))
  }

  @Test func `After another message was pasted a value is dimmed, and a key takes it`() {
    var player = player(named: nil)
    player.press("fhsj<Enter>8012<Enter>")
    player.take(.paste("我的包裹到哪里了？\n还没有收到"))
    player.press("<A-z>fhsj<Enter>")
    #expect(player.screen.contains("from before, Right takes it: 8012"))
    player.press("9<Enter>")
    #expect(player.delivered.last?.contains("亲，9 已安排") == true)
  }

  @Test func `In a chat with a name neither time nor another phrase dims it`() {
    var player = player()
    player.press("fhsj<Enter>8012<Enter>tk<Enter>")
    player.pass(minutes: 60)
    player.press("<A-z>fhsj<Enter>")
    #expect(player.screen.contains("亲，8012 已安排"))
  }

  // MARK: - A form that is left

  @Test(arguments: ["<Esc>", "<A-z>", "<Esc>z", "<Esc><A-z>"])
  func `What was typed into a form that was left is there again`(keys: String) {
    for name in [Self.anna, nil] {
      var player = player(named: name)
      player.press("退货地址<Enter>杭州<Tab>小王" + keys)
      #expect(player.delivered.isEmpty && player.desk.dialog == nil)
      player.press("<A-z>退货地址<Enter>")
      #expect(player.screen.contains("退货地址：杭州，收件人：小王"))
      player.press("<Enter>")
      #expect(player.delivered.count == 1)
    }
  }

  @Test func `An edited text is there again, too, and gone once it was sent`() {
    var player = player()
    player.press("fhyc<A-e><Home>您好，<Esc><A-e>")
    #expect(player.screen.contains("您好，非常抱歉"))
    player.press("<Enter><A-z>fhyc<A-e>")
    #expect(player.delivered.count == 1)
    #expect(!player.screen.contains("您好，非常抱歉"))
  }

  @Test func `Another form with the same placeholder is offered what was typed`() {
    var phrases = [Phrase].shop
    phrases.append(.make("催单", "单号 {{订单号}} 已催。", in: "售中", "快递"))
    var player = Player(phrases: phrases)
    player.press("fhsj<Enter>8012<Esc><A-z>催单<Enter>")
    #expect(player.screen.contains("单号 8012 已催"))
  }

  // MARK: - What Enter sends

  @Test(arguments: Language.allCases, [(35, 120), (24, 80), (45, 38)])
  func `The line says what Enter sends where the selected phrase is not marked`(
    language: Language, size: (Int, Int)
  ) {
    var player = Player(rows: size.0, columns: size.1, language: language)
    let sentence = language == .english ? "Enter: the 1 marked, not this one" : "不含选中的"
    player.press("tk<A-m>")
    #expect(!player.screen.contains(sentence))
    player.press("fhyc")
    #expect(player.screen.contains(sentence))
    player.press("<Enter>")
    #expect(player.delivered == ["退款通过后按原路退回，到账时间以银行为准。"])
  }
}
