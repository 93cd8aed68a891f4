/// One word of a query, compiled for the passes that forgive: plain numbers, so that the loop over
/// phrases counts no references.
struct ForgivingWord: Sendable {
  /// The transitions of one closeness and all closer ones.
  struct Table: Sendable {
    let closeness: Closeness
    /// Where its rows start in ``ForgivingTables/rows``.
    let firstRow: Int
  }

  /// The state bit that says that everything is consumed.
  let accept: UInt64
  /// Indices into ``ForgivingTables/tables``, the closest first, the loosest last.
  let tables: Range<Int>
  /// Where its gates start in ``ForgivingTables/gates``, and their rows.
  let firstGate: Int
  /// How many slips are forgiven in this word.
  let slips: Int
  /// Offsets at which something may stand between, in the gapped pass.
  let gaps: UInt64
  /// Those of them at which as much as one likes may.
  let longGaps: UInt64
}

/// What is known of a unit before any row is looked at.
///
/// A word begins with a unit only if one bit at least is set both in its `begins` and in the
/// `continues` of the next unit: hardly any pair passes. The low bytes of both are for what is
/// consumed without a slip, the high ones for what is consumed with one.
struct ForgivingGate: Sendable {
  private let bits: UInt32

  /// Lets nothing begin.
  static let shut = ForgivingGate(begins: 0, continues: 1)

  /// Packs both.
  ///
  /// Bit n of `begins` says that the word may begin with the unit and go on after n of its own; bit
  /// 0, that it may end with it. Bit n of `continues` says that the unit may go on after n of the
  /// word; bit 0 is always set.
  private init(begins: UInt64, continues: UInt64) {
    bits = UInt32(truncatingIfNeeded: begins & 0xFFFF | continues << 16 | 1 << 16)
  }

  init(_ row: SlipRow, accept: UInt64, slips: Int) {
    let next = SlipState.start.advanced(by: row, second: 0)
    let begins = next.exact & 0xFE | (next.once | next.pending << 1) << 8
    let edits = row.edit.from | row.edit7
    let exact = row.exact.from | row.into.from << 1 | (slips > 1 ? edits : 0)
    self.init(
      begins: begins & ~1 | (next.slips(accept) == nil ? 0 : 1),
      continues: (row.exact.from | row.out.from | edits) & 0xFE | exact << 8)
  }

  @inline(__always) var mayBegin: Bool { bits & 0xFFFF != 0 }
  /// Whether the word may be no more than the unit.
  @inline(__always) var mayEnd: Bool { bits & 1 != 0 }
  @inline(__always) func mayBegin(before next: ForgivingGate) -> Bool { pass(next) != 0 }
  /// What lets the word begin before `next`, to be joined with that of other pairs.
  @inline(__always) func pass(_ next: ForgivingGate) -> UInt32 { bits & next.bits >> 16 }
}

/// All that the words of a query are compiled to, in flat arrays.
struct ForgivingTables: Sendable {
  var words: [ForgivingWord] = []
  var tables: [ForgivingWord.Table] = []
  var rows: [SlipRow] = []
  /// One for every slot, for one word after the other.
  var gates: [ForgivingGate] = []
  /// The row of every slot, counted from a table's first one, in the same order.
  var rowOfSlot: [UInt16] = []
  /// What the index can say of each word.
  var graphs: [ForgivingGraph] = []
  let slots: ForgivingSlots
}

/// Which units are one to a query: those that are read alike, and those it holds literally.
///
/// The reading sets come first, with their own numbers, so that this is a copy of a table that is
/// there already, with few changes.
struct ForgivingSlots: Sendable {
  private(set) var ofUnit: [UInt16]
  /// The units with a slot of their own, after those of the sets, and the reading set of each.
  private(set) var own: [(unit: UInt16, set: Int)] = []
  private let setCount: Int

  var count: Int { setCount + own.count }

  init(patterns: [Pattern], readings: ReadingTable) {
    ofUnit = readings.sets
    setCount = readings.setCount
    for letter in UInt16(UInt8(ascii: "a"))...UInt16(UInt8(ascii: "z")) {
      add(letter, readings)
    }
    for unit in Unit.passed { add(unit, readings) }
    for pattern in patterns {
      for offset in 0..<pattern.count {
        for unit in pattern.literals(at: offset) { add(unit, readings) }
      }
    }
  }

  /// Which of ``own`` a unit is that was made one.
  func indexInOwn(of unit: UInt16) -> Int { Int(ofUnit[Int(unit)]) - setCount }

  private mutating func add(_ unit: UInt16, _ readings: ReadingTable) {
    guard Int(ofUnit[Int(unit)]) < setCount else { return }
    ofUnit[Int(unit)] = UInt16(count)
    own.append((unit, Int(readings.sets[Int(unit)])))
  }
}
