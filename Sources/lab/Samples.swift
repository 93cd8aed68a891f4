import Foundation

/// Times that were measured, of which the middle and the end are told.
///
/// Means and minimums are not: on a machine that others use too, the mean measures the others, and
/// no agent lives in the minimum.
struct Samples: Sendable {
  private(set) var durations: [Duration] = []

  var count: Int { durations.count }

  mutating func add(_ duration: Duration) { durations.append(duration) }

  /// All but the one that was measured first.
  var droppingFirst: Samples { Samples(durations: Array(durations.dropFirst())) }

  mutating func add(contentsOf other: Samples) { durations += other.durations }

  /// Runs `body` and keeps how long it took.
  mutating func measure<Result>(_ body: () throws -> Result) rethrows -> Result {
    let start = ContinuousClock.now
    let result = try body()
    add(ContinuousClock.now - start)
    return result
  }

  var median: Duration { percentile(50) }
  var p99: Duration { percentile(99) }
  var worst: Duration { percentile(100) }

  /// The smallest duration that so many of a hundred do not exceed; zero when nothing was measured.
  func percentile(_ percent: Int) -> Duration {
    guard !durations.isEmpty else { return .zero }
    let rank = (durations.count * percent + 99) / 100
    return durations.sorted()[max(rank, 1) - 1]
  }
}

extension Duration {
  var milliseconds: Double { self / .milliseconds(1) }

  /// `0.043 ms`, `4.31 ms`, `312 ms`.
  var text: String {
    let digits = milliseconds < 1 ? 3 : milliseconds < 100 ? 2 : 0
    return String(format: "%.\(digits)f ms", milliseconds)
  }
}

/// The middle of some numbers; zero when there are none.
func median(_ values: [Double]) -> Double {
  guard !values.isEmpty else { return 0 }
  let sorted = values.sorted()
  let middle = sorted.count / 2
  return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
}
