extension Ranking {
  /// What a slip costs: as much as another reading than the usual one.
  static let slipRemoteness = remoteness(.otherReading)
  /// What a gap costs: as much as a slip.
  static let gapRemoteness = slipRemoteness
  /// What each character in a gap costs: less than the difference between any two places.
  static let skipRemoteness = gapRemoteness / 8
}
