/// The pieces of one field that the words of a query stand for.
struct FieldMatch {
  struct Span {
    let word: Int
    let closeness: Closeness
    let grade: Int
    /// In Unicode scalars of the field.
    let range: Range<Int>
  }

  let field: Field
  let place: Ranking.Field
  private(set) var spans: [Span]
  private let text: String

  /// Nil when none of the words is there.
  init?(of query: Query, in text: String, _ field: Field, _ place: Ranking.Field) {
    let (units, offsets) = UnitFolder.shared.unitsAndOffsets(of: text)
    let spans = query.withScanner(of: units + [Unit.fieldEnd]) { scanner in
      scanner.words.indices.flatMap { index in
        scanner.spans(of: scanner.words[index], place).map { closeness, grade, range in
          Span(
            word: index, closeness: closeness, grade: grade,
            range: offsets[range.lowerBound]..<offsets[range.upperBound - 1] + 1)
        }
      }
    }
    guard let spans, !spans.isEmpty else { return nil }
    self.field = field
    self.place = place
    self.spans = spans
    self.text = text
  }

  /// The grade of its best word.
  var grade: Int { spans.map(\.grade).max() ?? .min }

  func dropping(_ isUnwanted: (Span) -> Bool) -> FieldMatch {
    var match = self
    match.spans.removeAll(where: isUnwanted)
    return match
  }

  /// The pieces, widened to whole grapheme clusters, sorted and merged.
  var ranges: [Range<Int>] { text.rangesOfClusters(covering: spans.map(\.range)) }
}

extension UnitScanner {
  /// Where a word stands in the units, in the closest way it does: once if only by initials, which
  /// would otherwise be everywhere; else every time, without overlaps.
  fileprivate mutating func spans(
    of word: QueryWord, _ place: Ranking.Field
  ) -> [(Closeness, grade: Int, Range<Int>)] {
    let all = 0..<units.count - 1
    guard let grade = grade(of: word, in: all, place),
      let table = closestTable(of: word, among: word.tables, in: all)
    else { return [] }
    var ranges: [Range<Int>] = []
    var left = all
    while var start = start(of: word, table, in: left) {
      var length: Int?
      while start < all.upperBound, length == nil {
        length = self.length(of: word, table, from: start, limit: all.upperBound)
        start += length ?? 1
      }
      guard let length else { break }
      ranges.append(start - length..<start)
      if table.closeness == .initials { break }
      left = start..<all.upperBound
    }
    return ranges.map { (table.closeness, grade, $0) }
  }
}
