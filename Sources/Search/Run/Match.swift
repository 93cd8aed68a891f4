import Phrases

/// A field of a phrase that a query was found in.
public enum Field: Hashable, Sendable {
  case title
  case text
  /// The keyword with that index.
  case keyword(Int)
  case code
  case department
  case category
  case subcategory
}

/// Where in one field a query was found.
public struct Match: Hashable, Sendable {
  public var field: Field
  /// Offsets in Unicode scalars of the field's string, ascending and apart from each other; no
  /// range begins or ends inside a grapheme cluster.
  public var ranges: [Range<Int>]

  public init(field: Field, ranges: [Range<Int>]) {
    self.field = field
    self.ranges = ranges
  }
}

extension Query {
  /// Where the words of the query stand in a phrase: the field that counted most first.
  ///
  /// Meant for the few phrases that are shown. In the text, initials are left out when the word
  /// stands somewhere better: they are found in almost every text, and mean nothing there.
  public func matches(in phrase: Phrase) -> [Match] {
    let found = phrase.searchedFields.compactMap { field, place, text in
      FieldMatch(of: self, in: text, field, place)
    }
    let isNamed = words.indices.map { word in
      found.contains { $0.place != .text && $0.spans.contains { $0.word == word } }
    }
    return found.map { match in
      match.dropping { $0.closeness == .initials && match.place == .text && isNamed[$0.word] }
    }
    .filter { !$0.spans.isEmpty }
    .enumerated()
    .sorted { ($1.element.grade, $0.offset) < ($0.element.grade, $1.offset) }
    .map { Match(field: $0.element.field, ranges: $0.element.ranges) }
  }
}

extension Phrase {
  /// Everything that a search looks at, in the order in which equal matches are told.
  var searchedFields: [(Field, Ranking.Field, String)] {
    [(.title, .title, title), (.code, .code, code)]
      + keywords.enumerated().map { (.keyword($0.offset), .keyword, $0.element) }
      + [
        (.subcategory, .category, subcategory), (.category, .category, category),
        (.department, .category, department), (.text, .text, text),
      ]
  }
}
