import Testing

@testable import Phrases

/// Line breaks that an export spelt.
@Suite struct LiteralBreaksTests {
  @Test(arguments: [
    (#"Dear customer,\nit is on its way."#, "Dear customer,\nit is on its way."),
    (#"地址：\r\n幸福路\n\n1号\n"#, "地址：\n幸福路\n\n1号\n"),
    ("One_x000D_\nTwo_x000D_Three_x000D__x000A_Four", "One\nTwo\nThree\nFour"),
    ("One<br/>Two<BR>\nThree<br />", "One\nTwo\nThree\n"),
    (#"Note:\nOpen C:\new\notes now.\nBye"#, "Note:\nOpen C:\\new\\notes now.\nBye"),
  ]) func `a break that is spelt is one`(_ text: String, _ plain: String) {
    #expect(LiteralBreaks.plain(text) == plain)
  }

  @Test(arguments: [
    #"C:\new\notes"#, #"在D:\name里"#, #"\\server\name"#, #"type \n here"#, #"type “\n” here"#,
    "a real one\nand \\n", #"\return"#, "a <b>tag</b><br>", "_x0041_", "x_x", "5 <bigger", "",
  ]) func `a path, and what speaks of breaks, stays`(_ text: String) {
    #expect(LiteralBreaks.plain(text) == text)
  }

  @Test(arguments: ["\\", "\\n", "_x000D_", "<br>", "<b", "_x000", "C:\\"])
  func `hostile texts come to an end`(_ piece: String) {
    let text = String(repeating: piece, count: 20_000 / piece.utf8.count)
    #expect(LiteralBreaks.plain(text).utf8.count <= text.utf8.count)
  }

  @Test func `a comment is no reason to cut a text`() {
    #expect(
      LiteralBreaks.plain(#"请输入 <!-- 开头的代码\n然后 -> 保存"#) == "请输入 <!-- 开头的代码\n然后 -> 保存")
    #expect(
      LiteralBreaks.plain(#"It is in C:\notes <!-- x -->"#) == #"It is in C:\notes <!-- x -->"#)
  }
}
