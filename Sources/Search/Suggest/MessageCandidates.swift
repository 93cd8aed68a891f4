/// Picks, chunk by chunk, the phrases that share enough with a message to be worth scoring.
///
/// The index knows which phrases have two units of some classes beside each other. A pair of 汉字
/// of the message is one such pair, a word is all of its pairs of letters together; in how many of
/// them a phrase stands, what stands in its title, code or keywords counting twice, is counted for
/// all phrases of a chunk at once (``BitCounters``), and those that count most are scored.
struct MessageCandidates: Sendable {
  /// Neighbouring classes that must all stand in a phrase.
  private struct Probe: Sendable {
    let pairs: [(first: Int, second: Int)]
    let weight: Int
  }

  private let probes: [Probe]
  private var counters = BitCounters()
  private var threshold: CandidateThreshold
  private var scratch = [UInt64](repeating: 0, count: 2 * BitCounters.words)

  /// More than these say nothing new of a message, in the order of how telling they are.
  private static let mostProbes = 24

  init(_ message: Message, _ scorer: MessageScorer, in library: Library) {
    var pairs: [Int: [(first: Int, second: Int)]] = [:]
    for pair in message.unitPairs {
      // Of a character read in several ways any one will do: its phrases are found by each.
      guard let first = UnitClassTable.shared.classes(of: pair.first).first,
        let second = UnitClassTable.shared.classes(of: pair.second).first
      else { continue }
      pairs[pair.feature, default: []].append((first, second))
    }
    let telling = pairs.keys.sorted {
      (scorer.weight(ofFeature: $1), $0) < (scorer.weight(ofFeature: $0), $1)
    }
    let best = telling.first.map { scorer.weight(ofFeature: $0) } ?? 1
    probes = telling.prefix(MessageCandidates.mostProbes).compactMap { feature in
      guard let pairs = pairs[feature] else { return nil }
      let share = scorer.weight(ofFeature: feature) / max(best, 0.01)
      return Probe(pairs: pairs, weight: share > 0.6 ? 2 : 1)
    }
    threshold = CandidateThreshold(limit: min(1_000, 300 + library.count / 150))
  }

  /// Whether the index can tell anything of the message.
  var isTelling: Bool { !probes.isEmpty }

  /// The places in a chunk of those to score, ascending, and the work that it took, in units.
  mutating func pick(from chunk: IndexChunk) -> (places: [Int], work: Int) {
    counters.clear()
    var combined = 0
    for probe in probes {
      for term in [Term.pair, Term.headPair] {
        combined += add(probe, term, of: chunk)
      }
    }
    let least = threshold.admit(counters)
    var places: [Int] = []
    counters.eachPosition(atLeast: least) { places.append($0) }
    return (places, (combined + probes.count * 4) * BitCounters.words / Candidates.wordsAUnit)
  }

  /// Adds the phrases of one probe; returns how many bitmaps were combined.
  private mutating func add(
    _ probe: Probe, _ term: (Int, Int) -> Int, of chunk: IndexChunk
  ) -> Int {
    let words = BitCounters.words
    for pair in probe.pairs where chunk.isEmpty(term(pair.first, pair.second)) { return 0 }
    scratch.withUnsafeMutableBufferPointer { scratch in
      guard let both = scratch.baseAddress else { return }
      let next = both + words
      both.update(repeating: 0, count: words)
      for (index, pair) in probe.pairs.enumerated() {
        if index == 0 {
          chunk.unite(term(pair.first, pair.second), into: both)
        } else {
          next.update(repeating: 0, count: words)
          chunk.unite(term(pair.first, pair.second), in: both, into: next)
          both.update(from: next, count: words)
        }
      }
      counters.add(UnsafeBufferPointer(start: both, count: words), weight: probe.weight)
    }
    return probe.pairs.count
  }
}
