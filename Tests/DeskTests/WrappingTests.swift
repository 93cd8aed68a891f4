import Testing

@testable import Desk

@Suite struct WrappingTests {
  private func lines(_ text: String, _ width: Int) -> [String] {
    let wrapped = WrappedText(text, width: width)
    return wrapped.lines.map { line in
      String(String.UnicodeScalarView(wrapped.run.glyphs[line].map(\.scalar)))
    }
  }

  @Test func `汉字 break anywhere, by cells`() {
    #expect(lines("一二三四五六七", 6) == ["一二三", "四五六", "七"])
    #expect(lines("一二三四五六七", 7) == ["一二三", "四五六", "七"])
  }

  @Test func `Words stay whole, and spaces end lines unseen`() {
    #expect(lines("where is my order", 8) == ["where is", "my order"])
  }

  @Test func `A line may end behind the hyphen of a word, not of an option`() {
    #expect(lines("double-eleven", 9) == ["double-", "eleven"])
    #expect(lines("use --kb now", 7) == ["use", "--kb", "now"])
  }

  @Test func `A word longer than a line is cut`() {
    #expect(lines("abcdefghij", 4) == ["abcd", "efgh", "ij"])
  }

  @Test func `No line begins with closing punctuation`() {
    #expect(lines("一二三，四五", 6) == ["一二", "三，四", "五"])
  }

  @Test func `No line ends with opening punctuation`() {
    #expect(lines("一二（三四）", 6) == ["一二", "（三", "四）"])
  }

  @Test func `Line breaks are kept, and empty lines with them`() {
    #expect(lines("一\n\n二\n", 10) == ["一", "", "二", ""])
  }

  @Test func `Punctuation without end still makes lines`() {
    #expect(lines(String(repeating: "，", count: 7), 6) == ["，，，", "，，，", "，"])
  }

  @Test(arguments: [2, 3, 7, 40])
  func `No line is wider than asked for, whatever the text`(width: Int) {
    let text = "亲，您的订单 SF1234567890 已发出（预计48小时内揽收）。Thank you for waiting, 😊 e\u{301}!"
    let wrapped = WrappedText(text, width: width)
    for line in wrapped.lines { #expect(wrapped.run.glyphs[line].width <= width) }
    let shown = wrapped.lines.reduce(0) {
      $0 + wrapped.run.glyphs[$1].filter { $0.scalar != " " }.count
    }
    #expect(shown == wrapped.run.glyphs.filter { $0.scalar != " " }.count)
  }

  @Test func `The line of a scalar is the one that shows it`() {
    let wrapped = WrappedText("一二三四五六", width: 4)
    #expect((0..<6).map { wrapped.line(ofScalar: $0) } == [0, 0, 1, 1, 2, 2])
    #expect(wrapped.line(ofScalar: 6) == nil)
  }
}
