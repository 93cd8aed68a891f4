/// Walks the units of phrases with the tables of a ``ForgivingMatcher``.
///
/// It borrows memory, so it lives only inside the closure of ``ForgivingMatcher/withScanner(of:_:)``.
/// What makes it sound is what makes ``UnitScanner`` so: every unit is an index into the 65,536
/// slots, every slot has a gate in every word, every gate a row in every table of it, and ranges
/// come from the segment that the units are of and are followed by one unit at least.
struct ForgivingScanner {
  let units: UnsafePointer<UInt16>
  let tables: UnsafeBufferPointer<ForgivingWord.Table>
  let slots: UnsafePointer<UInt16>
  let gates: UnsafePointer<ForgivingGate>
  let rowOfSlot: UnsafePointer<UInt16>
  let rows: UnsafePointer<SlipRow>
  /// The units looked at so far: the work done, in a unit that no clock disturbs.
  var work = 0
  let words: UnsafeBufferPointer<ForgivingWord>
  let tier: Tier
  /// How many slips are forgiven in all words together.
  private let maximumSlips: Int

  init(
    tier: Tier, units: UnsafePointer<UInt16>, words: UnsafeBufferPointer<ForgivingWord>,
    tables: UnsafeBufferPointer<ForgivingWord.Table>, slots: UnsafePointer<UInt16>,
    gates: UnsafePointer<ForgivingGate>, rowOfSlot: UnsafePointer<UInt16>,
    rows: UnsafePointer<SlipRow>
  ) {
    self.tier = tier
    self.units = units
    self.words = words
    self.tables = tables
    self.slots = slots
    self.gates = gates
    self.rowOfSlot = rowOfSlot
    self.rows = rows
    maximumSlips = words.reduce(0) { max($0, $1.slips) }
  }

  /// The sum of the grades of all words, in the best way in which they stand in a phrase's title,
  /// code and keywords with no more forgiven than the pass forgives; nil when they do not.
  ///
  /// `head` are the units of those fields, each ended by a unit of its own (``FieldUnits``).
  @inline(__always)
  mutating func grade(head: Range<Int>) -> Int? {
    guard let word = words.first else { return nil }
    let start = tier == .gapped ? gapStart(of: word, in: head) : slipStart(of: word, in: head)
    return start.flatMap { grade(head: head, from: $0) }
  }

  /// The same where it is known that the first word starts at `start` at the earliest.
  mutating func grade(head: Range<Int>, from start: Int) -> Int? {
    tier == .gapped ? gappedGrade(head) : slippedGrade(head, from: start)
  }

  /// What is known of the unit at a position.
  @inline(__always)
  func gate(_ word: ForgivingWord, _ position: Int) -> ForgivingGate {
    gates[word.firstGate &+ Int(slots[Int(units[position])])]
  }

  /// What it does, by one of the word's tables.

  @inline(__always)
  func row(_ word: ForgivingWord, _ table: ForgivingWord.Table, _ position: Int) -> SlipRow {
    rows[table.firstRow &+ Int(rowOfSlot[word.firstGate &+ Int(slots[Int(units[position])])])]
  }

  /// Where the words stand in one field.
  mutating func ranges(in field: Range<Int>) -> [Range<Int>] {
    words.flatMap { word in
      tier == .gapped ? gapRanges(of: word, in: field) : slipRanges(of: word, in: field)
    }
  }

  private mutating func slippedGrade(_ head: Range<Int>, from start: Int) -> Int? {
    var best = SlipGrades.nothingFound
    for (index, word) in words.enumerated() {
      guard let start = index == 0 ? start : slipStart(of: word, in: head) else { return nil }
      best = best.adding(slipGrades(of: word, in: head, from: start), atMost: maximumSlips)
      if best.isEmpty { return nil }
    }
    return best.best
  }

  private mutating func gappedGrade(_ head: Range<Int>) -> Int? {
    var sum = 0
    for word in words {
      guard let grade = gapGrade(of: word, in: head) else { return nil }
      sum += grade
    }
    return sum
  }
}
