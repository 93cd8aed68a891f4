import Testing

@testable import Phrases

struct MarkupTextsTests {
  private func read(_ texts: [String], _ markup: ReadingHints.Markup? = nil) throws -> KnowledgeBase
  {
    var options = ReadOptions(file: "kb")
    options.hints.markup = markup
    let rows = texts.map { "\"\($0.replacing("\"", with: "\"\""))\"\n" }.joined()
    return try KnowledgeBase.read(Array(("text\n" + rows).utf8), options)
  }

  private let replies = [
    "<p>Dear {{name}},</p><p>it is <b>on its way</b>.</p>", "Plain &amp; simple", "Thank you",
  ]

  @Test func `a list of HTML is read as customers see it, and that is said`() throws {
    let list = try read(replies)
    #expect(
      list.phrases.map(\.text) == [
        "Dear {{name}},\n\nit is on its way.", "Plain & simple", "Thank you",
      ])
    #expect(list.phrases.first?.title.contains("<") == false)
    #expect(list.warnings.map(\.problem) == [.markup(1, isRead: true)])
    #expect(try read(replies, .keep).phrases.map(\.text) == replies)
    #expect(try read(replies, .keep).warnings.isEmpty)
  }

  @Test func `markup that shows nothing is no text, and what is behind it keeps its place`()
    throws
  {
    let list = try read(["<p>One</p>", "<p>&nbsp;</p>", "<p><br></p>", "Two"])
    #expect(list.phrases.map(\.text) == ["One", "Two"])
    #expect(list.phrases.allSatisfy { !$0.key.id.isEmpty })
    #expect(list.warnings.map(\.problem) == [.markup(1, isRead: true), .emptyText, .emptyText])
    #expect(list.warnings.map(\.row) == [2, 3, 4])
    #expect(list.rowCount == 4)
  }

  @Test func `in a list of HTML a text that is none stays`() throws {
    let texts = ["<p>One</p>", "if a<b and b>c then", "write a <style> b"]
    #expect(try read(texts).phrases.map(\.text) == ["One"] + texts[1...])
  }

  @Test func `in another list a tag is something to type, unless somebody says otherwise`() throws {
    let texts = ["Write <b>x</b> in the form"] + (0..<9).map { "Reply \($0)" }
    let list = try read(texts)
    #expect(list.phrases.map(\.text) == texts)
    #expect(list.warnings.map(\.problem) == [.markup(1, isRead: false)])
    #expect(try read(texts, .plain).phrases.first?.text == "Write x in the form")
  }

  @Test func `line breaks that are spelt out are line breaks, a path is none`() throws {
    let texts = [#"Dear customer,\nit is on its way."#, #"It is in C:\new\notes"#, "第一行_x000D_"]
    let list = try read(texts)
    #expect(
      list.phrases.map { $0.text.trimmed() } == [
        "Dear customer,\nit is on its way.", #"It is in C:\new\notes"#, "第一行",
      ])
    #expect(list.warnings.map(\.problem) == [.speltBreaks(2, isRead: true)])
    let others = texts + (0..<20).map { "Reply \($0)" }
    #expect(try read(others).phrases.map(\.text) == others)
  }
}
