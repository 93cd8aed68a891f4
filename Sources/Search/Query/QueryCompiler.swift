/// Makes the tables of a query.
///
/// For every offset of a word and every syllable that starts with the letter there, the lengths
/// that the syllable may consume are allowed in the rows of all reading sets that hold it. A
/// character that the word holds literally gets a row of its own. All other characters share row
/// 0, which allows nothing, so a query costs what it uses of the tables, not what they hold.
struct QueryCompiler {
  /// The row of every unit, counted from a table's first one.
  private(set) var rowOfUnit = [UInt16](repeating: 0, count: 0x10000)
  private(set) var rows: [Row] = []
  private(set) var tables: [QueryWord.Table] = []
  /// A ``Start`` for every unit, for one word after the other.
  private(set) var starts: [UInt8] = []
  private let readings = ReadingTable.shared
  private var rowOfSet: [UInt16]
  /// The sets with a row, in the order of their rows; the first has row 1.
  private var sets: [Int] = []
  /// The units with a row of their own, after those of the sets, and the reading set of each.
  private var ownUnits: [(unit: UInt16, set: Int)] = []

  private var rowCount: Int { 1 + sets.count + ownUnits.count }

  init(patterns: [Pattern]) {
    rowOfSet = Array(repeating: 0, count: readings.setCount)
    for letter in Set(patterns.flatMap(\.letters)) where letter != 0 {
      for syllable in readings.syllables(startingWith: letter) {
        for set in readings.sets(withSyllable: syllable) { giveRow(toSet: Int(set)) }
      }
    }
    for unit in Unit.hyphens + [Unit.space] { giveRow(to: unit) }
    for pattern in patterns {
      for offset in 0..<pattern.count {
        for unit in pattern.literals(at: offset) { giveRow(to: unit) }
      }
    }
  }

  private mutating func giveRow(toSet set: Int) {
    guard rowOfSet[set] == 0 else { return }
    sets.append(set)
    rowOfSet[set] = UInt16(sets.count)
    for unit in readings.units(ofSet: set) { rowOfUnit[Int(unit)] = UInt16(sets.count) }
  }

  private mutating func giveRow(to unit: UInt16) {
    // Rows are counted in 16 bits; a query of more than 60,000 different characters is not found.
    guard rowOfUnit[Int(unit)] <= sets.count, rowCount < 60_000 else { return }
    rowOfUnit[Int(unit)] = UInt16(rowCount)
    ownUnits.append((unit, Int(readings.sets[Int(unit)])))
  }

  // MARK: - Words

  /// Adds the tables of one word.
  mutating func compile(
    _ pattern: Pattern, index: Int, passesSpaces: Bool = false
  ) -> QueryWord {
    let count = min(pattern.count, Row.maximumCount)
    let head = pattern.count > count ? pattern.prefix(count) : pattern
    let accept: UInt64 = 1 << UInt64(count)
    let firstTable = tables.count
    if pattern.hasLetters {
      let steps = steps(of: head)
      // `tk` spells nothing, so its tables of the closer kinds would be searched in vain.
      for closeness in Closeness.allCases.dropLast()
      where steps.contains(where: { $0.steps.allows(closeness) }) {
        append(closeness, head, steps, passesSpaces)
      }
    }
    append(.literal, head, [], passesSpaces)
    let firstStart = starts.count
    appendStarts(of: tables[firstTable], accept: accept)
    return QueryWord(
      pattern: index, accept: accept, tables: firstTable..<tables.count,
      textTables: firstTable..<max(firstTable + 1, tables.count - (count == 1 ? 1 : 0)),
      firstStart: firstStart, isLong: pattern.count > count)
  }

  private typealias Step = (offset: Int, syllable: Int, steps: Pattern.Steps)

  private func steps(of pattern: Pattern) -> [Step] {
    (0..<pattern.count).flatMap { offset in
      readings.syllables(startingWith: pattern.letters[offset]).map { syllable in
        (offset, syllable, pattern.steps(of: readings.syllables[syllable], at: offset))
      }
    }
  }

  private mutating func append(
    _ closeness: Closeness, _ pattern: Pattern, _ steps: [Step], _ passesSpaces: Bool
  ) {
    let firstRow = rows.count
    rows += [Row](repeating: Row(), count: rowCount)
    for (offset, syllable, step) in steps {
      let lengths = step.lengths(closeness, isPrimary: true)
      let otherLengths = step.lengths(closeness, isPrimary: false)
      guard lengths | otherLengths != 0 else { continue }
      for set in readings.sets(withSyllable: syllable) {
        let isPrimary = readings.isPrimary(syllable, inSet: Int(set))
        rows[firstRow + Int(rowOfSet[Int(set)])]
          .allow(lengths: isPrimary ? lengths : otherLengths, at: offset)
      }
    }
    for (index, own) in ownUnits.enumerated() {
      rows[firstRow + 1 + sets.count + index] = rows[firstRow + Int(rowOfSet[own.set])]
    }
    for unit in Unit.hyphens { rows[firstRow + Int(rowOfUnit[Int(unit)])].pass = ~0 }
    if passesSpaces { rows[firstRow + Int(rowOfUnit[Int(Unit.space)])].pass = ~0 }
    for offset in 0..<pattern.count {
      for unit in pattern.literals(at: offset) where rowOfUnit[Int(unit)] > sets.count {
        rows[firstRow + Int(rowOfUnit[Int(unit)])].allow(lengths: 1 << 1, at: offset)
      }
    }
    tables.append(QueryWord.Table(closeness: closeness, firstRow: firstRow))
  }

  private mutating func appendStarts(of table: QueryWord.Table, accept: UInt64) {
    let first = starts.count
    starts += [UInt8](repeating: Start.any, count: 0x10000)
    let tableRows = rows[table.firstRow..<table.firstRow + rowCount]
    let afterFirst = tableRows.reduce(0) { $0 | $1.advance(1) & ~1 }
    func mark(_ unit: UInt16, _ row: Row) {
      let reached = row.advance(1) & ~1
      if reached & accept != 0 {
        starts[first + Int(unit)] |= Start.alone
      } else if reached != 0 {
        starts[first + Int(unit)] |= Start.followed
      }
      if row.advance(afterFirst) != 0 { starts[first + Int(unit)] |= Start.following }
    }
    for (index, set) in sets.enumerated() {
      let row = rows[table.firstRow + 1 + index]
      guard row.advance(1 | afterFirst) != 0 else { continue }
      for unit in readings.units(ofSet: set) where Int(rowOfUnit[Int(unit)]) == index + 1 {
        mark(unit, row)
      }
    }
    for own in ownUnits { mark(own.unit, rows[table.firstRow + Int(rowOfUnit[Int(own.unit)])]) }
  }
}

/// What is known of a unit before any row is looked at: whether a word may begin with it.
///
/// The low half says what the unit needs of the next one, the high half what it offers to the one
/// before, so `unit & next >> 4` tells whether a piece may begin, and of ten characters that could
/// begin one, nine are told by their neighbour that they do not.
enum Start {
  /// The word may begin here, if the next unit is ``following``.
  static let followed: UInt8 = 1
  /// The word may be no more than this unit.
  static let alone: UInt8 = 2
  /// The word may go on here after its first unit.
  static let following: UInt8 = 1 << 4
  /// Offered by every unit, to those that may stand alone.
  static let any: UInt8 = 2 << 4
}
