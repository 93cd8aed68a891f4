/// How far a search for one word has come, with how much between its pieces.
///
/// For each level, that is number of gaps and of characters in them, bit i says that i units of
/// the word are consumed.
struct GapState {
  /// The levels, each with its gaps and the characters in them: up to two gaps, up to three
  /// characters.
  static let levels: InlineArray<6, (gaps: Int, skips: Int)> = [
    (0, 0), (1, 1), (1, 2), (1, 3), (2, 2), (2, 3),
  ]
  static let maximumGaps = 2
  /// How many characters may stand between the pieces in all.
  static let maximumSkips = 3

  /// After a unit that was consumed.
  var at: InlineArray<6, UInt64> = .init(repeating: 0)
  /// After a unit that was skipped.
  var inside: InlineArray<6, UInt64> = .init(repeating: 0)

  static let start = {
    var state = GapState()
    state.at[0] = 1
    return state
  }()

  /// The state after one more unit, which may consume what `row` says or stand in a gap.
  ///
  /// A gap may begin at the offsets `gaps`, and neither begins nor ends before a unit that
  /// `isJoined` to the one before it, both letters or digits of one word. A unit that `isFree`, the
  /// second half of a character, does not count.
  @inline(__always)
  func advanced(by row: Row, gaps: UInt64, isJoined: Bool, isFree: Bool) -> GapState {
    var next = GapState()
    for level in 0..<6 {
      next.at[level] = row.advance(isJoined ? at[level] : at[level] | inside[level])
    }
    let opening = isJoined ? 0 : gaps
    next.inside[1] = at[0] & opening
    next.inside[2] = inside[1]
    next.inside[3] = inside[2]
    next.inside[4] = at[1] & opening
    next.inside[5] = inside[4] | at[2] & opening
    if isFree { for level in 0..<6 { next.inside[level] |= inside[level] } }
    return next
  }

  @inline(__always)
  var isDead: Bool {
    var all: UInt64 = 0
    for level in 0..<6 { all |= at[level] | inside[level] }
    return all == 0
  }

  /// The level with the least between, of those at which everything is consumed.
  func level(_ accept: UInt64) -> Int? {
    (0..<6).filter { at[$0] & accept != 0 }.min {
      GapState.remoteness($0) < GapState.remoteness($1)
    }
  }

  /// What a level costs.
  static func remoteness(_ level: Int) -> Int {
    levels[level].gaps * Ranking.gapRemoteness + levels[level].skips * Ranking.skipRemoteness
  }

  /// Whether a gap of the level `next` may have begun, or grown, out of the level `previous`.
  static func opens(_ next: Int, from previous: Int) -> Bool {
    levels[next].gaps == levels[previous].gaps + 1
      && levels[next].skips == levels[previous].skips + 1
  }

  static func grows(_ next: Int, from previous: Int) -> Bool {
    levels[next].gaps == levels[previous].gaps
      && levels[next].skips == levels[previous].skips + 1
  }
}
