import Phrases

/// Connected sources: what is told of them, and what an agent can ask of them.
extension Desk {
  mutating func take(_ sources: [SourceFacts]) {
    news.sources = sources
    if notice == .syncing, !news.isSyncing { notice = nil }
  }

  mutating func sync() -> [Effect] {
    guard !news.sources.isEmpty else {
      notice = .noSource
      return []
    }
    notice = .syncing
    return [.sync]
  }

  mutating func showSources() {
    guard let source = news.mostUrgent else {
      notice = .noSource
      return
    }
    open(SourcesDialog(selecting: source.name))
  }

  /// Asks about the version that waits; of several, that of the first source.
  mutating func reviewHeld() -> [Effect] {
    guard let source = news.firstHeld else {
      notice =
        news.sources.first(where: \.isUndecided).map { .undecided(source: $0.name) }
        ?? .nothingHeld
      return []
    }
    return reviewHeld(of: source.name)
  }

  mutating func reviewHeld(of name: String) -> [Effect] {
    guard let held = news.held(by: name) else { return [] }
    open(HeldDialog(source: name, held))
    return [.showHeld(source: name, id: held.id)]
  }
}
