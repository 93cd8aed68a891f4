import Phrases
import Search
import Testing

@testable import Desk

/// Ways in which what is an agent's own, and what is one customer's, went wrong when others tried it.
@Suite struct OwnHardeningTests {
  private func own(_ title: String, _ text: String) -> Phrase {
    Phrase(
      key: PhraseKey(source: "personal", id: "own-\(title)"), level: .personal, category: "我的",
      title: title, text: text)
  }

  private func changes(_ player: Player) -> [OwnChange] {
    player.effects.compactMap { if case .change(let change) = $0 { change } else { nil } }
  }

  // MARK: - One customer's text

  @Test
  func `What was written for one customer is shown before it goes again, once another has written`()
  {
    var player = Player()
    player.press("fhyc<A-e> 王先生 A-123<Enter>")
    player.take(.paste("新的顾客说\n还没有收到"))
    player.press("<C-r>")
    #expect(player.delivered.count == 1)
    #expect(player.screen.contains("王先生 A-123"))
    #expect(player.screen.contains("another customer"))
    player.press("<Enter>")
    #expect(player.delivered.count == 2)
  }

  @Test func `A field takes the value of its own name, and only then of another for the same`() {
    var player = Player(phrases: [
      .make("补发", "订单 {{订单号}} 补发，快递 {{单号}}。", in: "a", "b"),
      .make("查询", "订单 {{订单号}} 正在查询。", in: "a", "b"),
    ])
    player.press("bufa<Enter>D1111<Enter>K9999<Enter>")
    player.press("<A-z>chaxun<Enter>")
    #expect(player.screen.contains("订单 D1111 正在查询"))
  }

  @Test func `The agent's own value is not taken for a customer's`() {
    var player = Player(phrases: [
      .make("来电", "请拨打 {{联系电话}}，订单 {{订单号}}。", in: "a", "b")
    ])
    player.arrange { $0.values = ["联系电话": "400-100-200"] }
    player.take(.paste("我的电话是\n13700137000"))
    player.press("<A-j><Esc>laidian<Enter>")
    #expect(player.screen.contains("请拨打 400-100-200"))
    player.press("77<Enter>")
    #expect(player.delivered == ["请拨打 400-100-200，订单 77。"])
  }

  @Test
  func
    `What is kept for everybody holds no value of one customer, however short, and no other word is lost`()
  {
    var player = Player(phrases: [
      .make("女士", "{{姓}}女士您好，共 {{件数}} 件，2 天内由 {{快递}} 发出；顺丰优先。", in: "a", "b")
    ])
    player.press("nvshi<Enter>王<Tab>2<Tab>顺丰<Tab> 祝好<A-n>")
    #expect(player.screen.contains("{{姓}}女士您好，共 {{件数}} 件，2 天内由 {{快递}} 发出；顺丰优先。 祝好"))
  }

  @Test func `A value that was corrected in the text does not fill the next form`() {
    var player = Player(phrases: [
      .make("退款", "订单 {{订单号}} 已退款。", in: "a", "b"), .make("催件", "订单 {{订单号}} 已催。", in: "a", "b"),
    ])
    player.press("tuikuan<Enter>A111<Tab><Home><Right><Right><Right><Del><Del><Del><Del>222<Enter>")
    #expect(player.delivered == ["订单 222 已退款。"])
    player.press("<A-z>cuijian<Enter>")
    #expect(!player.screen.contains("A111"))
    player.press("A333<Tab><Home><Right><Right><Right><Right><Right><Right><Right>4<Enter>")
    #expect(player.delivered.last == "订单 A3334 已催。")
    player.press("<A-z>tuikuan<Enter>")
    #expect(!player.screen.contains("A333"))
  }

  @Test func `A value with braces or a backslash stays text once the text is edited`() {
    var player = Player(phrases: [.make("路径", "{{a}}{{b}} end", in: "a", "b")])
    player.press("lujing<Enter>C:\\<Tab><Tab>!<Enter>")
    #expect(player.delivered.isEmpty, "half filled")
    player.press("{{q}}<Enter>")
    #expect(player.delivered == ["C:\\ {{q}} end!"])
  }

  @Test func `A value that holds a placeholder is asked for and not sent unfilled`() {
    var player = Player(phrases: [.make("欢迎", "欢迎光临 {{店铺}}。", in: "a", "b")])
    player.arrange { $0.values = ["店铺": "{{老板}}的店"] }
    player.press("huanying<Enter>")
    #expect(player.delivered.isEmpty)
  }

  // MARK: - What was typed is not lost

  @Test func `Texts that were left are there again, each for its phrase, and in the history`() {
    var player = Player()
    player.press("fhyc<A-e> 我亲自问了仓库<Esc>")
    player.press("<A-z>tk<A-e> 周五到<Esc>")
    player.press("<A-z>fhyc<A-e>")
    #expect(player.screen.contains("我亲自问了仓库"))
    player.press("<Esc>")
    // The next message may be another customer's: it opens no more by itself.
    player.take(.paste("还有一个问题\n怎么退款"))
    player.press("<Esc><A-z>fhyc<A-e>")
    #expect(!player.screen.contains("我亲自问了仓库"))
    player.press("<Esc><A-h>")
    #expect(player.screen.contains("not sent"))
    player.press("仓库<Enter>")
    #expect(player.screen.contains("我亲自问了仓库"))
  }

  @Test func `What was written over a phrase is there again when that was reworded`() {
    var player = Player()
    player.press("fhyc<A-e> 我亲自问了仓库<Esc>")
    var phrases = [Phrase].shop
    phrases[1].text = "新的安抚话术。"
    player.take(.library(Library(phrases), origin: .store))
    player.press("<A-z>fhyc<A-e>")
    #expect(player.screen.contains("我亲自问了仓库"))
  }

  @Test func `Alt+N keeps what stands in the form, not what stood there when it was asked first`() {
    var player = Player()
    player.press("fhyc<A-e> one<A-n><Esc> two<A-n>")
    #expect(player.screen.contains("one two"))
    player.press("<Enter>")
    guard case .add(let phrase, _, _)? = changes(player).last else {
      Issue.record("nothing was kept")
      return
    }
    #expect(phrase.text.hasSuffix(" one two"))
  }

  @Test
  func `Of two phrases that cannot be kept both are there again, hers alone at her customer's`()
    throws
  {
    var player = Player()
    player.press("<A-n>第一<Enter><A-n>第二<Enter>")
    for change in changes(player) {
      player.take(.ownChange(change, hasChanged: false, failure: "The store is busy."))
    }
    player.press("<A-n>")
    #expect(player.screen.contains("第二"))
    player.press("<Enter><A-n>")
    #expect(player.screen.contains("第一"))
    player.press("<Esc>")

    var other = Player()
    other.press("fhyc<A-e> for Mrs A<A-n><Enter><Esc><A-x>")
    let kept = try #require(changes(other).first)
    other.take(.ownChange(kept, hasChanged: false, failure: "The store is busy."))
    other.press("<A-z>fhyc<A-e><A-n>")
    #expect(!other.screen.contains("for Mrs A"), "the next customer's")
  }

  @Test func `The agent's own editor writes into what asked for it, and into nothing below`() {
    var player = Player()
    player.press("fhyc<A-e> for Mrs A<A-n><A-a>")
    player.take(.editedOutside("GENERAL words"))
    #expect(player.screen.contains("GENERAL words"))
    player.press("<Esc>")
    #expect(!player.screen.contains("GENERAL words") && player.screen.contains("for Mrs A"))
  }

  @Test func `A title of several lines becomes one`() {
    var player = Player()
    player.press("<A-n>内容<Tab>")
    player.take(.paste("line one\nline two"))
    player.press("<Enter>")
    guard case .add(let phrase, _, _)? = changes(player).last else { return }
    #expect(phrase.title == "line one line two")
  }

  @Test func `First steps wait until nothing is begun anywhere`() {
    var player = Player()
    player.press("<A-n>一条很长的<Esc><C-p>first steps<Enter>")
    #expect(!player.effects.contains(.finish(.setUp)))
  }

  // MARK: - Versions

  @Test func `After keeping a version it is selected, and what was open or marked still goes`()
    throws
  {
    var player = Player()
    player.press("<A-z>fhyc<A-m><A-z>fhyc<A-u><A-e> EDITED<A-n> for all<Enter>")
    guard case .add(var version, _, let original?)? = changes(player).last else {
      Issue.record("no version")
      return
    }
    version.key = PhraseKey(source: "personal", id: "own-1")
    var arrangement = Arrangement()
    arrangement.originals[version.key] = .init(key: original.key, text: original.text)
    player.take(.ownChange(try #require(changes(player).first), failure: nil))
    player.take(.arrangement(arrangement, originals: [version.key: original]))
    let rest = [Phrase].shop.filter { $0.key != original.key }
    player.take(.library(Library([version] + rest), origin: .store))
    player.take(.drawn)
    player.press("<Enter>")
    #expect(player.delivered.last?.hasSuffix(" EDITED") == true)
    player.press("<A-z>fhyc")
    #expect(player.desk.selectedPhrase?.key == version.key)
  }

  // MARK: - Order and pins

  @Test func `Moves as fast as a held key all count, and one near the top keeps those below`()
    throws
  {
    let phrases = (1...8).map { Phrase.make("话术 \($0)", "内容 \($0)", in: "大全", "其一") }
    var player = Player(phrases: phrases)
    player.press("<A-S-Down>")
    let first = try #require(changes(player).first)
    player.take(.ownChange(first, failure: nil))
    // Kept, and the phrases are yet to come.
    player.press("<A-S-Down><A-S-Down>")
    guard case .order(let keys, let place)? = changes(player).last else { return }
    #expect(keys.firstIndex(of: phrases[0].key) == 3)

    player = Player(phrases: phrases)
    player.arrange { $0.order[place] = [0, 1, 5, 2, 3, 4].map { phrases[$0].key } }
    let order = [0, 1, 5, 2, 3, 4, 6, 7].map { phrases[$0] }
    player.take(.library(Library(order), origin: .store))
    player.press("<A-z><Esc><Home><Down><A-S-Up>")
    guard case .order(let all, _)? = changes(player).last else {
      Issue.record("nothing was moved")
      return
    }
    #expect(all == [1, 0, 5, 2, 3, 4].map { phrases[$0].key })
  }

  @Test func `Categories that are not shown keep their place`() {
    var own = Own()
    var arrangement = Arrangement()
    arrangement.categoryOrder[[]] = ["乙", "丙", "甲", ""]
    own.take(arrangement, originals: [:])
    #expect(
      own.order(ofNames: ["", "乙"], below: []) == .orderCategories(["", "丙", "甲", "乙"], below: []))
  }

  @Test func `A drag that begins on nothing moves nothing`() throws {
    let phrases = (1...8).map { Phrase.make("话术 \($0)", "内容 \($0)", in: "大全", "其一") }
    var player = Player(phrases: phrases)
    let row = try #require(player.position(of: "话术 3"))
    for (kind, line) in [
      (MouseEvent.Kind.click, 0), (.drag, 0), (.drag, row.row), (.drag, row.row + 2),
      (.release, row.row + 2),
    ] {
      player.take(.mouse(MouseEvent(kind, at: Position(row: line, column: row.column)), at: 9_000))
    }
    #expect(changes(player).isEmpty)
  }

  @Test func `The digit of a pin whose phrase is gone sends nothing else`() {
    var player = Player()
    player.arrange { $0.pins = [3: PhraseKey(source: "gone", id: "x")] }
    player.press("<A-z>a<Esc><Esc><A-3>")
    #expect(player.delivered.isEmpty)
    #expect(player.screen.contains("pinned to row 3"))
    player.press("<A-2>")
    #expect(player.delivered.count == 1)
  }

  @Test func `Esc from a search leads to the rows that digits always mean`() {
    let phrases = (1...60).map { Phrase.make("话术 \($0)", "内容 \($0)", in: "大全", "其一") }
    var player = Player(phrases: phrases)
    player.arrange { $0.pins = [3: phrases[20].key] }
    player.press("<A-z>内容 55<Esc>")
    #expect(player.desk.list.viewport.top == 0)
    player.press("<A-3>")
    #expect(player.delivered == ["内容 21"])
  }

  @Test func `A code that another phrase has is not given`() {
    var player = Player()
    player.press("tk<C-p>code of your own<Enter><C-u>fhsj<Enter>")
    #expect(changes(player).isEmpty)
    #expect(player.screen.contains("is the code of another phrase"))
  }

  @Test func `What another desk had kept meanwhile is said`() throws {
    let mine = own("我的", "第一版")
    var player = Player(phrases: [mine])
    player.press("我的<A-e>改<A-n>")
    var theirs = mine
    theirs.text = "另一个工作台写的"
    player.take(.library(Library([theirs]), origin: .store))
    player.press("<Enter>")
    guard case .edit(_, let over)? = changes(player).last else { return }
    #expect(over == "第一版")
    player.take(.ownChange(try #require(changes(player).first), failure: nil))
    #expect(player.screen.contains("in the bin"))
  }

  @Test func `At 38 columns all of what is said stands in the two rows`() {
    var player = Player(rows: 45, columns: 38, language: .chinese)
    player.press("fhsj<Enter>8012<Enter><A-x>")
    #expect(player.screen.replacing("\n", with: "").replacing(" ", with: "").contains("Alt+H可找回"))
  }
}
