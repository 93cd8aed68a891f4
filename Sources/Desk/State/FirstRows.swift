import Search

/// Which phrases have the first rows of a list that is not searched: the pinned ones those that they
/// are pinned to, the ones that were sent last the free ones among them.
///
/// So the digit of a pinned phrase is the same all year.
struct FirstRows: Equatable, Sendable {
  static let none = FirstRows()

  /// By row, from 1 to 9.
  var pinned: [Int: PhraseNumber] = [:]
  /// The rows of pins whose phrase is not among those that are shown: no digit means what stands there.
  var lost: Set<Int> = []
  /// The last one first.
  var recent: [PhraseNumber] = []
  /// When those were sent.
  var sends: [PhraseNumber: EarlierSend] = [:]

  static let count = 9

  /// The same hits, those with rows of their own in these, the others behind in their order.
  ///
  /// A row beyond the end of a short list is the last one.
  ///
  /// - Complexity: O(*n*) for *n* hits; nothing is done where no phrase has a row.
  func arranged(_ hits: [Hit]) -> [Hit] {
    if pinned.isEmpty && recent.isEmpty { return hits }
    let wanted = Set(pinned.values).union(recent)
    var own: [PhraseNumber: Hit] = [:]
    for hit in hits where wanted.contains(hit.number) { own[hit.number] = hit }
    let pinnedNumbers = Set(pinned.values)
    var free = recent.filter { !pinnedNumbers.contains($0) }.compactMap { own[$0] }[...]
    free = free.prefix(max(FirstRows.count - pinnedNumbers.count, 0))
    let taken = pinnedNumbers.union(free.map(\.number))
    var others = hits.lazy.filter { !taken.contains($0.number) }.makeIterator()
    var rows: [Hit] = []
    rows.reserveCapacity(hits.count)
    for row in 1...FirstRows.count {
      if let hit = pinned[row].flatMap({ own.removeValue(forKey: $0) }) {
        rows.append(hit)
      } else if let hit = free.popFirst() ?? others.next() {
        rows.append(hit)
      }
    }
    while let hit = others.next() { rows.append(hit) }
    return rows
  }
}
