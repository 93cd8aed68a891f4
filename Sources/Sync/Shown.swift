import Phrases

/// Other people's words as they may stand in a sentence of ours.
enum Shown {
  /// An address without what is nobody's business, cut short.
  static func address(_ source: String) -> String {
    text(SafeText.withoutSecrets(address: source))
  }

  /// Nothing that a terminal obeys and no secret of an address in it, in one line, cut short.
  static func text(_ text: String, limit: Int = 160) -> String {
    // Before it is made visible, too: a server may say megabytes.
    let start = String(text.unicodeScalars.prefix(4_096))
    let visible = SafeText.visible(SafeText.withoutSecrets(in: start))
    guard text.unicodeScalars.count > 4_096 || visible.unicodeScalars.count > limit else {
      return visible
    }
    return String(visible.unicodeScalars.prefix(limit)) + "…"
  }
}
