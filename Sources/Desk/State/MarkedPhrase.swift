import Phrases

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
