/// One attempt to find something: from the first letter of a query until a phrase is sent, or the
/// query is cleared, replaced, or left with the desk.
///
/// The longest that the query was is what the agent was looking for: who gives up by deleting it
/// letter by letter did not look for its first letter.
struct SearchAttempt: Equatable, Sendable {
  private(set) var query = ""
  private(set) var hits = 0
  /// Whether some of it is a customer's own words, which are kept nowhere.
  private(set) var isMessage = false

  /// Takes in what stands in the box now, and how many phrases it finds.
  mutating func take(_ text: String, hits: Int, isMessage: Bool) {
    if isMessage { self.isMessage = true }
    guard text.count >= query.count else { return }
    query = text
    self.hits = hits
  }
}

extension Effect {
  var isEnd: Bool {
    if case .finish = self { true } else { false }
  }

  var isSending: Bool {
    switch self {
    case .deliver, .finish(.picked): true
    default: false
    }
  }
}
