import Phrases
import Search
import Testing

@testable import Desk

@Suite struct MessageTests {
  static let message = "你好，我上周买的衣服\r到现在还没有收到，请问什么时候发货？"

  @Test(arguments: [
    ("退款多久", false), ("一二三四五六七八九十一二", false), ("一二三四五六七八九十一二三", true),
    ("where is my order", false), ("where is my order it is late", true),
    ("SF1234567890123", false),
    ("退款\n多久", true), ("fa huo shi jian", false), ("", false),
  ])
  func `A long text or one with a line break is a message`(text: String, isMessage: Bool) {
    #expect(CustomerMessage.isMessage(text) == isMessage)
  }

  @Test func `A pasted message is answered by suggestions, and the header says so`() {
    var player = Player(rows: 35, columns: 120)
    player.take(.paste(Self.message))
    player.settle()
    #expect(player.desk.list.subject == .message(isPasted: true))
    #expect(player.screen.contains("[Suggestions for the pasted message (Alt+Z)]"))
    var chinese = Player(language: .chinese)
    chinese.take(.paste(Self.message))
    #expect(chinese.screen.contains("[针对粘贴消息的建议 (Alt+Z)]"))
  }

  @Test(arguments: [(24, 80), (45, 38), (12, 30)])
  func `The box shows the beginning of the message on one line`(rows: Int, columns: Int) {
    var player = Player(rows: rows, columns: columns)
    player.take(.paste(Self.message))
    let bar = player.screen.prefix { $0 != "\n" }
    #expect(bar.contains("你好"))
    #expect(bar.contains(".."))
    #expect(bar.contains("Alt+Z"))
    #expect(player.screen.contains("uggestions for the"))
  }

  @Test func `Typing goes back to an ordinary search`() {
    var player = Player()
    player.take(.paste(Self.message))
    player.press("<Left><Home>")
    #expect(player.desk.search.pastedMessage != nil)
    player.press("tk")
    #expect(player.desk.search.text == "tk")
    #expect(player.selectedTitle == "退款多久到账")
  }

  @Test(arguments: ["<Esc>", "<Backspace>", "<C-u>"])
  func `Clearing the box forgets the message`(key: String) {
    var player = Player()
    player.take(.paste(Self.message))
    player.press(key)
    #expect(player.desk.list.subject == .category)
    #expect(!String(describing: player.desk).contains("衣服"))
  }

  @Test func `The next message or a short paste takes the place of the one before`() {
    var player = Player()
    player.take(.paste(Self.message))
    player.take(.paste("第二条消息\n也有两行"))
    #expect(!String(describing: player.desk).contains("衣服"))
    player.take(.paste("退款"))
    #expect(player.desk.search.pastedMessage == nil)
    #expect(player.selectedTitle == "退款多久到账")
  }

  @Test func `A short paste with a line break at its end is a query`() {
    var player = Player()
    player.take(.paste("\n退款 \r\n"))
    #expect(player.desk.search.text == "退款")
    #expect(player.selectedTitle == "退款多久到账")
  }

  @Test func `A long query that was typed is treated as a message, and can be edited`() {
    var player = Player()
    player.press("我买的东西到现在都没有收到呢")
    #expect(player.desk.list.subject == .message(isPasted: false))
    #expect(player.screen.contains("Suggestions for the message"))
    player.press("<Backspace><Backspace>")
    #expect(player.desk.search.text == "我买的东西到现在都没有收")
    #expect(player.desk.list.subject == .query(Query("我买的东西到现在都没有收")))
  }

  @Test func `A message that nothing answers is told with what to do`() {
    var player = Player()
    player.take(.paste("qqqqqqqqqqqqq\nqqqqqqqqqqqqqqqqqq"))
    player.settle()
    #expect(player.screen.contains("No phrase shares"))
  }

  @Test func `A message that is longer than a field may be is not taken in`() {
    var player = Player()
    player.take(.paste(String(repeating: "长", count: 70_000)))
    #expect(player.desk.search.pastedMessage == nil)
    #expect(player.screen.contains("too long"))
  }

  @Test func `A paste that no field has room for leaves all as it was, but says so`() {
    var player = Player()
    player.press("tuikuan<Tab>")
    player.settle()
    var expected = player.desk
    player.take(.paste(String(repeating: "长\r\n", count: 250_000)))
    expected.notice = .tooLong
    #expect(player.desk == expected)
  }

  @Test func `A line break of two characters counts as one`() {
    var player = Player()
    player.take(.paste(String(repeating: "长\r\n", count: 32_768)))
    #expect(player.desk.search.pastedMessage?.unicodeScalars.count == 65_535)
    player.take(.paste(String(repeating: "长\r\n", count: 32_768) + "长"))
    #expect(player.desk.search.pastedMessage?.unicodeScalars.count == 65_535)
    #expect(player.screen.contains("too long"))
  }

  @Test func `A dialog without a field takes no paste, nor complains of its length`() {
    var player = Player()
    player.press("<F1>")
    let before = player.desk
    player.take(.paste(String(repeating: "长", count: 70_000)))
    #expect(player.desk == before)
  }

  @Test func `Other phrases are suggested for the message that is shown`() {
    var player = Player()
    player.take(.paste(Self.message))
    player.take(.library(Library(.numbered(3)), origin: .store))
    #expect(player.desk.list.subject == .message(isPasted: true))
    #expect(player.screen.contains("Suggestions"))
  }
}
