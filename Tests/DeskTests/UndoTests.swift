import Phrases
import Testing

@testable import Desk

@Suite struct UndoTests {
  /// What a field reads after a script, and after each of so many steps back.
  private func steps(_ script: String, in text: String = "", back count: Int) -> [String] {
    var field = typed(script, in: text)
    var texts = [field.text]
    for _ in 0..<count {
      _ = field.edit(.undoing)
      texts.append(field.text)
    }
    return texts
  }

  private func typed(_ script: String, in text: String = "", hasLines: Bool = false) -> TextField {
    var field = TextField(text, hasLines: hasLines)
    for key in Key.script(script) ?? [] { _ = field.edit(key) }
    return field
  }

  @Test func `A run of letters is one step, and one of deletions`() {
    #expect(
      steps("退款多久<Backspace><Backspace>吗", back: 4) == ["退款吗", "退款", "退款多久", "", ""])
    #expect(steps("abc<Home><Del><Del>", back: 2) == ["c", "abc", ""])
    #expect(steps("one two<C-w><C-w>", back: 2) == ["", "one two", ""])
  }

  @Test func `Moving the cursor ends a run`() {
    #expect(steps("ab<Left><Right>cd", back: 2) == ["abcd", "ab", ""])
    #expect(steps("ab<S-Left><Right>c", back: 2) == ["abc", "ab", ""])
  }

  @Test func `What typing replaced comes back selected`() {
    var field = TextField("old")
    field.selectAll()
    for key in Key.script("new") ?? [] { _ = field.edit(key) }
    _ = field.edit(.undoing)
    #expect(field.text == "old" && field.isSelected)
    _ = field.edit(Key("<C-y>") ?? Key(.end))
    #expect(field.text == "new" && field.selection == nil && field.cursor == 3)
  }

  @Test func `A paste is one step, a line break too`() {
    var field = typed("ab")
    _ = field.paste("cd\ref")
    _ = field.edit(Key(.character("g")))
    #expect(field.text == "abcd\nefg")
    for text in ["abcd\nef", "ab", ""] {
      _ = field.edit(.undoing)
      #expect(field.text == text)
    }
    #expect(typed("a<C-j>b<C-z>", hasLines: true).text == "a\n")
    #expect(typed("a<C-j>b<C-z><C-z>", hasLines: true).text == "a")
  }

  @Test func `A mark that joins a letter goes with it`() {
    var field = TextField("e")
    for scalar in ["\u{301}", "x", "\u{302}"] as [Unicode.Scalar] {
      _ = field.edit(Key(.character(scalar)))
    }
    #expect(field.characters.count == 2)
    _ = field.edit(.undoing)
    #expect(field.text.unicodeScalars.elementsEqual("e".unicodeScalars))
  }

  @Test func `What was taken back can be made again until something else is typed`() {
    #expect(typed("ab<Left>c<C-z><C-z><C-y><C-y>").text == "acb")
    var field = typed("ab<Left>c<C-z>")
    _ = field.edit(Key(.character("x")))
    let isRedone = field.edit(Key(.character("y"), .control))
    #expect(!isRedone && field.text == "axb")
  }

  @Test func `Every way back and forth shows the same texts and cursors`() {
    var field = TextField("初始 text")
    var states: [(text: String, cursor: Int, selection: Range<Int>?)] = []
    let scripts = [
      "ab", "<Left>x", "<Home><Del>", "<S-End>", "<Backspace>", "你好世界", "<C-w>", "<End><C-u>", "z",
      "<S-Left>y",
    ]
    for script in scripts {
      let before = field.text
      let state = (field.text, field.cursor, field.selection)
      for key in Key.script(script) ?? [] { _ = field.edit(key) }
      if field.text != before { states.append(state) }
    }
    let last = field.text
    var undone = 0
    while field.edit(.undoing) { undone += 1 }
    #expect(field.text == "初始 text")
    #expect(undone <= states.count)
    while field.edit(Key(.character("y"), .control)) {}
    #expect(field.text == last)
  }

  @Test func `Two hundred steps can be taken back, not more`() {
    var field = TextField()
    for _ in 0..<300 { field.insert("x") }
    var count = 0
    while field.edit(.undoing) { count += 1 }
    #expect(count == EditHistory.limit)
    #expect(field.text.count == 100)
  }

  @Test func `Long texts replaced again and again are not all kept, the last always is`() {
    var field = TextField()
    let long = String(repeating: "长", count: TextField.limit)
    for _ in 0..<20 {
      field.selectAll()
      field.insert(long)
    }
    var count = 0
    while field.edit(.undoing) { count += 1 }
    #expect((1...4).contains(count))
  }

  @Test func `A field is a value: what one copy undoes, the other keeps`() {
    let field = typed("ab")
    var copy = field
    _ = copy.edit(.undoing)
    #expect(field.text == "ab" && copy.text.isEmpty)
  }

  // MARK: - In the search box

  @Test func `Ctrl+Z in the search box undoes, and says how to suspend where there is nothing`() {
    var player = Player()
    player.press("tk<C-z>")
    #expect(player.desk.search.isEmpty && player.effects.isEmpty)
    player.press("<C-y>")
    #expect(player.desk.search.text == "tk")
    player.press("<C-z><C-z>")
    #expect(player.effects.isEmpty)
    #expect(player.screen.contains("Esc, then Ctrl+Z suspends"))
    player.press("<Esc><C-z>")
    #expect(player.effects == [.suspend])
  }

  @Test func `What Esc cleared comes back with its hits`() {
    var player = Player()
    player.press("退货地址")
    let title = player.selectedTitle
    player.press("<Esc><C-z>")
    #expect(player.desk.search.text == "退货地址" && player.selectedTitle == title)
  }

  @Test func `The paste of a message is undone, and it is forgotten`() {
    var player = Player()
    let message = "你好，我上周买的衣服\n到现在还没有收到，能帮我查一下物流吗？"
    player.press("tk")
    player.take(.paste(message))
    player.press("<C-z>")
    #expect(player.desk.search.text == "tk" && player.desk.search.pastedMessage == nil)
    #expect(!String(describing: player.desk).contains("衣服"))
    player.take(.paste(message))
    player.press("x<C-z><C-z>")
    #expect(player.desk.search.text == "x")
    #expect(!String(describing: player.desk).contains("衣服"))
  }

  @Test func `A short paste is undone`() {
    var player = Player()
    player.press("tk")
    player.take(.paste("退款"))
    #expect(player.desk.search.text == "tk退款")
    player.press("<C-z>")
    #expect(player.desk.search.text == "tk")
  }

  @Test func `What was typed for one chat is not brought back in another`() {
    var player = Player()
    let target = Target(.clipboard, name: "xclip")
    player.take(.summoned(target, from: ConversationName("a")))
    player.press("tk<Esc>fh")
    player.take(.summoned(target, from: ConversationName("b")))
    player.press("<C-z><C-z>")
    #expect(player.desk.search.text == "fh")
    player.take(.summoned(target, from: ConversationName("b")))
    player.press("x<C-z>")
    #expect(player.desk.search.text == "fh")
    player.press("<A-z>")
    player.take(.returned)
    player.press("<C-z>")
    #expect(player.desk.search.isEmpty)
  }

  // MARK: - Elsewhere

  @Test func `Ctrl+Z suspends where no text is typed`() {
    var player = Player()
    player.press("<Tab><C-z>")
    #expect(player.effects == [.suspend])
    player.press("<F1><C-z>")
    #expect(player.effects == [.suspend, .suspend])
    player.take(.resize(rows: 5, columns: 10))
    player.press("<Esc><A-z><C-z>")
    #expect(player.effects == [.suspend, .suspend, .suspend])
  }

  @Test func `Ctrl+Z in a palette and in a form undoes`() {
    var player = Player()
    player.press("<C-p>zzz")
    #expect(player.screen.contains("zzz"))
    player.press("<C-z>")
    #expect(!player.screen.contains("zzz"))
    player.press("<Esc>退货地址<Enter>杭州<C-z>宁波<Tab>小王<Enter>")
    #expect(player.effects.count == 1)
    #expect(player.delivered.first?.hasPrefix("退货地址：宁波，收件人：小王。") == true)
  }

  @Test func `The text of a form is undone, also after a look at a field`() {
    var player = Player(phrases: [.make("回复", "您好{{称呼}}，已发出", in: "测试", "")])
    player.press("<Enter>王<Tab>。谢谢<Tab><Tab><C-z><Enter>")
    #expect(player.delivered == ["您好王，已发出"])
  }
}

extension Key {
  fileprivate static let undoing = Key(.character("z"), .control)
}
