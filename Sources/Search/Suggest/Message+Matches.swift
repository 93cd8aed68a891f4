import Phrases

extension Message {
  /// Whether a text in the search box reads like a customer's own words, not like a query.
  ///
  /// That is more than twelve 汉字, more than six words, or as much of both together. A word that is
  /// a syllable of pinyin counts as the 汉字 that it stands for. So is what is longer than anybody
  /// types, whatever it holds.
  public static func isMessage(_ text: String) -> Bool {
    let beginning = beginning(of: text)
    guard beginning.utf8.count == text.utf8.count else { return true }
    var units: [UInt16] = []
    UnitFolder.shared.append(beginning, to: &units)
    let length = TokenReader.shared.tokens(of: units).reduce(0) { length, token in
      switch token.kind {
      case .han: length + 1
      case .number: length + 1
      case .word: length + (isSyllable(units[token.start..<token.end]) ? 1 : 2)
      }
    }
    return length > 12
  }

  private static let syllables: Set<[UInt16]> = {
    let spellings = Spellings.shared(for: .standard, isFuzzy: false)
    return Set(
      ReadingTable.shared.syllables.indices.flatMap { syllable in
        spellings[syllable].map { spelling in
          (0..<spelling.letters.count).map { UInt16(spelling.letters[$0]) }
        }
      })
  }()

  private static func isSyllable(_ word: ArraySlice<UInt16>) -> Bool {
    syllables.contains(Array(word))
  }

  /// Where a phrase shares words with the message: the field with most of it first.
  ///
  /// Commonplaces are left out, and so are single 汉字, which are everywhere.
  public func matches(in phrase: Phrase) -> [Match] {
    let fields: [(Field, String)] =
      [(.title, phrase.title), (.code, phrase.code)]
      + phrase.keywords.enumerated().map { (.keyword($0.offset), $0.element) }
      + [(.text, phrase.text)]
    let telling = telling
    var found: [(match: Match, features: Int)] = []
    for (field, text) in fields {
      let (ranges, features) = Message.sharedRanges(in: text, telling)
      if features > 0 { found.append((Match(field: field, ranges: ranges), features)) }
    }
    return found.enumerated()
      .sorted { ($1.element.features, $0.offset) < ($0.element.features, $1.offset) }
      .map(\.element.match)
  }

  /// The pieces of a text that are telling features of the message, widened to whole grapheme
  /// clusters, and how many different features they are.
  private static func sharedRanges(
    in text: String, _ telling: Set<UInt32>
  ) -> (ranges: [Range<Int>], features: Int) {
    let (units, offsets) = UnitFolder.shared.unitsAndOffsets(of: text)
    var found: [Range<Int>] = []
    var seen: Set<UInt32> = []
    var previous: TokenReader.Token?
    for token in TokenReader.shared.tokens(of: units) {
      func add(_ feature: UInt32, from start: Int) {
        guard telling.contains(feature) else { return }
        seen.insert(feature)
        found.append(offsets[start]..<offsets[token.end - 1] + 1)
      }
      add(token.hash, from: token.start)
      if let previous, previous.end == token.start {
        add(TokenReader.pair(previous.hash, token.hash), from: previous.start)
      }
      previous = token
    }
    return (text.rangesOfClusters(covering: found), seen.count)
  }
}
