/// How much the best phrases of each category have to do with a message.
///
/// A customer who writes 包裹到哪了 shares no word with 物流信息停滞, but does with its neighbours;
/// where several phrases of a category answer a message, the others are likelier to as well.
struct CategoryEvidence {
  /// The evidence of each path that holds a scored phrase, by part and path id.
  private var ofPath: [Int: Float] = [:]
  private let library: Library

  init(of scored: [ScoredPhrase], in library: Library) {
    self.library = library
    var places: [Int: Int] = [:]
    var names: [CategoryPath: Int] = [:]
    var best: [(sum: Float, count: Int)] = []
    // The best come first, so that the first few of a path are its best.
    for phrase in scored {
      let path = pathKey(of: phrase)
      let place: Int
      if let known = places[path] {
        place = known
      } else {
        let name = library.parts[phrase.part].segment.paths[path & Int(UInt32.max)]
        place = library.parts.count > 1 ? names[name] ?? best.count : best.count
        if place == best.count {
          best.append((0, 0))
          names[name] = place
        }
        places[path] = place
      }
      guard best[place].count < SuggestionRanking.categoryWitnesses else { continue }
      best[place].sum += phrase.value
      best[place].count += 1
    }
    ofPath = places.mapValues { best[$0].sum / Float(SuggestionRanking.categoryWitnesses) }
  }

  private func pathKey(of phrase: ScoredPhrase) -> Int {
    phrase.part << 32 | Int(library.parts[phrase.part].segment.pathIDs[phrase.position])
  }

  /// The phrases with their categories' share added.
  func lifted(_ scored: [ScoredPhrase]) -> [ScoredPhrase] {
    scored.map { phrase in
      var phrase = phrase
      phrase.value += SuggestionRanking.categoryShare * (ofPath[pathKey(of: phrase)] ?? 0)
      return phrase
    }
  }

  /// Phrases that share nothing with the message themselves, but stand by those that share most.
  func neighbours(
    of scored: [ScoredPhrase], where isVisible: (_ position: Int, _ part: Part) -> Bool
  ) -> [ScoredPhrase] {
    var found: [ScoredPhrase] = []
    var seen: Set<Int> = []
    let known = Set(scored.map { $0.part << 32 | $0.position })
    for phrase in scored where seen.count < SuggestionRanking.neighbouringCategories {
      let path = pathKey(of: phrase)
      guard seen.insert(path).inserted else { continue }
      let part = library.parts[phrase.part]
      let value = SuggestionRanking.categoryShare * (ofPath[path] ?? 0)
      let reach = SuggestionRanking.neighbourReach
      let around =
        max(
          0, phrase.position - reach)...min(
          part.segment.count - 1, phrase.position + reach)
      let near = around.filter { position in
        Int(part.segment.pathIDs[position]) == path & Int(UInt32.max)
          && !known.contains(phrase.part << 32 | position) && isVisible(position, part)
      }
      .sorted { abs($0 - phrase.position) < abs($1 - phrase.position) }
      found += near.prefix(SuggestionRanking.neighbours).map {
        ScoredPhrase(value: value, number: part.number(at: $0), part: phrase.part, position: $0)
      }
    }
    return found
  }
}
