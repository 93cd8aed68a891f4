extension ForgivingMatcher {
  /// Where the words of the query stand in a phrase's title, code and keywords, in this order.
  func matches(at position: Int, of segment: Segment) -> [Match] {
    let found = segment.units.withUnsafeBufferPointer { units in
      withScanner(of: units) { scanner in
        scanner.pieces(inHead: segment.fields(at: position).head)
      }
    }
    return (found ?? []).map { field, pieces in
      Match(
        field: field,
        ranges: segment.clusterRanges(covering: pieces, of: field, at: position))
    }
  }
}

extension ForgivingScanner {
  /// The fields that words stand in, and for each the units they take, counted from its beginning,
  /// by their lower bounds.
  fileprivate mutating func pieces(
    inHead head: Range<Int>
  ) -> [(field: Field, pieces: [Range<Int>])] {
    var found: [(Field, [Range<Int>])] = []
    var fields = HeadFields(head: head, units: units)
    var index = 0
    while let field = fields.next() {
      let start = field.range.lowerBound
      let pieces = ranges(in: field.range).sorted { $0.lowerBound < $1.lowerBound }
        .map { $0.lowerBound - start..<$0.upperBound - start }
      if !pieces.isEmpty { found.append((Field.inHead(index), pieces)) }
      index += 1
    }
    return found
  }
}
