import Phrases

/// What is known of the connected sources, and what came of them since the agent last looked.
struct SourceNews: Equatable, Sendable {
  /// None where the phrases come from a file or the program.
  var sources: [SourceFacts] = []
  /// What became of phrases since the agent last looked, and those that are gone.
  private(set) var marks: [PhraseKey: ChangeMark] = [:]
  private(set) var removed: [Phrase] = []
  /// Phrases that versions withdraw or reword which wait.
  var contested: Set<PhraseKey> = []
  /// What to go back to, while what changed is listed.
  var visit: ChangesVisit?

  /// Whether there is nothing to list as changed.
  var hasNoChanges: Bool { marks.isEmpty && removed.isEmpty }

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
}
