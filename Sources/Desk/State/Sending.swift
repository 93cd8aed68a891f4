import Phrases
import Search

/// What is sent, and where: the marks, what placeholders were filled with, and what went out last.
struct Sending: Equatable, Sendable {
  /// Where sent phrases go.
  var target: Target
  /// What Enter sends as one message, in the order of marking; none: it sends what is selected.
  private(set) var marked: [MarkedPhrase] = []
  /// What placeholders were filled with last, by name: never written anywhere.
  private(set) var values: [String: String] = [:]
  private(set) var lastSent: Outgoing?

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
    marked.append(MarkedPhrase(phrase))
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

  /// The marked phrases as they read now, without those that are gone.
  func markedPhrases(in library: Library) -> [Phrase] {
    marked.compactMap { Sending.phrase(of: $0, in: library) }
  }

  /// Takes the marks of phrases away that are gone.
  ///
  /// - Returns: what says so; nil where none is.
  mutating func dropMarks(goneFrom library: Library) -> Notice? {
    let gone = marked.filter { Sending.phrase(of: $0, in: library) == nil }
    guard let first = gone.first else { return nil }
    marked.removeAll { gone.contains($0) }
    return .markGone(title: first.title, others: gone.count - 1)
  }

  private static func phrase(of marked: MarkedPhrase, in library: Library) -> Phrase? {
    let phrase = library.number(of: marked.key).map { library.phrase($0) }
    return phrase?.isDraft == true ? nil : phrase
  }

  // MARK: - What went out

  /// Offers these values again where placeholders have their names.
  mutating func keep(_ values: [String: String]) { self.values.merge(values) { $1 } }

  /// A message is on its way: its marks have done what they were for.
  mutating func note(_ outgoing: Outgoing) {
    lastSent = outgoing
    marked.removeAll { outgoing.keys.contains($0.key) }
  }
}
