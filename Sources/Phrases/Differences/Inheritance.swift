extension KnowledgeBase {
  /// Gives phrases without an id of their own the ids that they had in an older state.
  ///
  /// Favourites, usage and what is said of a difference then follow a phrase whose title or category
  /// was changed. An old phrase passes its id on to the first of these that there is:
  ///
  /// 1. the same phrase: category, title and text,
  /// 2. one in the same place with the same title, whose derived id is that id,
  /// 3. one with the same text,
  /// 4. one with the same title and a similar text.
  ///
  /// Ids that the file gives are never changed, nor given to another phrase.
  ///
  /// - Complexity: O(*n*) in the phrases of both, but for titles that stand many times.
  public mutating func inheritIDs(from old: [Phrase]) {
    if nameless.isEmpty { return }
    var inheritance = Inheritance(of: self, from: old)
    inheritance.match { [$0.department, $0.category, $0.subcategory, $0.title, $0.text] }
    inheritance.matchIDs()
    inheritance.match { [$0.title, $0.text] }
    inheritance.match { [$0.text] }
    inheritance.matchTitles()
    for (index, id) in inheritance.ids { phrases[index].key.id = id }
  }
}

extension KnowledgeBase {
  /// The same for phrases that come to an agent's own: only what stands in the same place is the same
  /// phrase, where its text is equal or its title is, so that a list that is imported beside another moves
  /// none of that.
  public mutating func inheritIDs(inPlaceFrom own: [Phrase]) {
    if nameless.isEmpty { return }
    var inheritance = Inheritance(of: self, from: own)
    inheritance.match { $0.place + [$0.title, $0.text] }
    inheritance.matchIDs()
    inheritance.match { $0.place + [$0.text] }
    inheritance.match { $0.place + [$0.title] }
    for (index, id) in inheritance.ids { phrases[index].key.id = id }
  }
}

/// Who inherits the id of whom, while it is being decided.
private struct Inheritance {
  private let new: [Phrase]
  private let old: [Phrase]
  /// Those that have no id yet, and those whose id nobody has, as ascending indices.
  private var heirs: [Int]
  private var heritage: [Int]
  private var taken: Set<String>
  private var inherited: [Int: String] = [:]

  init(of base: KnowledgeBase, from old: [Phrase]) {
    new = base.phrases
    self.old = old
    heirs = base.nameless
    var given = Set(base.phrases.indices)
    given.subtract(base.nameless)
    taken = Set(given.map { base.phrases[$0].key.id })
    heritage = old.indices.filter { [taken] in !taken.contains(old[$0].key.id) }
  }

  /// The id of every phrase that had none: inherited, or its own, changed where somebody has it.
  var ids: [Int: String] {
    var ids = inherited
    var taken = taken
    for index in heirs {
      let own = new[index].key.id
      var id = own
      var copy = 1
      while !taken.insert(id).inserted {
        copy += 1
        id = "\(own)-\(copy)"
      }
      ids[index] = id
    }
    return ids
  }

  private mutating func pass(_ old: Int, to new: Int) {
    let id = self.old[old].key.id
    inherited[new] = id
    taken.insert(id)
  }

  private mutating func forgetMatched(_ matched: Set<Int>) {
    heirs.removeAll { inherited[$0] != nil }
    heritage.removeAll(where: matched.contains)
  }

  /// Matches those that are alike in some texts, the first with the first.
  mutating func match(by texts: (Phrase) -> [String]) {
    guard !heirs.isEmpty, !heritage.isEmpty else { return }
    var waiting: [[String]: [Int]] = [:]
    for index in heritage.reversed() { waiting[texts(old[index]), default: []].append(index) }
    var matched: Set<Int> = []
    for index in heirs {
      guard let ancestor = waiting[texts(new[index])]?.popLast() else { continue }
      pass(ancestor, to: index)
      matched.insert(ancestor)
    }
    forgetMatched(matched)
  }

  /// Matches those whose derived id an old phrase has.
  mutating func matchIDs() {
    let ancestors = Dictionary(heritage.map { (old[$0].key.id, $0) }) { first, _ in first }
    var matched: Set<Int> = []
    for index in heirs {
      guard let ancestor = ancestors[new[index].key.id], !matched.contains(ancestor) else {
        continue
      }
      pass(ancestor, to: index)
      matched.insert(ancestor)
    }
    forgetMatched(matched)
  }

  /// Matches each with the most similar one of the same title, if it is similar enough.
  mutating func matchTitles() {
    guard !heirs.isEmpty, !heritage.isEmpty else { return }
    var waiting: [String: [Int]] = [:]
    for index in heritage { waiting[old[index].title, default: []].append(index) }
    var matched: Set<Int> = []
    for index in heirs {
      let pairs = TextPairs(of: new[index].text)
      // Of a title that stands a thousand times, any will do: the texts of none are like this one.
      let candidates = (waiting[new[index].title] ?? []).filter { !matched.contains($0) }
      let best = candidates.prefix(Inheritance.mostCandidates)
        .map { ($0, pairs.similarity(to: TextPairs(of: old[$0].text))) }
        .max { $0.1 < $1.1 }
      guard let (ancestor, similarity) = best, similarity >= Inheritance.similarEnough else {
        continue
      }
      pass(ancestor, to: index)
      matched.insert(ancestor)
    }
    forgetMatched(matched)
  }

  private static let mostCandidates = 64
  /// Half of the pairs of characters are the same.
  private static let similarEnough = 0.5
}
