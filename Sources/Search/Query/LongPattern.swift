/// The automaton for words of more units than a state has bits: the same steps over several words
/// of bits.
///
/// Its rows are worked out only for the units it meets. It is slower and seldom needed: only where
/// the first 63 units of a pasted run were found already.
struct LongPattern {
  private let pattern: Pattern
  private let spellings: Spellings
  private let closeness: Closeness
  private var rows: [UInt16: LongRow] = [:]

  init(_ pattern: Pattern, _ spellings: Spellings, allowing closeness: Closeness) {
    self.pattern = pattern
    self.spellings = spellings
    self.closeness = closeness
  }

  /// Where the first piece that is the whole pattern ends, counted from the beginning of `text`.
  ///
  /// - Complexity: O(units of the text × units of the pattern / 64), and O(units of the pattern)
  ///   for every different unit.
  mutating func firstEnd(in text: UnsafeBufferPointer<UInt16>, isAnchored: Bool) -> Int? {
    var state = [UInt64](repeating: 0, count: pattern.count / 64 + 1)
    for (position, unit) in text.enumerated() {
      if position == 0 || !isAnchored { state[0] |= 1 }
      state = row(of: unit).advance(state)
      if state[pattern.count / 64] >> UInt64(pattern.count % 64) & 1 != 0 { return position + 1 }
      if isAnchored, state.allSatisfy({ $0 == 0 }) { return nil }
    }
    return nil
  }

  private mutating func row(of unit: UInt16) -> LongRow {
    if let row = rows[unit] { return row }
    var row = LongRow(passes: pattern.passed.contains(unit))
    let table = ReadingTable.shared
    let set = Int(table.sets[Int(unit)])
    for offset in 0..<pattern.count {
      var lengths: UInt8 = pattern.literals(at: offset).contains(unit) ? 1 << 1 : 0
      let tail = pattern.tail(at: offset)
      for syllable in table.readings(ofSet: set).map(Int.init) {
        lengths |= pattern.steps(of: syllable, for: tail, in: spellings)
          .lengths(closeness, table.rank(of: syllable, inSet: set))
      }
      row.allow(lengths: lengths, at: offset, of: pattern.count)
    }
    rows[unit] = row
    return row
  }
}

/// What one unit of a text does to a state of several words; see ``Row``.
private struct LongRow {
  /// For each length that may be consumed, from where.
  private var takes: [(length: UInt64, from: [UInt64])] = []
  private let passes: Bool

  init(passes: Bool) {
    self.passes = passes
  }

  mutating func allow(lengths: UInt8, at offset: Int, of count: Int) {
    for length in 1...6 as ClosedRange<UInt64> where lengths >> length & 1 != 0 {
      if !takes.contains(where: { $0.length == length }) {
        takes.append((length, Array(repeating: 0, count: count / 64 + 1)))
      }
      for index in takes.indices where takes[index].length == length {
        takes[index].from[offset / 64] |= 1 << UInt64(offset % 64)
      }
    }
  }

  func advance(_ state: [UInt64]) -> [UInt64] {
    var next = passes ? state : Array(repeating: 0, count: state.count)
    for (length, from) in takes {
      var carry: UInt64 = 0
      for index in state.indices {
        let taken = state[index] & from[index]
        next[index] |= taken << length | carry
        carry = taken >> (64 - length)
      }
    }
    return next
  }
}
