import Phrases

/// What changed since the agent last looked: a list to go to, and to come back from.
extension Desk {
  /// Lists what changed, with what waits taken up, or goes back from that list where nothing waits.
  mutating func toggleChanges() {
    let selected = selectedPhrase
    if news.visit != nil {
      return waiting == nil ? leaveChanges() : refreshChanges(selecting: selected)
    }
    takeUpWaiting()
    guard !news.hasNoChanges else {
      notice = .nothingChanged
      return find(selecting: selected)
    }
    news.visit = ChangesVisit(search: search.putAside(), focus: focus, selected: selected)
    focus = .list
    showChanges(selecting: nil)
  }

  /// Lists what changed anew, with what waits taken up.
  mutating func refreshChanges(selecting phrase: Phrase?) {
    takeUpWaiting()
    showChanges(selecting: phrase)
  }

  /// Shows what phrases said that are gone, while what changed is listed.
  mutating func showRemoved() {
    let gone = news.gone
    if news.visit != nil, !gone.isEmpty { open(RemovedDialog(gone)) }
  }

  mutating func leaveChanges() {
    guard let visit = news.visit else { return }
    search.restore(visit.search)
    focus = visit.focus
    find(selecting: visit.selected)
  }
}
