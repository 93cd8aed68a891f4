/// What the elements of HTML mean for lines of text.
enum HTMLElements {
  /// Those whose tags nobody writes to mean anything else, whether they are closed or not.
  ///
  /// `<address>` or `<time>` may be a blank that somebody is to fill in; it takes an end tag, or an
  /// attribute with a value, to make a tag of such a name.
  static let certain: Set<String> = blocks.union([
    "a", "abbr", "acronym", "b", "big", "br", "col", "colgroup", "del", "em", "font", "i", "iframe",
    "img", "input", "ins", "nobr", "s", "script", "small", "span", "strike", "strong", "style",
    "sub", "sup", "svg", "td", "th", "tt", "u", "wbr",
  ])

  /// Those that stand on lines of their own.
  static let blocks: Set<String> = [
    "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header",
    "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "tfoot",
    "thead", "tr", "ul",
  ]

  /// Those with a blank line around them.
  static let paragraphs: Set<String> = ["p", "hr", "blockquote"]

  /// Those whose content is not shown as text.
  static let unseen: Set<String> = [
    "iframe", "noframes", "script", "style", "svg", "template", "title",
  ]

  /// Those that hold nothing, and have no end.
  static let void: Set<String> = ["br", "col", "hr", "img", "input", "wbr"]

  /// Those that alone show that a text is HTML: nothing closes them.
  static let alone: Set<String> = ["br", "hr", "li", "p"]
}
