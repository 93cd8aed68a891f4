import Phrases
import Search

/// A phrase that is to go out with others as one message.
struct MarkedPhrase: Equatable, Sendable {
  let key: PhraseKey
  /// As it was when the phrase was marked: what names the phrase once it is gone.
  let title: String

  init(_ phrase: Phrase) {
    key = phrase.key
    title = phrase.title
  }
}

/// Several phrases as one message: they are marked one by one, and Enter sends them in that order.
extension Desk {
  /// Marks the selected phrase, or takes its mark away.
  mutating func toggleMark() {
    guard isListInSight, let phrase = meantPhrase else {
      notice = .nothingToMark
      return
    }
    if let index = marked.firstIndex(where: { $0.key == phrase.key }) {
      marked.remove(at: index)
      notice = marked.isEmpty ? .unmarkedAll : .unmarked(left: marked.count)
      return
    }
    marked.append(MarkedPhrase(phrase))
    notice = .marked(marked.count)
    // The search has found what it was for, and the next part of the message may be typed at once.
    attempt = nil
    if focus == .search { search.selectAll() }
  }

  mutating func clearMarks() {
    notice = marked.isEmpty ? .nothingMarked : .unmarkedAll
    marked = []
  }

  /// The number of a phrase in the message, from 1; nil where it is not marked.
  func markNumber(of key: PhraseKey) -> Int? {
    marked.firstIndex { $0.key == key }.map { $0 + 1 }
  }

  /// Takes the marks of phrases away that are gone, and says so.
  ///
  /// While phrases are still being read, what is not there yet may come.
  mutating func dropMarksOfGonePhrases() {
    guard expectedCount == nil, !marked.isEmpty else { return }
    let gone = marked.filter { phrase(of: $0) == nil }
    guard !gone.isEmpty else { return }
    marked.removeAll { gone.contains($0) }
    notice = .markGone(title: gone[0].title, others: gone.count - 1)
  }

  /// What Enter sends where phrases are marked: they as they read now.
  ///
  /// Nil, and a notice says why, where that is not what the screen told.
  mutating func markedReply() -> Reply? {
    // The notice that says which mark went stands, but nobody has seen it yet.
    if let seen, seen.marked != marked.map(\.key) { return nil }
    let phrases = marked.compactMap { phrase(of: $0) }
    guard phrases.count == marked.count else {
      notice = .markedNotRead
      return nil
    }
    return Reply(phrases)
  }

  /// Whether marks decide what Enter sends, or did when the list was last drawn.
  var hasMarks: Bool { !marked.isEmpty || seen?.marked.isEmpty == false }

  private func phrase(of marked: MarkedPhrase) -> Phrase? {
    let phrase = library.number(of: marked.key).map { library.phrase($0) }
    return phrase?.isDraft == true ? nil : phrase
  }
}
