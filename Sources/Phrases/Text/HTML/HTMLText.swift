/// Texts that helpdesks keep as HTML, as a customer would have read them.
///
/// Pure, and linear in the text, whatever stands in it.
package enum HTMLText {
  /// Whether `text` is HTML: a tag of it is closed, or needs none.
  ///
  ///     HTMLText.isMarkup("Dear <b>customer</b>")      // true
  ///     HTMLText.isMarkup("5 < 6 > 3, <订单号>, <3")    // false
  package static func isMarkup(_ text: String) -> Bool {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return false }
    var open: Set<String> = []
    for token in HTMLScanner.tokens(of: Array(text.utf8)) {
      switch token {
      case .text: continue
      case .start(let name, let attributes):
        if HTMLElements.alone.contains(name) { return true }
        if name == "img", attributes.count > 1 { return true }
        open.insert(name)
      case .end(let name): if open.contains(name) { return true }
      }
    }
    return false
  }

  /// What `html` shows, as lines of text; one without markup and entities is left as it is.
  ///
  /// Where lines end is what browsers answer as `innerText` (HTML Standard, 3.2.7): a paragraph has a blank
  /// line around it, every other block is a line. Besides, items of lists have their mark, links their
  /// address, cells a bar between them, and what is struck out is left out like what is hidden. Where no tag makes lines, those of the text stay.
  ///
  ///     HTMLText.plain("<p>See <a href='https://a.example/help'>help</a>:</p><ul><li>call</ul>")
  ///     // "See help (https://a.example/help):\n\n- call"
  package static func plain(_ html: String) -> String {
    let isPlain = !html.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
    if isPlain { return html }
    let bytes = Array(html.utf8)
    let tokens = HTMLVisibility.shown(of: HTMLScanner.tokens(of: bytes), bytes)
    if case .text(bytes.indices)? = tokens.first { return HTMLEntities.resolved(bytes[...]) }
    let makesLines = tokens.contains {
      guard case .start(let name, _) = $0 else { return false }
      return name == "br" || HTMLElements.blocks.contains(name)
    }
    var lines = HTMLLines(keepsWhitespace: !makesLines)
    for token in tokens { lines.add(token, of: bytes) }
    return lines.text()
  }
}
