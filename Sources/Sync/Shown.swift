import Phrases

/// Other people's words as they may stand in a sentence of ours.
enum Shown {
  /// An address without what is nobody's business.
  ///
  /// That is a name and a password, and the query, which may be a signature; git's query names a
  /// branch and stays.
  static func address(_ source: String) -> String {
    guard let separator = source.firstIndex(of: ":"),
      source[separator...].hasPrefix("://")
    else { return text(source) }
    let start = source.index(separator, offsetBy: 3)
    let rest = source[start...]
    let server = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    let host = server.lastIndex(of: "@").map { server[server.index(after: $0)...] } ?? server
    var path = rest[server.endIndex...]
    if !source.hasPrefix("git") {
      let kept = path.prefix { $0 != "?" && $0 != "#" }
      path = kept.endIndex == path.endIndex ? kept : kept + "?…"
    }
    return text("\(source[..<start])\(host)\(path)")
  }

  /// Nothing that a terminal obeys, in one line, cut short.
  static func text(_ text: String, limit: Int = 160) -> String {
    // Before it is made visible, too: a server may say megabytes.
    let visible = SafeText.visible(String(text.unicodeScalars.prefix(limit)))
    guard text.unicodeScalars.count > limit || visible.unicodeScalars.count > limit else {
      return visible
    }
    return String(visible.unicodeScalars.prefix(limit)) + "…"
  }
}
