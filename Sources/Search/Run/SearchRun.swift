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
  let prior: Prior
  /// Whether there is nothing left to do: ``result`` holds all there is to say.
  public private(set) var isFinished = false
  /// The work done so far: units of text looked at, one for each phrase, and one for every 64
  /// phrases that a bitmap was combined for.
  public private(set) var work = 0

  /// A pass that found so many is the last one.
  static let enough = 9

  private var best: BestHits
  private var stage: Stage
  /// What the passes before this one found: fewer than ``enough``.
  private var found: [PhraseNumber] = []

  private enum Stage: Sendable {
    case listing(Listing)
    case contiguous(ContiguousPass)
    case forgiving(ForgivingPass)
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
    }
  }

  public init(query: String, library: Library, scope: Scope = .all, limit: Int) {
    self.init(query: Query(query), library: library, scope: scope, limit: limit)
  }

  /// What was found so far.
  public var result: SearchResult {
    let (total, isExact) =
      switch stage {
      case .listing(let listing): (listing.total, listing.isFinished)
      case .contiguous(let pass):
        (found.count + pass.total, pass.isTotalExact && pass.isFinished)
      case .forgiving(let pass): (found.count + pass.found, false)
      case .done(let total): (total, true)
      }
    return SearchResult(hits: best.hits, total: total, isTotalExact: isExact)
  }

  /// Whether the best hits with all words in one piece, as they were typed, are known.
  var isRanked: Bool {
    switch stage {
    case .listing: false
    case .contiguous(let pass): pass.isRanked || pass.tier != .exact
    case .forgiving, .done: true
    }
  }

  /// Goes on until ``isRanked``, or for about `budget` units of work; true when it is.
  @discardableResult
  public mutating func rank(within budget: Int = .max) -> Bool {
    let end = work + max(1, min(budget, .max - work))
    while !isRanked, work < end { step(until: end) }
    return isRanked
  }

  /// Goes on for about `budget` units of work; true when the search is finished.
  ///
  /// It stops after the phrase that used the budget up, so one step can cost as much more as the
  /// longest phrase has units, times the words of the query.
  public mutating func advance(by budget: Int) -> Bool {
    let end = work + max(1, min(budget, .max - work))
    while !isFinished, work < end { step(until: end) }
    return isFinished
  }

  /// Searches to the end.
  public mutating func finish() {
    while !advance(by: .max) {}
  }

  private mutating func step(until end: Int) {
    // The stage is taken out while it changes, so that its arrays are not copied.
    var current = Stage.done(total: 0)
    swap(&current, &stage)
    switch consume current {
    case .listing(var listing):
      listing.advance(in: library, prior, into: &best, &work, until: end)
      if listing.isFinished { isFinished = true }
      stage = listing.isFinished ? .done(total: listing.total) : .listing(listing)
    case .contiguous(var pass):
      advance(&pass, until: end)
      if pass.isFinished {
        finish(pass.tier, pass.hits, total: pass.total)
      } else {
        stage = .contiguous(pass)
      }
    case .forgiving(var pass):
      pass.advance(into: &best, &work, until: end)
      if pass.isFinished {
        finish(pass.tier, pass.hits, total: pass.found)
      } else {
        stage = .forgiving(pass)
      }
    case .done(let total):
      stage = .done(total: total)
      isFinished = true
    }
  }

  private mutating func advance(_ pass: inout ContiguousPass, until end: Int) {
    let before = pass.work
    if pass.isRanked {
      pass.count(until: before + (end - work))
    } else {
      pass.rank(into: &best, until: before + (end - work))
    }
    work += pass.work - before
  }

  /// Goes over to the pass after that of a tier, if one is called for.
  private mutating func finish(_ tier: Tier, _ hits: [PhraseNumber], total: Int) {
    let all = found.count + total
    guard all < SearchRun.enough, let next = Tier(rawValue: tier.rawValue + 1) else {
      stage = .done(total: all)
      isFinished = true
      return
    }
    found += hits
    guard let stage = begin(next) else {
      finish(next, [], total: 0)
      return
    }
    self.stage = stage
  }

  private mutating func begin(_ tier: Tier) -> Stage? {
    switch tier {
    case .exact: return nil
    case .fuzzySound:
      let sounds = query.patterns.contains { $0.role == .required && $0.hasLetters }
      guard sounds, !query.options.fuzzySounds.isEmpty else { return nil }
      let pass = ContiguousPass(
        query: Query(query.text, options: query.options, isFuzzy: true), library: library,
        scope: scope, prior: prior, tier: tier, except: found)
      return .contiguous(pass)
    case .typo, .gapped:
      return ForgivingPass(
        query: query, library: library, scope: scope, prior: prior, tier: tier, except: found
      ).map(Stage.forgiving)
    }
  }
}
