extension SafeText {
  /// An address of a source or a proxy as it may be shown, logged or noted: without what would let
  /// others in.
  ///
  /// That is a name and a password, and the query, which may be a signature or a token. In an address of
  /// git `?ref=` names a branch and stays. A path is shown as it is, but for what looks like an address
  /// whose beginning was forgotten; nothing is made visible here.
  ///
  ///     https://wang:pass@kb.example/a.csv?X-Amz-Signature=1f     https://kb.example/a.csv?…
  ///     wang:pass@kb.example/a.csv?sig=1f                         kb.example/a.csv?…
  public static func withoutSecrets(address: String) -> String {
    guard let colon = address.firstIndex(of: ":") else { return withoutQuery(address) }
    let scheme = address[..<colon]
    let rest = address[address.index(after: colon)...]
    guard isScheme(scheme, before: rest) else {
      let isName = !scheme.isEmpty && !scheme.contains { "/@".contains($0) }
      guard isName, rest.contains("@") else { return withoutQuery(address) }
      return String(shown(address[...], isGit: false))
    }
    let slashes = rest.prefix { $0 == "/" }
    let isGit = scheme.lowercased().hasPrefix("git")
    return String(
      address[..<slashes.endIndex] + shown(address[slashes.endIndex...], isGit: isGit))
  }

  /// A path whose end looks like the values that an address hands over, without them.
  private static func withoutQuery(_ path: String) -> String {
    guard let mark = path.firstIndex(of: "?"), path[mark...].contains("=") else { return path }
    // A branch is no secret.
    return path[mark...].hasPrefix("?ref=") ? path : path[..<mark] + "?…"
  }

  /// A sentence that may have addresses in it, each as ``withoutSecrets(address:)`` shows it.
  public static func withoutSecrets(in text: String) -> String {
    var result = ""
    var rest = text[...]
    while let colon = rest.firstIndex(of: ":") {
      let behind = rest.index(after: colon)
      let start = rest[..<colon].lastIndex { !isOfScheme($0) }
      let begin = start.map { rest.index(after: $0) } ?? rest.startIndex
      guard isScheme(rest[begin..<colon], before: rest[behind...]) else {
        result += rest[..<behind]
        rest = rest[behind...]
        continue
      }
      var end = rest[behind...].firstIndex(where: endsAddress) ?? rest.endIndex
      // The sentence's, as mostly where it stands at the end of a word.
      while end > behind, ",.:;)".contains(rest[rest.index(before: end)]) {
        end = rest.index(before: end)
      }
      result += rest[..<begin]
      result += withoutSecrets(address: String(rest[begin..<end]))
      rest = rest[end...]
    }
    return result + rest
  }

  /// Whether an address begins so, or nearly: what a typing mistake made none of has its secrets as well.
  private static func isScheme(_ scheme: Substring, before rest: Substring) -> Bool {
    guard scheme.first?.isLetter == true, scheme.allSatisfy(isOfScheme) else { return false }
    return rest.hasPrefix("//") || ["http", "https"].contains(scheme.lowercased())
  }

  private static func isOfScheme(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || "+-.".contains(character))
  }

  /// Quotation marks and whatever separates words; the punctuation of Chinese stands right behind them.
  private static func endsAddress(_ character: Character) -> Bool {
    character.isWhitespace || "\"'<>“”‘’，。：；、（）《》".contains(character)
  }

  /// What follows the slashes.
  private static func shown(_ rest: Substring, isGit: Bool) -> Substring {
    let server = rest.prefix { !"/?#".contains($0) }
    var host = server
    if !isHost(server) {
      // A password may hold every character that ends a host.
      let most = isGit ? rest.prefix { $0 != "?" } : rest
      if let at = most.lastIndex(of: "@") {
        host = rest[rest.index(after: at)...].prefix { !"/?#".contains($0) }
      } else {
        host = server.prefix { $0 != ":" }
      }
    }
    let path = rest[host.endIndex...].drop {
      host.endIndex < server.endIndex && !"/?#".contains($0)
    }
    let kept = path.prefix { $0 != "?" && $0 != "#" }
    let query = path[kept.endIndex...]
    let isRef = isGit && query.hasPrefix("?ref=") && !query.contains("&")
    return host + kept + (query.isEmpty || isRef ? query : "?…")
  }

  /// A name or a number, and a port.
  private static func isHost(_ server: Substring) -> Bool {
    if server.contains("@") { return false }
    if server.hasPrefix("[") { return true }
    let port = server.drop { $0 != ":" }.dropFirst()
    return port.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
