/// One search under way: a value that is advanced step by step and can be asked at any time.
///
///     var run = SearchRun(query: "fahuo", library: library, limit: 200)
///     run.rank()
///     for hit in run.result.hits { print(library.phrase(hit.number).title) }
///
/// Ranking ends with the best hits of words in one piece; it is what a key press waits for. What is
/// left after it, counting all hits and the passes that forgive, can be done in small steps.
///
/// Drafts are never found.
public struct SearchRun: Sendable {
  public let query: Query
  public let library: Library
  public let scope: Scope
  public let prior: Prior
  /// Whether there is nothing left to do: ``result`` holds all there is to say.
  public private(set) var isFinished = false
  /// The work done so far: units of text looked at, one for each phrase, and one for every 64
  /// phrases that a bitmap was combined for.
  public private(set) var work = 0

  private var best: BestHits
  private var stage: Stage

  private enum Stage: Sendable {
    case listing(Listing)
    case contiguous(ContiguousPass)
    case done(total: Int)
  }

  /// Starts a search that keeps the best `limit` hits; the total counts all.
  public init(
    query: Query, library: Library, scope: Scope = .all, prior: Prior = .none, limit: Int
  ) {
    self.query = query
    self.library = library
    self.scope = scope
    self.prior = prior
    best = BestHits(limit: limit)
    if query.isEmpty {
      stage = .listing(Listing(scope))
    } else {
      let pass = ContiguousPass(
        query: query, library: library, scope: scope, prior: prior, tier: .exact)
      stage = .contiguous(pass)
      work = pass.work
    }
  }

  public init(query: String, library: Library, scope: Scope = .all, limit: Int) {
    self.init(query: Query(query), library: library, scope: scope, limit: limit)
  }

  /// What was found so far.
  public var result: SearchResult {
    switch stage {
    case .listing(let listing): SearchResult(hits: best.hits, total: listing.total)
    case .contiguous(let pass):
      SearchResult(hits: best.hits, total: pass.total, isTotalExact: pass.isTotalExact)
    case .done(let total): SearchResult(hits: best.hits, total: total)
    }
  }

  /// Whether the best hits with all words in one piece are known.
  public var isRanked: Bool {
    if case .contiguous(let pass) = stage { return pass.isRanked }
    return isFinished
  }

  /// Goes on until ``isRanked``, or for about `budget` units of work; true when it is.
  @discardableResult
  public mutating func rank(within budget: Int = .max) -> Bool {
    let end = work + max(1, min(budget, .max - work))
    while !isRanked, work < end { step(until: end, ranksOnly: true) }
    return isRanked
  }

  /// Goes on for about `budget` units of work; true when the search is finished.
  ///
  /// It stops after the phrase that used the budget up, so one step can cost as much more as the
  /// longest phrase has units, times the words of the query.
  public mutating func advance(by budget: Int) -> Bool {
    let end = work + max(1, min(budget, .max - work))
    while !isFinished, work < end { step(until: end, ranksOnly: false) }
    return isFinished
  }

  /// Searches to the end.
  public mutating func finish() {
    while !advance(by: .max) {}
  }

  private mutating func step(until end: Int, ranksOnly: Bool) {
    switch stage {
    case .listing(var listing):
      listing.advance(in: library, prior, into: &best, &work, until: end)
      stage = .listing(listing)
      if listing.isFinished { finish(total: listing.total) }
    case .contiguous(var pass):
      let before = pass.work
      if !pass.isRanked {
        pass.rank(into: &best, until: before + (end - work))
      } else {
        pass.count(until: before + (end - work))
      }
      work += pass.work - before
      stage = .contiguous(pass)
      if pass.isFinished { finish(total: pass.total) }
    case .done: isFinished = true
    }
  }

  private mutating func finish(total: Int) {
    stage = .done(total: total)
    isFinished = true
  }
}
