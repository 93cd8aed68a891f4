import Phrases

/// What is known of the connected sources, and what came of them since the agent last looked.
struct SourceNews: Equatable, Sendable {
  /// None where the phrases come from a file or the program.
  var sources: [SourceFacts] = []
  /// What became of phrases since the agent last looked, and those that are gone.
  private(set) var marks: [PhraseKey: ChangeMark] = [:]
  private(set) var removed: [Phrase] = []
  /// What became of phrases in the last days, the newest first.
  private(set) var recent: [RecentChange] = []
  /// The last of it for each phrase.
  private(set) var lastChanges: [PhraseKey: RecentChange] = [:]
  /// Phrases that versions withdraw or reword which wait.
  var contested: Set<PhraseKey> = []
  /// What to go back to, while what changed is listed.
  var visit: ChangesVisit?

  /// Whether there is nothing to list as changed.
  var hasNoChanges: Bool { unseenCount == 0 && recent.isEmpty }

  /// How many phrases became others, or are gone, since the agent last looked.
  var unseenCount: Int { marks.count + removed.count }

  /// The source that the status line tells of: the most urgent one, and of several the first.
  var mostUrgent: SourceFacts? { sources.min { $0.standing < $1.standing } }

  var isSyncing: Bool { sources.contains(where: \.isSyncing) }

  /// The first source with a version that waits.
  var firstHeld: SourceFacts? { sources.first { $0.held != nil } }

  /// The version of a source that waits.
  func held(by name: String) -> SourceFacts.Held? { sources.first { $0.name == name }?.held }

  mutating func take(_ marks: [PhraseKey: ChangeMark], removed: [Phrase]) {
    self.marks = marks
    self.removed = removed
  }

  mutating func take(_ recent: [RecentChange]) {
    self.recent = recent
    lastChanges = [:]
    for change in recent {
      guard let key = change.key, lastChanges[key] == nil else { continue }
      lastChanges[key] = change
    }
  }

  /// The phrases that are not there any more, the last that went first; with the day where that is known.
  var gone: [(phrase: Phrase, day: Day?)] {
    let lately = recent.compactMap { change -> (phrase: Phrase, day: Day?)? in
      guard let key = change.key, lastChanges[key] == change, change.after == nil else {
        return nil
      }
      return change.before.map { ($0, change.day) }
    }
    let known = Set(lately.map(\.phrase.key))
    return lately + removed.filter { !known.contains($0.key) }.map { ($0, nil) }
  }
}
