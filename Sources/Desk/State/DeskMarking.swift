import Phrases
import Search

/// Several phrases as one message: they are marked one by one, and Enter sends them in that order.
extension Desk {
  /// Marks the selected phrase, or takes its mark away.
  mutating func toggleMark() {
    guard isListInSight, let hit = list.meant else {
      notice = .nothingToMark
      return
    }
    let said = conversation.toggleMark(of: library.phrase(hit.number))
    notice = said
    guard case .marked = said else { return }
    // The next part of the message may be typed at once.
    search.endAttempt()
    if focus == .search { search.selectAll() }
  }

  mutating func clearMarks() { notice = conversation.clearMarks() }
}
