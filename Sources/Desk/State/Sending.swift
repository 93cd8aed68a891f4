import Phrases
import Search

/// What is sent, and where: the marks, what placeholders were filled with, and what went out last.
struct Sending: Equatable, Sendable {
  /// Where sent phrases go.
  var target: Target
  /// What Enter sends as one message, in the order of marking; none: it sends what is selected.
  ///
  /// Each as it read when it was marked.
  private(set) var marked: [Phrase] = []
  /// What placeholders were filled with last, by name: never written anywhere.
  private(set) var values: [String: String] = [:]
  private(set) var lastSent: Outgoing?
  /// What ``lastSent`` was made of, as it read then.
  private(set) var lastPhrases: [Phrase] = []

  init(to target: Target) { self.target = target }

  // MARK: - Marks

  /// Marks a phrase, or takes its mark away.
  ///
  /// - Returns: what there is to say.
  mutating func toggleMark(of phrase: Phrase) -> Notice {
    if let index = marked.firstIndex(where: { $0.key == phrase.key }) {
      marked.remove(at: index)
      return marked.isEmpty ? .unmarkedAll : .unmarked(left: marked.count)
    }
    marked.append(phrase)
    return .marked(marked.count)
  }

  mutating func clearMarks() -> Notice {
    defer { marked = [] }
    return marked.isEmpty ? .nothingMarked : .unmarkedAll
  }

  /// The number of a phrase in the message, from 1; nil where it is not marked.
  func markNumber(of key: PhraseKey) -> Int? {
    marked.firstIndex { $0.key == key }.map { $0 + 1 }
  }

  /// Takes marked phrases of these keys as they read by now, and the marks of those that are gone.
  mutating func followMarks(of keys: [PhraseKey], in phrases: Arrival) {
    marked = marked.compactMap { keys.contains($0.key) ? phrases.phrase($0.key) : $0 }
  }

  // MARK: - What went out

  /// Offers these values again where placeholders have their names.
  mutating func keep(_ values: [String: String]) { self.values.merge(values) { $1 } }

  /// A message is on its way: its marks have done what they were for.
  mutating func note(_ outgoing: Outgoing, of phrases: [Phrase]) {
    lastSent = outgoing
    lastPhrases = phrases
    marked.removeAll { outgoing.keys.contains($0.key) }
  }
}
