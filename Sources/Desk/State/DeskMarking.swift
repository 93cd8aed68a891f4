import Phrases
import Search

/// Several phrases as one message: they are marked one by one, and Enter sends them in that order.
extension Desk {
  /// Marks the selected phrase, or takes its mark away.
  mutating func toggleMark() {
    guard isListInSight, let phrase = list.meantPhrase(in: library) else {
      notice = .nothingToMark
      return
    }
    let said = sending.toggleMark(of: phrase)
    notice = said
    guard case .marked = said else { return }
    // The next part of the message may be typed at once.
    search.endAttempt()
    if focus == .search { search.selectAll() }
  }

  mutating func clearMarks() { notice = sending.clearMarks() }

  /// Takes the marks of phrases away that are gone, and says so.
  ///
  /// While phrases are still being read, what is not there yet may come.
  mutating func dropMarksOfGonePhrases() {
    guard list.expectedCount == nil, let gone = sending.dropMarks(goneFrom: library) else { return }
    notice = gone
  }

  /// What Enter sends where phrases are marked: they as they read now.
  ///
  /// Nil, and a notice says why, where that is not what the screen told.
  mutating func markedMessage() -> Dispatch? {
    // The notice that says which mark went stands, but nobody has seen it yet.
    if let seen = list.seen, seen.marked != sending.marked.map(\.key) { return nil }
    let phrases = sending.markedPhrases(in: library)
    guard phrases.count == sending.marked.count else {
      notice = .markedNotRead
      return nil
    }
    return Dispatch(phrases)
  }

  /// Whether marks decide what Enter sends, or did when the list was last drawn.
  var hasMarks: Bool { !sending.marked.isEmpty || list.seen?.marked.isEmpty == false }
}
