import Testing

@testable import Phrases

/// What customers read of texts that a helpdesk keeps as HTML.
@Suite struct HTMLTextTests {
  @Test(arguments: [
    ("Hello,<br /><br>we are <strong>on it</strong>.<br/>", "Hello,\n\nwe are on it."),
    ("<p>One</p><p>Two</p>", "One\n\nTwo"),
    ("<div>One</div><div>Two</div>", "One\nTwo"),
    ("<div>One</div><div><br></div><div>Two</div>", "One\n\nTwo"),
    ("<p>One<br></p>\n\n<p><br></p><p>&nbsp;</p><p>Two</p>", "One\n\nTwo"),
    ("<h2>Title</h2>words\n  of\ta   text", "Title\nwords of a text"),
    ("One<hr>Two", "One\n\nTwo"),
    ("<BR>Loud<BR CLEAR=all>Tags", "Loud\nTags"),
    ("<span>one</span> <b>two</b>", "one two"),
    ("<pre>a  b\n  c</pre>", "a  b\n  c"),
    ("a<script>if (a<b) { x('</p>') }</script>b<style>p{}</style>c", "abc"),
    ("a<!-- not <b>this</b> -->b<![if mso]>c<![endif]>", "abc"),
    ("<!DOCTYPE html><html><head><title>T</title></head><body>b</body></html>", "b"),
    ("<p>亲，您的\n包裹</p>", "亲，您的包裹"),
  ]) func `blocks are lines and other tags are nothing`(_ html: String, _ text: String) {
    #expect(HTMLText.plain(html) == text)
  }

  @Test(arguments: [
    ("<ul><li>one</li><li>two</ul>three", "- one\n- two\nthree"),
    ("<ol start=3><li><p>one</p></li><li><p>two</p></li></ol>", "3. one\n4. two"),
    ("<ul><li>one<ol><li>deep</li></ol></li><li>two</li></ul>", "- one\n  1. deep\n- two"),
    ("<ul><li></li><li>one</li></ul>", "- one"),
    ("<li>alone", "- alone"),
    (
      "<table><tr><th>A<th>B<tr><td><p>1</p></td><td></td><td>2</td></tr></table>end",
      "A | B\n1 | 2\nend"
    ),
    ("<table><tr><td>1</td><td></td></tr><tr><td>2</td></tr></table>", "1\n2"),
  ]) func `lists and tables keep their shape`(_ html: String, _ text: String) {
    #expect(HTMLText.plain(html) == text)
  }

  @Test(arguments: [
    (
      "See <a href=\"https://a.example/x?a=1&amp;b=2\">here</a>.",
      "See here (https://a.example/x?a=1&b=2)."
    ),
    ("<a href='https://www.a.example/'>a.example</a>", "a.example"),
    ("<a href=mailto:help@a.example?subject=Hi>Write to us</a>", "Write to us (help@a.example)"),
    ("<a href=\"mailto:help@a.example\">help@a.example</a>", "help@a.example"),
    ("<a href=#top>up</a> <a name=x>x</a> <a href=\"javascript:go()\">go</a>", "up x go"),
    ("<a href=\"https://a.example\"><img src=\"x.png\"></a>", "https://a.example"),
    ("<ul><li><a href=\"https://a.example/1\">one </a>now</ul>", "- one (https://a.example/1) now"),
    ("<a href=https://a.example>left open", "left open (https://a.example)"),
    ("<a href=\"{{ticket.url}}\">ticket</a>", "ticket ({{ticket.url}})"),
  ]) func `links show their address once`(_ html: String, _ text: String) {
    #expect(HTMLText.plain(html) == text)
  }

  @Test(arguments: [
    ("Tom &amp; Jerry &lt;3 &eacute;&#233;&#xE9; &#21457;&hearts;", "Tom & Jerry <3 ééé 发♥"),
    ("a&nbsp;b&nbspc&#160;d", "a b&nbspc d"),
    ("it&#146;s &quot;so&quot; &apos;", "it’s \"so\" '"),
    ("AT&T &nosuch; &; &#; &#xZZ; &#27;", "AT&T &nosuch; &; &#; &#xZZ; &#27;"),
    ("<p>?a=1&lt=2 &amp;nbsp;</p>", "?a=1&lt=2 &nbsp;"),
    ("<b>&#1114112;&#0;</b>", "&#1114112;&#0;"),
  ]) func `entities are resolved once`(_ html: String, _ text: String) {
    #expect(HTMLText.plain(html) == text)
  }

  @Test(arguments: [
    "5 < 6 > 3, <3, <订单号>, a<b", "Dear <order number>, <Insert name>", "<address> please",
    "<me@a.example> or <https://a.example>", "  two  blanks\n\n\nand lines ", "<", "</", "<!", "<a",
    "{{name}} and {{ 姓名 }}",
  ]) func `what is no markup is left as it is`(_ text: String) {
    #expect(HTMLText.plain(text) == text)
    #expect(!HTMLText.isMarkup(text))
  }

  @Test func `line breaks stay where no tag makes lines`() {
    #expect(HTMLText.plain("one\n  <b>two</b>\n\nthree") == "one\n  two\n\nthree")
  }

  @Test func `placeholders stay, whatever an editor put into them`() {
    #expect(HTMLText.plain("<p>Hi {{name}},</p>") == "Hi {{name}},")
    #expect(HTMLText.plain("<p>Hi {{<span>name</span>}},</p>") == "Hi {{name}},")
    #expect(HTMLText.plain("<p><order number> and <b>x</b></p>") == "<order number> and x")
  }

  @Test(arguments: [
    "a<br>b", "<p>", "<li>x", "<b>x</b>", "<a href='x'>y</a>", "<i >x</I>", "<img src=\"a.png\">",
    "<time>8</time>",
  ]) func `tags that close are markup`(_ text: String) {
    #expect(HTMLText.isMarkup(text))
  }

  @Test(arguments: ["<b> alone", "</b> alone", "</b> before <b>", "<time>", "Tom &amp; Jerry"])
  func `tags that close nothing are none`(_ text: String) {
    #expect(!HTMLText.isMarkup(text))
  }

  /// Each of these takes a scanner that looks ahead quadratic time, or more.
  @Test(arguments: [
    "<", "<a", "<a ", "<a href=\"", "<a href='x'>", "<!--", "</", "<script>", "<svg>", "<ul>",
    "<ul><li>x", "<td>", "&", "&#", "&amp", "<x =\"<y ='", "<x ", "<p>", "<br>", "<!x", "<title>",
    "</svg><svg>", "<a href=x>y",
  ]) func `hostile markup comes to an end`(_ piece: String) {
    let long = String(repeating: piece, count: 20_000 / piece.utf8.count)
    for text in [long, long + ">", long + "\">", long + "</a>"] {
      _ = HTMLText.isMarkup(text)
      #expect(HTMLText.plain(text).utf8.count <= text.utf8.count * 6)
    }
  }

  @Test func `what is plain stays plain`() {
    var generator = SystemRandomNumberGenerator()
    let pieces = [
      "<p>", "</p>", "<br>", "&amp;", "&lt;b&gt;", "a", " ", "\n", "<li>", "发", "<a href=u>",
      "</a>", "<",
    ]
    for _ in 0..<2_000 {
      let html = (0..<12).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      let lines = HTMLText.plain(html).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.first != "" || lines.count == 1 || !HTMLText.isMarkup(html), "\(html)")
      #expect(
        !zip(lines, lines.dropFirst()).contains { $0.isEmpty && $1.isEmpty }
          || !HTMLText.isMarkup(html), "\(html)")
    }
  }

  @Test(arguments: [
    ("<p>We <del>do not</del> ship.</p>", "We ship."), ("<s>Old</s><p>New</p>", "New"),
    ("<p hidden>internal</p><p>Hello</p>", "Hello"),
    ("<div><span style=\"display: none\">secret <span>x</span></span>Hello</div>", "Hello"),
    ("<p style='text-decoration:line-through'>Old</p><p>New</p>", "New"),
    // What never ends would take the rest with it.
    ("<p>We <s>ship today.</p>", "We ship today."),
    ("<input hidden><p>Hello</p>", "Hello"),
    ("<p title=\"hidden\">Hello</p>", "Hello"),
  ]) func `what a page hides or strikes out is left out`(_ html: String, _ text: String) {
    #expect(HTMLText.plain(html) == text)
  }
}
