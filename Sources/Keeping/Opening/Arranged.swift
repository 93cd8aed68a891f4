import Phrases
import Store

/// What an agent has arranged, with the phrases that her versions stand in the place of.
struct Arranged: Equatable {
  var arrangement = Arrangement()
  /// By the keys of her versions: the others' phrases as they read now.
  var originals: [PhraseKey: Phrase] = [:]

  init() {}

  /// Of phrases among which all the originals are that there are.
  init(_ arrangement: Arrangement, among phrases: [Phrase]) {
    self.arrangement = arrangement
    if arrangement.originals.isEmpty { return }
    let wanted = Set(arrangement.originals.values.map(\.key))
    var found: [PhraseKey: Phrase] = [:]
    for phrase in phrases where wanted.contains(phrase.key) { found[phrase.key] = phrase }
    originals = arrangement.originals.compactMapValues { found[$0.key] }
  }

  /// As a store has it now.
  init(in store: Store, _ opening: Opening) throws(StoreError) {
    let arrangement = try store.arrangement()
    let keys = arrangement.originals.values.map(\.key)
    if keys.isEmpty {
      self.init(arrangement, among: [])
      return
    }
    var phrases = Array(try store.phrases(of: keys).values)
    if keys.contains(where: { $0.source == Starter.source }) {
      phrases += Opening.starter(opening.language)
    }
    self.init(arrangement, among: phrases)
  }

  var news: News { .arrangement(arrangement, originals: originals) }
}
