import Foundation

/// What must hold on a regression set: short titles, typed from their beginning.
enum QualityGates {
  /// The strata that a plain tiered ranker of sixty lines gets nearly all right.
  static let strata: [Stratum] = [
    .hanzi, .pinyin, .partial, .initials, .mixed, .xiaohe, .swapped, .fuzzySound,
  ]
  static let leastReciprocalRank = 0.985
  /// Keystrokes to send, typing initials.
  static let mostKeystrokes = 3.1
  /// The share of keys after which the phrase may stand lower than before.
  static let mostFalls = 0.05
  /// The share of pasted messages with the phrase among the first three, where words are shared.
  static let leastMessageSuccess = 0.85

  static func broken(_ report: QualityReport) -> [String] {
    guard report.book.kind == .regression else { return [] }
    var broken: [String] = []
    let name = report.book.name
    let judgements = strata.compactMap { report.figures($0)?.judgements }.flatMap { $0 }
    let all = StratumFigures(stratum: .hanzi, judgements: judgements)
    if let mean = all.reciprocalRank(\.rank)?.value, mean < leastReciprocalRank {
      broken.append(
        String(format: "%@: MRR@10 is %.3f, not %.3f", name, mean, leastReciprocalRank))
    }
    if let keys = report.figures(.initials)?.keystrokes.mean?.value, keys > mostKeystrokes {
      broken.append(
        String(format: "%@: initials take %.2f keys to send, not %.1f", name, keys, mostKeystrokes))
    }
    if let success = report.figures(.message)?.success(at: 3, \.rank)?.value,
      success < leastMessageSuccess
    {
      broken.append(
        String(
          format: "%@: %.2f of the messages find a phrase among the first three, not %.2f", name,
          success, leastMessageSuccess))
    }
    return broken
  }
}
