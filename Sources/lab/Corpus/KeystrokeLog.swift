/// What an agent types to find phrases of a corpus, key by key.
struct KeystrokeLog: Sendable {
  /// The ways in which a phrase is asked for.
  enum Kind: String, CaseIterable, Sendable {
    case hanzi
    case initials
    case pinyin
    case mixed
    case digits
    case english
  }

  struct Entry: Sendable {
    var kind: Kind
    var query: String
    /// Which phrase of the corpus it was taken from, and so must find.
    var phrase: Int

    /// The query after each key.
    var prefixes: [String] {
      query.indices.map { String(query[...$0]) }
    }
  }

  let entries: [Entry]

  /// Takes queries from phrases chosen at random, of every kind equally many.
  init(_ corpus: Corpus, count: Int, seed: UInt64 = 7) {
    var random = SeededGenerator(seed: seed)
    var entries: [Entry] = []
    // A corpus of a few hundred phrases has some of every kind; a tiny one may lack English.
    var attempts = 0
    while entries.count < count, attempts < 1_000 * count, !corpus.entries.isEmpty {
      attempts += 1
      let kind = Kind.allCases[entries.count % Kind.allCases.count]
      let phrase = Int.random(in: 0..<corpus.entries.count, using: &random)
      if let query = KeystrokeLog.query(kind, for: corpus.entries[phrase], &random) {
        entries.append(Entry(kind: kind, query: query, phrase: phrase))
      }
    }
    self.entries = entries
  }

  private static func query(
    _ kind: Kind, for entry: Corpus.Entry, _ random: inout SeededGenerator
  ) -> String? {
    let title = entry.intent.title
    let syllables = entry.intent.syllables
    switch kind {
    case .english:
      guard syllables.isEmpty else { return nil }
      return String(title.lowercased().prefix(Int.random(in: 3...8, using: &random)))
    case .digits:
      guard let sku = entry.sku else { return nil }
      return String(sku.dropFirst(3).prefix(4))
    default: break
    }
    guard syllables.count > 2 else { return nil }
    let length = Int.random(in: 2...min(4, syllables.count), using: &random)
    switch kind {
    case .hanzi: return String(title.prefix(length))
    case .initials: return String(syllables.prefix(length).compactMap(\.first))
    case .pinyin: return syllables.prefix(length).joined()
    default:
      return String(title.prefix(1))
        + syllables[1..<length].compactMap(\.first).map(String.init).joined()
    }
  }
}
