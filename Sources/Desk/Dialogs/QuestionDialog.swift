import Phrases

/// Asks before a phrase is sent outside the days it is valid on.
struct QuestionDialog: Equatable, Sendable {
  /// What was about to happen to the phrase.
  enum Next: Equatable, Sendable {
    case fillAndSend
    case edit
    case send(Outgoing)
  }

  let phrase: Phrase
  let validity: Validity
  let next: Next

  /// The key that goes on.
  ///
  /// No letter alone, which somebody types who has not seen the question, and not Enter.
  static let yes = Key(.character("y"), .alt)

  func handle(_ key: Key) -> DialogOutcome {
    switch key {
    case QuestionDialog.yes: .confirm(phrase, next)
    case Key(.escape), Key(.enter): .close
    default: .stay
    }
  }
}
