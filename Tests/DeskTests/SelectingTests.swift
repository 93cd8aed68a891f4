import Phrases
import Testing

@testable import Desk

@Suite struct SelectingTests {
  private func typed(_ script: String, in text: String = "", hasLines: Bool = false) -> TextField {
    var field = TextField(text, hasLines: hasLines)
    for key in Key.script(script) ?? [] { _ = field.edit(key) }
    return field
  }

  @Test func `Shift with a key that moves selects what is between`() {
    #expect(typed("abcd<S-Left><S-Left>").selection == 2..<4)
    #expect(typed("abcd<Home><S-Right>").selection == 0..<1)
    #expect(typed("abcd<Left><S-Home>").selection == 0..<3)
    #expect(typed("abcd<Left><S-End>").selection == 3..<4)
    #expect(typed("abcd<Left><S-Up>").selection == 0..<3)
    #expect(typed("abcd<Left><S-Down>").selection == 3..<4)
    #expect(typed("abcd<S-Left><S-Right>").selection == nil)
    #expect(typed("ab<S-Right>").selection == nil)
    #expect(typed("ab<S-Left>").isSelected == false && typed("ab<S-Home>").isSelected)
  }

  @Test func `Typing replaces what is selected, deleting takes it, moving ends it`() {
    #expect(typed("abcd<S-Left><S-Left>x").text == "abx")
    #expect(typed("abcd<S-Left><S-Left><Backspace>").text == "ab")
    #expect(typed("abcd<S-Home><Del>").text == "")
    #expect(typed("abcd<Left><S-Left><C-w>").text == "abd")
    #expect(typed("abcd<Left><S-Left><S-Left><Left>x").text == "axbcd")
    #expect(typed("abcd<Left><S-Left><S-Left><Right>x").text == "abcxd")
    #expect(typed("abcd<S-Left><C-z>").text == "")
  }

  @Test func `A selection never tears a cluster`() {
    #expect(typed("<S-Left><Backspace>", in: "a👩\u{200D}👧").text == "a")
  }

  // MARK: - Words and lines

  @Test(arguments: [
    ("退款多久", "", "<C-w>"), ("我的退款多久到账", "我的退款", "<C-w>"), ("您好，退款", "您好，", "<C-w>"),
    ("您好，", "您好", "<C-w>"), ("退款 ", "", "<C-w>"), ("加微信abc", "加微信", "<C-w>"),
    ("abc微信", "abc", "<C-w>"), ("one two-three", "one two-", "<C-w>"), ("one  ", "", "<C-w>"),
    ("订单8012345", "订单", "<C-w>"), ("ありがとう御礼", "ありがとう", "<C-w>"),
    ("御礼ありがとうございます", "御礼", "<C-w>"), ("好的😀😀", "好的", "<C-w>"),
    ("第一行\n第二行", "第一行\n", "<C-w>"), ("第一行\n", "第一行", "<C-w>"), ("第一行\n  ", "第一行\n", "<C-w>"),
    ("", "", "<C-w>"), ("我的退款多久到账", "我的退款", "<A-Backspace>"), ("时时刻刻人人々", "时时刻", "<C-w>"),
    ("안녕 고객님", "안녕 ", "<A-Backspace>"),
  ])
  func `A word is deleted back to where it begins, four 汉字 at most`(
    text: String, left: String, key: String
  ) {
    #expect(typed(key, in: text).text == left)
  }

  @Test func `Ctrl+K and Ctrl+U delete to the end and the start of the line`() {
    #expect(typed("abcd<Left><Left><C-k>").text == "ab")
    #expect(typed("abcd<Left><Left><C-u>").text == "cd")
    let text = "one\ntwo\nthree"
    let place = "<C-Home>" + String(repeating: "<Right>", count: 5)
    func edited(_ keys: String) -> String {
      var field = TextField(text, hasLines: true)
      field.moveCursor(to: 0)
      for key in Key.script(place + keys) ?? [] { _ = field.edit(key) }
      return field.text
    }
    #expect(edited("<C-k>") == "one\nt\nthree")
    #expect(edited("<C-k><C-k>") == "one\ntthree")
    #expect(edited("<C-u>") == "one\nwo\nthree")
    #expect(edited("<C-u><C-u>") == "onewo\nthree")
    #expect(edited("<Home>x") == "one\nxtwo\nthree")
    #expect(edited("<Home><Home>x") == "xone\ntwo\nthree")
    #expect(edited("<End>x") == "one\ntwox\nthree")
    #expect(edited("<End><End>x") == "one\ntwo\nthreex")
    #expect(edited("<S-Home>x") == "one\nxwo\nthree")
  }

  @Test func `Alt+Enter and Ctrl+J break a line where a text may have several`() {
    #expect(typed("a<A-Enter>b<C-j>c", hasLines: true).text == "a\nb\nc")
    #expect(typed("a<A-Enter>b<C-j>c").text == "abc")
  }

  // MARK: - On the screen

  @Test func `What is selected is drawn so`() {
    var player = Player()
    player.press("退款fh<S-Left><S-Left><S-Left>")
    #expect(player.desk.draw().text(in: .selectedInput) == "款fh")
    player.press("<Tab>")
    #expect(player.desk.draw().text(in: .selectedInput).isEmpty)
  }

  @Test func `Alt+E begins at the end, and Shift+Up selects lines from there`() {
    var player = Player(phrases: [.make("三行", "第一行\n第二行\n第三行", in: "测试", "")])
    player.press("<A-e><S-Up>")
    #expect(player.desk.draw().text(in: .selectedInput) == "第三行")
    player.press("<S-Up><S-Up><S-Up>")
    #expect(player.desk.draw().text(in: .selectedInput) == "第一行第二行第三行")
    player.press("<S-Down><S-Down><Backspace>。<Enter>")
    #expect(player.delivered == ["第一行\n第二行\n。"])
  }

  @Test func `A text is shortened from its end and sent`() {
    var player = Player(phrases: [.make("长", "已为您登记，\n稍后回复。谢谢", in: "测试", "")])
    player.press("<A-e><C-w><C-j>好<Enter>")
    #expect(player.delivered == ["已为您登记，\n稍后回复。\n好"])
  }

  @Test func `Ctrl+C with a selection is what it always is`() {
    var player = Player()
    player.press("ab<S-Left><C-c><C-c>")
    #expect(player.effects == [.finish(.quit)])
  }
}
