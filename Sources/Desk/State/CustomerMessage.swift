import Search

/// A customer's own words, as opposed to a query that an agent made up.
///
/// Every word of a query has to be found; a message is answered by what it shares most with.
enum CustomerMessage {
  /// Whether a text is too long for a query; a line break in it says so too.
  static func isMessage(_ text: String) -> Bool {
    text.contains(where: \.isNewline) || Message.isMessage(text)
  }

  /// The beginning of a message on one line, no longer than any search box.
  static func oneLine(_ text: String) -> String {
    text.prefix(200).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
