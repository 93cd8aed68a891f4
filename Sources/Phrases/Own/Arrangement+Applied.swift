extension Arrangement {
  /// Whether the phrases of a desk are as their lists have them: pins and values change none.
  public var leavesPhrasesAlone: Bool {
    hidden.isEmpty && codes.isEmpty && originals.isEmpty && neighbours.isEmpty && order.isEmpty
      && categoryOrder.isEmpty
  }

  /// Whether phrases are shown alike, whatever is pinned or filled in.
  public func shows(like other: Arrangement) -> Bool {
    hidden == other.hidden && codes == other.codes && originals == other.originals
      && neighbours == other.neighbours && order == other.order
      && categoryOrder == other.categoryOrder
  }

  /// What a desk shows of these phrases, given in the order of their lists.
  ///
  /// - Complexity: O(1) where nothing is arranged, O(*n*) in the phrases, and O(*m* log *m*) in those whose
  ///   place has an order.
  public func applied(to phrases: [Phrase]) -> [Phrase] {
    if leavesPhrasesAlone { return phrases }
    var shown = standingIn(standingBehind(phrases))
    for (place, indices) in shown.indices(at: 3, in: order.keys) {
      sortPhrases(at: indices, by: order[place] ?? [], in: &shown)
    }
    // From the inside out: what is ordered below a place keeps its order when the place itself moves.
    for depth in [2, 1, 0] {
      for (place, indices) in shown.indices(at: depth, in: categoryOrder.keys) {
        sortNames(at: indices, depth: depth, by: categoryOrder[place] ?? [], in: &shown)
      }
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

  /// The phrases with her own behind those that they were written behind.
  private func standingBehind(_ phrases: [Phrase]) -> [Phrase] {
    if neighbours.isEmpty { return phrases }
    let meant = Set(neighbours.values).union(neighbours.keys)
    var there: [PhraseKey: Phrase] = [:]
    for phrase in phrases where meant.contains(phrase.key) { there[phrase.key] = phrase }
    var behind: [PhraseKey: [Phrase]] = [:]
    var moved: Set<PhraseKey> = []
    for phrase in phrases {
      guard let neighbour = neighbours[phrase.key], there[neighbour]?.place == phrase.place else {
        continue
      }
      behind[neighbour, default: []].append(phrase)
      moved.insert(phrase.key)
    }
    if moved.isEmpty { return phrases }
    var shown: [Phrase] = []
    shown.reserveCapacity(phrases.count)
    for phrase in phrases where !moved.contains(phrase.key) {
      shown.append(phrase)
      if let own = behind[phrase.key] { shown += own }
    }
    return shown
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
    // One look for each phrase: of a hundred thousand hardly any is meant.
    let meant = hidden.union(codes.keys).union(versions.keys).union(moved)
    var shown = phrases
    var left: [Int] = []
    for (index, phrase) in phrases.enumerated() where meant.contains(phrase.key) {
      if !moved.contains(phrase.key),
        let changed = versions[phrase.key].map({ stand($0, for: phrase) }) ?? applied(to: phrase)
      {
        shown[index] = changed
      } else {
        left.append(index)
      }
    }
    return shown.without(left)
  }

  /// Her version in the place of a phrase; nil where it is hidden.
  private func stand(_ version: Phrase, for phrase: Phrase) -> Phrase? {
    if hidden.contains(version.key) { return nil }
    var version = version
    version.department = phrase.department
    version.category = phrase.category
    version.subcategory = phrase.subcategory
    // What may go out on some days only does not become valid for ever by being reworded.
    version.validFrom = phrase.validFrom
    version.validUntil = phrase.validUntil
    if version.code.isEmpty { version.code = codes[phrase.key] ?? "" }
    return version
  }
}

// MARK: - Order

extension Arrangement {
  private func sortPhrases(
    at indices: [Int], by keys: [PhraseKey], in phrases: inout [Phrase]
  ) {
    var ranks: [PhraseKey: Int] = [:]
    for (rank, key) in keys.enumerated() where ranks[key] == nil { ranks[key] = rank }
    let standing = indices.map { index in
      let key = phrases[index].key
      // Her version takes the rank of what it stands for, unless it has one of its own.
      return ranks[key] ?? originals[key].flatMap { ranks[$0.key] }
    }
    phrases.permute(indices, by: Arrangement.followingNeighbours(standing))
  }

  private func sortNames(
    at indices: [Int], depth: Int, by names: [String], in phrases: inout [Phrase]
  ) {
    var listed: [String: Int] = [:]
    for (rank, name) in names.enumerated() where listed[name] == nil { listed[name] = rank }
    var known: [String: Int] = [:]
    var inFile: [String] = []
    for index in indices {
      let name = phrases[index].name(at: depth)
      if known.updateValue(0, forKey: name) == nil { inFile.append(name) }
    }
    let ranks = Arrangement.followingNeighbours(inFile.map { listed[$0] })
    let sorted = inFile.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
    for (rank, index) in sorted.enumerated() { known[inFile[index]] = rank }
    phrases.permute(indices, by: indices.map { known[phrases[$0].name(at: depth)] ?? 0 })
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
  /// Without those at these indices, which ascend.
  fileprivate func without(_ indices: [Int]) -> [Phrase] {
    guard let first = indices.first else { return self }
    var kept = Array(self[..<first])
    kept.reserveCapacity(count - indices.count)
    for (place, index) in indices.enumerated() {
      let end = place + 1 < indices.count ? indices[place + 1] : count
      kept += self[(index + 1)..<end]
    }
    return kept
  }

  /// Where the phrases below each of these places stand that have so many names, ascending.
  ///
  /// Neighbours mostly stand in one place, which is then looked up once.
  fileprivate func indices(
    at depth: Int, in places: some Sequence<Arrangement.Place>
  ) -> [Arrangement.Place: [Int]] {
    let wanted = Set(places.filter { $0.count == depth })
    if wanted.isEmpty { return [:] }
    var found: [Arrangement.Place: [Int]] = [:]
    var start = 0
    while start < count {
      var end = start + 1
      while end < count, self[end].isBeside(self[start], to: depth) { end += 1 }
      let place = (0..<depth).map { self[start].name(at: $0) }
      if wanted.contains(place) { found[place, default: []] += start..<end }
      start = end
    }
    return found
  }

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

  /// Whether both have the same names as far as that.
  fileprivate func isBeside(_ other: Phrase, to depth: Int) -> Bool {
    (depth < 1 || department == other.department)
      && (depth < 2 || category == other.category)
      && (depth < 3 || subcategory == other.subcategory)
  }
}
