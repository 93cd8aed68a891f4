/// The address of a link, as it is shown to somebody who cannot click on it.
enum HTMLLink {
  /// What is shown of `href`; nil where it leads nowhere outside the text.
  ///
  ///     HTMLLink.shown("mailto:help@shop.example?subject=Hi")  // "help@shop.example"
  static func shown(_ href: String) -> String? {
    let address = String(String.UnicodeScalarView(href.unicodeScalars.filter { !$0.isControl }))
      .trimmed()
    guard !address.isEmpty, !address.hasPrefix("#") else { return nil }
    let colon = address.utf8.prefix(12).firstIndex(of: UInt8(ascii: ":"))
    guard let colon else { return address }
    let rest = address[address.utf8.index(after: colon)...]
    switch address[..<colon].lowercased() {
    case "mailto", "tel": return rest.split(separator: "?").first.map(String.init)
    case "javascript", "data", "cid", "about", "blob": return nil
    default: return address
    }
  }

  /// Whether a link says its address already: `shop.example` for `https://www.shop.example/`.
  static func isSame(_ text: String, _ address: String) -> Bool {
    bare(text) == bare(address)
  }

  private static func bare(_ address: String) -> Substring {
    var rest = Substring(address.trimmed().lowercased())
    for prefix in ["https://", "http://", "www."] where rest.hasPrefix(prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    return rest.hasSuffix("/") ? rest.dropLast() : rest
  }
}
