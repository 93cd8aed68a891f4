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

  /// Only a clear yes goes on: Enter is pressed too easily, so it means no.
  func handle(_ key: Key) -> DialogOutcome {
    switch key {
    case Key(.character("y")), Key(.character("Y")): .confirm(phrase, next)
    case Key(.character("n")), Key(.character("N")), Key(.escape), Key(.enter): .close
    default: .stay
    }
  }
}
