import Testing

@testable import Formats
@testable import Phrases

/// Tables of web pages, such as a back end saves under the name of a workbook.
@Suite struct HTMLTableTests {
  private func phrases(_ html: String) throws -> [String] {
    try Readable(HTMLTable()).phrases(html)
  }

  @Test(arguments: [
    (
      "<html><body><table><tr><td>category</td><td>title</td><td>text</td></tr><tr><td>Post</td><td>When</td><td>In two<br>days &amp; <b>free</b>.</td></tr></table></body></html>",
      ["Post | When | In two\ndays & free."]
    ),
    (
      "<!DOCTYPE html>\n<TABLE border=1><TR><TH>标题<TH>内容<TR><TD>退货<TD>七天<TR><TD><TD></TABLE>",
      ["退货 | 七天"]
    ),
    (
      "<table><tr><td colspan=3>Our list</td></tr><tr><th>category<th>title<th>text</tr><tr><td rowspan=2>Post<td>a<td>1</tr><tr><td>b<td>2</tr><tr><td>Pay<td>c<td>3</tr></table>",
      ["Post | a | 1", "Post | b | 2", "Pay | c | 3"]
    ),
    (
      "<table><tr><td><table><tr><th>title</th><th>text</th></tr><tr><td>a</td><td>Hello.</td></tr></table></td></tr></table>",
      ["a | Hello."]
    ),
    (
      "<table><tr><td>menu</td></tr><tr><td>more</td></tr><tr><td>x</td></tr></table><table><tr><th>text</th></tr><tr><td>Hello.</td></tr></table>",
      ["Hello. | Hello."]
    ),
  ]) func `rows are phrases`(_ html: String, _ expected: [String]) throws {
    #expect(try phrases(html) == expected)
  }

  @Test func `what is said names the place and the columns`() throws {
    let html = "<table><tr><th>title</th><th>text</th></tr><tr><td>a</td><td>b</td></tr></table>"
    #expect(
      try Readable(HTMLTable()).sentences(html) == [
        "read as HTML: 1 phrase, title → title, text → text."
      ])
  }

  @Test(arguments: [
    "<html><body><form>Sign in <input name=user></form></body></html>", "<!DOCTYPE html>", "<p>",
    "<table>",
    "<?xml version=\"1.0\"?><feed/>",
  ]) func `a page without a table is refused`(_ html: String) throws {
    let said = try Readable(HTMLTable()).sentences(html)
    #expect(said.first?.contains("is a web page (HTML) without a table") == true, "\(said)")
  }

  @Test(arguments: ["title,text\na,b\n", "<3 is a heart\n", "< 5", ""])
  func `other texts are none`(_ text: String) throws {
    #expect(try Readable(HTMLTable()).sentences(text) == Readable(NoFormat()).sentences(text))
  }

  @Test func `hostile tables come to an end with a sentence`() throws {
    let wide = String(repeating: "<td rowspan=99999 colspan=9>x", count: 300)
    let tables = [
      String(repeating: "<table>", count: 5_000),
      String(repeating: "<table><tr><td>", count: 2_000),
      "<table><tr>" + wide + String(repeating: "<tr>", count: 500),
      "<table><tr><th>text<td rowspan=-9223372036854775808>",
      "<table>" + String(repeating: "<tr><td>", count: 5_000),
    ]
    var limits = Limits()
    limits.values = 20_000
    let format = try Readable(HTMLTable())
    for table in tables {
      let bytes = Array(table.utf8)
      do throws(KnowledgeBaseError) {
        let list = try format.base(bytes, limits: limits)
        #expect(list.phrases.isEmpty && !list.warnings.isEmpty)
      } catch {
        #expect(!error.findings.isEmpty)
      }
    }
  }

  @Test func `rows and tables that a page hides or strikes out are none`() throws {
    let html = """
      <table hidden><tr><th>title<th>text</tr><tr><td>Old<td>Wrong</tr></table>
      <table><tr><th>title</th><th>text</th></tr><tr><td>A</td><td>One <del>two</del></td></tr>
      <tr style="display:none"><td>B</td><td>Hidden</td></tr><tr hidden><td>C</td><td>Hidden</td></tr>
      <tr><td>D</td><td><s>struck</s></td></tr></table>
      """
    let list = try Readable(HTMLTable()).base(html)
    #expect(list.phrases.map(\.text) == ["One"])
  }
}
