import Phrases

@testable import Search

/// Where a query stands in a phrase, told the long way: every string is folded once more, and every
/// piece is widened by walking the string's characters.
///
/// The reference that ``Highlighter`` is held to, which reads the same off the library's units.
struct StringMatches {
  private let query: Query

  /// Looks for words in one piece, as the first two tiers do.
  init(_ query: Query, foundBy tier: Tier) {
    self.query =
      tier == .fuzzySound ? Query(query.text, options: query.options, isFuzzy: true) : query
  }

  func matches(in phrase: Phrase) -> [Match] {
    let all = phrase.searchedFields.map { field, text in
      (field: field, text: text, spans: spans(in: text, field))
    }
    let named = Set(all.filter { $0.field != .text }.flatMap(\.spans).map(\.word))
    var found: [(match: Match, grade: Int)] = []
    for (field, text, spans) in all {
      let spans = spans.filter {
        !($0.closeness == .initials && field == .text && named.contains($0.word))
      }
      guard let grade = spans.map(\.grade).max() else { continue }
      let ranges = text.rangesOfClusters(covering: spans.map(\.range))
      found.append((Match(field: field, ranges: ranges), grade))
    }
    return found.enumerated()
      .sorted { ($1.element.grade, $0.offset) < ($0.element.grade, $1.offset) }
      .map(\.element.match)
  }

  /// Where the query of a forgiving pass stands.
  static func matches(in phrase: Phrase, _ matcher: ForgivingMatcher) -> [Match] {
    phrase.searchedFields.compactMap { field, text in
      guard field.place != .category, field != .text else { return nil }
      let (units, offsets) = UnitFolder.shared.unitsAndOffsets(of: text)
      let pieces = (units + [Unit.fieldEnd]).withUnsafeBufferPointer { buffer in
        matcher.withScanner(of: buffer) { $0.ranges(in: 0..<units.count) }
      }
      let ranges = text.rangesOfClusters(
        covering: (pieces ?? []).map { offsets[$0.lowerBound]..<offsets[$0.upperBound - 1] + 1 })
      return ranges.isEmpty ? nil : Match(field: field, ranges: ranges)
    }
  }

  private typealias Span = (word: Int, closeness: Closeness, grade: Int, range: Range<Int>)

  private func spans(in text: String, _ field: Field) -> [Span] {
    let (units, offsets) = UnitFolder.shared.unitsAndOffsets(of: text)
    return query.withScanner(of: units + [Unit.fieldEnd]) { scanner in
      scanner.words.indices.flatMap { index in
        scanner.spans(of: scanner.words[index], field.place).map { closeness, grade, range in
          (index, closeness, grade, offsets[range.lowerBound]..<offsets[range.upperBound - 1] + 1)
        }
      }
    } ?? []
  }
}

extension UnitScanner {
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

extension Phrase {
  /// Everything that a search looks at, in the order in which equal matches are told.
  fileprivate var searchedFields: [(Field, String)] {
    [(.title, title), (.code, code)]
      + keywords.enumerated().map { (.keyword($0.offset), $0.element) }
      + [
        (.subcategory, subcategory), (.category, category), (.department, department),
        (.text, text),
      ]
  }
}
