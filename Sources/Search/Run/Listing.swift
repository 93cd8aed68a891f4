/// Lists all phrases of a scope: what an empty query finds.
///
/// Of the whole knowledge base, those with a prior come first; of a part of it, none does, for
/// whoever browses a category wants its order.
struct Listing: Sendable {
  private let scope: Scope
  private(set) var total = 0
  private(set) var isFinished = false
  private var part = 0
  private var position = 0
  private var isInScope: [Bool] = []

  init(_ scope: Scope) {
    self.scope = scope
  }

  mutating func advance(
    in library: Library, _ prior: Prior, into best: inout BestHits, _ work: inout Int,
    until end: Int
  ) {
    while work < end {
      guard part < library.parts.count else {
        isFinished = true
        return
      }
      let current = library.parts[part]
      if position == 0 { isInScope = current.segment.paths(in: scope) }
      while position < current.segment.count, work < end {
        work += 1
        if isInScope[Int(current.segment.pathIDs[position])],
          !current.segment.isDraft(position), !current.isHidden(position)
        {
          total += 1
          let number = current.number(at: position)
          let points = scope.isWhole ? prior.points[PhraseNumber(rawValue: number)] ?? 0 : 0
          best.insert(BestHits.key(.exact, score: points, number: number))
        }
        position += 1
      }
      if position == current.segment.count {
        part += 1
        position = 0
      }
    }
  }
}
