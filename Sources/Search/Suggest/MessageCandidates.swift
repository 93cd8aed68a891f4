/// Finds, chunk by chunk, the phrases that may share something telling with a message.
///
/// None that does is left out, unless everything it may share could not bring it among the best: the
/// bound of max-score (Turtle, Flood: *Query evaluation: strategies and optimizations*, 1995), for
/// each phrase. Which blocks of phrases hold a feature tell ``FeatureBlocks``, which phrases of those
/// the ``Term``s do: a pair of 汉字 is a pair of sounds, a word all of its pairs of letters.
struct MessageCandidates: Sendable {
  /// A word or a pair of 汉字 to look for.
  private struct Probe: Sendable {
    let feature: UInt32
    /// A phrase that holds it is in one of the terms of each group.
    let terms: [[Int]]
    /// What it can add to a score.
    let most: Float
  }

  private let probes: [Probe]
  /// What everything can add to a score that is not looked for.
  private let rest: Float
  /// Three bitmaps of a chunk's phrases.
  private var scratch = [UInt64](repeating: 0, count: 3 * MessageCandidates.words)
  /// What each phrase of a chunk can score at most.
  private var most = [Float](repeating: 0, count: IndexChunk.capacity)

  /// Words in the bitmap of a whole chunk.
  private static let words = IndexChunk.capacity / 64

  /// More of a word tells nothing new.
  private static let mostUnits = 12

  init(_ message: Message, _ scorer: MessageScorer) {
    probes = message.sought.map { sought in
      Probe(
        feature: sought.hash, terms: MessageCandidates.terms(of: sought.units),
        most: scorer.most(ofFeature: sought.feature))
    }
    let sought = Set(message.sought.map(\.feature))
    rest = message.features.indices.reduce(0) {
      sought.contains($1) ? $0 : $0 + scorer.most(ofFeature: $1)
    }
  }

  /// What a phrase that holds these units beside each other, in any of their forms, must be in.
  private static func terms(of units: [UInt16]) -> [[Int]] {
    let classes = units.prefix(MessageCandidates.mostUnits).map { unit in
      // A phrase is found by every class of a character read in several ways: one is enough.
      Set(
        FoldingTable.shared.forms(of: unit).compactMap {
          UnitClassTable.shared.classes(of: $0).first
        })
    }
    if let only = classes.first, classes.count == 1 { return [only.map(Term.unit)] }
    return zip(classes, classes.dropFirst()).map { first, second in
      first.flatMap { first in second.map { Term.pair(first, $0) } }
    }
  }

  /// Whether there is anything to look for.
  var isTelling: Bool { !probes.isEmpty }

  /// Finds the phrases of a chunk to score.
  ///
  /// - Parameters:
  ///   - chunk: the next one.
  ///   - threshold: what a phrase must score; those that cannot are left out. 0 leaves out none.
  /// - Returns: their places in the chunk, ascending, and the work that it took, in units.
  mutating func pick(
    from chunk: IndexChunk, reaching threshold: Float
  ) -> (places: [Int], work: Int) {
    let words = MessageCandidates.words
    var combined = 1
    var places: [Int] = []
    if threshold > 0 { for place in most.indices { most[place] = rest } }
    scratch.withUnsafeMutableBufferPointer { scratch in
      guard let found = scratch.baseAddress else { return }
      var held = found + words
      var next = held + words
      found.update(repeating: 0, count: words)
      for probe in probes {
        held.update(repeating: 0, count: words)
        combined += 1
        guard chunk.features.unite(probe.feature, into: held) else { continue }
        for terms in probe.terms {
          next.update(repeating: 0, count: words)
          for term in terms { chunk.unite(term, in: held, into: next) }
          swap(&held, &next)
          combined += terms.count
        }
        for word in 0..<words { found[word] |= held[word] }
        if threshold > 0 { MessageCandidates.eachPlace(in: held) { most[$0] += probe.most } }
      }
      MessageCandidates.eachPlace(in: found) { place in
        // Sums of the same in another order differ by less.
        if threshold == 0 || most[place] * 1.001 >= threshold { places.append(place) }
      }
    }
    return (places, combined * words / Candidates.wordsAUnit)
  }

  @inline(__always)
  private static func eachPlace(in bitmap: UnsafePointer<UInt64>, _ body: (Int) -> Void) {
    for word in 0..<words {
      var rest = bitmap[word]
      while rest != 0 {
        body(word << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}
