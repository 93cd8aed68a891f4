/// Walks the units of texts with the tables of a query: the hot loop.
///
/// It borrows memory, so it lives only inside the closure of ``Query/withScanner(of:_:)``. What
/// makes it sound: every unit has a symbol, every symbol a row of every table, and ranges come from
/// the segment that the units are of and end before a unit that ends a field, so that the unit after any of a range is there to be read.
struct UnitScanner {
  let units: UnsafeBufferPointer<UInt16>
  let words: UnsafeBufferPointer<QueryWord>
  /// The same as a bare pointer, for the innermost loop.
  private let base: UnsafePointer<UInt16>
  private let patterns: [Pattern]
  private let spellings: Spellings
  let tables: UnsafeBufferPointer<QueryWord.Table>
  private let symbols: UnsafePointer<UInt16>
  private let rowOfSymbol: UnsafePointer<UInt16>
  private let ownRows: UnsafePointer<UInt16>
  /// For a unit's slot in ``ownRows``; -1 when it has none.
  private let ownMask: Int
  private let rows: UnsafePointer<Row>
  private let starts: UnsafePointer<UInt8>
  /// How many units were looked at: the work done, in a unit that no clock disturbs.
  private(set) var scanned = 0

  fileprivate init(
    units: UnsafeBufferPointer<UInt16>, base: UnsafePointer<UInt16>,
    words: UnsafeBufferPointer<QueryWord>, patterns: [Pattern], spellings: Spellings,
    tables: UnsafeBufferPointer<QueryWord.Table>,
    symbols: UnsafePointer<UInt16>, rowOfSymbol: UnsafePointer<UInt16>,
    ownRows: UnsafePointer<UInt16>, ownMask: Int, rows: UnsafePointer<Row>,
    starts: UnsafePointer<UInt8>
  ) {
    self.units = units
    self.base = base
    self.words = words
    self.patterns = patterns
    self.spellings = spellings
    self.tables = tables
    self.symbols = symbols
    self.rowOfSymbol = rowOfSymbol
    self.ownRows = ownRows
    self.ownMask = ownMask
    self.rows = rows
    self.starts = starts
  }

  /// The row of a unit, counted from a table's first one.
  @inline(__always)
  private func row(of unit: UInt16) -> Int {
    if ownMask >= 0 {
      var slot = Int(unit) & ownMask
      while ownRows[2 &* slot] != 0 {
        if ownRows[2 &* slot] == unit { return Int(ownRows[2 &* slot &+ 1]) }
        slot = (slot &+ 1) & ownMask
      }
    }
    return Int(rowOfSymbol[Int(symbols[Int(unit)])])
  }

  /// Whether the word may begin with the unit at a position.
  @inline(__always)
  private func begins(_ word: QueryWord, at position: Int) -> Bool {
    starts[word.firstStart + Int(symbols[Int(base[position])])] & (Start.followed | Start.alone)
      != 0
  }

  /// Whether the word stands anywhere in a range of units, as loosely as may be.
  @inline(__always)
  mutating func finds(_ word: QueryWord, in range: Range<Int>) -> Bool {
    start(of: word, tables[word.tables.lowerBound], in: range) != nil
  }

  /// Where the first piece that is the word starts at the earliest; nil when there is none.
  ///
  /// A closer piece is a loose one too, so it need not be looked for before that.
  @inline(__always)
  mutating func start(
    of word: QueryWord, _ table: QueryWord.Table, in range: Range<Int>
  ) -> Int? {
    let (start, end) = firstPiece(of: word, table, in: range)
    scanned += end - range.lowerBound
    guard let start, word.isLong else { return start }
    return longStart(of: word, table, in: start..<range.upperBound)
  }

  /// Between which positions the first accepted piece lies; the end of the range when there is none.
  @inline(__always)
  private func firstPiece(
    of word: QueryWord, _ table: QueryWord.Table, in range: Range<Int>
  ) -> (start: Int?, end: Int) {
    let units = base
    let symbols = symbols
    let rows = rows + table.firstRow
    let starts = starts + word.firstStart
    let end = range.upperBound
    var position = range.lowerBound
    while true {
      // Hardly any pair of units begins anything: that is told of four at a time.
      var next = starts[Int(symbols[Int(units[position])])]
      while position &+ 4 <= end {
        let first = next
        let second = starts[Int(symbols[Int(units[position &+ 1])])]
        let third = starts[Int(symbols[Int(units[position &+ 2])])]
        let fourth = starts[Int(symbols[Int(units[position &+ 3])])]
        next = starts[Int(symbols[Int(units[position &+ 4])])]
        let pairs = first & second &>> 4 | second & third &>> 4
        if pairs | third & fourth &>> 4 | fourth & next &>> 4 != 0 { break }
        position &+= 4
      }
      while position < end,
        starts[Int(symbols[Int(units[position])])] & starts[Int(symbols[Int(units[position &+ 1])])]
          &>> 4 == 0
      {
        position &+= 1
      }
      let start = position
      var state: UInt64 = 0
      repeat {
        guard position < end else { return (nil, end) }
        state = rows[row(of: units[position])].advance(state | 1)
        position &+= 1
        if state & word.accept != 0 { return (start, position) }
      } while state != 0
    }
  }

  /// The table of the closest way in which the word stands anywhere in a range.
  mutating func closestTable(
    of word: QueryWord, among tables: Range<Int>, in range: Range<Int>
  ) -> QueryWord.Table? {
    var closest: QueryWord.Table?
    var lowerBound = range.lowerBound
    for index in tables {
      let table = self.tables[index]
      guard let start = start(of: word, table, in: lowerBound..<range.upperBound) else { break }
      closest = table
      lowerBound = start
    }
    return closest
  }

  /// The grade of the best place that the word has in one field; nil when it has none.
  ///
  /// Closer ways are tried first: a looser one counts only where it has the better place.
  mutating func grade(
    of word: QueryWord, in range: Range<Int>, _ field: Ranking.Field
  ) -> Int? {
    let loosest = word.tables.lowerBound
    guard let first = start(of: word, tables[loosest], in: range) else { return nil }
    let mayBeWhole = word.isLong || consumableUnits(of: range, upTo: word.count) <= word.count
    var best = Int.min
    var index = word.tables.upperBound
    while index > loosest {
      index -= 1
      let table = tables[index]
      let possible = Ranking.grade(mayBeWhole ? .whole : .start, in: field, table.closeness)
      if possible <= best { break }
      guard
        let start = index == loosest
          ? first : start(of: word, table, in: first..<range.upperBound)
      else { continue }
      let placement = placement(of: word, table, in: range, from: start)
      best = max(best, Ranking.grade(placement, in: field, table.closeness))
    }
    return best
  }

  /// How many units of a field a word that is the whole field has to consume at least; what is
  /// more than `limit` is not counted.
  @inline(__always)
  private func consumableUnits(of range: Range<Int>, upTo limit: Int) -> Int {
    guard range.count > limit else { return range.count }
    var count = 0
    for place in range where count <= limit {
      let unit = base[place]
      if count == 0 && Unit.kind(of: unit) == .other || Unit.isPassed(unit) { continue }
      count &+= 1
    }
    return count
  }

  /// The best place that the word has in one field, where its first piece starts at `first` or
  /// after it.
  private mutating func placement(
    of word: QueryWord, _ table: QueryWord.Table, in range: Range<Int>, from first: Int
  ) -> Ranking.Placement {
    if word.isLong { return longPlacement(word, table, in: range) }
    var lead = range.lowerBound
    while lead < first, Unit.kind(of: base[lead]) == .other { lead += 1 }
    // Where each of several words ends says nothing.
    let bestLater = words.count == 1 ? Ranking.Placement.clauseEnd : .wordStart
    var best = Ranking.Placement.inside
    var start = first
    while start < range.upperBound, best < bestLater {
      if begins(word, withNextAt: start),
        let piece = piece(of: word, table, from: start, limit: range.upperBound)
      {
        if start <= lead { return piece.isWhole ? .whole : .start }
        if piece.endsClause, bestLater == .clauseEnd { return .clauseEnd }
        if beginsWord(at: start) { best = .wordStart }
      }
      start += 1
    }
    scanned += start - first
    return best
  }

  /// Whether a word begins at a position other than the first of a field.
  @inline(__always)
  private func beginsWord(at position: Int) -> Bool {
    let kind = Unit.kind(of: base[position])
    return kind == .other || kind != Unit.kind(of: base[position - 1])
  }

  /// Whether the word may begin at a position, as far as that and the next unit tell.
  @inline(__always)
  private func begins(_ word: QueryWord, withNextAt position: Int) -> Bool {
    let starts = starts + word.firstStart
    return starts[Int(symbols[Int(base[position])])]
      & starts[Int(symbols[Int(base[position &+ 1])])] &>> 4 != 0
  }

  /// The piece that begins at `start`; nil when none does.
  ///
  /// Of several that do, whether any ends a clause, or the field.
  @inline(__always)
  private mutating func piece(
    of word: QueryWord, _ table: QueryWord.Table, from start: Int, limit: Int
  ) -> (endsClause: Bool, isWhole: Bool)? {
    let rows = rows + table.firstRow
    var state: UInt64 = 1
    var position = start
    var isFound = false
    var endsClause = false
    while position < limit {
      state = rows[row(of: base[position])].advance(state)
      if state == 0 { break }
      position &+= 1
      guard state & word.accept != 0 else { continue }
      isFound = true
      if position == limit {
        scanned += position - start
        return (true, true)
      }
      if Unit.kind(of: base[position]) == .other { endsClause = true }
    }
    scanned += position - start
    return isFound ? (endsClause, false) : nil
  }

  // MARK: - Words of more units than a state has bits

  private mutating func longPlacement(
    _ word: QueryWord, _ table: QueryWord.Table, in range: Range<Int>
  ) -> Ranking.Placement {
    switch length(of: word, table, from: range.lowerBound, limit: range.upperBound) {
    case range.count: .whole
    case .some: .start
    case nil: .inside
    }
  }

  /// Where the first piece of a long word starts at the earliest.
  private mutating func longStart(
    of word: QueryWord, _ table: QueryWord.Table, in range: Range<Int>
  ) -> Int? {
    var pattern = LongPattern(patterns[word.pattern], spellings, allowing: table.closeness)
    scanned += range.count * (patterns[word.pattern].count / 64 + 1)
    let text = UnsafeBufferPointer(rebasing: units[range])
    guard let end = pattern.firstEnd(in: text, isAnchored: false) else { return nil }
    // Every unit of the piece consumed something, except for hyphens.
    var left = patterns[word.pattern].count
    var start = range.lowerBound + end
    while start > range.lowerBound, left > 0 {
      start -= 1
      if !Unit.passed.contains(units[start]) { left -= 1 }
    }
    return start
  }

  // MARK: - Highlighting

  /// The units that the word takes up beginning at `start`, as few as may be.
  func length(
    of word: QueryWord, _ table: QueryWord.Table, from start: Int, limit: Int
  ) -> Int? {
    guard start < limit, begins(word, at: start) else { return nil }
    if word.isLong {
      var pattern = LongPattern(patterns[word.pattern], spellings, allowing: table.closeness)
      let text = UnsafeBufferPointer(rebasing: units[start..<limit])
      return pattern.firstEnd(in: text, isAnchored: true)
    }
    let rows = rows + table.firstRow
    var state: UInt64 = 1
    for position in start..<limit {
      state = rows[row(of: units[position])].advance(state)
      if state & word.accept != 0 { return position + 1 - start }
      if state == 0 { return nil }
    }
    return nil
  }
}

extension Query {
  /// Calls `body` with a scanner of some units; nil when the query is empty.
  func withScanner<Result>(
    of units: [UInt16], _ body: (inout UnitScanner) -> Result
  ) -> Result? {
    units.withUnsafeBufferPointer { withScanner(of: $0, body) }
  }

  private func withScanner<Result>(
    of units: UnsafeBufferPointer<UInt16>, _ body: (inout UnitScanner) -> Result
  ) -> Result? {
    words.withUnsafeBufferPointer { words in
      tables.withUnsafeBufferPointer { tables in
        SymbolTable.shared.symbols.withUnsafeBufferPointer { symbols in
          rowOfSymbol.withUnsafeBufferPointer { rowOfSymbol in
            ownRows.slots.withUnsafeBufferPointer { ownRows in
              rows.withUnsafeBufferPointer { rows in
                starts.withUnsafeBufferPointer { starts in
                  guard let base = units.baseAddress, let rowOfSymbol = rowOfSymbol.baseAddress,
                    let rows = rows.baseAddress, let starts = starts.baseAddress,
                    let symbols = symbols.baseAddress
                  else { return nil }
                  var scanner = UnitScanner(
                    units: units, base: base, words: words, patterns: patterns,
                    spellings: spellings, tables: tables,
                    symbols: symbols, rowOfSymbol: rowOfSymbol,
                    ownRows: ownRows.baseAddress ?? rowOfSymbol,
                    ownMask: ownRows.isEmpty ? -1 : ownRows.count / 2 - 1, rows: rows,
                    starts: starts)
                  return body(&scanner)
                }
              }
            }
          }
        }
      }
    }
  }
}
