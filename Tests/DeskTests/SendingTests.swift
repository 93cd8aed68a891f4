import Phrases
import Search
import Testing

@testable import Desk

@Suite struct SendingTests {
  @Test func `Enter sends the selected phrase, and the box is ready for the next`() {
    var player = Player()
    player.press("fhyc<Enter>")
    #expect(player.delivered == ["非常抱歉让您久等了，仓库正在加紧处理，有进展马上告诉您。"])
    #expect(player.desk.focus == .search)
    player.press("t")
    #expect(player.desk.search.text == "t")
  }

  @Test func `What is sent is the sanitised text, byte for byte`() {
    let phrase = Phrase.make("换行", "一行\r\n二行\u{1B}[31m\r\n\r\n", in: "测试", "其一")
    var player = Player(phrases: [phrase])
    player.press("<Enter>")
    #expect(player.delivered == ["一行\n二行[31m"])
  }

  @Test func `Nothing is sent from a window too small to show it, and letters are kept`() {
    var player = Player()
    _ = player.desk.handle(.resize(rows: 11, columns: 80))
    player.press("fhyc<Enter><A-1>")
    #expect(player.delivered.isEmpty)
    _ = player.desk.handle(.resize(rows: 24, columns: 80))
    #expect(player.desk.search.text == "fhyc")
    player.press("<Enter>")
    #expect(player.delivered == ["非常抱歉让您久等了，仓库正在加紧处理，有进展马上告诉您。"])
  }

  @Test func `a phrase that a waiting list changes is marked, and asks before it goes`() {
    let phrase = Phrase.make("价格", "一件 99 元", in: "测试", "其一")
    var player = Player(phrases: [phrase])
    player.take(.contested([phrase.key]))
    #expect(player.screen.contains("!"))
    player.press("<Enter>")
    #expect(player.delivered.isEmpty && player.desk.dialog != nil)
    player.press("<Enter>")
    #expect(player.delivered.isEmpty)
    player.press("<Enter><A-y>")
    #expect(player.delivered == ["一件 99 元"])
    player.take(.contested([]))
    player.press("<Enter>")
    #expect(player.delivered.count == 2)
  }

  @Test func `Alt and a digit sends the hit with that number at once`() {
    var player = Player()
    player.press("<A-3>")
    #expect(player.delivered == ["默认由合作快递承运，需要指定快递请提前说明。"])
  }

  @Test(arguments: ["", "<Esc>", "<Tab>", "<Tab><Tab>", "<S-Tab>"])
  func `Typing anywhere is searching, and no letter or digit does anything else`(script: String) {
    var player = Player()
    player.press(script + "7tian")
    #expect(player.desk.search.text == "7tian")
    #expect(player.desk.focus == .search)
    #expect(player.delivered.isEmpty && player.desk.dialog == nil)
  }

  @Test func `Every printable character but three is text outside the search box, too`() throws {
    for value in UInt8(0x21)...0x7E where !["/", "?"].contains(Unicode.Scalar(value)) {
      let scalar = Unicode.Scalar(value)
      var player = Player()
      player.press("<Esc>")
      player.take(.key(Key(.character(scalar)), at: 1))
      #expect(player.desk.search.text == String(scalar), "\(scalar)")
      #expect(player.desk.conversation.marked.isEmpty && player.delivered.isEmpty, "\(scalar)")
    }
  }

  @Test func `Alt and a digit sends a row in sight, also when the list is scrolled`() {
    var player = Player(phrases: .numbered(100))
    player.press("<Esc><End>")
    let shown = player.desk.list.viewport.top + 1
    player.press("<A-1>")
    #expect(player.delivered == ["第 \(shown) 条内容"])
  }

  @Test func `Ctrl+G asks for a number, and a digit answers`() {
    var player = Player()
    player.press("<C-g>")
    #expect(player.screen.contains("Which number?"))
    player.press("3")
    #expect(player.delivered == ["默认由合作快递承运，需要指定快递请提前说明。"])
    #expect(player.desk.search.isEmpty)
  }

  @Test(arguments: ["<Enter>", "<Esc>", "<Down>", "a", "0", "<A-z>"])
  func `Whatever is no digit sends nothing, and the question is gone`(key: String) {
    var player = Player()
    player.press("<C-g>" + key)
    #expect(player.delivered.isEmpty)
    #expect(!player.screen.contains("Which number?"))
    player.press("3")
    #expect(player.delivered.isEmpty)
  }

  @Test(arguments: ["12", "123", "1<Enter>", "1<A-2>"])
  func `Keys that come all at once are no answer, and none of them sends`(keys: String) {
    var player = Player()
    player.press("<C-g>")
    let script = Key.script(keys) ?? []
    for (index, key) in script.enumerated() {
      player.take(.key(key, at: 1_000, isFollowed: index < script.count - 1))
    }
    #expect(player.delivered.isEmpty)
    #expect(!player.screen.contains("Which number?"))
    player.take(.drawn)
    player.press("<A-z>fhyc<Enter>")
    #expect(player.delivered.count == 1)
  }

  @Test(arguments: ["退款", "第一行\r第二行", " "])
  func `A paste closes the question`(text: String) {
    var player = Player()
    player.press("<C-g>")
    player.take(.paste(text))
    #expect(!player.screen.contains("Which number?"))
    player.press("1")
    #expect(player.delivered.isEmpty)
  }

  @Test func `Where other rows are in sight the question is gone`() {
    var player = Player(phrases: .numbered(100))
    player.press("<C-g>")
    player.wheel(1, over: "话术 3")
    #expect(!player.screen.contains("Which number?"))
    player.press("1")
    #expect(player.delivered.isEmpty)
    player.press("<Esc><C-g>")
    player.take(.resize(rows: 12, columns: 80))
    #expect(!player.screen.contains("Which number?"))
  }

  @Test func `What is said meanwhile takes the place of the question`() {
    var player = Player()
    player.press("<C-g>")
    player.take(.notice(.sentence("company is at v38 now", isError: false)))
    player.press("3")
    #expect(player.delivered.isEmpty)
    #expect(player.desk.search.text == "3")
  }

  @Test func `A digit without a row sends nothing`() {
    var player = Player()
    player.press("fhyc<A-9>")
    #expect(player.effects.isEmpty)
  }

  @Test func `Enter in the categories goes to the list and sends nothing`() {
    var player = Player(rows: 35, columns: 120)
    player.press("<Tab><Enter>")
    #expect(player.desk.focus == .list)
    #expect(player.effects.isEmpty)
  }

  @Test func `Enter with nothing found sends nothing and says so`() {
    var player = Player()
    player.press("qqqqqq<Enter>")
    #expect(player.effects.isEmpty)
    #expect(player.screen.contains("nothing was sent"))
  }

  @Test func `Letters and Enter that arrive together send the new result`() {
    var player = Player()
    player.press("tk<Enter>")
    #expect(player.delivered == ["退款通过后按原路退回，到账时间以银行为准。"])
  }

  @Test func `One key sends the last phrase again, as it went`() {
    var player = Player()
    player.press("<C-r>")
    #expect(player.screen.contains("No phrase was sent yet"))
    player.press("fhsj<Enter>8012<Enter><C-r>")
    #expect(player.delivered.count == 2)
    #expect(Set(player.delivered).count == 1)
  }

  @Test func `The status line says what took the phrase`() {
    var player = Player()
    player.take(
      .delivered(Delivered(.copied(by: "xclip", alsoToTmux: false), title: "发货时间")))
    #expect(player.screen.contains("Copied: 发货时间"))
    player.take(.delivered(Delivered(.handedToTmux(overMosh: false), title: "发货时间")))
    #expect(player.screen.contains("Copied to tmux: 发货时间"))
    #expect(!player.desk.draw().text(in: .warning).contains("tmux"))
    player.take(.delivered(Delivered(.onlyInTmux(reasons: ["tmux failed"]), title: "发货时间")))
    #expect(player.desk.draw().text(in: .error).contains("OLD"))
    player.take(.delivered(Delivered(.failed(reasons: ["xclip failed"]), title: "发货时间")))
    #expect(player.screen.contains("the clipboard still holds the OLD text"))
    #expect(player.desk.draw().text(in: .error).contains("OLD"))
  }

  @Test func `What nobody confirms is said as a request, in the colour of warnings`() {
    for overMosh in [false, true] {
      var player = Player()
      player.take(.delivered(Delivered(.askedTerminal(overMosh: overMosh), title: "发货时间")))
      let warning = player.desk.draw().text(in: .warning)
      #expect(warning.contains("Asked the terminal to copy, unconfirmed"))
      #expect(warning.contains("mosh") == overMosh)
      player.take(.delivered(Delivered(.handedToTmux(overMosh: overMosh), title: "发货时间")))
      #expect(player.desk.draw().text(in: .warning).contains("tmux") == overMosh)
    }
  }

  @Test func `An expired phrase asks, and only a clear yes sends it`() {
    var player = Player()
    player.press("双十一<Enter>")
    #expect(player.delivered.isEmpty)
    #expect(player.screen.contains("2026-11-11"))
    player.press("<Enter>")
    #expect(player.delivered.isEmpty)
    player.press("<Enter>yny")
    #expect(player.delivered.isEmpty)
    player.press("<A-y>")
    #expect(player.delivered == ["满三百减五十，可与店铺券叠加。"])
  }

  @Test func `On its last day a phrase is still valid`() {
    var player = Player(today: "2026-11-11")
    player.press("双十一<Enter>")
    #expect(player.delivered.count == 1)
  }

  @Test func `Midnight makes a phrase expire, and sending it again asks too`() throws {
    var player = Player(today: "2026-11-11")
    player.press("双十一<Enter>")
    player.take(.day(try #require(Day(iso: "2026-11-12"))))
    player.press("<C-r>")
    #expect(player.delivered.count == 1)
    player.press("<A-y>")
    #expect(player.delivered.count == 2)
  }

  @Test func `A phrase that is not valid yet asks too`() {
    var player = Player()
    player.press("年货节<Enter>")
    #expect(player.delivered.isEmpty)
    #expect(player.screen.contains("2027-01-10"))
  }

  @Test func `A text of nothing that can be sent is not sent`() {
    var player = Player(phrases: [.make("空", "\u{7}\u{1B}", in: "测试", "其一")])
    player.press("<Enter>")
    #expect(player.effects.isEmpty)
    #expect(player.screen.contains("empty"))
  }

  @Test func `Pick ends with the phrase, and without one when it is cancelled`() {
    var player = Player(purpose: .pick)
    player.press("fhyc<Enter>")
    guard case .finish(.picked(let outgoing))? = player.effects.last else {
      Issue.record("nothing was picked")
      return
    }
    #expect(outgoing.title == "发货延迟安抚")
    var other = Player(purpose: .pick)
    other.press("<C-c>")
    #expect(other.effects == [.finish(.cancelled)])
  }

  @Test func `Ctrl+C twice in a row quits, with anything between them it does not`() {
    var player = Player()
    player.press("<C-c>a<C-c>")
    player.take(.paste("b"))
    player.press("<C-c>")
    #expect(player.effects.isEmpty)
    #expect(player.screen.contains("Ctrl+C again quits"))
    player.press("<C-c>")
    #expect(player.effects == [.finish(.quit)])
  }

  @Test func `Ctrl+Q quits and Ctrl+Z suspends, also in a dialog`() {
    var player = Player()
    player.press("<F1><C-z><C-q>")
    #expect(player.effects == [.suspend, .finish(.quit)])
  }

  @Test(arguments: ["<F1>", "<C-p>", "fhsj<Enter>", "双十一<Enter>"])
  func `Alt+Z leaves any dialog for the search box`(script: String) {
    var player = Player()
    player.press(script + "<A-z>tk")
    #expect(player.desk.dialog == nil)
    #expect(player.desk.search.text == "tk")
    #expect(player.effects.isEmpty)
  }

  @Test func `A digit sends nothing while the categories cover the list`() {
    var player = Player()
    player.press("<Tab><A-3>")
    #expect(player.effects.isEmpty)
    #expect(player.screen.contains("nothing was sent"))
  }

  @Test func `What went wrong stays until it is dismissed or another phrase goes out`() {
    var player = Player()
    player.take(.delivered(Delivered(.failed(reasons: ["xclip failed"]), title: "发货时间")))
    player.press("fh")
    #expect(player.screen.contains("OLD"))
    player.press("<Esc>")
    #expect(!player.screen.contains("OLD"))
  }

  @Test(arguments: [(12, 30), (45, 38), (24, 80)])
  func `That the old text is still there is said whole at this size`(rows: Int, columns: Int) {
    var player = Player(rows: rows, columns: columns)
    player.take(
      .delivered(Delivered(.failed(reasons: ["xclip is not installed"]), title: "发货时间")))
    let status = player.desk.draw().text(in: .error)
    #expect(status.contains("NOT SENT"))
  }
}
