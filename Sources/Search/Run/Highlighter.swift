import Phrases

/// Tells where in phrases a query was found, whichever pass found them.
///
/// What a pass needs to tell is compiled with its first phrase; so one highlighter is made for all
/// phrases that are shown together.
public struct Highlighter: Sendable {
  private let query: Query
  private var fuzzy: Query?
  private var matchers: [Tier: ForgivingMatcher] = [:]

  public init(_ query: Query) {
    self.query = query
  }

  /// Where the words of the query stand in a phrase: the field that counted most first.
  public mutating func matches(in phrase: Phrase, foundBy tier: Tier) -> [Match] {
    switch tier {
    case .exact: return query.matches(in: phrase)
    case .fuzzySound: return fuzzyQuery().matches(in: phrase)
    case .typo, .gapped:
      guard let matcher = matcher(for: tier) else { return [] }
      return phrase.searchedFields.compactMap { field, place, text in
        guard place != .category, place != .text else { return nil }
        let ranges = matcher.ranges(in: text)
        return ranges.isEmpty ? nil : Match(field: field, ranges: ranges)
      }
    }
  }

  /// For each word how it was understood in the place where it counts most.
  public mutating func explanation(
    of phrase: Phrase, foundBy tier: Tier
  ) -> [WordExplanation] {
    switch tier {
    case .exact: query.explanation(of: phrase)
    case .fuzzySound: fuzzyQuery().explanation(of: phrase)
    case .typo, .gapped: []
    }
  }

  private mutating func fuzzyQuery() -> Query {
    if let fuzzy { return fuzzy }
    let made = Query(query.text, options: query.options, isFuzzy: true)
    fuzzy = made
    return made
  }

  private mutating func matcher(for tier: Tier) -> ForgivingMatcher? {
    if let known = matchers[tier] { return known }
    matchers[tier] = ForgivingMatcher(query, tier: tier)
    return matchers[tier]
  }
}
