extension ForgivingScanner {
  /// Where a word, with slips, may start at the earliest; nil when it stands nowhere in a range.
  @inline(__always)
  mutating func slipStart(of word: ForgivingWord, in range: Range<Int>) -> Int? {
    work &+= range.count
    let table = tables[word.tables.upperBound - 1]
    var position = range.lowerBound
    var gate = gate(word, position)
    while position < range.upperBound {
      // Hardly any pair passes: that is told of four at a time.
      while position &+ 4 <= range.upperBound {
        let second = self.gate(word, position &+ 1)
        let third = self.gate(word, position &+ 2)
        let fourth = self.gate(word, position &+ 3)
        let fifth = self.gate(word, position &+ 4)
        let pairs = gate.pass(second) | second.pass(third)
        if pairs | third.pass(fourth) | fourth.pass(fifth) != 0 { break }
        gate = fifth
        position &+= 4
      }
      guard position < range.upperBound else { return nil }
      let next = self.gate(word, position &+ 1)
      if gate.mayBegin(before: next),
        slipEnd(of: word, table, from: position, to: range.upperBound) != nil
      {
        return position
      }
      gate = next
      position &+= 1
    }
    return nil
  }

  /// Where the word that starts at a position ends at the earliest.
  private mutating func slipEnd(
    of word: ForgivingWord, _ table: ForgivingWord.Table, from start: Int, to limit: Int
  ) -> Int? {
    var end: Int?
    eachSlipEnd(of: word, table, from: start, to: limit) { position, _ in
      end = position
      return false
    }
    return end
  }

  /// Calls `body` with every end of a word from a start on, and the fewest slips it takes, while it
  /// says to go on.
  @inline(__always)
  private mutating func eachSlipEnd(
    of word: ForgivingWord, _ table: ForgivingWord.Table, from start: Int, to limit: Int,
    _ body: (_ end: Int, _ slips: Int) -> Bool
  ) {
    let second: UInt64 = word.slips > 1 ? ~0 : 0
    var state = SlipState.start
    var position = start
    while position < limit {
      state = state.advanced(by: row(word, table, position), second: second)
      position &+= 1
      if let slips = state.slips(word.accept), !body(position, slips) { break }
      if state.isDead { break }
    }
    work &+= position &- start
  }

  // MARK: - Grades

  /// The best grades in any of the fields of a head, where the first piece starts at `first`.
  mutating func slipGrades(
    of word: ForgivingWord, in head: Range<Int>, from first: Int
  ) -> SlipGrades {
    var best = SlipGrades()
    var fields = HeadFields(head: head, units: units)
    while let field = fields.next() {
      if words.count == 1, best.best ?? .min >= Ranking.bestGrade(in: field.place) { continue }
      for start in max(first, field.range.lowerBound)..<max(first, field.range.upperBound)
      where gate(word, start).mayBegin(before: gate(word, start + 1)) {
        addGrades(of: word, from: start, in: field, to: &best)
      }
    }
    return best
  }

  private mutating func addGrades(
    of word: ForgivingWord, from start: Int, in field: HeadFields.Element, to best: inout SlipGrades
  ) {
    let units = units
    var isFound = false
    for table in word.tables where !isFound {
      let table = tables[table]
      eachSlipEnd(of: word, table, from: start, to: field.range.upperBound) { end, slips in
        let placement = HeadFields.placement(start..<end, in: field.range, of: units)
        best.add(
          Ranking.grade(placement, in: field.place, table.closeness)
            - slips * Ranking.slipRemoteness, slips: slips)
        isFound = true
        return true
      }
    }
  }

  /// The ranges of one field, apart from each other, in which a word stands in its closest way.
  mutating func slipRanges(of word: ForgivingWord, in field: Range<Int>) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    for table in word.tables where ranges.isEmpty {
      for wanted in 0...word.slips where ranges.isEmpty {
        var start = field.lowerBound
        while start < field.upperBound {
          var end: Int?
          eachSlipEnd(of: word, tables[table], from: start, to: field.upperBound) {
            guard $1 == wanted else { return true }
            end = $0
            return false
          }
          if let end { ranges.append(start..<end) }
          start = end ?? start + 1
        }
      }
    }
    return ranges
  }
}

/// The best grade for each number of slips.
struct SlipGrades {
  private var grades: InlineArray<3, Int> = [.min, .min, .min]

  static let nothingFound = {
    var grades = SlipGrades()
    grades.grades[0] = 0
    return grades
  }()

  var isEmpty: Bool { best == nil }

  var best: Int? {
    let best = max(grades[0], grades[1], grades[2])
    return best == .min ? nil : best
  }

  mutating func add(_ grade: Int, slips: Int) { grades[slips] = max(grades[slips], grade) }

  /// The best sums of both, where the slips together are at most `maximum`.
  func adding(_ other: SlipGrades, atMost maximum: Int) -> SlipGrades {
    var sums = SlipGrades()
    for slips in 0...maximum where grades[slips] != .min {
      for otherSlips in 0...(maximum - slips) where other.grades[otherSlips] != .min {
        sums.add(grades[slips] + other.grades[otherSlips], slips: slips + otherSlips)
      }
    }
    return sums
  }
}
