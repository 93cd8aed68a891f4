/// What a search knows about the categories of one part.
///
/// Which of them it may look into, and how well each word matches their names, which are searched
/// once a path, not once a phrase.
struct PathGrades: Sendable {
  private let isInScope: [Bool]
  private let words: Int
  /// For each path and word: not searched yet, nowhere, or the grade.
  private var grades: [Grade]

  private enum Grade {
    case unknown
    case none
    case found(Int)
  }

  init(of segment: Segment, in scope: Scope, words: Int) {
    isInScope = segment.paths.map(scope.contains)
    self.words = words
    grades = Array(repeating: .unknown, count: segment.paths.count * words)
  }

  /// Whether the phrase at a position is one that a search shows: live, no draft, in scope.
  @inline(__always)
  func isVisible(_ position: Int, in part: Part) -> Bool {
    isInScope[Int(part.segment.pathIDs[position])] && !part.segment.isDraft(position)
      && (part.hiddenCount == 0 || !part.isHidden(position))
  }

  mutating func grade(
    ofWord word: Int, path: Int, in segment: Segment, _ query: Query
  ) -> Int? {
    let index = path * words + word
    if case .unknown = grades[index] {
      let best = query.withScanner(of: segment.pathUnits[path]) { scanner in
        scanner.categoryGrade(of: scanner.words[word])
      }
      grades[index] = best.flatMap(\.self).map(Grade.found) ?? .none
    }
    if case .found(let grade) = grades[index] { return grade }
    return nil
  }
}

extension UnitScanner {
  /// The best grade that a word has in the names of a path.
  fileprivate mutating func categoryGrade(of word: QueryWord) -> Int? {
    var best: Int?
    var start = 0
    while start < units.count {
      let end = fieldEnd(from: start)
      if let grade = grade(of: word, in: start..<end, .category) {
        best = max(best ?? .min, grade)
      }
      start = end + 1
    }
    return best
  }
}
