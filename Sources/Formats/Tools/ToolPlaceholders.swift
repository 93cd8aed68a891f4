import Phrases

/// Rewrites the variables of other tools' texts as placeholders.
///
/// Linear in the text: nothing is looked for further ahead than ``lookahead``.
struct ToolPlaceholders {
  enum Style: Hashable, Sendable {
    /// `{{ticket.id}}`, and Liquid's `{% if … %}`, which cannot be carried over.
    case braces
    /// `#{user.firstname}`
    case hash
    /// `{nick}`
    case brace
    /// `[[name]]`
    case doubleSquare
    /// `%clipboard%`, `%filltext:name=size%` and the other macros of TextExpander.
    case percent
  }

  /// The longest variable, in Unicode scalars.
  static let lookahead = 200

  let styles: Set<Style>

  /// A text as it is here.
  struct Rewritten {
    var text = ""
    /// The conditions and scripts in it, as they stand.
    var conditions: [String] = []
    /// Whether it says where the cursor goes.
    var hasCursor = false
  }

  func rewrite(_ text: String) -> Rewritten {
    var result = Rewritten()
    guard !styles.isEmpty else {
      result.text = text
      return result
    }
    let scalars = Array(text.unicodeScalars)
    var written = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      guard let found = variable(in: scalars, at: index) else {
        written.append(scalars[index])
        index += 1
        continue
      }
      let own = String(String.UnicodeScalarView(scalars[index..<found.end]))
      switch found.meaning {
      case .field(let name):
        written.append(contentsOf: Placeholder.blank(named: name).unicodeScalars)
      case .condition:
        result.conditions.append(own)
        written.append(contentsOf: own.unicodeScalars)
      case .cursor: result.hasCursor = true
      }
      index = found.end
    }
    result.text = String(written)
    return result
  }

  private enum Meaning {
    case field(String)
    case condition
    case cursor
  }

  private func variable(
    in scalars: [Unicode.Scalar], at index: Int
  ) -> (meaning: Meaning, end: Int)? {
    let next = index + 1 < scalars.count ? scalars[index + 1] : "\0"
    switch (scalars[index], next) {
    case ("{", "{") where styles.contains(.braces):
      return bracketed(scalars, index + 2, by: ["}", "}"]).map { (meaning($0.inner), $0.end) }
    case ("{", "%") where styles.contains(.braces):
      return bracketed(scalars, index + 2, by: ["%", "}"]).map { (.condition, $0.end) }
    case ("#", "{") where styles.contains(.hash):
      return bracketed(scalars, index + 2, by: ["}"]).map { (hashMeaning($0.inner), $0.end) }
    case ("{", _) where styles.contains(.brace):
      guard let (inner, end) = bracketed(scalars, index + 1, by: ["}"]),
        ToolPlaceholders.isVariable(inner)
      else { return nil }
      return (.field(PlaceholderNames.name(of: inner)), end)
    case ("[", "[") where styles.contains(.doubleSquare):
      guard let (inner, end) = bracketed(scalars, index + 2, by: ["]", "]"]) else { return nil }
      return (.field(PlaceholderNames.name(of: inner)), end)
    case ("%", _) where styles.contains(.percent): return percent(scalars, at: index)
    default: return nil
    }
  }

  /// What stands before the next `close` on the same line, trimmed; nil where that is nothing.
  private func bracketed(
    _ scalars: [Unicode.Scalar], _ start: Int, by close: [Unicode.Scalar]
  ) -> (inner: String, end: Int)? {
    let limit = min(start + ToolPlaceholders.lookahead, scalars.count)
    var index = start
    while index + close.count <= limit {
      if scalars[index] == "\n" { return nil }
      if scalars[index..<index + close.count].elementsEqual(close) {
        let inner = String(String.UnicodeScalarView(scalars[start..<index])).trimmed()
        return inner.isEmpty ? nil : (inner, index + close.count)
      }
      index += 1
    }
    return nil
  }

  private func meaning(_ inner: String) -> Meaning {
    // Handlebars' blocks, and whatever calls something.
    if let first = inner.unicodeScalars.first, "#/^>!&".unicodeScalars.contains(first) {
      return .condition
    }
    let variable = inner.split(separator: "|").first.map { String($0).trimmed() } ?? inner
    return ToolPlaceholders.isVariable(variable)
      ? .field(PlaceholderNames.name(of: variable)) : .condition
  }

  /// `#{input:size}` asks for a size, `#{cursor}` is where the cursor goes, and the others run something.
  private func hashMeaning(_ inner: String) -> Meaning {
    let parts = inner.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      return inner == "cursor" ? .cursor : .field(PlaceholderNames.name(of: inner))
    }
    switch parts[0] {
    case "input": return .field(parts[1])
    case "dateTime", "date", "time": return .field(parts[0])
    default: return .condition
    }
  }

  private func percent(
    _ scalars: [Unicode.Scalar], at index: Int
  ) -> (meaning: Meaning, end: Int)? {
    if index + 1 < scalars.count, scalars[index + 1] == "|" { return (.cursor, index + 2) }
    guard let (inner, end) = bracketed(scalars, index + 1, by: ["%"]) else { return nil }
    if inner == "clipboard" { return (.field(PlaceholderNames.name(of: inner)), end) }
    let parts = inner.split(separator: ":", maxSplits: 1).map(String.init)
    // Nothing but colons has no part.
    guard let macro = parts.first else { return nil }
    switch macro {
    case "filltext", "fillarea", "fillpopup":
      let name = parts.last?.split(separator: ":").first { $0.hasPrefix("name=") }
      return (.field(name.map { String($0.dropFirst(5)) } ?? macro), end)
    case "date" where parts.count > 1, "time" where parts.count > 1:
      return (.field(macro), end)
    case "snippet", "key", "fillpart", "fillpartend", "shell", "applescript", "javascript":
      return (.condition, end)
    default: return nil
    }
  }

  /// Whether a name is one: letters, digits, `_`, `.`, `-` and blanks.
  private static func isVariable(_ name: String) -> Bool {
    !name.isEmpty
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "_.- []".unicodeScalars.contains($0)
      }
  }
}
