import Phrases
import Search
import Testing

@testable import Desk

/// What an agent owns: phrases, pins, an order; and what she tells those who keep the list.
@Suite struct OwnTests {
  private func changes(of player: Player) -> [OwnChange] {
    player.effects.compactMap { if case .change(let change) = $0 { change } else { nil } }
  }

  private static func own(_ title: String, _ text: String) -> Phrase {
    Phrase(
      key: PhraseKey(source: "personal", id: "own-\(title)"), level: .personal, category: "售后",
      title: title, text: text)
  }

  // MARK: - Writing

  @Test func `Alt+N writes a phrase of one's own, beside the one in sight`() throws {
    var player = Player()
    player.press("tk<A-n>亲，今天就发。<Tab>今日发货<Tab><Tab><Tab>jrfh<Enter>")
    guard case .add(let phrase, let neighbour, nil)? = changes(of: player).first else {
      Issue.record("nothing was added")
      return
    }
    #expect(phrase.text == "亲，今天就发。" && phrase.title == "今日发货" && phrase.code == "jrfh")
    #expect(phrase.level == .personal && phrase.category == "售后")
    #expect(neighbour == player.desk.library.phrase(player.desk.list.hits[0].number).key)
    #expect(player.desk.dialog == nil)
    player.take(.ownChange(.add(phrase, behind: neighbour, versionOf: nil), failure: nil))
    #expect(player.screen.contains("Kept as yours: 今日发货"))
  }

  @Test func `What could not be kept says why, and is there to be tried again`() throws {
    var player = Player()
    player.press("<A-n>写了很久的话<Enter>")
    let change = try #require(changes(of: player).first)
    player.take(.ownChange(change, failure: "The disk is full."))
    #expect(player.screen.contains("The disk is full."))
    player.press("<Esc><A-n>")
    #expect(player.screen.contains("写了很久的话"))
    player.press("<Enter>")
    player.take(.ownChange(change, failure: nil))
    player.press("<A-n>")
    #expect(!player.screen.contains("写了很久的话"))
  }

  @Test func `Without a title the first words stand in, and without a text nothing is kept`() {
    var player = Player()
    player.press("<A-n><Enter>")
    #expect(player.screen.contains("The text is empty, nothing was kept."))
    player.press("您好，在的。<Enter>")
    guard case .add(let phrase, _, _)? = changes(of: player).first else {
      Issue.record("nothing was added")
      return
    }
    #expect(phrase.title == "您好，在的。")
  }

  @Test func `What was searched in vain is the title of what is written then`() {
    var player = Player()
    player.press("wubi输入<A-n>")
    #expect(player.row(with: "Title")?.contains("wubi输入") == true)
  }

  @Test(arguments: ["<Esc>", "<A-z>"])
  func `What was being written is there again`(key: String) {
    var player = Player()
    player.press("<A-n>写了一半" + key)
    #expect(player.desk.dialog == nil && changes(of: player).isEmpty)
    player.press("<A-n>的话<Enter>")
    guard case .add(let phrase, _, _)? = changes(of: player).first else {
      Issue.record("nothing was added")
      return
    }
    #expect(phrase.text == "写了一半的话")
    player.take(.ownChange(.add(phrase, behind: nil, versionOf: nil), failure: nil))
    player.press("<A-n>")
    #expect(!player.screen.contains("写了一半"))
  }

  @Test func `Marked phrases become one of her own, with the joined text`() {
    var player = Player()
    player.press("tk<A-m>fhyc<A-m><A-n>")
    #expect(player.screen.contains("退款通过后") && player.screen.contains("非常抱歉"))
    player.press("<Enter>")
    guard case .add(let phrase, _, nil)? = changes(of: player).first else {
      Issue.record("nothing was added")
      return
    }
    #expect(phrase.text.contains("\n\n"))
  }

  @Test(arguments: [(24, 80), (35, 120), (45, 38), (12, 30)])
  func `Every field can be reached and seen on every screen`(size: (Int, Int)) {
    var player = Player(rows: size.0, columns: size.1)
    player.press("<A-n>很长的内容" + String(repeating: "一", count: 200))
    for label in ["Title", "Category", "Subcategory", "Code", "Keywords"] {
      player.press("<Tab>x")
      #expect(player.row(with: "> \(label)")?.contains("x") == true, "\(label) at \(size)")
    }
    player.press("<Tab>")
    #expect(player.desk.draw().cursor != nil)
  }

  // MARK: - The bin

  @Test func `Del asks before a phrase of her own goes into the bin, and leaves others' alone`() {
    let own = Self.own("我的", "我自己的话。")
    var player = Player(phrases: [Phrase].shop + [own])
    player.press("tk<Esc><Esc><Del>")
    #expect(player.screen.contains("Not yours") && changes(of: player).isEmpty)
    player.press("<A-z>我的<Tab><Tab><Del>")
    #expect(player.screen.contains("It can be had back for 30 days: 我的"))
    player.press("<Enter>")
    #expect(changes(of: player).isEmpty)
    player.press("<Del><A-y>")
    #expect(changes(of: player) == [.bin(own.key)])
  }

  @Test func `What she did herself shows at once, and what others did waits`() {
    let own = Self.own("我的", "我自己的话。")
    var player = Player(phrases: [own] + [Phrase].shop)
    player.press("<Esc><Del><A-y>")
    player.take(.library(Library(.shop), origin: .store))
    #expect(player.row(with: "1 我的") == nil && player.desk.waiting == nil)
    #expect(player.selectedTitle == nil)
    player.press("<Enter>")
    #expect(player.delivered.isEmpty)
    player.take(.drawn)
    player.take(.library(Library([own] + [Phrase].shop), origin: .store))
    #expect(player.desk.waiting != nil)
  }

  @Test func `The bin and what is hidden can be had back`() {
    let own = Self.own("我的", "我自己的话。")
    var player = Player()
    player.press("<C-p>hidden phrases<Enter>")
    #expect(player.effects.contains(.listPutAside))
    player.take(.putAside(binned: [own], hidden: [[Phrase].shop[0]]))
    player.press("<Enter>")
    #expect(changes(of: player) == [.restore(own.key)])
    player.press("<C-p>hide<Enter>")
    guard case .hide? = changes(of: player).last else {
      Issue.record("nothing was hidden")
      return
    }
  }

  // MARK: - Pins

  @Test func `A pinned phrase has its row while nothing is searched, whatever was sent meanwhile`()
  {
    var player = Player()
    player.take(.timeOfDay(TimeOfDay(minutes: 600)))
    player.press("tk<A-p>3")
    let title = "退款多久到账"
    #expect(player.screen.contains("Row 3 of the empty search is now: \(title)"))
    player.press("<Esc><Esc>")
    #expect(player.row(with: "3 \(title)") != nil)
    player.press("<A-z>fhyc<Enter><Esc>")
    #expect(player.row(with: "3 \(title)") != nil)
    #expect(player.row(with: "1 发货延迟安抚") != nil, "what was sent last has the first free row")
    player.press("<A-3>")
    #expect(player.delivered.last == "退款通过后按原路退回，到账时间以银行为准。")
    #expect(player.delivered.count == 2)
  }

  @Test func `Alt+P again takes the pin away, and any other key pins nothing`() {
    var player = Player()
    player.press("tk<A-p>2<A-p>")
    #expect(player.screen.contains("Pinned to row 2"))
    player.press("<A-p>")
    #expect(player.screen.contains("Not pinned any more"))
    #expect(player.desk.own.arrangement.pins.isEmpty)
    player.press("<A-p><Enter>")
    #expect(player.desk.own.arrangement.pins.isEmpty && player.delivered.isEmpty)
    player.press("<A-p><Esc>")
    #expect(player.desk.own.arrangement.pins.isEmpty && player.desk.search.text == "tk")
  }

  @Test func `Pins of another desk of hers are followed with the next list`() {
    var player = Player()
    var arrangement = Arrangement()
    arrangement.pins = [1: [Phrase].shop[5].key]
    player.take(.arrangement(arrangement, originals: [:]))
    let first = player.desk.library.phrase(player.desk.list.hits[0].number)
    #expect(first.key == [Phrase].shop[0].key, "nothing in sight moves by itself")
    player.press("t<Esc>")
    #expect(player.desk.library.phrase(player.desk.list.hits[0].number).key == [Phrase].shop[5].key)
  }

  @Test func `A pin to a phrase that is gone leaves its row to the next`() {
    var player = Player()
    var arrangement = Arrangement()
    arrangement.pins = [1: PhraseKey(source: "x", id: "gone"), 9: [Phrase].shop[0].key]
    player.take(.arrangement(arrangement, originals: [:]))
    player.press("t<Esc>")
    #expect(player.desk.list.hits.count == [Phrase].shop.count)
    #expect(player.desk.library.phrase(player.desk.list.hits[8].number).key == [Phrase].shop[0].key)
  }

  // MARK: - Order

  @Test func `Alt+Shift+Down moves a phrase within its category`() {
    var player = Player(phrases: .numbered(4))
    player.press("<A-S-Down>")
    guard case .order(let keys, let place)? = changes(of: player).last else {
      Issue.record("nothing was ordered")
      return
    }
    let all = [Phrase].numbered(4)
    #expect(keys == [all[1].key, all[0].key] && place == all[0].place)
    // Back again before that was kept, and no further.
    player.press("<A-S-Up>")
    #expect(changes(of: player).last == .order([all[0].key, all[1].key], in: place))
    player.press("<A-S-Up>")
    #expect(changes(of: player).count == 2 && player.screen.contains("no further place"))
    player.press("<A-z>话术<A-S-Down>")
    #expect(changes(of: player).count == 2 && player.screen.contains("with an empty search"))
  }

  @Test func `Categories move among those beside them`() {
    var player = Player(rows: 35, columns: 120)
    player.press("<S-Tab><S-Tab><S-Tab><Down><A-S-Down>")
    guard case .orderCategories(let names, let below)? = changes(of: player).last else {
      Issue.record("nothing was ordered: \(player.screen)")
      return
    }
    #expect(names.count > 1 && below == [""])
  }

  private func drag(_ text: String, to other: String, in player: inout Player) {
    guard let from = player.position(of: text), let to = player.position(of: other) else {
      Issue.record("not on the screen")
      return
    }
    player.take(.mouse(MouseEvent(.drag, at: from), at: 1_000))
    player.take(.mouse(MouseEvent(.drag, at: to), at: 1_100))
  }

  @Test func `A phrase that is dragged goes to where it is let go`() {
    var player = Player(phrases: .numbered(4))
    drag("话术 1", to: "话术 3", in: &player)
    #expect(player.screen.contains("Moving 话术 1 to where this stands: 话术 3"))
    guard let to = player.position(of: "话术 3") else { return }
    player.take(.mouse(MouseEvent(.release, at: to), at: 1_200))
    let keys = [Phrase].numbered(4).map(\.key)
    #expect(changes(of: player) == [.order([keys[1], keys[2], keys[0]], in: ["", "大全", "其一"])])
    #expect(player.delivered.isEmpty)
  }

  @Test func `Let go elsewhere, or among what is searched, it stays`() {
    var player = Player(phrases: .numbered(4))
    drag("话术 1", to: "话术 3", in: &player)
    player.take(.mouse(MouseEvent(.release, at: Position(row: 0, column: 1)), at: 1_200))
    #expect(changes(of: player).isEmpty && player.desk.drag == nil)
    player.press("话术")
    drag("话术 1", to: "话术 3", in: &player)
    if let to = player.position(of: "话术 3") {
      player.take(.mouse(MouseEvent(.release, at: to), at: 1_200))
    }
    #expect(changes(of: player).isEmpty)
  }

  // MARK: - History

  @Test func `Alt+H lists what went out here, and sends it again as it went out`() {
    var player = Player()
    player.take(.timeOfDay(TimeOfDay(minutes: 14 * 60 + 2)))
    player.press("fhsj<Enter>8012<Enter>tk<Enter><A-h>")
    #expect(player.row(with: "here 14:02") != nil)
    player.press("8012<Enter>")
    #expect(player.delivered.count == 3 && player.delivered[2] == player.delivered[0])
  }

  @Test func `It lists what was sent before, looked at and searched for, too`() {
    var player = Player()
    guard let day = Day(iso: "2026-11-21") else { return }
    player.press("<A-h>")
    #expect(player.effects.contains(.listHistory))
    player.take(
      .history([
        EarlierSend(
          key: [Phrase].shop[0].key, day: day, timeOfDay: TimeOfDay(minutes: 600), way: "xclip")
      ]))
    #expect(player.row(with: "xclip 11-21 10:00")?.contains([Phrase].shop[0].title) == true)
    player.press("<Esc>fh<Down><A-z><Esc><A-h>")
    #expect(player.row(with: "looked at") != nil && player.row(with: "searched") != nil)
    player.press("fh<Up><Enter>")
    #expect(player.desk.search.text == "fh" || !player.delivered.isEmpty)
  }

  @Test func `What one customer got is not shown to be sent to another`() {
    var player = Player()
    player.take(.conversation(ConversationName("a")))
    player.press("fhsj<Enter>8012<Enter>")
    player.take(.summoned(Target(.pane(id: nil), name: "%1"), from: ConversationName("b")))
    player.press("<A-h>")
    #expect(!player.screen.contains("8012"))
  }

  // MARK: - Reports

  @Test func `Alt+F reports a phrase with a line`() {
    var player = Player()
    player.press("tk<A-f>out of date<Enter>三天改成七天了<Enter>")
    let report = player.effects.compactMap { effect -> PhraseReport? in
      if case .report(let report) = effect { report } else { nil }
    }.first
    #expect(report?.kind == .outdated && report?.remark == "三天改成七天了")
    #expect(report?.title == "退款多久到账" && report?.key != nil)
    player.take(.notice(.own(.reported)))
    #expect(player.screen.contains("Noted here; phrasedesk feedback export"))
  }

  @Test func `What was not found is reported as missing, with the query`() {
    var player = Player()
    player.press("wubi输入<A-f><Enter><Enter>")
    let report = player.effects.compactMap { effect -> PhraseReport? in
      if case .report(let report) = effect { report } else { nil }
    }.first
    #expect(report == PhraseReport(kind: .missing, key: nil, title: "wubi输入", remark: ""))
  }

  // MARK: - Versions

  @Test
  func `A version whose original has changed says so, and one key takes theirs or keeps hers`() {
    let own = Self.own("退款多久到账", "我改过的退款说明。")
    var original = [Phrase].shop[0]
    original.text = "公司现在的说明。"
    var arrangement = Arrangement()
    arrangement.originals = [own.key: .init(key: original.key, text: "公司原来的说明。")]
    for (key, change) in [
      ("<A-y>", OwnChange.takeOriginal(own.key)),
      ("<Enter>", .keepVersion(own.key, over: original)),
    ] {
      var player = Player(phrases: [own])
      player.take(.arrangement(arrangement, originals: [own.key: original]))
      #expect(player.screen.contains("company's text changed"))
      player.press("<C-p>company's text<Enter>")
      #expect(player.screen.contains("[-原来-]") && player.screen.contains("{+现在+}"))
      player.press(key)
      #expect(changes(of: player) == [change])
    }
  }

  @Test func `Moves that come faster than they are kept go on from one another`() {
    let phrases = [Phrase].numbered(5)
    var player = Player(phrases: phrases)
    player.press("<A-S-Down><A-S-Down>")
    let orders = changes(of: player).compactMap {
      if case .order(let keys, _) = $0 { keys } else { nil }
    }
    let keys = phrases.map(\.key)
    #expect(orders == [[keys[1], keys[0]], [keys[1], keys[2], keys[0]]])
  }

  // MARK: - Giving up

  @Test func `Her order is given up after a yes alone, and only where there is one`() {
    var player = Player()
    player.press("<C-p>give up<Enter>")
    #expect(player.screen.contains("no order of your own") && player.desk.dialogs.isEmpty)
    var arrangement = Arrangement()
    arrangement.order = [["", "售中", "发货"]: [[Phrase].shop[1].key]]
    player.take(.arrangement(arrangement, originals: [:]))
    player.press("<C-p>give up<Enter><Enter>")
    #expect(changes(of: player).isEmpty)
    player.press("<C-p>give up<Enter><A-y>")
    #expect(changes(of: player) == [.dropOrder])
  }

  @Test(arguments: ["<Esc>", "<A-z>"])
  func `A line of a report that was left is there again`(key: String) {
    var player = Player()
    player.press("fhyc<A-f><Enter>Seit Mai" + key)
    player.press("<A-z>fhyc<A-f><Enter>")
    #expect(player.screen.contains("Seit Mai"))
    player.press("<Enter>")
    let reports = player.effects.compactMap {
      if case .report(let report) = $0 { report.remark } else { nil }
    }
    #expect(reports == ["Seit Mai"])
    // Until it is known to be kept it is there again.
    player.press("<A-z>fhyc<A-f><Enter>")
    #expect(player.screen.contains("Seit Mai"))
    player.press("<Esc>")
    player.take(.notice(.own(.reported)))
    player.press("<A-z>fhyc<A-f><Enter>")
    #expect(!player.screen.contains("Seit Mai"))
  }
}
