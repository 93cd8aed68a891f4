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

extension Desk {
  /// Follows the search box from one event to the next.
  ///
  /// `isReplaced` says that all of the old query was selected before a key or a paste.
  ///
  /// - Returns: an attempt that was given up with nothing sent.
  mutating func follow(
    from old: String, isReplaced: Bool, isPasted: Bool, _ effects: [Effect]
  ) -> SearchAttempt? {
    if effects.contains(where: \.isSending) {
      attempt = nil
      return nil
    }
    var givenUp: SearchAttempt?
    let text = search.text
    if text != old, text.isEmpty || isReplaced || isPasted { givenUp = giveUp() }
    if text.isEmpty { return givenUp }
    if text != old {
      var now = attempt ?? SearchAttempt()
      now.take(text, hits: list.result.total, isMessage: isPasted || isMessage)
      attempt = now
    } else if attempt?.query == text {
      attempt?.take(text, hits: list.result.total, isMessage: false)
    }
    if effects.contains(where: \.isEnd) { givenUp = giveUp() }
    return givenUp
  }

  private mutating func giveUp() -> SearchAttempt? {
    defer { attempt = nil }
    return attempt.flatMap { $0.isMessage ? nil : $0 }
  }

  private var isMessage: Bool {
    pastedMessage != nil || CustomerMessage.isMessage(search.text)
  }
}

extension Effect {
  var isEnd: Bool {
    if case .finish = self { true } else { false }
  }

  fileprivate var isSending: Bool {
    switch self {
    case .deliver, .finish(.picked): true
    default: false
    }
  }
}
