import Phrases

/// Asks whether a new version that was held back is to be taken: its reason, and what it changes.
struct HeldDialog: Equatable, Sendable {
  let source: String
  let id: String
  let reason: String
  /// What would change, a line each; nil while it is not known.
  var difference: [String]?
  private var top = 0

  init(source: String, _ held: SourceFacts.Held) {
    self.source = source
    id = held.id
    reason = held.reason
  }

  /// Everything above the keys, in `width` cells.
  func lines(width: Int, _ language: Language) -> [(glyphs: [Glyph], role: Role)] {
    let difference = difference ?? [SourceLabel.readingDifference.sentence(language)]
    let sentences = [(reason, Role.warning), ("", .text)] + difference.map { ($0, .text) }
    return sentences.flatMap { sentence, role in
      let text = WrappedText(SafeText.visible(sentence), width: width)
      return text.lines.map { (Array(text.run.glyphs[$0]), role) }
    }
  }

  /// The first of so many lines in sight.
  func top(of lineCount: Int, height: Int) -> Int { min(top, max(lineCount - height, 0)) }

  /// Scrolls or answers; nobody says yes before the difference is there to be seen.
  ///
  /// The key that says yes is ``Key/yes``.
  mutating func handle(_ key: Key, action: Action?, lineCount: Int, height: Int) -> DialogOutcome {
    if key == Key.yes {
      return difference == nil ? .stay : .acceptHeld(source: source, id: id)
    }
    let last = max(lineCount - height, 0)
    top = top(of: lineCount, height: height)
    switch action {
    case .up?: top = max(top - 1, 0)
    case .down?: top = min(top + 1, last)
    case .pageUp?: top = max(top - height, 0)
    case .pageDown?: top = min(top + height, last)
    case .toFirst?: top = 0
    case .toLast?: top = last
    case .back?, .send?: return .close
    default: break
    }
    return .stay
  }
}
