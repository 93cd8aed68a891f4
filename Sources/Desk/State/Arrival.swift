import Phrases
import Search

/// Phrases that the desk was told to work on, with all that belongs to them.
struct Arrival: Equatable, Sendable {
  var library = Library.empty
  /// Its numbers are those of ``library``.
  var prior = Prior.none
  var origin = Origin.loading

  /// The phrase of a key as it reads there; nil where it is gone, or a draft.
  func phrase(_ key: PhraseKey) -> Phrase? {
    let phrase = library.number(of: key).map { library.phrase($0) }
    return phrase?.isDraft == true ? nil : phrase
  }
}
