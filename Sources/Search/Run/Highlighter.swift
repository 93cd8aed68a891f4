import Phrases

/// Tells where in phrases a query was found, whichever pass found them.
///
/// What a pass needs to tell is compiled with its first phrase; so one highlighter is made for all
/// phrases that are shown together. For the pass that finds nearly all, that is nothing: the query
/// walks the units that the library holds once more.
public struct Highlighter: Sendable {
  private let query: Query
  private var fuzzy: Query?
  private var matchers: [Tier: ForgivingMatcher] = [:]
  private var room = MatchRoom()

  public init(_ query: Query) {
    self.query = query
  }

  /// Where the words of the query stand in a phrase of a library, which must be a live one: the
  /// field that counted most first.
  public mutating func matches(
    of number: PhraseNumber, in library: Library, foundBy tier: Tier
  ) -> [Match] {
    let (segment, position) = library.place(of: number)
    switch tier {
    case .exact: return room.matches(of: query, at: position, of: segment)
    case .fuzzySound:
      let fuzzy = fuzzyQuery()
      return room.matches(of: fuzzy, at: position, of: segment)
    case .typo, .gapped:
      return matcher(for: tier)?.matches(at: position, of: segment) ?? []
    }
  }

  /// Where the words of the query stand in a phrase that no library holds as it is.
  public mutating func matches(in phrase: Phrase, foundBy tier: Tier) -> [Match] {
    matches(of: PhraseNumber(rawValue: 0), in: Library([phrase]), foundBy: tier)
  }

  /// For each word how it was understood in the place where it counts most.
  public mutating func explanation(
    of number: PhraseNumber, in library: Library, foundBy tier: Tier
  ) -> [WordExplanation] {
    let (segment, position) = library.place(of: number)
    return switch tier {
    case .exact: query.explanation(at: position, of: segment)
    case .fuzzySound: fuzzyQuery().explanation(at: position, of: segment)
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

/// The room that finding the matches takes, used for one phrase after the other.
private struct MatchRoom {
  private var pieces: [Piece] = []
  private var fields: [PiecesOfField] = []

  mutating func matches(
    of query: Query, at position: Int, of segment: Segment
  ) -> [Match] {
    query.find(&pieces, at: position, of: segment)
    fields.removeAll(keepingCapacity: true)
    for (index, piece) in pieces.enumerated() {
      if let last = fields.indices.last, fields[last].field == piece.field {
        fields[last].grade = max(fields[last].grade, piece.grade)
        fields[last].pieces = fields[last].pieces.lowerBound..<index + 1
      } else {
        fields.append(PiecesOfField(piece, at: index))
      }
    }
    fields.sort { ($1.grade, $0.field.order) < ($0.grade, $1.field.order) }
    return fields.map { found in
      var units = pieces[found.pieces].map(\.units)
      // Of several words, one may stand before or in another.
      if query.words.count > 1 { units.sort { $0.lowerBound < $1.lowerBound } }
      return Match(
        field: found.field,
        ranges: segment.clusterRanges(covering: units, of: found.field, at: position))
    }
  }
}

/// The pieces of one field.
private struct PiecesOfField {
  let field: Field
  /// The best of them.
  var grade: Int
  /// Where they stand among the pieces of the phrase.
  var pieces: Range<Int>

  init(_ piece: Piece, at index: Int) {
    field = piece.field
    grade = piece.grade
    pieces = index..<index + 1
  }
}

extension Segment {
  /// Where in a field's string pieces of it stand, given their units, by their lower bounds: the
  /// grapheme clusters they lie in, merged where they meet.
  func clusterRanges(
    covering units: [Range<Int>], of field: Field, at position: Int
  ) -> [Range<Int>] {
    guard !isPlain(field, at: position) else { return units.joined }
    return withUTF8(of: field, at: position) {
      UnitFolder.shared.clusterRanges(covering: units, in: $0)
    }
  }
}
