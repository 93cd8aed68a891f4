/// Kinds of candidates, by the best grade that any of them can have: the order of a search.
///
/// A phrase whose title has the word somewhere in the middle cannot beat one whose title begins
/// with it, so it need not be looked at once enough of those are found. A candidate that a cell
/// promises too much of is no harm; it gets the score that it deserves.
enum Cell: Sendable, Equatable {
  /// Those with a prior, whatever they match: few, and out of the order of the others.
  case boosted
  /// Those of which nothing is known.
  case unknown
  /// For one word: those that may have it in that place, found so loosely.
  case place(Place, ParseGraph.Level)
  /// For several words: those that may have all of them in title, code or keywords, one of them in
  /// that place.
  case words(WordsPlace)
  /// All others.
  case rest

  enum WordsPlace: CaseIterable, Sendable {
    /// All of them, in the order typed, may be the title.
    case wholeTitle
    case codeStart
    case titleStart
    case elsewhere
  }

  enum Place: CaseIterable, Sendable {
    /// The whole title or code.
    case whole
    case titleStart
    case codeStart
    case keywordStart
    /// The beginning of a word of the title.
    case wordStart
    /// Anywhere else in title, code or keywords.
    case inside
    case category
    case text
  }

  private static let oneWord: [Cell] = {
    var cells = [Cell.boosted, .unknown]
    for place in Place.allCases {
      // What a category matches is known from its name, for all of its phrases.
      let levels = place == .category ? [.initials] : ParseGraph.Level.allCases
      cells += levels.map { .place(place, $0) }
    }
    return sorted(cells, words: 1, closest: .literal)
  }()

  /// The cells for a query, by ``bestGrade(words:closest:)``.
  static func all(words: Int, closest: ParseGraph.Level) -> [Cell] {
    switch words {
    case 0: [.unknown]
    case 1: oneWord
    default:
      sorted(
        [.boosted, .unknown, .rest] + WordsPlace.allCases.map(Cell.words), words: words,
        closest: closest)
    }
  }

  private static func sorted(
    _ cells: [Cell], words: Int, closest: ParseGraph.Level
  ) -> [Cell] {
    let grades = cells.map { $0.bestGrade(words: words, closest: closest) }
    return cells.indices.sorted { (grades[$1], $0) < (grades[$0], $1) }.map { cells[$0] }
  }

  /// The best grade that a phrase in the cell can have, for a query of so many words, none of which
  /// is anywhere in titles, codes or keywords closer than `closest`.
  func bestGrade(words: Int, closest: ParseGraph.Level) -> Int {
    switch self {
    case .boosted, .unknown: Ranking.bestGrade(in: .title) + Ranking.priorLimit
    case .place(.category, _): Ranking.bestCategoryGrade
    case .place(let place, let level): place.best - Ranking.remoteness(level.closest)
    case .words(let place): place.best - Ranking.remoteness(closest.closest)
    case .rest:
      // The mean, rounded up.
      Ranking.bestGrade(in: .title)
        - (Ranking.bestGrade(in: .title) - Ranking.bestCategoryGrade) / words
    }
  }
}

extension ParseGraph.Level {
  fileprivate var closest: Closeness {
    switch self {
    case .literal: .literal
    case .spelled: .spelled
    case .sound: .unfinished
    case .initials: .initials
    }
  }
}

extension Cell.Place {
  fileprivate var best: Int {
    switch self {
    case .whole: Ranking.place(.whole, in: .title)
    case .titleStart: Ranking.place(.start, in: .title)
    case .codeStart: Ranking.place(.start, in: .code)
    case .keywordStart: Ranking.place(.whole, in: .keyword)
    case .wordStart: Ranking.place(.clauseEnd, in: .title)
    case .inside: Ranking.place(.clauseEnd, in: .title)
    case .category: Ranking.place(.whole, in: .category)
    case .text: Ranking.place(.inside, in: .text)
    }
  }
}

extension Cell.WordsPlace {
  fileprivate var best: Int {
    switch self {
    case .wholeTitle, .codeStart: Ranking.place(.whole, in: .title)
    // All words as one may begin the title.
    case .titleStart: Ranking.place(.start, in: .title)
    case .elsewhere: Ranking.place(.whole, in: .keyword)
    }
  }
}
