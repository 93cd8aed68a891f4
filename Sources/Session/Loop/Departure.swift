import Desk
import Terminal

/// What is on its way out of a desk, and whether the agent is to follow it to the chat.
///
/// ```swift
/// var departure = Departure()
/// departure.begin(leadingBack: true)
/// departure.admits(.key(Key(.enter)))  // false: it was pressed for the chat
/// departure.end(delivered)
/// departure.mayLeadBack                // true, unless something else was typed since
/// ```
struct Departure: Equatable {
  /// How many phrases were handed over that nothing was heard of yet.
  private(set) var underWay = 0
  /// How the last of those that were heard of failed; nil where it did not.
  private(set) var failure: Delivered?
  /// Whether a phrase went to a chat that the agent is to be led back to, and nothing was typed since:
  /// half a word must not land there.
  private(set) var mayLeadBack = false

  /// Takes note of what came in, and says whether the desk is to have it.
  ///
  /// Enter right behind a send is not for the desk: somebody pressed it for the chat who is quicker
  /// than the way there, and it would send the phrase again.
  mutating func admits(_ input: Input) -> Bool {
    switch input {
    case .key(Key(.enter)) where mayLeadBack: return false
    case .key, .paste, .mouse: mayLeadBack = false
    // The terminal does these by itself.
    case .resize, .closed: break
    }
    return true
  }

  /// Alt+Z was pressed in a chat: the agent is at the desk again.
  mutating func summon() { mayLeadBack = false }

  /// A phrase was handed over.
  mutating func begin(leadingBack: Bool) {
    underWay += 1
    mayLeadBack = leadingBack
  }

  /// It is known what became of a phrase.
  mutating func end(_ delivered: Delivered) {
    underWay = max(underWay - 1, 0)
    if case .failed = delivered.outcome { failure = delivered } else { failure = nil }
  }

  /// The agent was led back, or has to stay and see what went wrong.
  mutating func settle() { mayLeadBack = false }

  /// Why a desk that was left in the middle of it has not sent what it was to send; nil if it has.
  ///
  /// `isOutputPending` says that bytes for the terminal were not taken, a phrase among them.
  func shortfall(isOutputPending: Bool) -> SessionError? {
    if underWay > 0 || isOutputPending { return .notSent(nil) }
    return failure.map { .notSent($0) }
  }
}
