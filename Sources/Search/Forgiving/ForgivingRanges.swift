extension ForgivingMatcher {
  /// Where the words of the query stand in one field's text.
  ///
  /// Offsets in Unicode scalars, ascending, apart from each other, widened to whole grapheme
  /// clusters; none where no word stands.
  func ranges(in text: String) -> [Range<Int>] {
    let (units, offsets) = UnitFolder.shared.unitsAndOffsets(of: text)
    let pieces = (units + [Unit.fieldEnd]).withUnsafeBufferPointer { buffer in
      withScanner(of: buffer) { $0.ranges(in: 0..<units.count) }
    }
    return text.rangesOfClusters(
      covering: (pieces ?? []).map { offsets[$0.lowerBound]..<offsets[$0.upperBound - 1] + 1 })
  }
}

extension String {
  /// The grapheme clusters that the ranges touch, as ranges themselves: offsets in Unicode scalars,
  /// ascending, merged where they meet.
  func rangesOfClusters(covering ranges: [Range<Int>]) -> [Range<Int>] {
    let wanted = ranges.sorted { $0.lowerBound < $1.lowerBound }
    var covered: [Range<Int>] = []
    var next = 0
    var reach = 0
    var start = 0
    for cluster in self {
      let end = start + cluster.unicodeScalars.count
      while next < wanted.count, wanted[next].lowerBound < end {
        reach = max(reach, wanted[next].upperBound)
        next += 1
      }
      if reach > start {
        let isNext = covered.last?.upperBound == start
        covered.append((isNext ? covered.removeLast().lowerBound : start)..<end)
      } else if next == wanted.count {
        break
      }
      start = end
    }
    return covered
  }
}
