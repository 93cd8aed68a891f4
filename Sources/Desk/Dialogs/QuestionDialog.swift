import Phrases

/// Asks before phrases are sent outside the days they are valid on.
struct QuestionDialog: Equatable, Sendable {
  /// What was about to happen.
  enum Next: Equatable, Sendable {
    case fillAndSend
    case edit
    case send(Outgoing)
  }

  let reply: Reply
  /// The first phrase of it that is not valid, and how many others are not.
  let phrase: Phrase
  let otherCount: Int
  let validity: Validity
  let next: Next

  /// Nil where there is nothing to ask on that day.
  init?(_ reply: Reply, on day: Day?, next: Next) {
    let invalid = reply.invalid(on: day)
    guard let day, let phrase = invalid.first else { return nil }
    self.reply = reply
    self.phrase = phrase
    otherCount = invalid.count - 1
    validity = phrase.validity(on: day)
    self.next = next
  }

  /// What the question is about, as it names it.
  var title: String { phrase.title + (otherCount > 0 ? " +\(otherCount)" : "") }

  func handle(_ key: Key) -> DialogOutcome {
    switch key {
    case Key.yes: .confirm(reply, next)
    case Key(.escape), Key(.enter): .close
    default: .stay
    }
  }
}
