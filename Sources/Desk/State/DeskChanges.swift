import Phrases

/// What changed since the agent last looked: a list to go to, and to come back from.
extension Desk {
  mutating func take(_ marks: [PhraseKey: ChangeMark], removed: [Phrase]) {
    news.take(marks, removed: removed)
    guard news.visit != nil else { return }
    keepSeenList()
    showChanges(selecting: list.selection)
  }

  /// Lists what changed, or goes back from that list.
  mutating func toggleChanges() {
    if news.visit != nil { return leaveChanges() }
    guard !news.hasNoChanges else {
      notice = .nothingChanged
      return
    }
    news.visit = ChangesVisit(
      search: search.putAside(), focus: focus, selected: selectedPhrase?.key)
    focus = .list
    list.forgetSeen()
    showChanges(selecting: .first)
  }

  mutating func leaveChanges() {
    guard let visit = news.visit else { return }
    search.restore(visit.search)
    focus = visit.focus
    find(selecting: visit.selected.flatMap { library.number(of: $0) }.map { .phrase($0) } ?? .first)
  }
}
