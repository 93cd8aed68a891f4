import Phrases
import Search

/// What went before, to be had again.
extension Desk {
  mutating func showHistory() -> [Effect] {
    open(HistoryDialog(self))
    return purpose == .send ? [.listHistory] : []
  }

  /// The phrase of a key as the agent sees it: her own version where she has one.
  func shownPhrase(_ key: PhraseKey) -> Phrase? {
    newest.phrase(key) ?? own.arrangement.version(of: key).flatMap { newest.phrase($0) }
  }

  mutating func bringBack(_ index: Int) -> [Effect] {
    conversations.bringBack(index, clock)
    notice = .own(.broughtBack)
    return []
  }

  mutating func searchAgain(_ query: String) {
    focus = .search
    search.replace(with: query)
    find()
  }

  /// Remembers what the agent has moved to, so that it can be found again where it was not sent.
  mutating func noteLook() {
    if let hit = list.selected { own.note(lookedAt: library.phrase(hit.number).key) }
  }
}
