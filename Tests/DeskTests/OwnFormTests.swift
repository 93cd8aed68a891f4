import Phrases
import Search
import Testing

@testable import Desk

/// What an agent keeps from within a form: a field from now on, and the text as her own.
@Suite struct OwnFormTests {
  private func player(_ extra: [Phrase]) -> Player {
    Player(phrases: [Phrase].shop + extra)
  }

  private func changes(of player: Player) -> [OwnChange] {
    player.effects.compactMap { if case .change(let change) = $0 { change } else { nil } }
  }

  private static let greeting = Phrase.make(
    "自我介绍", "您好，我是{{店铺名称}}的{{客服姓名}}。", in: "售前", "问候")

  // MARK: - My values

  @Test func `A field that is kept fills phrases without a form from now on`() {
    var player = player([Self.greeting])
    player.press("自我介绍<Enter>小熊家居<A-k><Tab>小王<A-k>")
    #expect(
      changes(of: player) == [
        .value("小熊家居", name: "店铺名称"), .value("小王", name: "客服姓名"),
      ])
    #expect(player.screen.contains("From now on 客服姓名 is filled with: 小王"))
    player.press("<Enter><A-x>自我介绍<Enter>")
    #expect(player.delivered.last == "您好，我是小熊家居的小王。" && player.delivered.count == 2)
  }

  @Test func `What is kept stands on no customer's slip`() {
    var player = player([Self.greeting])
    player.press("自我介绍<Enter>小熊家居<A-k><Tab>小王<A-k><Enter>")
    #expect(player.desk.conversation.slip.isEmpty)
  }

  @Test func `An emptied field is asked for again`() {
    var player = player([Self.greeting])
    var arrangement = Arrangement()
    arrangement.values = ["店铺名称": "小熊家居", "客服姓名": "小王"]
    player.take(.arrangement(arrangement, originals: [:]))
    player.press("自我介绍<A-e><Tab><Backspace><A-k>")
    #expect(changes(of: player) == [.dropValue(name: "店铺名称")])
  }

  @Test func `The settings' values are defaults, and hers win`() {
    var desk = Desk(
      target: Target(.clipboard, name: "xclip"), values: ["店铺名称": "总店", "客服姓名": "客服"])
    _ = desk.handle(.resize(rows: 24, columns: 80))
    var arrangement = Arrangement()
    arrangement.values = ["客服姓名": "小王"]
    _ = desk.handle(.arrangement(arrangement, originals: [:]))
    #expect(desk.own.values == ["店铺名称": "总店", "客服姓名": "小王"])
  }

  // MARK: - The text as one's own

  @Test func `An edited company's phrase is kept as her version, or beside it`() throws {
    for (keys, isVersion) in [("<Enter>", true), ("<A-m><Enter>", false)] {
      var player = player([])
      player.press("fhyc<A-e>改过。<A-n>" + keys)
      guard case .add(let phrase, _, let original)? = changes(of: player).last else {
        Issue.record("nothing was kept")
        return
      }
      #expect(phrase.text == "非常抱歉让您久等了，仓库正在加紧处理，有进展马上告诉您。改过。")
      #expect(phrase.title == "发货延迟安抚" && phrase.level == .personal)
      #expect((original?.title == "发货延迟安抚") == isVersion)
      // The form is there still, to be sent or left.
      player.press("<Enter>")
      #expect(player.delivered.last?.hasSuffix("改过。") == true)
    }
  }

  @Test func `An edited phrase of one's own gets the new text`() {
    let own = Phrase(
      key: PhraseKey(source: "personal", id: "own-1"), level: .personal, category: "售后",
      title: "我的", text: "我自己的话。")
    var player = player([own])
    player.press("我的<A-e>再补一句。<A-n><Enter>")
    var edited = own
    edited.text = "我自己的话。再补一句。"
    #expect(changes(of: player) == [.edit(edited, over: own.text)])
  }

  @Test func `What was filled in for a customer is a placeholder again in what is kept`() {
    var player = player([])
    player.press("fhsj<Enter>8012<Tab>改过<A-n>")
    #expect(player.screen.contains("{{订单号}}"))
    player.press("<Enter>")
    guard case .add(let phrase, _, _)? = changes(of: player).last else {
      Issue.record("nothing was kept")
      return
    }
    #expect(!phrase.text.contains("8012") && phrase.text.contains("{{订单号}}"))
  }

  // MARK: - What a message offers

  @Test func `Alt+J fills the empty fields of an open form`() {
    var player = player([.make("催单", "单号 {{订单号}} 已催，{{称呼}}。", in: "售中", "快递")])
    player.take(.paste("订单 250601123456789\n怎么还没到"))
    player.press("<A-z>催单<Enter><A-j>")
    #expect(player.screen.contains("单号 250601123456789 已催"))
    player.press("<Tab>李女士<Enter>")
    #expect(player.delivered.last == "单号 250601123456789 已催，李女士。")
  }

  // MARK: - Departments

  @Test func `An empty result of one department says how many others have`() {
    var player = Player(
      phrases: [
        .make("售后流程", "请申请售后。", in: "售后", "流程", department: "售后部"),
        .make("开票", "可以开票。", in: "财务", "发票", department: "财务部"),
      ])
    player.press("<A-d>")
    player.press("<Down><Enter>")
    let chosen = player.desk.department
    #expect(chosen != nil && player.screen.contains("(Alt+Z) in \(chosen ?? "")"))
    player.press(chosen == "售后部" ? "kaipiao" : "shouhou")
    player.settle()
    #expect(player.screen.contains("1 in other departments"))
  }

  // MARK: - The agent's own editor

  private func asked(_ player: Player) -> [String] {
    player.effects.compactMap { if case .editOutside(let text) = $0 { text } else { nil } }
  }

  @Test func `Alt+A hands the text over, and what was saved there is sent`() {
    var player = Player()
    player.press("tk<A-e><A-a>")
    #expect(asked(player).count == 1 && asked(player).first?.contains("退款") == true)
    player.take(.editedOutside("短一点。\n第二行"))
    player.press("<Enter>")
    #expect(player.delivered == ["短一点。\n第二行"])
    player.press("<A-n>开头<A-a>")
    #expect(asked(player).last == "开头")
    player.take(.editedOutside("整段内容"))
    player.press("<Enter>")
    #expect(
      player.effects.contains {
        if case .change(.add(let phrase, _, _)) = $0 { phrase.text == "整段内容" } else { false }
      })
  }

  @Test func `An editor that gave nothing leaves the text as it was, and that is said`() {
    var player = Player()
    player.press("<A-n>写了一半<A-a>")
    player.take(.editedOutside(nil))
    #expect(player.screen.contains("VISUAL or EDITOR"))
    #expect(player.screen.contains("写了一半"))
    // Nothing is open that it could be for.
    player.press("<Esc>")
    player.take(.editedOutside("zu spät"))
    #expect(player.desk.dialogs.isEmpty && !player.screen.contains("zu spät"))
  }

  @Test func `What is kept of a text that is being edited goes out as it was kept`() {
    var own = [Phrase].shop[4]
    own.key = PhraseKey(source: "personal", id: "own-1")
    own.level = .personal
    own.title = "自己的"
    var player = Player(phrases: [own] + .shop)
    player.press("自己的<A-e>好<A-n><Enter>")
    guard case .change(.edit(let phrase, let over))? = player.effects.last else {
      Issue.record("nothing was kept")
      return
    }
    player.take(.library(Library([phrase] + .shop), origin: .store))
    player.take(.ownChange(.edit(phrase, over: over), failure: nil))
    player.take(.drawn)
    player.press("<Enter>")
    #expect(player.delivered == [own.text + "好"])
  }
}
