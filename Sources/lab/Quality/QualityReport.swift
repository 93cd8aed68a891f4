import Foundation

/// The figures of one book as tables, and what falls short of what.
struct QualityReport {
  let book: Book
  let half: Half
  let strata: [StratumFigures]
  let hasFzf: Bool

  private var asking: [StratumFigures] { strata.filter { $0.stratum != .absent } }

  var tables: [Table] {
    [ranks, successes, keys].compactMap { $0 }
  }

  private var title: String { "\(book.name), \(half.rawValue) half" }

  /// MRR@10 of the engine and of everything beside it.
  private var ranks: Table {
    var table = Table([title, "n", "MRR@10", "oracle", "fzf", "BM25"])
    for figures in asking {
      table.add(
        figures.stratum.rawValue, figures.count.grouped,
        text(figures.reciprocalRank(\.rank)),
        knowsOracle(figures) ? text(figures.reciprocalRank(\.oracleRank)) : "",
        knowsFzf(figures) ? text(figures.reciprocalRank(\.fzfRank)) : "",
        figures.stratum.isMessage ? text(figures.reciprocalRank(\.bm25Rank)) : "")
    }
    return table
  }

  private var successes: Table {
    var table = Table([title, "success@1", "@3", "@9", "fzf @1", "fzf @9", "BM25 @3"])
    for figures in asking {
      table.add(
        figures.stratum.rawValue,
        text(figures.success(at: 1, \.rank)), text(figures.success(at: 3, \.rank)),
        text(figures.success(at: 9, \.rank)),
        knowsFzf(figures) ? text(figures.success(at: 1, \.fzfRank)) : "",
        knowsFzf(figures) ? text(figures.success(at: 9, \.fzfRank)) : "",
        figures.stratum.isMessage ? text(figures.success(at: 3, \.bm25Rank)) : "")
    }
    return table
  }

  private var keys: Table {
    var table = Table([title, "keys to send", "p90", "falls", "false finds"])
    for figures in strata where !figures.stratum.isMessage {
      let keystrokes = figures.keystrokes
      table.add(
        figures.stratum.rawValue,
        keystrokes.mean?.text("%.2f", "%.1f") ?? "",
        keystrokes.ninetieth?.text("%.0f", "%.0f") ?? "",
        text(figures.falls), figures.stratum == .absent ? text(figures.falsePositives) : "")
    }
    return table
  }

  private func text(_ estimate: Estimate?) -> String { estimate?.text() ?? "" }

  private func knowsOracle(_ figures: StratumFigures) -> Bool {
    book.kind == .hard && !figures.stratum.isMessage && !figures.stratum.isOfText
  }

  private func knowsFzf(_ figures: StratumFigures) -> Bool {
    hasFzf && !figures.stratum.isMessage
  }

  // MARK: - What falls short

  /// Strata behind what they are compared with, with both figures.
  var shortcomings: [String] {
    var lines: [String] = []
    func behind(_ name: String, _ strata: [(StratumFigures, Double, Double)]) {
      let worse = strata.filter { $1 < $2 - 0.000_5 }
      guard !worse.isEmpty else { return }
      let list = worse.map {
        String(format: "%@ %.3f for %.3f", $0.stratum.rawValue, $1, $2)
      }
      lines.append("\(title), behind \(name): \(list.joined(separator: ", "))")
    }
    func pairs(
      _ isKnown: (StratumFigures) -> Bool, _ rank: (Judgement) -> Int?
    ) -> [(StratumFigures, Double, Double)] {
      asking.filter(isKnown).compactMap { figures in
        figures.reciprocalRank(\.rank).flatMap { own in
          figures.reciprocalRank(rank).map { (figures, own.value, $0.value) }
        }
      }
    }
    behind("the oracle", pairs(knowsOracle, \.oracleRank))
    behind("fzf", pairs(knowsFzf, \.fzfRank))
    behind("BM25", pairs(\.stratum.isMessage, \.bm25Rank))
    let base = mean(.unslipped)
    behind(
      "the same without the slip less 0.10",
      Stratum.slips.compactMap { slip in
        guard let base, let own = mean(slip), let figures = self.figures(slip) else { return nil }
        return (figures, own, base - 0.1)
      })
    // A wrong key may well cost the phrase its place; the other strata are typed as they are meant.
    let steady = asking.filter { !Stratum.slips.contains($0.stratum) }
    let all = StratumFigures(stratum: .hanzi, judgements: steady.flatMap(\.judgements))
    if let falls = all.falls {
      lines.append("\(title), falls after a share of all keys but those of slips: \(falls.text())")
    }
    let unstable = steady.filter { ($0.falls?.value ?? 0) > QualityGates.mostFalls }
    if !unstable.isEmpty {
      lines.append(
        "\(title), falls after more than 5 % of the keys: "
          + unstable.map(\.stratum.rawValue).joined(separator: ", "))
    }
    return lines
  }

  /// The mean reciprocal rank of a stratum, where the book has it.
  func mean(_ stratum: Stratum) -> Double? { figures(stratum)?.reciprocalRank(\.rank)?.value }

  func figures(_ stratum: Stratum) -> StratumFigures? { strata.first { $0.stratum == stratum } }
}
