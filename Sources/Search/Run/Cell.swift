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
  /// For several words: those that may have all of them in title, code or keywords.
  case heads
  /// All others.
  case rest

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

  static let forOneWord: [Cell] = {
    var cells = [Cell.boosted, .unknown]
    for place in Place.allCases {
      // What a category matches is known from its name, for all of its phrases.
      let levels = place == .category ? [.initials] : ParseGraph.Level.allCases
      cells += levels.map { .place(place, $0) }
    }
    let grades = cells.map { $0.bestGrade(words: 1) }
    return cells.indices.sorted { (grades[$1], $0) < (grades[$0], $1) }.map { cells[$0] }
  }()

  static let forWords: [Cell] = [.boosted, .unknown, .heads, .rest]

  /// The best grade that a phrase in the cell can have, for a query of so many words.
  func bestGrade(words: Int) -> Int {
    switch self {
    case .boosted, .unknown, .heads: return Ranking.bestGrade(in: .title) + Ranking.priorLimit
    case .place(.category, _): return Ranking.bestCategoryGrade
    case .place(let place, let level):
      let closeness: Closeness =
        switch level {
        case .literal: .literal
        case .sound: .spelled
        case .initials: .initials
        }
      return place.best - Ranking.remoteness(closeness)
    case .rest:
      return (Ranking.bestGrade(in: .title) * (words - 1) + Ranking.bestCategoryGrade) / words
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
    case .wordStart: Ranking.place(.wordStart, in: .title)
    case .inside: Ranking.place(.inside, in: .title)
    case .category: Ranking.place(.whole, in: .category)
    case .text: Ranking.place(.inside, in: .text)
    }
  }
}
