/// Leaves out what a page does not show, and what it strikes out.
package enum HTMLVisibility {
  /// The tokens without elements that are hidden or struck out, whose end is there; in linear time.
  package static func shown(of tokens: [HTMLToken], _ bytes: [UInt8]) -> [HTMLToken] {
    guard tokens.contains(where: { hides($0, bytes) != nil }) else { return tokens }
    var shown: [HTMLToken] = []
    /// Elements whose end was looked for in vain.
    var endless: Set<String> = []
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      index += 1
      guard let name = hides(token, bytes), !endless.contains(name) else {
        shown.append(token)
        continue
      }
      if let end = end(of: name, in: tokens, from: index) {
        index = end + 1
      } else {
        endless.insert(name)
        shown.append(token)
      }
    }
    return shown
  }

  private static let struck: Set<String> = ["del", "s", "strike"]

  /// The element that begins with a token and is not to be read; nil where that is none.
  private static func hides(_ token: HTMLToken, _ bytes: [UInt8]) -> String? {
    guard case .start(let name, let attributes) = token, !HTMLElements.void.contains(name) else {
      return nil
    }
    if struck.contains(name) { return name }
    guard attributes.count > 5 else { return nil }
    let words = String(decoding: bytes[attributes], as: UTF8.self).lowercased()
    if words.contains("hidden"), hasHidden(words) { return name }
    guard words.contains("style") else { return nil }
    let style = HTMLScanner.value(of: "style", in: attributes, bytes)?.lowercased() ?? ""
    let rules = style.filter { !$0.isWhitespace }
    let isHidden = rules.contains("display:none") || rules.contains("visibility:hidden")
    return isHidden || rules.contains("line-through") ? name : nil
  }

  /// Whether `hidden` stands among the attributes by itself, and not in a value.
  private static func hasHidden(_ attributes: String) -> Bool {
    var quote: Character?
    var outside = ""
    for character in attributes {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else {
        outside.append(character)
      }
    }
    return outside.split(whereSeparator: { $0.isWhitespace || $0 == "/" }).contains {
      $0 == "hidden" || $0.hasPrefix("hidden=") && $0 != "hidden=until-found"
    }
  }

  private static func end(of name: String, in tokens: [HTMLToken], from start: Int) -> Int? {
    var depth = 1
    for index in start..<tokens.count {
      switch tokens[index] {
      case .start(name, _): depth += 1
      case .end(name):
        depth -= 1
        if depth == 0 { return index }
      default: continue
      }
    }
    return nil
  }
}
