import Phrases

/// One customer after the other.
extension Desk {
  /// The next customer: what belongs to this one is put away, whatever chat it is.
  mutating func endConversation() {
    notice = .own(.nextCustomer(isPutAway: conversations.end(clock)))
    focus = .search
    search.clear()
    find()
  }

  mutating func takeOfferedValues() {
    let count = conversation.slip.offers.count
    conversation.takeOffers(patterns, clock)
    notice = .own(count == 0 ? .noValues : .valuesTaken(count))
  }

  /// Looks through what was pasted for values that forms ask for.
  mutating func offerValues(in pasted: String, isMessage: Bool) {
    let found = patterns.values(in: pasted)
    conversation.offer(found, isMessage: isMessage)
    if !found.isEmpty { notice = .own(.valuesOffered(found.count)) }
  }

  /// Says what waits in a conversation that the agent has come back to.
  mutating func sayWhatWaits() {
    let (marks, form) = (conversation.marked.count, conversation.openFormField)
    guard marks > 0 || form != nil, notice == nil else { return }
    notice = .own(.backIn(marks: marks, form: form))
  }
}
