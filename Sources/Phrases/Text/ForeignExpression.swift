/// What other tools' templates have between double braces behind a name.
///
/// `{{ contact.name | capitalize }}` must not offer "capitalize" to a customer.
enum ForeignExpression: Equatable {
  /// It changes the value.
  case filter
  /// It stands in for the value: `default: "there"`.
  case fallback(String)

  /// Reads what stands behind the bar; nil where that is a text.
  init?(behindBar text: String, of name: String) {
    let scalars = text.unicodeScalars
    let end = scalars.firstIndex { !($0.isASCIIWordPart || $0 == "_") } ?? scalars.endIndex
    let word = String(scalars[..<end]).lowercased()
    guard let first = word.unicodeScalars.first, !first.isASCIIDigit else { return nil }
    let rest = String(scalars[end...]).trimmed()
    // Nobody addresses a customer with an underscore.
    let isKnown = ForeignExpression.filters.contains(word) || word.contains("_")
    switch rest.unicodeScalars.first {
    case ":" where ForeignExpression.schemes.contains(word) || rest.hasPrefix("://"): return nil
    // `dear (customer)` is a text; a call has its bracket right behind the word.
    case "(" where !isKnown && scalars[end...].first != "(": return nil
    case ":", "(":
      var argument = String(rest.dropFirst()).trimmed()
      if argument.hasSuffix(")") { argument = String(argument.dropLast()).trimmed() }
      if word == "default" || word == "fallback", let text = ForeignExpression.unquoted(argument) {
        self = .fallback(text)
      } else {
        self = .filter
      }
    // A chain of them.
    case "|" where isKnown: self = .filter
    // Nobody but a program has names with a dot.
    case nil where isKnown || name.unicodeScalars.contains("."): self = .filter
    default: return nil
    }
  }

  /// A text without the quotation marks around it; nil where it has none.
  private static func unquoted(_ text: String) -> String? {
    guard let first = text.first, first == "\"" || first == "'", text.count > 2, text.last == first,
      !text.dropFirst().dropLast().contains(first)
    else { return nil }
    return String(text.dropFirst().dropLast())
  }

  /// Whether what stands behind a colon is the rest of an address.
  static func isAddress(_ text: String) -> Bool { text.hasPrefix("//") }

  /// Whether it says how a date is written, `{{date:%d %B, %Y}}`, `{{time:HH:mm}}`.
  static func isFormat(_ text: String, of name: String) -> Bool {
    guard ["date", "time", "datetime", "timestamp", "日期", "时间"].contains(name.lowercased()) else {
      return false
    }
    let parts = ["YY", "yy", "MM", "dd", "DD", "HH", "hh", "mm", "ss"]
    if text.contains("%") { return true }
    // `midday` has `dd` in it and says nothing of how a date is written.
    let words = text.split { !$0.isASCII || !$0.isLetter }
    return words.contains { word in parts.contains { word.contains($0) } }
      && words.allSatisfy { word in word.allSatisfy { "yYMDdHhmsaAzZTE".contains($0) } }
  }

  /// What addresses begin with.
  private static let schemes: Set<String> = ["http", "https", "mailto", "tel", "ftp", "weixin"]

  /// Those of Liquid, Jinja, Django, Twig and Angular that stand alone behind a bar.
  private static let filters: Set<String> = [
    "abs", "async", "camelize", "capfirst", "capitalize", "capitalise", "ceil", "compact",
    "currency",
    "dasherize", "escapejs", "handle", "handleize", "intcomma", "keyvalue", "md5", "naturaltime",
    "ordinalize", "percent", "phone", "pluralize", "sha1", "sha256", "underscore", "date",
    "default", "downcase", "e",
    "escape", "escape_once", "fallback", "first", "float", "floor", "format", "html_safe",
    "humanize",
    "int", "join", "json", "json_encode", "last", "length", "linebreaks", "linebreaksbr", "lower",
    "lowercase", "lstrip", "money", "newline_to_br", "nl2br", "number", "raw", "reverse", "round",
    "rstrip", "safe", "size", "slice", "slugify", "sort", "split", "striptags", "strip",
    "strip_html",
    "strip_newlines", "string", "time", "title", "titlecase", "titleize", "tojson", "trim",
    "truncate",
    "truncatewords", "uniq", "unique", "upcase", "upper", "uppercase", "ucfirst", "url_decode",
    "url_encode", "urlencode", "urlize", "wordcount", "wordwrap",
  ]
}
