import Phrases

/// What is about to be sent: one phrase, or several as one message.
struct Reply: Equatable, Sendable {
  /// In the order in which they stand in the message.
  let phrases: [Phrase]

  init(_ phrase: Phrase) { phrases = [phrase] }

  init(_ phrases: [Phrase]) { self.phrases = phrases }

  var keys: [PhraseKey] { phrases.map(\.key) }

  /// The title, or all titles, as dialogs and the status line name what is sent.
  var title: String { phrases.map(\.title).joined(separator: " + ") }

  /// The text with its placeholders: the phrase's own, or those of all with one blank line between.
  ///
  /// What would leave no trace, or a second blank line, is taken off the parts before they are
  /// joined; the whole is sanitised once more when it is sent, with what was filled in.
  var text: String {
    if phrases.count == 1 { return phrases[0].text }
    let parts = phrases.map { SafeText.sendable($0.text).drop(while: \.isNewline) }
    return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  /// The phrases that are not valid on a day; none while the day is not known.
  func invalid(on day: Day?) -> [Phrase] {
    guard let day else { return [] }
    return phrases.filter { $0.validity(on: day) != .valid }
  }
}

extension Outgoing {
  init(_ reply: Reply, text: String) {
    self.init(keys: reply.keys, title: reply.title, text: text)
  }
}
