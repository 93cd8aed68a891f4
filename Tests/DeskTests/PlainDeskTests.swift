import Phrases
import Search
import Testing

@testable import Desk

/// A desk in lines, told line after line.
private struct Talk {
  var desk: PlainDesk
  /// What was said to the last line.
  private(set) var lines: [String] = []
  /// What was to be done, from the first line on.
  private(set) var effects: [Effect] = []
  private var time: Milliseconds = 0

  init(
    purpose: Desk.Purpose = .send, language: Language = .english, phrases: [Phrase] = .shop,
    today: String = "2026-11-22"
  ) {
    desk = PlainDesk(purpose: purpose, language: language, options: .standard)
    desk.take(Day(iso: today))
    lines = desk.begin(with: Library(phrases), from: .file(name: "shop.csv"))
  }

  mutating func type(_ texts: String...) {
    for text in texts {
      time += 1_000
      let answer = desk.take(text, at: time)
      lines = answer.lines
      effects += answer.effects
      for case .deliver(let outgoing, _) in answer.effects { desk.note(sent: outgoing) }
    }
  }

  mutating func pass(minutes: Int) { time += Milliseconds(minutes) * 60_000 }

  var text: String { lines.joined(separator: "\n") }

  var delivered: [Outgoing] {
    effects.compactMap { if case .deliver(let outgoing, _) = $0 { outgoing } else { nil } }
  }
}

@Suite struct PlainOwnTests {
  private func changes(_ talk: Talk) -> [OwnChange] {
    talk.effects.compactMap { if case .change(let change) = $0 { change } else { nil } }
  }

  @Test func `Everything of the agent's own is done by the number that was read`() {
    var talk = Talk()
    talk.type("fh", ":pin 2 1", ":code 1 zz", ":hide 1", ":unpin 9", ":del 1")
    let hits = talk.desk.listing
    let keys = (1...2).compactMap { hits.hit($0) }.map { talk.desk.library.phrase($0.number).key }
    #expect(changes(talk) == [.pin(keys[1], row: 1), .code(keys[0], "zz"), .hide(keys[0])])
    #expect(talk.text.contains("not one of your own"))
    talk.type(":pin 2 12")
    #expect(talk.text.contains("from 1 to 9"))
    talk.type(":pin 44 1")
    #expect(talk.text.contains("Nothing was read with this number"))
    talk.type(":frobnicate")
    #expect(talk.text.contains("no command \":frobnicate\""))
    #expect(talk.delivered.isEmpty)
  }

  @Test func `A phrase is written line after line, and a line that looks like a command is text`() {
    var talk = Talk()
    talk.type("：new")
    #expect(talk.desk.prompt.hasPrefix("Title"))
    talk.type("晚班", "您好，{{客服}}在。", "q", "")
    #expect(changes(talk).isEmpty)
    talk.type(".")
    guard case .add(let phrase, nil, nil)? = changes(talk).first else {
      Issue.record("nothing was written")
      return
    }
    #expect(phrase.title == "晚班" && phrase.text == "您好，{{客服}}在。\nq")
    #expect(phrase.level == .personal)
    talk.desk.take(.add(phrase, behind: nil, versionOf: nil), hasChanged: true, failure: nil)
    #expect(talk.desk.takeNews() == ["Kept."])
    talk.type(":new", ".")
    #expect(changes(talk).count == 1 && talk.text.contains("nothing was kept"))
  }

  @Test func `A company's phrase gets a version, one's own new words`() {
    var own = [Phrase].shop[0]
    own.key = PhraseKey(source: "personal", id: "own-1")
    own.level = .personal
    own.title = "自己的"
    var talk = Talk(phrases: [own] + .shop)
    talk.type("自己的", ":edit 1", "新的。", ".", "fhyc", ":edit 1", "我的。", ".")
    let changes = changes(talk)
    var edited = own
    edited.text = "新的。"
    #expect(changes.first == .edit(edited, over: own.text))
    guard case .add(let version, _, let original?)? = changes.last else {
      Issue.record("no version")
      return
    }
    #expect(original.title == "发货延迟安抚" && version.text == "我的。")
    #expect(version.key.id.isEmpty && version.code == original.code)
  }

  @Test func `What changed is told by day in words, and what is there can be sent`() throws {
    let shop = [Phrase].shop
    var talk = Talk()
    let today = try #require(Day(iso: "2026-11-22"))
    let yesterday = try #require(today.adding(days: -1))
    var before = shop[2]
    before.text = "旧" + before.text
    talk.desk.take([
      RecentChange(day: today, before: before, after: shop[2]),
      RecentChange(day: yesterday, before: nil, after: shop[3]),
      RecentChange(day: yesterday, before: shop[4], after: nil),
    ])
    talk.type(":v")
    #expect(talk.lines.count == 5)
    #expect(talk.lines.first == "today:" && talk.text.contains("without \"旧\""))
    #expect(talk.lines[2] == "yesterday:" && talk.lines[3] == "2. new: \(shop[3].title)")
    #expect(talk.lines.last == "removed: \(shop[4].title), it said: \(shop[4].text)")
    talk.type("p 2")
    #expect(talk.text.contains(shop[3].title))
  }

  @Test(arguments: [Language.english, .chinese])
  func `News announces itself until it was looked at`(language: Language) throws {
    var talk = Talk(language: language)
    let sentence = PlainSentence.unseen(3).sentence(language)
    let shop = [Phrase].shop
    let marks: [PhraseKey: ChangeMark] = [shop[3].key: .new, shop[4].key: .changed]
    talk.desk.take(marks, removed: [.make("清仓", "没有了", in: "售前", "活动内容")])
    talk.desk.take(marks, removed: [.make("清仓", "没有了", in: "售前", "活动内容")])
    #expect(talk.desk.takeNews() == [sentence])
    // The same is not said twice.
    talk.desk.take(marks, removed: [.make("清仓", "没有了", in: "售前", "活动内容")])
    #expect(talk.desk.takeNews().isEmpty)
    let today = try #require(Day(iso: "2026-11-22"))
    talk.desk.take([RecentChange(day: today, before: nil, after: shop[3])])
    talk.desk.take(marks, removed: [])
    talk.desk.take(marks, removed: [.make("清仓", "没有了", in: "售前", "活动内容")])
    talk.type(":v")
    #expect(talk.effects == [.noteSeen])
    #expect(talk.desk.takeNews().isEmpty)
    // What is older than the days stands behind them, until it was looked at.
    #expect(talk.lines.count == 5 && talk.text.contains("没有了"))
    talk.desk.take([:], removed: [])
    talk.type(":v")
    #expect(talk.effects == [.noteSeen] && talk.lines.count == 2)
    #expect(talk.text.contains(shop[3].title))
    talk.desk.take(marks, removed: [.make("清仓", "没有了", in: "售前", "活动内容")])
    #expect(talk.desk.takeNews() == [sentence])
  }

  @Test func `What was put aside comes back by the number that was read`() {
    var talk = Talk()
    talk.type(":restore 1", ":bin")
    #expect(talk.effects == [.listPutAside])
    let shop = [Phrase].shop
    talk.desk.take(binned: [shop[0]], hidden: [shop[1]])
    #expect(
      talk.desk.takeNews() == ["1. in the bin: \(shop[0].title)", "2. hidden: \(shop[1].title)"])
    talk.type(":restore 2", ":restore 1", ":restore 3")
    #expect(changes(talk) == [.show(shop[1].key), .restore(shop[0].key)])
  }

  @Test func `A value is forgotten alone, and what a message offers is taken`() {
    var talk = Talk()
    talk.type("fhsj", "1", "8012", "y")
    let name = talk.desk.conversation.slip.values[0].name
    talk.type(":forget nothing", ":s")
    #expect(talk.text.contains("= 8012"))
    talk.type(":forget \(name)", ":s")
    #expect(talk.text == "There are none.")
    talk.type("您好\n我的手机号是13800138000，请回电\n谢谢", ":take")
    #expect(talk.text.contains("= 13800138000"))
  }

  @Test func `What is missing is reported without a number, and nothing else is`() {
    var talk = Talk()
    talk.type("thank", ":report missing 关税 谁付", ":report 1 missing x", ":report wrong x")
    let reports = talk.effects.compactMap {
      if case .report(let report) = $0 { report } else { nil }
    }
    #expect(
      reports == [PhraseReport(kind: .missing, key: nil, title: "关税 谁付", remark: "")])
  }

  @Test func `History, values and the next customer`() {
    var talk = Talk()
    talk.type(":h")
    #expect(talk.text == "There is none yet.")
    talk.type("thank", "1")
    #expect(talk.delivered.count == 1)
    talk.type(":h")
    #expect(talk.text.contains("Thank you"))
    talk.type("fhsj", "1", "8012", "y", ":s")
    #expect(talk.text.contains("= 8012"))
    talk.type(":x", ":s")
    #expect(talk.text == "There are none.")
    talk.type(":value 店铺=小熊=家", ":value 店铺=", ":report 1 wrong since May")
    #expect(changes(talk) == [.value("小熊=家", name: "店铺"), .dropValue(name: "店铺")])
    let reports = talk.effects.compactMap {
      if case .report(let report) = $0 { report } else { nil }
    }
    #expect(reports.map(\.remark) == ["since May"] && reports.map(\.kind) == [.wrong])
  }

  @Test func `Own order is moved within a category`() {
    var talk = Talk()
    talk.type("c", "2", ":down 1")
    guard case .order(let keys, let place)? = changes(talk).first else {
      Issue.record("nothing was moved")
      return
    }
    #expect(keys.count == 2 && place.count == 3)
    // The next goes on from there, whether the list shows it or not.
    talk.type(":up 1")
    guard case .order(let back, _)? = changes(talk).last else { return }
    #expect(changes(talk).count == 2 && back == keys.reversed())
  }
}

@Suite struct PlainDeskTests {
  @Test func `It begins by saying how many phrases there are, and how to go on`() {
    let talk = Talk()
    #expect(
      talk.text == """
        phrasedesk: 10 phrases, shop.csv.
        Type to search, a number sends, ? explains, q ends.
        """)
    #expect(talk.desk.prompt == "> ")
  }

  @Test func `A line is searched, and the hits are numbered`() {
    var talk = Talk()
    talk.type("fhyc")
    #expect(
      talk.text == """
        1 found for "fhyc":
        1. 发货延迟安抚 [fhyc], 售中 / 发货
           非常抱歉让您久等了，仓库正在加紧处理，有进展马上告诉您。
        """)
    #expect(talk.effects.isEmpty)
  }

  @Test func `A number sends that phrase`() {
    var talk = Talk()
    talk.type("fhyc", "1")
    #expect(talk.delivered.map(\.text) == ["非常抱歉让您久等了，仓库正在加紧处理，有进展马上告诉您。"])
    #expect(talk.delivered.first?.effort == Effort(keystrokes: 7, milliseconds: 1_000))
  }

  @Test func `Nine hits are said at a time, and keep their numbers`() {
    var talk = Talk(phrases: .numbered(20))
    talk.type("话术")
    #expect(talk.lines.count == 1 + 2 * 9 + 1)
    #expect(talk.lines.last == "11 more: more")
    talk.type("more")
    #expect(talk.lines.first == "10. 话术 10, 大全 / 其一")
    talk.type("more")
    #expect(talk.lines.count == 4)
    talk.type("more")
    #expect(talk.text == "There are no more.")
    talk.type("3", "20")
    #expect(talk.delivered.map(\.text) == ["第 3 条内容", "第 20 条内容"])
  }

  @Test func `A number that was not read sends nothing`() {
    var talk = Talk(phrases: .numbered(20))
    talk.type("7")
    #expect(talk.text.contains("nothing was sent"))
    talk.type("话术", "10")
    #expect(talk.text.contains("nothing was sent"))
    talk.type("0")
    #expect(talk.text.contains("nothing was sent"))
    #expect(talk.delivered.isEmpty)
  }

  @Test func `Long numbers and what stands behind a slash are searched`() {
    var talk = Talk(phrases: [
      .make("十二", "618 大促", in: "测试", "其一", code: "12"),
      .make("退出", "再见", in: "测试", "其一", code: "q"),
    ])
    talk.type("/12")
    #expect(talk.text.contains("1. 十二"))
    talk.type("618")
    #expect(talk.text.contains("1. 十二"))
    talk.type("/q")
    #expect(talk.text.contains("1. 退出"))
    #expect(talk.delivered.isEmpty)
  }

  @Test func `Placeholders are asked for one at a time, by name, and offered again`() {
    var talk = Talk()
    talk.type("退货地址", "1")
    #expect(talk.text == "退货地址: 2 to fill in; a single . on its line gives it up.")
    #expect(talk.desk.prompt == "收货地址: ")
    talk.type("")
    #expect(talk.text.hasPrefix("It needs a value"))
    talk.type("杭州")
    #expect(talk.desk.prompt == "收件人: ")
    talk.type("q")
    #expect(talk.lines[...2] == ["It reads:", "退货地址：杭州，收件人：q。", "请在包裹内附上纸条，写明订单号。"])
    #expect(talk.delivered.isEmpty && talk.desk.prompt == "y/n> ")
    talk.type("y")
    #expect(
      talk.delivered.map(\.text) == [
        "退货地址：杭州，收件人：q。\n请在包裹内附上纸条，写明订单号。\n运费由我们承担。"
      ])
    talk.type("退货地址", "1")
    #expect(talk.desk.prompt == "收货地址 [杭州]: ")
    talk.type("", "王", "y")
    #expect(talk.delivered.last?.text.hasPrefix("退货地址：杭州，收件人：王。") == true)
  }

  @Test func `What a placeholder offers is said, and chosen by number or as it stands`() {
    var talk = Talk(phrases: [
      .make("发货", "{{称呼|亲}}，{{今天}}由{{快递:顺丰,中通}}发出", in: "测试", "")
    ])
    talk.desk.take(Day(iso: "2026-11-30"))
    talk.type("发货", "1")
    #expect(talk.text.hasPrefix("发货: 2 to fill in"))
    #expect(talk.desk.prompt == "称呼 [亲]: ")
    talk.type("")
    #expect(talk.desk.prompt == "快递 (1 顺丰, 2 中通): ")
    talk.type("2")
    #expect(talk.lines[1] == "亲，11月30日由中通发出")
    talk.type("n")
    #expect(talk.delivered.isEmpty && talk.text == "Nothing was sent.")
    talk.type("1", "王", "圆通", "y")
    #expect(talk.delivered.map(\.text) == ["王，11月30日由圆通发出"])
  }

  @Test func `What fills itself in is read before it goes, and again where the clock went on`() {
    var talk = Talk(phrases: [.make("问好", "现在{{现在}}，我是{{客服}}", in: "测试", "")])
    var arrangement = Arrangement()
    arrangement.values = ["客服": "小美"]
    talk.desk.take(arrangement)
    talk.desk.take(TimeOfDay(minutes: 14 * 60))
    talk.type("问好", "1")
    #expect(talk.lines[1] == "现在14:00，我是小美")
    talk.desk.take(TimeOfDay(minutes: 14 * 60 + 1))
    talk.type("y")
    #expect(talk.delivered.isEmpty && talk.lines[1] == "现在14:01，我是小美")
    talk.type("y")
    #expect(talk.delivered.map(\.text) == ["现在14:01，我是小美"])
  }

  @Test func `A point gives a phrase up`() {
    var talk = Talk()
    talk.type("fhsj", "1", ".")
    #expect(talk.text == "Nothing was sent.")
    #expect(talk.desk.prompt == "> ")
    #expect(talk.effects.isEmpty)
  }

  @Test func `An expired phrase is marked, and asks before it is sent`() {
    var talk = Talk()
    talk.type("双十一活动")
    #expect(talk.text.contains("expired 2026-11-11"))
    talk.type("1")
    #expect(talk.text.contains("was valid until 2026-11-11"))
    #expect(talk.desk.prompt == "y/n> ")
    talk.type("")
    #expect(talk.text == "Nothing was sent.")
    #expect(talk.delivered.isEmpty)
    talk.type("1", "y")
    #expect(talk.delivered.map(\.text) == ["满三百减五十，可与店铺券叠加。"])
  }

  @Test(arguments: ["The parcel is on its way, and you will find its number there. ", "包裹已发出。"])
  func `The beginning of a long text fits in 80 columns, dots and all`(sentence: String) {
    var talk = Talk(phrases: [
      .make("长文", String(repeating: sentence, count: 9), in: "测试", "")
    ])
    talk.type("长文")
    let line = talk.lines.last { $0.hasSuffix("..") } ?? ""
    #expect((78...80).contains(GlyphRun(line).width))
  }

  @Test func `What looks unfilled says at the prompt which keys answer`() {
    var talk = Talk(language: .chinese, phrases: [.make("单号", "[订单号] 已发", in: "测试", "")])
    talk.type("单号", "1")
    #expect(talk.desk.prompt == "y/Enter> ")
    talk.type("?")
    #expect(!talk.text.contains("桌面"))
  }

  @Test func `A letter reads the whole text, line by line`() {
    var talk = Talk()
    talk.type("退货地址", "p 1")
    #expect(
      talk.lines == [
        "退货地址:", "退货地址：{{收货地址}}，收件人：{{收件人}}。", "请在包裹内附上纸条，写明订单号。", "运费由我们承担。",
      ])
    #expect(talk.effects.isEmpty)
  }

  @Test func `Categories are listed, and a number goes into one`() {
    var talk = Talk()
    talk.type("c")
    #expect(talk.lines[0].hasPrefix("12 categories"))
    #expect(talk.lines[1] == "1. 售中 (4)")
    #expect(talk.lines[2] == "2. 售中 / 发货 (2)")
    talk.type("2")
    #expect(talk.lines[0] == "售中 / 发货, 2 phrases:")
    talk.type("2")
    #expect(talk.delivered.map(\.title) == ["发货延迟安抚"])
    talk.type("c 5", "")
    #expect(talk.lines[0] == "售后, 2 phrases:")
    talk.type("c 0")
    #expect(talk.lines[0] == "All 10 phrases:")
    talk.type("c 99")
    #expect(talk.text.contains("nothing was sent"))
  }

  @Test func `An empty line lists the first phrases, what is used often before the others`() {
    var talk = Talk()
    talk.type("")
    #expect(talk.lines[1].hasPrefix("1. 发货时间"))
    let library = Library(.shop)
    talk.desk = PlainDesk(purpose: .send, language: .english, options: .standard)
    _ = talk.desk.begin(with: library, from: .store)
    let number = library.number(of: PhraseKey(source: "file", id: "退款多久到账"))
    talk.desk.take(Prior(number.map { [$0: 900] } ?? [:]), of: nil)
    talk.type("")
    #expect(talk.lines[1].hasPrefix("1. 退款多久到账"))
  }

  @Test func `What only forgiveness found is said to be so`() {
    var talk = Talk()
    talk.type("youhiuquan")
    #expect(talk.text.contains("Found by forgiving (one key off):"))
  }

  @Test func `A customer's message gets suggestions`() {
    var talk = Talk()
    talk.type("你好请问我买的东西怎么还没有发货啊什么时候才能收到")
    #expect(talk.lines[0].contains("suggested for this message"))
  }

  @Test func `A search that nothing was sent of is kept, one that led to a send is not`() {
    var talk = Talk()
    talk.type("fhyc", "1", "qqqqqq", "tk")
    #expect(talk.effects.contains(.noteFruitless(query: "qqqqqq", hits: 0)))
    talk.type("q")
    #expect(talk.effects.count == 4)
    #expect(talk.effects.last == .finish(.quit))
  }

  @Test func `Picking ends with the phrase, and leaving picks nothing`() {
    var talk = Talk(purpose: .pick)
    talk.type("fhyc", "1")
    guard case .finish(.picked(let outgoing))? = talk.effects.last else {
      Issue.record("nothing picked: \(talk.effects)")
      return
    }
    #expect(outgoing.title == "发货延迟安抚")
    #expect(talk.desk.close().effects.last == .finish(.cancelled))
  }

  @Test func `Nothing that a terminal obeys is ever said`() {
    let evil = "一\u{1B}]52;c;eA==\u{7}\u{9B}2J\r\u{202E}二"
    var phrase = Phrase.make(evil, evil + "{{\u{1B}[2J名}}", in: evil, evil, code: evil)
    phrase.validUntil = Day(iso: "2020-01-01")
    var talk = Talk(phrases: [phrase])
    var said: [String] = []
    for line in ["", evil, "c", "c 1", "p 1", "1", "y", evil, "?", "y", "more"] {
      talk.type(line)
      said += talk.lines + [talk.desk.prompt]
    }
    let obeyed = said.joined().unicodeScalars.filter {
      $0.properties.generalCategory == .control || $0 == "\u{202E}"
    }
    #expect(obeyed.isEmpty)
    #expect(talk.delivered.count == 1)
    #expect(talk.delivered.first?.text.contains("\u{1B}") == false)
  }

  @Test func `Every sentence is there in Chinese`() {
    let phrases = [Phrase].shop.filter { $0.category != "Order" }
    var talk = Talk(language: .chinese, phrases: phrases)
    for line in ["fh", "", "c", "?", "more", "qqqqqq", "1", "退货地址", "1", "", "."] {
      talk.type(line)
      let isChinese = talk.lines.allSatisfy { $0.unicodeScalars.contains { $0.value > 0x2E80 } }
      #expect(isChinese, "\(talk.lines)")
    }
  }

  @Test func `Newer phrases are said before a prompt, and a number means what was read`() {
    var talk = Talk()
    talk.type("fhyc")
    var newer = [Phrase].shop
    let place = newer.firstIndex { $0.code == "fhyc" }!
    newer[place].text = "改了。"
    talk.desk.take(Library(newer))
    newer[place].text = "又改了。"
    talk.desk.take(Library(newer))
    #expect(talk.desk.takeNews() == ["The phrases are newer ones now, 10 in all."])
    #expect(talk.desk.takeNews().isEmpty)
    talk.type("1")
    #expect(talk.delivered.isEmpty)
    #expect(talk.text.contains("reads otherwise now") && talk.text.contains("又改了。"))
    talk.type("1")
    #expect(talk.delivered.last?.text == "又改了。")
  }

  @Test func `Another order of phrases leaves the numbers that were read`() {
    var talk = Talk(phrases: .numbered(5))
    talk.type("")
    talk.desk.take(Library([Phrase].numbered(5).reversed()))
    talk.type("2")
    #expect(talk.delivered.map(\.text) == ["第 2 条内容"])
  }

  @Test func `Several lines at once are a customer's message, whatever stands in them`() {
    var talk = Talk()
    talk.type("fhyc")
    talk.type("1\n1", "2\nq", "c\n1")
    #expect(talk.delivered.isEmpty && talk.effects.allSatisfy { !$0.isEnd })
    talk.type("退货地址", "1", "杭州\n西湖")
    #expect(talk.delivered.isEmpty && talk.text.contains("needs one line"))
    talk.type("杭州", "小王\n")
    #expect(talk.delivered.isEmpty)
    talk.type("小王", "y")
    #expect(talk.delivered.count == 1)
  }

  @Test
  func `A value of before ten minutes, or of before another message, is not filled in by Enter`() {
    var talk = Talk()
    talk.desk.take(TimeOfDay(minutes: 14 * 60 + 2))
    talk.type("fhsj", "1", "8012", "y")
    talk.type("fhsj", "1")
    #expect(talk.desk.prompt == "订单号 [8012]: ")
    talk.type("", "y", "我的包裹到哪里了，怎么还没有收到呢", "fhsj", "1")
    #expect(talk.desk.prompt == "订单号 (from 14:02, = takes it: 8012): ")
    talk.type("")
    #expect(talk.delivered.count == 2)
    talk.type("=", "y")
    #expect(talk.delivered.count == 3)
    talk.pass(minutes: 11)
    talk.type("fhsj", "1")
    #expect(talk.desk.prompt.contains("from 14:02"))
  }

  @Test func `What was withdrawn since it was read is not sent`() {
    var talk = Talk()
    talk.type("fhyc")
    talk.desk.take(Library([Phrase].shop.filter { $0.code != "fhyc" }))
    talk.type("1")
    #expect(talk.delivered.isEmpty)
    #expect(talk.text == "发货延迟安抚 was withdrawn meanwhile and was not sent. Search again.")
    talk.type("fhyc")
    #expect(talk.text.contains("Nothing found") || !talk.text.contains("发货延迟安抚"))
  }

  @Test func `What was withdrawn while its placeholders are asked for is not sent`() {
    let open = Phrase.make("地址", "寄到{{地址}}。", in: "售后", "退货")
    var talk = Talk(phrases: [open, .make("甲", "乙", in: "售后", "退货")])
    talk.type("地址", "1")
    talk.desk.take(Library([.make("甲", "乙", in: "售后", "退货")]))
    #expect(talk.desk.takeNews().isEmpty)
    talk.type("杭州")
    #expect(talk.delivered.isEmpty)
    #expect(talk.text == "地址 was withdrawn meanwhile and was not sent. Search again.")
    #expect(talk.desk.takeNews() == ["The phrases are newer ones now, 1 in all."])
  }

  @Test func `Numbers of a list that was read before newer phrases mean nothing after a turn`() {
    let flat = ["一", "二", "三"].map { Phrase.make($0, $0, in: "", "") }
    var talk = Talk(phrases: flat)
    talk.type("")
    talk.desk.take(Library(Array(flat.dropFirst())))
    talk.type("c", "3", "p 2", "more")
    #expect(talk.delivered.isEmpty)
    #expect(talk.text == "There are no more.")
  }

  @Test func `A source that fails from the beginning is news, though it is asked first`() {
    var talk = Talk()
    var failing = SourceFacts(name: "team", version: 3, failure: "team: the server is silent.")
    failing.isSyncing = true
    talk.desk.take([failing])
    failing.isSyncing = false
    talk.desk.take([failing])
    #expect(talk.desk.takeNews() == ["team: the server is silent."])
  }

  @Test func `A source is news when it needs somebody, and when it no longer does`() {
    var talk = Talk()
    func news(_ source: SourceFacts) -> [String] {
      talk.desk.take([source])
      return talk.desk.takeNews()
    }
    let well = SourceFacts(name: "team", version: 3, checkedMinutesAgo: 0)
    var failing = well
    failing.failure = "team: the server is silent."
    failing.failingForMinutes = 1
    var held = well
    held.held = SourceFacts.Held(id: "x", reason: "It lacks 40 phrases.")
    var syncing = failing
    syncing.isSyncing = true
    #expect(news(well).isEmpty)
    #expect(news(failing) == ["team: the server is silent."])
    #expect(news(syncing).isEmpty)
    #expect(news(failing).isEmpty)
    #expect(news(well) == ["team v3, synced just now."])
    #expect(
      news(held) == [
        "team: a new version waits. It lacks 40 phrases. phrasedesk sync --accept takes it."
      ])
  }
}
