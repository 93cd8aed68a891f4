/// What a phrase can be worth before its words are graded.
extension ForgivingScanner {
  /// Where the only word stands at the earliest in a phrase's title, code and keywords; nil when
  /// there are several words, or it stands nowhere.
  mutating func start(in head: Range<Int>) -> Int? {
    guard words.count == 1 else { return nil }
    return tier == .gapped ? gapStart(of: words[0], in: head) : slipStart(of: words[0], in: head)
  }

  /// Where the title ends with which a head begins.
  func titleEnd(of head: Range<Int>) -> Int {
    var end = head.lowerBound
    while units[end] > Unit.keywordEnd { end &+= 1 }
    return end
  }

  /// The best grade that the only word can have, if it starts at `start` at the earliest and at
  /// least one slip or gap is needed: what needs none was found before.
  func bestGrade(of head: Range<Int>, titleEnd: Int, from start: Int) -> Int {
    let closeness = tables[words[0].tables.lowerBound].closeness
    let least =
      tier == .gapped ? Ranking.gapRemoteness + Ranking.skipRemoteness : Ranking.slipRemoteness
    var best = Int.min
    if start < titleEnd {
      best = Ranking.grade(
        bestPlacement(inTitle: head.lowerBound..<titleEnd, from: start), in: .title, closeness)
    }
    let code = titleEnd &+ 1
    if code < head.upperBound, units[code] > Unit.keywordEnd {
      best = max(best, Ranking.grade(.whole, in: .code, closeness))
    }
    if code &+ 1 < head.upperBound {
      best = max(best, Ranking.grade(.whole, in: .keyword, closeness))
    }
    return best - least
  }

  private func bestPlacement(inTitle title: Range<Int>, from start: Int) -> Ranking.Placement {
    for position in title.lowerBound..<start where Unit.kind(of: units[position]) != .other {
      return .wordStart
    }
    // Every unit consumes one of the word at least, but for one that was left out and those in gaps.
    let word = words[0]
    guard word.longGaps == 0 else { return .whole }
    let between = tier == .gapped ? GapState.maximumSkips : word.slips
    var left = word.accept.trailingZeroBitCount + between
    for position in start..<title.upperBound where !Unit.isPassed(units[position]) {
      left -= 1
      if left < 0 { return .start }
    }
    return .whole
  }
}
