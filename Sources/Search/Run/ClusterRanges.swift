extension UnitFolder {
  /// The grapheme clusters that pieces of a text lie in.
  ///
  /// The text is walked only as far as the last piece. Clusters are formed only where a piece ends
  /// at what may be part of one, for they cost a hundred times more than the walk.
  ///
  /// - Parameters:
  ///   - pieces: ranges of the text's units, by their lower bounds.
  ///   - bytes: the text in UTF-8.
  /// - Returns: offsets in Unicode scalars, ascending, merged where they meet.
  func clusterRanges(covering pieces: [Range<Int>], in bytes: Span<UInt8>) -> [Range<Int>] {
    var ranges = pieces
    // Pieces that only meet are kept apart: there may be something between them in the text.
    ranges.join { $0.upperBound > $1.lowerBound }
    guard var piece = ranges.first else { return [] }
    var next = 0
    var unit = 0
    var first = Place(scalar: 0, byte: 0)
    var areWhole = true
    func isWanted() -> Bool { next < ranges.count }
    fold(bytes, while: isWanted) { _, place in
      if unit == piece.lowerBound { first = place }
      unit &+= 1
      guard unit == piece.upperBound, next < ranges.count else { return }
      var end = place.byte
      _ = nextScalar(in: bytes, &end)
      areWhole =
        areWhole && GraphemeBorder.isCertain(at: first.byte, in: bytes)
        && GraphemeBorder.isCertain(at: end, in: bytes)
      ranges[next] = first.scalar..<place.scalar + 1
      next &+= 1
      if next < ranges.count { piece = ranges[next] }
    }
    guard areWhole else {
      let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
      return text.rangesOfClusters(covering: ranges)
    }
    return ranges.joined
  }
}

extension [Range<Int>] {
  /// Those that overlap or meet made one; they are sorted by their lower bounds.
  var joined: [Range<Int>] {
    guard count > 1 else { return self }
    var joined = self
    joined.join { $0.upperBound >= $1.lowerBound }
    return joined
  }

  /// Makes neighbours one that belong together; all are sorted by their lower bounds.
  fileprivate mutating func join(
    _ belongTogether: (_ left: Range<Int>, _ right: Range<Int>) -> Bool
  ) {
    var last = 0
    for index in indices.dropFirst() {
      let range = self[index]
      if belongTogether(self[last], range) {
        self[last] = self[last].lowerBound..<Swift.max(self[last].upperBound, range.upperBound)
      } else {
        last += 1
        self[last] = range
      }
    }
    removeLast(count - Swift.min(count, last + 1))
  }
}

extension String {
  /// The grapheme clusters that the ranges touch, as ranges themselves: offsets in Unicode scalars,
  /// ascending, merged where they meet.
  func rangesOfClusters(covering ranges: [Range<Int>]) -> [Range<Int>] {
    let wanted = ranges.sorted { $0.lowerBound < $1.lowerBound }
    var text = TextOfSingleMarks(self)
    var covered: [Range<Int>] = []
    var next = 0
    var reach = 0
    var start = 0
    for cluster in text.text {
      let end = start + text.scalarCount(of: cluster)
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

/// A text in which of several marks in a row only the first is left.
///
/// Its clusters are those of the text, for a mark never begins one (UAX #29, GB9), and to form them
/// costs ten times more than to pass over a mark: some titles have ten thousands of them.
private struct TextOfSingleMarks {
  let text: String
  /// Behind which of its scalars how many were left out.
  private var left: [(place: Int, count: Int)] = []
  /// Scalars of the clusters so far, and entries of ``left`` among them.
  private var scalars = 0
  private var passed = 0

  init(_ whole: String) {
    var kept = String.UnicodeScalarView()
    var count = 0
    var run = 0
    var isBehindMark = false
    for scalar in whole.unicodeScalars {
      let isMark = GraphemeBorder.isMark(scalar.value)
      if isMark && isBehindMark {
        run += 1
        continue
      }
      if run > 0 { left.append((count - 1, run)) }
      run = 0
      kept.append(scalar)
      count += 1
      isBehindMark = isMark
    }
    if run > 0 { left.append((count - 1, run)) }
    text = String(kept)
  }

  /// How many scalars of the whole text the next cluster of this one stands for.
  mutating func scalarCount(of cluster: Character) -> Int {
    var count = cluster.unicodeScalars.count
    scalars += count
    while passed < left.count, left[passed].place < scalars {
      count += left[passed].count
      passed += 1
    }
    return count
  }
}
