import Foundation

/// A figure of a sample, and the interval that 95 of 100 samples like it would give.
///
/// The interval is the percentile bootstrap's (Efron, 1979): the figure is taken of many samples
/// drawn from the sample itself.
struct Estimate: Sendable {
  var value: Double
  var low: Double
  var high: Double

  private static let resamples = 1_000

  /// The mean of values; nil when there are none.
  init?(meanOf values: [Double]) {
    self.init(of: values) { $0.reduce(0, +) / Double($0.count) }
  }

  /// The value that nine of ten do not exceed.
  init?(ninetiethOf values: [Double]) {
    self.init(of: values) { values in values.sorted()[(values.count * 9 + 9) / 10 - 1] }
  }

  /// The sum of the first of each pair, in the sum of the second.
  init?(shareOf pairs: [(part: Int, all: Int)]) {
    guard pairs.contains(where: { $0.all > 0 }) else { return nil }
    self.init(of: pairs) { pairs in
      let all = pairs.reduce(0) { $0 + $1.all }
      return all == 0 ? 0 : Double(pairs.reduce(0) { $0 + $1.part }) / Double(all)
    }
  }

  private init?<Element>(of sample: [Element], _ figure: ([Element]) -> Double) {
    guard !sample.isEmpty else { return nil }
    var random = SeededGenerator(seed: UInt64(sample.count))
    value = figure(sample)
    var resample = sample
    let figures = (0..<Estimate.resamples).map { _ in
      for index in resample.indices { resample[index] = random.pick(sample) }
      return figure(resample)
    }
    .sorted()
    low = figures[Estimate.resamples * 25 / 1_000]
    high = figures[Estimate.resamples * 975 / 1_000 - 1]
  }

  /// `.812 .78-.84`, or `3.1 2.9-3.3`.
  func text(_ format: String = "%.3f", _ boundFormat: String = "%.2f") -> String {
    func short(_ value: Double, _ format: String) -> String {
      let text = String(format: format, value)
      return text.hasPrefix("0.") ? String(text.dropFirst()) : text
    }
    return "\(short(value, format)) \(short(low, boundFormat))-\(short(high, boundFormat))"
  }
}
