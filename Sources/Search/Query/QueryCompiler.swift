/// Makes the tables of a query.
///
/// For every offset of a word and every syllable that may be typed from there, the lengths that
/// the syllable may consume are allowed in the rows of all reading sets that hold it. A unit that
/// the word holds literally has a row of its own. All others share row 0, which allows nothing, so
/// a query costs what it uses of the tables, not what they hold.
struct QueryCompiler {
  /// The row of every symbol, counted from a table's first one.
  private(set) var rowOfSymbol: [UInt16]
  /// The rows of units that share their symbol with others.
  private(set) var ownRows = OwnRows()
  private(set) var rows: [Row] = []
  private(set) var tables: [QueryWord.Table] = []
  /// One for each word compiled.
  private(set) var graphs: [ParseGraph] = []
  /// A ``Start`` for every symbol, for one word after the other.
  private(set) var starts: [UInt8] = []
  private let readings = ReadingTable.shared
  private let symbols = SymbolTable.shared
  private let spellings: Spellings
  private let isFuzzy: Bool
  /// The reading sets with a row, in the order of their rows; the first has row 1.
  private var sets: [Int] = []
  /// The units with a row of their own, after those of the sets, and the reading set of each.
  private var ownUnits: [(unit: UInt16, set: Int)] = []

  private var rowCount: Int { 1 + sets.count + ownUnits.count }

  init(patterns: [Pattern], spellings: Spellings, isFuzzy: Bool) {
    self.spellings = spellings
    self.isFuzzy = isFuzzy
    rowOfSymbol = Array(repeating: 0, count: symbols.count)
    var seen: [UInt8] = []
    for letter in patterns.lazy.flatMap(\.letters) where letter != 0 && !seen.contains(letter) {
      seen.append(letter)
      for syllable in spellings.syllables(typedWith: letter) {
        for set in readings.sets(withSyllable: Int(syllable)) { giveRow(toSet: Int(set)) }
      }
    }
    for unit in Unit.passed + [Unit.space] { giveRow(to: unit) }
    for pattern in patterns {
      for offset in 0..<pattern.count {
        for unit in pattern.literals(at: offset) { giveRow(to: unit) }
      }
    }
  }

  private mutating func giveRow(toSet set: Int) {
    guard rowOfSymbol[set] == 0 else { return }
    sets.append(set)
    rowOfSymbol[set] = UInt16(sets.count)
  }

  private mutating func giveRow(to unit: UInt16) {
    // Rows are counted in 16 bits; a query of more than 60,000 different characters is not found.
    guard ownRow(of: unit) == nil, rowCount < 60_000 else { return }
    if symbols.isOwn(unit) {
      rowOfSymbol[Int(symbols.symbols[Int(unit)])] = UInt16(rowCount)
    } else {
      ownRows.set(rowCount, of: unit)
    }
    ownUnits.append((unit, Int(readings.sets[Int(unit)])))
  }

  private func ownRow(of unit: UInt16) -> Int? {
    guard symbols.isOwn(unit) else { return ownRows.row(of: unit) }
    let row = Int(rowOfSymbol[Int(symbols.symbols[Int(unit)])])
    return row == 0 ? nil : row
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
    rows.reserveCapacity(rows.count + Closeness.allCases.count * rowCount)
    var graph = ParseGraph(head)
    if pattern.hasLetters {
      let steps = steps(of: head)
      graph.add(steps, of: head, loosest: isFuzzy ? .fuzzySound : .initials)
      // `tk` spells nothing, so its tables of the closer kinds would be searched in vain: what is
      // found half by a letter itself counts as initials then.
      let spells = graph.unitCounts(.sound, withLetters: false) != 0
      for closeness in Closeness.allCases.dropLast().dropFirst(isFuzzy ? 0 : 1)
      where closeness <= .initials
        || spells && steps.contains(where: { $0.steps.allows(closeness) })
      {
        append(closeness, head, steps, passesSpaces)
      }
    }
    append(.literal, head, [], passesSpaces)
    graphs.append(graph)
    let firstStart = starts.count
    appendStarts(of: tables[firstTable], accept: accept)
    let own = tables[firstTable...]
    return QueryWord(
      pattern: index, count: count, accept: accept, tables: firstTable..<tables.count,
      tablesOfLevel: (
        spelled: own.count { $0.closeness <= .spelled },
        sound: own.count { $0.closeness <= .unfinished },
        initials: own.count { $0.closeness <= .initials }
      ),
      textTables: firstTable..<max(firstTable + 1, tables.count - (count == 1 ? 1 : 0)),
      firstStart: firstStart, isLong: pattern.count > count)
  }

  typealias Step = (offset: Int, syllable: Int, steps: Pattern.Steps)

  private func steps(of pattern: Pattern) -> [Step] {
    var found: [Step] = []
    found.reserveCapacity(pattern.count * 40)
    for offset in 0..<pattern.count {
      let tail = pattern.tail(at: offset)
      for syllable in spellings.syllables(typedWith: pattern.letters[offset]).map(Int.init) {
        found.append((offset, syllable, pattern.steps(of: syllable, for: tail, in: spellings)))
      }
    }
    return found
  }

  private mutating func append(
    _ closeness: Closeness, _ pattern: Pattern, _ steps: [Step], _ passesSpaces: Bool
  ) {
    let firstRow = rows.count
    rows += repeatElement(Row(), count: rowCount)
    for (offset, syllable, step) in steps where step.allows(closeness) {
      for set in readings.sets(withSyllable: syllable) {
        let rank = readings.rank(of: syllable, inSet: Int(set))
        rows[firstRow + Int(rowOfSymbol[Int(set)])]
          .allow(lengths: step.lengths(closeness, rank), at: offset)
      }
    }
    for (index, own) in ownUnits.enumerated() {
      let row = rows[firstRow + Int(rowOfSymbol[own.set])]
      rows[firstRow + 1 + sets.count + index] = own.set == 0 ? Row() : row
    }
    for unit in pattern.passed { rows[firstRow + (ownRow(of: unit) ?? 0)].pass = ~0 }
    if passesSpaces { rows[firstRow + (ownRow(of: Unit.space) ?? 0)].pass = ~0 }
    for offset in 0..<pattern.count {
      for unit in pattern.literals(at: offset) {
        guard let row = ownRow(of: unit) else { continue }
        rows[firstRow + row].allow(lengths: 1 << 1, at: offset)
      }
    }
    tables.append(QueryWord.Table(closeness: closeness, firstRow: firstRow))
  }

  private mutating func appendStarts(of table: QueryWord.Table, accept: UInt64) {
    let first = starts.count
    starts += repeatElement(Start.any, count: symbols.count)
    let tableRows = rows[table.firstRow..<table.firstRow + rowCount]
    let afterFirst = tableRows.reduce(0) { $0 | $1.advance(1) & ~1 }
    func mark(_ symbol: Int, _ row: Row) {
      let reached = row.advance(1) & ~1
      if reached & accept != 0 {
        starts[first + symbol] |= Start.alone
      } else if reached != 0 {
        starts[first + symbol] |= Start.followed
      }
      if row.advance(afterFirst) != 0 { starts[first + symbol] |= Start.following }
    }
    for (index, set) in sets.enumerated() { mark(set, rows[table.firstRow + 1 + index]) }
    // What one unit may do, all that share its symbol are taken to be able to: the row tells.
    for (index, own) in ownUnits.enumerated() {
      mark(
        Int(symbols.symbols[Int(own.unit)]), rows[table.firstRow + 1 + sets.count + index])
    }
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
