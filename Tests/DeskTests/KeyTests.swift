import Phrases
import Testing

@testable import Desk

@Suite struct KeyTests {
  @Test func `Every key of the action table is a key`() {
    for row in Action.keyTable {
      for notation in row.keys { #expect(Key(notation) != nil, "\(notation)") }
    }
  }

  @Test func `Every action has a key or is in the palette, and no key means two things`() {
    for action in Action.allCases { #expect(!action.keys.isEmpty || action.isInPalette) }
    for context in KeyContext.allCases {
      let keys = Action.keyTable.filter { $0.context == context }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count)
    }
  }

  @Test func `No key that acts anywhere is one that edits text`() {
    let everywhere = Action.keyTable.filter { $0.context == .anywhere }.flatMap(\.keys)
    for key in Edit.table.flatMap(\.keys) {
      #expect(!everywhere.compactMap { Key($0) }.contains(key), "\(key.label)")
    }
  }

  @Test func `Keys are read and labelled`() {
    #expect(Key("<A-z>") == Key(.character("z"), .alt))
    #expect(Key("<C-A-Right>") == Key(.right, [.control, .alt]))
    #expect(Key("<A-z>")?.label == "Alt+Z")
    #expect(Key("<S-Tab>")?.label == "Shift+Tab")
    #expect(Key("?")?.label == "?")
    #expect(Key("<Nonsense>") == nil)
    #expect(Key("") == nil)
  }

  @Test func `A script is text and keys`() {
    #expect(
      Key.script("发<Down>a") == [Key(.character("发")), Key(.down), Key(.character("a"))])
    #expect(Key.script("<Nope>") == nil)
  }
}

@Suite struct TextFieldTests {
  private func typed(_ script: String, in text: String = "") -> TextField {
    var field = TextField(text)
    for key in Key.script(script) ?? [] { _ = field.edit(key) }
    return field
  }

  @Test func `Editing keys edit`() {
    #expect(typed("abc<Left>X").text == "abXc")
    #expect(typed("abc<Home>X<End>Y").text == "XabcY")
    #expect(typed("abc<Backspace>").text == "ab")
    #expect(typed("abc<Home><Del>").text == "bc")
    #expect(typed("退款 多久<C-w>").text == "退款 ")
    #expect(typed("退款多久<Left><C-u>").text == "久")
  }

  @Test func `One key deletes a whole cluster`() {
    #expect(typed("<Backspace>", in: "a👩\u{200D}👧").text == "a")
    #expect(typed("<Backspace>", in: "e\u{301}").text == "")
  }

  @Test func `A mark typed behind its base joins it`() {
    var field = TextField("e")
    field.insert("\u{301}")
    #expect(field.characters.count == 1)
  }

  @Test func `Typing replaces a selection, moving ends it`() {
    var field = TextField("old")
    field.selectAll()
    _ = field.edit(Key(.character("n")))
    #expect(field.text == "n")
    field.selectAll()
    _ = field.edit(Key(.end))
    _ = field.edit(Key(.character("!")))
    #expect(field.text == "n!")
  }

  @Test func `A text that is too long is not taken in`() {
    var field = TextField("x")
    let letters = String(repeating: "y", count: TextField.limit)
    let marks = "e" + String(repeating: "\u{301}", count: TextField.limit)
    for text in [letters, marks] {
      let isTaken = field.insert(text)
      #expect(!isTaken)
    }
    #expect(field.text == "x")
    let isTaken = field.insert(String(letters.dropLast()))
    #expect(isTaken)
  }
}
