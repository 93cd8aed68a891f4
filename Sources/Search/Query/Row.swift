/// What one unit of a text does to the state of a search for one word.
///
/// Bit i of a state says that the first i units of the word are consumed. Bit i of `take3` says
/// that a text unit in this row may consume 3 of them from there. So one unit of text costs six
/// masks and shifts, however many readings, spellings and mixtures of them are possible; the idea
/// is PinIn's (its IndexSet), over the classic Shift-And automaton.
struct Row: Sendable {
  var take1: UInt64 = 0
  var take2: UInt64 = 0
  var take3: UInt64 = 0
  var take4: UInt64 = 0
  var take5: UInt64 = 0
  var take6: UInt64 = 0
  /// Where the unit may be passed over.
  var pass: UInt64 = 0
  /// Makes a row 64 bytes, one cache line.
  private var padding: UInt64 = 0

  /// No word has more units in the automaton: bit 63 stands for "all 63 consumed".
  static let maximumCount = 63

  @inline(__always)
  func advance(_ state: UInt64) -> UInt64 {
    let few = (state & take1) << 1 | (state & take2) << 2 | (state & take3) << 3
    let many = (state & take4) << 4 | (state & take5) << 5 | (state & take6) << 6
    return few | many | state & pass
  }

  /// Allows every length of `lengths` (bit n is n units) from `offset` on.
  mutating func allow(lengths: UInt8, at offset: Int) {
    let bit: UInt64 = 1 << UInt64(offset)
    if lengths & 1 << 1 != 0 { take1 |= bit }
    if lengths & 1 << 2 != 0 { take2 |= bit }
    if lengths & 1 << 3 != 0 { take3 |= bit }
    if lengths & 1 << 4 != 0 { take4 |= bit }
    if lengths & 1 << 5 != 0 { take5 |= bit }
    if lengths & 1 << 6 != 0 { take6 |= bit }
  }
}
