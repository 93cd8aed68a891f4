import Phrases
import Search
import Store

/// What differs between the phrases that a desk shows and those in the store, where that is little.
///
/// A desk shows it at once, however many phrases there are besides, and nothing but the changed ones is
/// folded or indexed.
struct FewChanges {
  private(set) var removed: Set<PhraseKey> = []
  private(set) var written: [Phrase] = []
  /// Whether everything has its place with that; what is new stands last until all is read anew.
  private(set) var isInOrder = true

  /// More than so many are had sooner by reading everything.
  static let most = 1_000

  var isEmpty: Bool { removed.isEmpty && written.isEmpty }

  private let arrangement: Arrangement

  /// Nil where they are many, or more has changed than can be told phrase by phrase.
  ///
  /// - Complexity: O(*k* log *n*) for *k* phrases of sources; where any of the agent's own is another, each
  ///   of those is compared.
  init?(
    from shown: ShownPhrases, to standing: Standing, in store: Store, _ opening: Opening
  ) throws(StoreError) {
    let before = shown.standing
    arrangement = shown.arranged.arrangement
    // Without a phrase there is the starter alone.
    guard before.count > 0, standing.count > 0,
      before.sources.map(\.name) == standing.sources.map(\.name)
    else { return nil }
    for (old, new) in zip(before.sources, standing.sources) where old != new {
      guard try addChanges(from: old, to: new, shown.library, store, opening) else { return nil }
    }
    if !before.own.hasSamePhrases(as: standing.own) {
      // Her own may stand anywhere then.
      guard arrangement.leavesPhrasesAlone else { return nil }
      try addOwn(shown.library, store, opening)
    }
    guard removed.count + written.count <= FewChanges.most else { return nil }
    // A department that has no phrase any more is told by opening anew.
    if opening.department != nil, !removed.isEmpty { return nil }
  }

  /// False where what a source had is not known, or is not what the store says it has.
  private mutating func addChanges(
    from old: Standing.Entry, to new: Standing.Entry, _ library: Library, _ store: Store,
    _ opening: Opening
  ) throws(StoreError) -> Bool {
    guard let later = try store.changes(ofSource: new.name, since: old.version),
      old.count + later.added.count - later.removed.count == new.count,
      later.removed.count + later.changed.count + later.added.count <= FewChanges.most
    else { return false }
    let written = later.changed + later.added
    if !arrangement.leavesPhrasesAlone {
      let touched = later.removed.union(written.map(\.key))
      guard arrangement.tied.isDisjoint(with: touched) else { return false }
      if moved(by: later, library).contains(where: arrangement.hasOrder)
        || !arrangement.neighbours.isEmpty
          && !touched.isDisjoint(with: arrangement.neighbours.values)
      {
        isInOrder = false
      }
    }
    removed.formUnion(later.removed)
    for phrase in written {
      if let phrase = arrangement.applied(to: phrase) { add(phrase, over: library, opening) }
    }
    if later.isReordered { isInOrder = false }
    return true
  }

  /// The places that phrases came to or left, whose order may be another then.
  private func moved(by later: LaterChanges, _ library: Library) -> Set<Arrangement.Place> {
    func place(of key: PhraseKey) -> Arrangement.Place? {
      library.number(of: key).map { library.phrase($0).place }
    }
    var places = Set(later.added.map(\.place)).union(later.removed.compactMap(place))
    for phrase in later.changed {
      guard let old = place(of: phrase.key), old != phrase.place else { continue }
      places.formUnion([old, phrase.place])
    }
    return places
  }

  private mutating func addOwn(
    _ library: Library, _ store: Store, _ opening: Opening
  ) throws(StoreError) {
    var gone = library.keys(ofSource: Store.ownSource)
    // Those of the own department come first, so each kind has an order of its own.
    var last: [Bool: PhraseNumber] = [:]
    for phrase in try store.ownPhrases() {
      gone.remove(phrase.key)
      let number = library.number(of: phrase.key)
      if number.map(library.phrase) != phrase { add(phrase, over: library, opening) }
      guard let number else { continue }
      let kind = opening.putsFirst(phrase)
      if let last = last[kind], number.rawValue < last.rawValue { isInOrder = false }
      last[kind] = number
    }
    removed.formUnion(gone)
  }

  private mutating func add(_ phrase: Phrase, over library: Library, _ opening: Opening) {
    let old = library.number(of: phrase.key).map(library.phrase)
    guard opening.shows(phrase) else {
      if old != nil { removed.insert(phrase.key) }
      return
    }
    written.append(phrase)
    if old.map(opening.putsFirst) != opening.putsFirst(phrase) { isInOrder = false }
  }
}
