/// How rare features are in a library, and how long its fields.
struct Rarity: Sendable {
  let averages: FieldLengths
  private let tables: [FeatureFrequencies]
  private let sampled: Int

  init(of library: Library) {
    let tables = library.parts.map(\.segment.frequencies)
    let sampled = tables.reduce(0) { $0 + $1.sampled }
    self.tables = tables
    self.sampled = sampled
    func average(_ tokens: Int) -> Float { max(1, Float(tokens) / Float(max(1, sampled))) }
    averages = FieldLengths(
      title: average(tables.reduce(0) { $0 + $1.titleTokens }),
      text: average(tables.reduce(0) { $0 + $1.textTokens }))
  }

  /// The inverse document frequency, in bits: near 0 for what every phrase holds.
  ///
  /// It is log₂ (1 + (N − n + ½) ⁄ (n + ½)), which is never negative (as in Lucene).
  func bits(of feature: UInt32) -> Float {
    let frequency = Float(min(sampled, tables.reduce(0) { $0 + $1.frequency(of: feature) }))
    return Rarity.log2(1 + (Float(sampled) - frequency + 0.5) / (frequency + 0.5))
  }

  /// log₂ to within a hundredth: the exponent, and a parabola through 1, √2 and 2 or nearly.
  private static func log2(_ value: Float) -> Float {
    let rest = value.significand
    return Float(value.exponent) + (2 - rest / 3) * rest - 5 / 3
  }
}

/// The average lengths of fields, in tokens.
struct FieldLengths: Sendable {
  let title: Float
  let text: Float
}
