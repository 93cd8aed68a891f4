/// Makes the tables of the words of a query for a pass that forgives.
///
/// Like ``QueryCompiler``, which has the exact steps from the same place, it allows what a syllable
/// may consume in the rows of all reading sets that hold it.
struct ForgivingCompiler {
  private(set) var tables: ForgivingTables
  private let tier: Tier
  private let readings = ReadingTable.shared

  private let spellings: Spellings

  init(patterns: [Pattern], spellings: Spellings, tier: Tier) {
    self.tier = tier
    self.spellings = spellings
    tables = ForgivingTables(slots: ForgivingSlots(patterns: patterns, readings: readings))
    for pattern in patterns { add(pattern) }
  }

  /// Adds the tables of one word.
  private mutating func add(_ pattern: Pattern) {
    let allowance = Allowance(of: pattern, in: tier)
    let steps = ForgivingSteps(of: pattern, allowance, spellings)
    let rowOfSet = rowsOfSets(steps)
    let accept: UInt64 = 1 << UInt64(pattern.count)
    let firstTable = tables.tables.count
    append(steps, pattern, allowance, rowOfSet, withInitials: false)
    if steps.hasInitials { append(steps, pattern, allowance, rowOfSet, withInitials: true) }
    tables.words.append(
      ForgivingWord(
        accept: accept, tables: firstTable..<tables.tables.count, firstGate: tables.gates.count,
        slips: allowance.slips, gaps: allowance.gaps, longGaps: allowance.longGaps))
    tables.graphs.append(ForgivingGraph(classes(steps, pattern, allowance), allowance, tier))
    appendGates(rowOfSet, accept, slips: allowance.slips)
  }

  /// What the rows of the loosest table say, by class.
  private func classes(
    _ steps: ForgivingSteps, _ pattern: Pattern, _ allowance: Allowance
  ) -> ForgivingClasses {
    var classes = ForgivingClasses(count: pattern.count)
    for step in steps.steps {
      classes.allow(step, UnitClass.reading(readings.syllables[step.syllable]))
    }
    for offset in 0..<pattern.count {
      for unit in pattern.literals(at: offset) {
        for unitClass in UnitClassTable.shared.classes(of: unit) {
          classes.allow(at: offset, unitClass) { $0.exact |= 1 << 1 }
        }
      }
    }
    guard allowance.forgivesLetters else { return classes }
    for letter in UInt8(ascii: "a")...UInt8(ascii: "z") {
      for step in steps.latin(letter) { classes.allow(step, UnitClass.latin(letter)) }
      for offset in 0..<pattern.count where steps.droppable >> UInt64(offset) & 1 != 0 {
        classes.allow(at: offset, UnitClass.latin(letter)) { $0.edit |= 1 }
      }
    }
    return classes
  }

  /// The row of each set, counted from a table's first one.
  ///
  /// Row 0 allows nothing, for the sets that no step reaches. The rows of ``ForgivingSlots/own``
  /// come after them all: where they start stands last.
  private func rowsOfSets(_ steps: ForgivingSteps) -> [UInt16] {
    var rowOfSet = [UInt16](repeating: 0, count: readings.setCount + 1)
    var count: UInt16 = 0
    for step in steps.steps {
      for set in readings.sets(withSyllable: step.syllable)
      where rowOfSet[Int(set)] == 0 && set < readings.firstAloudSet {
        count += 1
        rowOfSet[Int(set)] = count
      }
    }
    rowOfSet[readings.setCount] = count + 1
    return rowOfSet
  }

  private mutating func append(
    _ steps: ForgivingSteps, _ pattern: Pattern, _ allowance: Allowance, _ rowOfSet: [UInt16],
    withInitials: Bool
  ) {
    let firstRow = tables.rows.count
    let firstOwn = firstRow + Int(rowOfSet[readings.setCount])
    let slots = tables.slots
    tables.rows.reserveCapacity(2 * (firstOwn + slots.own.count - firstRow))
    tables.rows += repeatElement(SlipRow(), count: firstOwn + slots.own.count - firstRow)
    tables.rows.withUnsafeMutableBufferPointer { rows in
      for step in steps.steps where withInitials || step.isSpelled {
        // Digits are exact, however they are read.
        for set in readings.sets(withSyllable: step.syllable) where set < readings.firstAloudSet {
          rows[firstRow + Int(rowOfSet[Int(set)])].allow(step)
        }
      }
    }
    for (index, own) in slots.own.enumerated() {
      tables.rows[firstOwn + index] = tables.rows[firstRow + Int(rowOfSet[own.set])]
      // Nothing begins with a hyphen that it passes over.
      if pattern.passed.contains(own.unit) { tables.rows[firstOwn + index].exact.pass = ~1 }
      if allowance.forgivesLetters, let letter = Pattern.letter(of: own.unit) {
        for step in steps.latin(letter) { tables.rows[firstOwn + index].allow(step) }
        tables.rows[firstOwn + index].edit.pass = steps.droppable
      }
    }
    for offset in 0..<pattern.count {
      for unit in pattern.literals(at: offset) {
        tables.rows[firstOwn + slots.indexInOwn(of: unit)].exact.allow(lengths: 1 << 1, at: offset)
      }
    }
    let closeness = pattern.hasLetters ? Closeness.otherReading : .literal
    tables.tables.append(
      ForgivingWord.Table(closeness: withInitials ? .initials : closeness, firstRow: firstRow))
  }

  /// Appends a gate for each slot, by the loosest of the tables.
  private mutating func appendGates(_ rowOfSet: [UInt16], _ accept: UInt64, slips: Int) {
    let firstRow = tables.tables[tables.tables.count - 1].firstRow
    let first = tables.gates.count
    let slots = tables.slots
    tables.gates += repeatElement(ForgivingGate.shut, count: slots.count)
    tables.rowOfSlot += repeatElement(0, count: slots.count)
    func add(_ slot: Int, _ row: UInt16) {
      tables.gates[first + slot] = ForgivingGate(
        tables.rows[firstRow + Int(row)], accept: accept, slips: slips)
      tables.rowOfSlot[first + slot] = row
    }
    for set in 0..<readings.setCount where rowOfSet[set] != 0 { add(set, rowOfSet[set]) }
    for index in slots.own.indices {
      add(readings.setCount + index, rowOfSet[readings.setCount] + UInt16(index))
    }
  }
}

extension SlipRow {
  fileprivate mutating func allow(_ step: ForgivingSteps.Step) {
    let offset = Int(step.offset)
    let bit: UInt64 = 1 << UInt64(offset)
    if step.exact != 0 { exact.allow(lengths: step.exact, at: offset) }
    let slips = step.slips
    guard !slips.isEmpty else { return }
    edit.allow(lengths: slips.lengths, at: offset)
    if slips.lengths & 1 << 7 != 0 { edit7 |= bit }
    guard slips.out | slips.into != 0 else { return }
    if slips.out & 1 != 0 { out.pass |= bit }
    out.allow(lengths: slips.out, at: offset)
    into.allow(lengths: slips.into, at: offset)
  }
}
