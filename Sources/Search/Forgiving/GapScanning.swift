extension ForgivingScanner {
  /// Where a word, with gaps, may start at the earliest; nil when it stands nowhere in a range.
  @inline(__always)
  mutating func gapStart(of word: ForgivingWord, in range: Range<Int>) -> Int? {
    work &+= range.count
    var position = range.lowerBound
    while position < range.upperBound {
      if mayBegin(word, at: position, limit: range.upperBound),
        gapEnd(of: word, tables[word.tables.upperBound - 1], from: position, range.upperBound)
          != nil
      {
        return position
      }
      position &+= 1
    }
    return nil
  }

  /// Whether the word may begin at a position and go on within reach of it.
  @inline(__always)
  private func mayBegin(_ word: ForgivingWord, at position: Int, limit: Int) -> Bool {
    let gate = gate(word, position)
    guard gate.mayBegin else { return false }
    if gate.mayEnd { return true }
    let end = min(position &+ GapState.maximumSkips &+ 2, limit)
    var next = position &+ 1
    while next < end {
      if gate.mayBegin(before: self.gate(word, next)) { return true }
      // The second half of a character does not count.
      if Unit.isSecondHalf(units[next]) { return true }
      next &+= 1
    }
    return false
  }

  /// Where the word that starts at a position ends with the least in between, and the level of that.
  private mutating func gapEnd(
    of word: ForgivingWord, _ table: ForgivingWord.Table, from start: Int, _ limit: Int
  ) -> (end: Int, level: Int)? {
    var best: (end: Int, level: Int)?
    eachGapState(of: word, table, from: start, limit) { end, state in
      guard let level = state.level(word.accept) else { return }
      if GapState.remoteness(level) < best.map({ GapState.remoteness($0.level) }) ?? .max {
        best = (end, level)
      }
    }
    return best
  }

  /// Calls `body` with the state after every unit from a start on.
  @inline(__always)
  private mutating func eachGapState(
    of word: ForgivingWord, _ table: ForgivingWord.Table, from start: Int, _ limit: Int,
    _ body: (_ end: Int, _ state: GapState) -> Void
  ) {
    var state = GapState.start
    var position = start
    // A word of its own on either side of a long gap: two characters at least.
    var taken = 0
    while position < limit, units[position] > Unit.keywordEnd {
      state = state.advanced(
        by: row(word, table, position).exact, gaps: word.gaps,
        longGaps: taken > 1 ? word.longGaps : 0,
        isJoined: position > start && Unit.areJoined(units[position - 1], units[position]),
        isFree: Unit.isSecondHalf(units[position]))
      if !Unit.isPassed(units[position]) { taken &+= 1 }
      position &+= 1
      if position &- start > GapState.longestReach { state.dropLong() }
      body(position, state)
      if state.isDead { break }
    }
    work &+= position &- start
  }

  /// The grade of the best place of a word in a head; nil when it has none.
  mutating func gapGrade(of word: ForgivingWord, in head: Range<Int>) -> Int? {
    guard let first = gapStart(of: word, in: head) else { return nil }
    var best: Int?
    var fields = HeadFields(head: head, units: units)
    while let field = fields.next() {
      if best ?? .min >= Ranking.bestGrade(in: field.place) { continue }
      let limit = field.range.upperBound
      for start in max(first, field.range.lowerBound)..<max(first, limit)
      where mayBegin(word, at: start, limit: limit) {
        for table in word.tables.map({ tables[$0] }) {
          guard let (end, level) = gapEnd(of: word, table, from: start, limit) else { continue }
          let placement = HeadFields.placement(start..<end, in: field.range, of: units)
          let grade = Ranking.grade(placement, in: field.place, table.closeness)
          best = max(best ?? .min, grade - GapState.remoteness(level))
          break
        }
      }
    }
    return best
  }

  // MARK: - Highlighting

  /// The pieces of a word in the place of one field where the least stands between them.
  mutating func gapRanges(of word: ForgivingWord, in field: Range<Int>) -> [Range<Int>] {
    for table in word.tables.map({ tables[$0] }) {
      var best: (start: Int, end: Int, level: Int)?
      for start in field where mayBegin(word, at: start, limit: field.upperBound) {
        guard let (end, level) = gapEnd(of: word, table, from: start, field.upperBound),
          GapState.remoteness(level) < best.map({ GapState.remoteness($0.level) }) ?? .max
        else { continue }
        best = (start, end, level)
      }
      if let best { return pieces(of: word, table, best) }
    }
    return []
  }

  /// Walks a piece of text again, and then back from its end by the states that led there.
  private mutating func pieces(
    of word: ForgivingWord, _ table: ForgivingWord.Table,
    _ found: (start: Int, end: Int, level: Int)
  ) -> [Range<Int>] {
    var states = [GapState.start]
    eachGapState(of: word, table, from: found.start, found.end) { states.append($1) }
    var pieces: [Range<Int>] = []
    var level = found.level
    var bit = UInt64(word.accept.trailingZeroBitCount)
    var end = found.end
    var position = found.end
    while position > found.start {
      position -= 1
      let before = states[position - found.start]
      let row = row(word, table, position).exact
      let lengths = (0...6).filter { UInt64($0) <= bit && row.allows($0, at: Int(bit) - $0) }
      let steps = lengths.lazy.flatMap { length in
        GapState.levels(before: level, consuming: length).lazy.map { (length: length, level: $0) }
      }
      if let step = steps.first(where: { before.at[$0.level] >> (bit - UInt64($0.length)) & 1 != 0 }
      ) {
        bit -= UInt64(step.length)
        level = step.level
        continue
      }
      guard
        let length = lengths.first(where: {
          GapState.mayFollowGap(level, consuming: $0)
            && before.inside[level] >> (bit - UInt64($0)) & 1 != 0
        })
      else { break }
      bit -= UInt64(length)
      pieces.append(position..<end)
      (position, level) = gapStart(before: position, level, bit, states, found.start)
      end = position
    }
    pieces.append(found.start..<end)
    return pieces.reversed()
  }

  /// Where the gap began that ends before a position, and the level there.
  private func gapStart(
    before end: Int, _ endLevel: Int, _ bit: UInt64, _ states: [GapState], _ first: Int
  ) -> (position: Int, level: Int) {
    var (position, level) = (end, endLevel)
    while position > first {
      position -= 1
      let before = states[position - first]
      if Unit.isSecondHalf(units[position]), before.inside[level] >> bit & 1 != 0 { continue }
      if GapState.grows(level, from: level), before.inside[level] >> bit & 1 != 0 { continue }
      if let opened = (0..<6).first(where: {
        GapState.opens(level, from: $0) && before.at[$0] >> bit & 1 != 0
      }) {
        return (position, opened)
      }
      level =
        (0..<6).first {
          GapState.grows(level, from: $0) && before.inside[$0] >> bit & 1 != 0
        } ?? level
    }
    return (position, level)
  }
}

extension Unit {
  /// Whether two neighbours are letters, or digits, of one word.
  @inline(__always)
  static func areJoined(_ left: UInt16, _ right: UInt16) -> Bool {
    switch kind(of: left) {
    case .letter: kind(of: right) == .letter
    case .digit: kind(of: right) == .digit
    case .han, .other: false
    }
  }

  /// Whether a unit is the second of a surrogate pair.
  @inline(__always)
  static func isSecondHalf(_ unit: UInt16) -> Bool { unit & 0xFC00 == 0xDC00 }
}
