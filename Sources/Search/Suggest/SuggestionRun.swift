import Phrases

/// Ranks phrases by how well they answer a customer's message, step by step.
///
/// First the phrases that share anything telling with the message are found
/// (``MessageCandidates``) and scored one by one (``MessageScorer``); then the best of them lend a share to the others of their categories
/// (``CategoryEvidence``), so that a phrase in other words than the customer's has a chance too.
/// How a score is made says ``SuggestionRanking``. Drafts are never found.
public struct SuggestionRun: Sendable {
  public let message: String
  public let library: Library
  public let scope: Scope
  public private(set) var isFinished = false
  /// The work done so far: units of text looked at, and one for each phrase.
  public private(set) var work = 0
  public private(set) var result = SearchResult.none

  private let limit: Int
  private let scorer: MessageScorer
  private var candidates: MessageCandidates
  private var best: BestScored
  private var partIndex = 0
  /// Where the next chunk of the part starts.
  private var position = 0
  /// The phrases of the chunk at hand that are still to be scored, the last one first.
  private var pending: [Int] = []
  /// Which paths of the part at hand are in scope.
  private var isInScope: [Bool] = []

  /// Starts a run that keeps the best `limit` phrases, at most 1,000.
  ///
  /// The total counts those that share anything telling, and the neighbours listed with them; of
  /// more than 20,000 phrases not all, because what cannot be among the best is not looked at.
  public init(message: String, library: Library, scope: Scope = .all, limit: Int) {
    self.message = message
    self.library = library
    self.scope = scope
    self.limit = min(max(0, limit), SuggestionRun.mostScored)
    let features = Message(message)
    scorer = MessageScorer(features, in: library)
    candidates = MessageCandidates(features, scorer)
    best = BestScored(limit: SuggestionRun.mostScored)
    isFinished = features.isEmpty || limit < 1
  }

  /// A library of so many phrases is scored as far as it shares anything telling; of a larger one
  /// what cannot be among the best any more is left out.
  private static let scoredWhole = 20_000
  /// How many phrases are kept until their categories are known.
  private static let mostScored = 1_000

  /// Goes on for about `budget` units of work; true when the run is finished.
  public mutating func advance(by budget: Int) -> Bool {
    let end = work + max(1, min(budget, .max - work))
    while !isFinished, work < end {
      guard partIndex < library.parts.count else {
        rank()
        isFinished = true
        break
      }
      let part = library.parts[partIndex]
      if position == 0 {
        isInScope = part.segment.paths(in: scope)
        work += isInScope.count
      }
      if pending.isEmpty, position < part.segment.count { nextChunk(of: part) }
      score(part, until: end)
      if pending.isEmpty, position == part.segment.count {
        partIndex += 1
        position = 0
      }
    }
    return isFinished
  }

  /// Goes on to the end.
  public mutating func finish() {
    while !advance(by: .max) {}
  }

  /// Puts the phrases of the next chunk that are worth scoring on the list.
  private mutating func nextChunk(of part: Part) {
    let chunk = position..<min(position + IndexChunk.capacity, part.segment.count)
    position = chunk.upperBound
    // The last one is taken first.
    pending = candidates(in: part, chunk).reversed()
  }

  /// The phrases of a chunk that may have to do with the message: all where no index can tell.
  private mutating func candidates(in part: Part, _ chunk: Range<Int>) -> [Int] {
    guard candidates.isTelling, !part.segment.chunks.isEmpty else {
      work += chunk.count
      return chunk.filter { isVisible($0, in: part) }
    }
    let picked = candidates.pick(
      from: part.segment.chunks[chunk.lowerBound / IndexChunk.capacity],
      reaching: library.count > SuggestionRun.scoredWhole ? best.threshold : 0)
    work += picked.work
    return picked.places.map { chunk.lowerBound + $0 }.filter { isVisible($0, in: part) }
  }

  private mutating func score(_ part: Part, until end: Int) {
    let segment = part.segment
    scorer.withScan(of: segment.units) { scan in
      let start = work
      while work < end, let position = pending.popLast() {
        if let value = scan.score(segment.fieldRanges(at: position, in: scan.units)) {
          best.insert(
            ScoredPhrase(
              value: value, number: part.number(at: position), part: partIndex, position: position))
        }
        work = start + scan.scanned
      }
    }
  }

  /// Whether the phrase at a position may be found: live, no draft, in scope.
  private func isVisible(_ position: Int, in part: Part) -> Bool {
    isInScope[Int(part.segment.pathIDs[position])] && !part.segment.isDraft(position)
      && (part.hiddenCount == 0 || !part.isHidden(position))
  }

  private func neighbours(
    of scored: [ScoredPhrase], by evidence: CategoryEvidence
  ) -> [ScoredPhrase] {
    guard scorer.isTelling else { return [] }
    return evidence.neighbours(of: scored) { position, part in
      scope.contains(part.segment.paths[Int(part.segment.pathIDs[position])])
        && !part.segment.isDraft(position) && !part.isHidden(position)
    }
  }

  private mutating func rank() {
    let scored = best.sorted
    work += scored.count
    let evidence = CategoryEvidence(of: scored, in: library)
    let ranked = evidence.lifted(scored) + neighbours(of: scored, by: evidence)
    let hits = ranked.sorted(by: ScoredPhrase.precedes).prefix(limit)
    result = SearchResult(
      hits: hits.map { phrase in
        Hit(
          number: PhraseNumber(rawValue: phrase.number),
          score: Int(phrase.value * SuggestionRanking.scale))
      },
      total: best.total + ranked.count - scored.count)
  }
}
