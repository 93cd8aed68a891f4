extension Arrangement {
  /// Whether the phrases of a desk are as their lists have them: pins and values change none.
  public var leavesPhrasesAlone: Bool {
    hidden.isEmpty && codes.isEmpty && originals.isEmpty && order.isEmpty && categoryOrder.isEmpty
  }

  /// Whether phrases are shown alike, whatever is pinned or filled in.
  public func shows(like other: Arrangement) -> Bool {
    hidden == other.hidden && codes == other.codes && originals == other.originals
      && order == other.order && categoryOrder == other.categoryOrder
  }

  /// What a desk shows of these phrases, given in the order of their lists.
  ///
  /// - Complexity: O(1) where nothing is arranged, O(*n*) in the phrases, and O(*m* log *m*) in those whose
  ///   place has an order.
  public func applied(to phrases: [Phrase]) -> [Phrase] {
    if leavesPhrasesAlone { return phrases }
    var shown = standingIn(phrases)
    for (place, keys) in order { sortPhrases(of: place, by: keys, in: &shown) }
    // From the inside out: what is ordered below a place keeps its order when the place itself moves.
    for (place, names) in categoryOrder.sorted(by: { $0.key.count > $1.key.count }) {
      sortNames(below: place, by: names, in: &shown)
    }
    return shown
  }

  /// What a desk shows of one phrase, which is nobody's version and has none; nil where it is hidden.
  public func applied(to phrase: Phrase) -> Phrase? {
    if hidden.contains(phrase.key) { return nil }
    guard let code = codes[phrase.key] else { return phrase }
    var phrase = phrase
    phrase.code = code
    return phrase
  }

  /// The phrases of which one stands in the place of another, and those others: what becomes of one of
  /// these shows in another.
  public var tied: Set<PhraseKey> {
    Set(originals.keys).union(originals.values.map(\.key))
  }

  /// The phrases with versions in the places of their originals, without what is hidden.
  private func standingIn(_ phrases: [Phrase]) -> [Phrase] {
    if hidden.isEmpty && codes.isEmpty && originals.isEmpty { return phrases }
    let tied = tied
    var there: [PhraseKey: Phrase] = [:]
    if !tied.isEmpty {
      for phrase in phrases where tied.contains(phrase.key) { there[phrase.key] = phrase }
    }
    var versions: [PhraseKey: Phrase] = [:]
    // Of two for one phrase, which only a store that was put together from copies has, one is shown there.
    for (key, original) in originals.sorted(by: { $0.key > $1.key }) {
      guard let version = there[key], there[original.key] != nil else { continue }
      versions[original.key] = version
    }
    let moved = Set(versions.values.map(\.key))
    return phrases.compactMap { phrase in
      if moved.contains(phrase.key) { return nil }
      guard var version = versions[phrase.key] else { return applied(to: phrase) }
      if hidden.contains(version.key) { return nil }
      version.department = phrase.department
      version.category = phrase.category
      version.subcategory = phrase.subcategory
      if version.code.isEmpty { version.code = codes[phrase.key] ?? "" }
      return version
    }
  }
}

// MARK: - Order

extension Arrangement {
  private func sortPhrases(of place: Place, by keys: [PhraseKey], in phrases: inout [Phrase]) {
    guard place.count == 3 else { return }
    let indices = phrases.indices.filter { phrases[$0].isBelow(place) }
    var ranks: [PhraseKey: Int] = [:]
    for (rank, key) in keys.enumerated() where ranks[key] == nil { ranks[key] = rank }
    let standing = indices.map { index in
      let key = phrases[index].key
      // Her version takes the rank of what it stands for, unless it has one of its own.
      return ranks[key] ?? originals[key].flatMap { ranks[$0.key] }
    }
    phrases.permute(indices, by: Arrangement.followingNeighbours(standing))
  }

  private func sortNames(below place: Place, by names: [String], in phrases: inout [Phrase]) {
    guard place.count < 3 else { return }
    let indices = phrases.indices.filter { phrases[$0].isBelow(place) }
    var listed: [String: Int] = [:]
    for (rank, name) in names.enumerated() where listed[name] == nil { listed[name] = rank }
    var known: [String: Int] = [:]
    var inFile: [String] = []
    for index in indices {
      let name = phrases[index].name(at: place.count)
      if known.updateValue(0, forKey: name) == nil { inFile.append(name) }
    }
    let ranks = Arrangement.followingNeighbours(inFile.map { listed[$0] })
    let sorted = inFile.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    for (rank, index) in sorted.enumerated() { known[inFile[index]] = rank }
    phrases.permute(indices, by: indices.map { known[phrases[$0].name(at: place.count)] ?? 0 })
  }

  /// Ranks for all, given those of some: what has none goes with what stands before it.
  ///
  /// To the front where nothing does; and what stands behind all that have one stays there, so that an
  /// order may name the first alone.
  private static func followingNeighbours(_ ranks: [Int?]) -> [Int] {
    let named = (ranks.lastIndex { $0 != nil }).map { $0 + 1 } ?? 0
    var last = -1
    return ranks.enumerated().map { index, rank in
      last = index < named ? rank ?? last : .max
      return last
    }
  }
}

extension [Phrase] {
  /// Sorts what stands at these indices by the ranks, among themselves; equal ones stay in their order.
  fileprivate mutating func permute(_ indices: [Int], by ranks: [Int]) {
    if zip(ranks, ranks.dropFirst()).allSatisfy({ $0 <= $1 }) { return }
    let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    let sorted = order.map { self[indices[$0]] }
    for (index, phrase) in zip(indices, sorted) { self[index] = phrase }
  }
}

extension Phrase {
  fileprivate func name(at depth: Int) -> String {
    switch depth {
    case 0: department
    case 1: category
    default: subcategory
    }
  }

  fileprivate func isBelow(_ place: Arrangement.Place) -> Bool {
    place.indices.allSatisfy { name(at: $0) == place[$0] }
  }
}
