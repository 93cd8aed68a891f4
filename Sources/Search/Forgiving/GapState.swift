/// How far a search for one word has come, with how much between its pieces.
///
/// For each level, that is number of gaps and of characters in them, bit i says that i units of
/// the word are consumed.
struct GapState {
  /// The levels, each with its gaps and the characters in them: up to two gaps, up to three
  /// characters, and one long gap, which costs as much as one of four.
  ///
  /// A long gap has two levels: one for when a single unit was consumed after it, the other for two
  /// and more.
  static let levels: InlineArray<8, (gaps: Int, skips: Int)> = [
    (0, 0), (1, 1), (1, 2), (1, 3), (2, 2), (2, 3), (1, 4), (1, 4),
  ]
  static let maximumGaps = 2
  /// How many characters may stand between the pieces in all, but for a long gap.
  static let maximumSkips = 3
  /// A word with a long gap stands within so many units.
  static let longestReach = 64
  /// The level after a long gap, and that with a piece of at least two units behind it.
  private static let long = 6
  private static let whole = 7

  /// After a unit that was consumed.
  var at: InlineArray<8, UInt64> = .init(repeating: 0)
  /// After a unit that was skipped.
  var inside: InlineArray<8, UInt64> = .init(repeating: 0)

  static let start = {
    var state = GapState()
    state.at[0] = 1
    return state
  }()

  /// The state after one more unit, which may consume what `row` says or stand in a gap.
  ///
  /// A gap may begin at the offsets `gaps`, a long one at `longGaps`, and neither begins nor ends
  /// before a unit that `isJoined` to the one before it, both letters or digits of one word. A unit
  /// that `isFree`, the second half of a character, does not count.
  @inline(__always)
  func advanced(
    by row: Row, gaps: UInt64, longGaps: UInt64, isJoined: Bool, isFree: Bool
  ) -> GapState {
    var next = GapState()
    for level in 0..<GapState.long {
      next.at[level] = row.advance(isJoined ? at[level] : at[level] | inside[level])
    }
    var taking = row
    taking.pass = 0
    let (one, more) = (at[GapState.long], at[GapState.whole])
    next.at[GapState.long] =
      (isJoined ? 0 : taking.advance(inside[GapState.long])) | one & row.pass
    next.at[GapState.whole] = taking.advance(one | more) | more & row.pass
    next.inside[GapState.long] = inside[GapState.long] | (isJoined ? 0 : at[0] & longGaps)
    let opening = isJoined ? 0 : gaps
    next.inside[1] = at[0] & opening
    next.inside[2] = inside[1]
    next.inside[3] = inside[2]
    next.inside[4] = at[1] & opening
    next.inside[5] = inside[4] | at[2] & opening
    if isFree { for level in 0..<GapState.long { next.inside[level] |= inside[level] } }
    return next
  }

  /// Gives up what has a long gap in it.
  mutating func dropLong() {
    inside[GapState.long] = 0
    at[GapState.long] = 0
    at[GapState.whole] = 0
  }

  @inline(__always)
  var isDead: Bool {
    var all: UInt64 = 0
    for level in 0...GapState.whole { all |= at[level] | inside[level] }
    return all == 0
  }

  /// The level with the least between, of those at which everything is consumed.
  func level(_ accept: UInt64) -> Int? {
    var best: Int?
    for level in 0...GapState.whole where level != GapState.long && at[level] & accept != 0 {
      if GapState.remoteness(level) < best.map(GapState.remoteness) ?? .max { best = level }
    }
    return best
  }

  /// What a level costs.
  static func remoteness(_ level: Int) -> Int {
    levels[level].gaps * Ranking.gapRemoteness + levels[level].skips * Ranking.skipRemoteness
  }

  /// The levels at which a piece may have been before a unit of it that consumed `length`, 0 being
  /// one that was passed over.
  static func levels(before level: Int, consuming length: Int) -> [Int] {
    switch level {
    case whole: length == 0 ? [whole] : [whole, long]
    case long: length == 0 ? [long] : []
    default: [level]
    }
  }

  /// Whether the first unit after a gap may be one that consumed `length`.
  static func mayFollowGap(_ level: Int, consuming length: Int) -> Bool {
    level < long || level == long && length > 0
  }

  /// Whether a gap of the level `next` may have begun, or grown, out of the level `previous`.
  static func opens(_ next: Int, from previous: Int) -> Bool {
    if next == long { return previous == 0 }
    return levels[next].gaps == levels[previous].gaps + 1
      && levels[next].skips == levels[previous].skips + 1
  }

  static func grows(_ next: Int, from previous: Int) -> Bool {
    if next == long { return previous == long }
    return levels[next].gaps == levels[previous].gaps
      && levels[next].skips == levels[previous].skips + 1
  }
}
