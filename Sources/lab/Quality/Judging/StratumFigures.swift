/// The figures of one stratum of one book.
struct StratumFigures: Sendable {
  let stratum: Stratum
  let judgements: [Judgement]

  var count: Int { judgements.count }

  /// The mean of one over the rank, where it is ten at most.
  func reciprocalRank(_ rank: (Judgement) -> Int?) -> Estimate? {
    Estimate(
      meanOf: judgements.map { judgement in
        rank(judgement).map { $0 <= 10 ? 1 / Double($0) : 0 } ?? 0
      })
  }

  /// The share of queries with the phrase on this rank or above it.
  func success(at limit: Int, _ rank: (Judgement) -> Int?) -> Estimate? {
    Estimate(
      meanOf: judgements.map { judgement in rank(judgement).map { $0 <= limit } ?? false ? 1 : 0 })
  }

  /// Keystrokes to send.
  var keystrokes: (mean: Estimate?, ninetieth: Estimate?) {
    let values = judgements.compactMap(\.keystrokes).map(Double.init)
    return (Estimate(meanOf: values), Estimate(ninetiethOf: values))
  }

  /// The share of keys after which the phrase stood lower than before.
  var falls: Estimate? {
    Estimate(shareOf: judgements.map { ($0.fallCount, $0.laterKeyCount) })
  }

  /// The share of queries for which anything was shown.
  var falsePositives: Estimate? {
    Estimate(meanOf: judgements.map { $0.foundAnything ? 1 : 0 })
  }
}
