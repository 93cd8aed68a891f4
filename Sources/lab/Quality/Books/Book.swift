import Phrases
import Search

/// A knowledge base that queries are made from, and what the evaluation knows of it.
struct Book: Sendable {
  /// Phrases that a query for one of them may as well find: those of one title, or one intent.
  struct Group: Sendable {
    /// What is hashed to choose the half.
    var name: String
    var letters: Letters
    /// Indices into ``Book/phrases``, ascending.
    var members: [Int]
  }

  /// How queries are made and what counts as found.
  enum Kind: Sendable {
    /// Short titles, typed from their beginning: what must simply work.
    case regression
    /// Pieces from anywhere in real titles, many of which stand in several.
    case hard
  }

  let name: String
  let kind: Kind
  let phrases: [Phrase]
  let library: Library
  /// Phrases of equal titles, in the order of the first; in a regression set, of equal intents.
  let titles: [Group]
  /// For messages: the phrases that answer the same question, in the order of the first.
  let intents: [Group]
  /// Whether real titles are many ways of saying what a few intents are.
  let hasIntents: Bool
  private let indexOfNumber: [PhraseNumber: Int]

  /// Makes a book of all phrases but drafts; `intent` names what a phrase is for, and is nil where
  /// only its title says that.
  init(
    name: String, kind: Kind, phrases: [Phrase], intent: (@Sendable (Phrase) -> String)? = nil
  ) {
    let phrases = phrases.filter { !$0.isDraft }
    self.name = name
    self.kind = kind
    self.phrases = phrases
    library = Library(phrases)
    let titles = Book.groups(phrases) { Book.folded($0.title) }
    intents = intent.map { Book.groups(phrases, by: $0) } ?? titles
    // What is made up is about its intent, whatever its title says besides.
    self.titles = kind == .regression ? intents : titles
    hasIntents = kind == .hard && intent != nil
    var indexOfNumber: [PhraseNumber: Int] = [:]
    for (index, phrase) in phrases.enumerated() {
      if let number = library.number(of: phrase.key) { indexOfNumber[number] = index }
    }
    self.indexOfNumber = indexOfNumber
  }

  /// The phrases that were found, as indices into ``phrases``, the best first.
  func indices(of result: SearchResult) -> [Int] {
    result.hits.compactMap { indexOfNumber[$0.number] }
  }

  /// The same for a library of some of the phrases.
  func indices(of result: SearchResult, in other: Library) -> [Int] {
    result.hits.compactMap { hit in
      library.number(of: other.phrase(hit.number).key).flatMap { indexOfNumber[$0] }
    }
  }

  /// A title without case, width, spaces and the difference of traditional and simplified 汉字.
  static func folded(_ title: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in title.unicodeScalars where !scalar.properties.isWhitespace {
      folded.append(TraditionalForms.shared.simplified(Letters.folded(scalar)))
    }
    return String(folded)
  }

  private static func groups(_ phrases: [Phrase], by name: (Phrase) -> String) -> [Group] {
    var groups: [Group] = []
    var indices: [String: Int] = [:]
    for (index, phrase) in phrases.enumerated() {
      let name = name(phrase)
      if let group = indices[name] {
        groups[group].members.append(index)
      } else {
        indices[name] = groups.count
        groups.append(Group(name: name, letters: Letters(phrase.title), members: [index]))
      }
    }
    return groups
  }
}
