/// How well each word of a query matches the category names of one segment.
///
/// Names are searched once a path, not once a phrase.
struct PathGrades: Sendable {
  /// For each path and word the grade, or ``none``.
  private let grades: [Int32]
  private let wordCount: Int
  /// For each path whether its names hold a word that is excluded; empty when none is.
  private let excluded: [Bool]
  /// The best grade that each word has in any path, or ``none``.
  private let best: [Int32]
  /// The work it took, in units.
  let work: Int

  private static let none = Int32.min

  init(of query: Query, in segment: Segment) {
    let count = query.words.count
    wordCount = count
    var grades = [Int32](repeating: PathGrades.none, count: segment.paths.count * count)
    var best = [Int32](repeating: PathGrades.none, count: count)
    work =
      query.withScanner(of: segment.pathUnits) { scanner in
        for word in 0..<count {
          scanner.eachPath(with: scanner.words[word], in: segment) { scanner, path, start in
            guard
              let grade = scanner.categoryGrade(
                of: scanner.words[word], path: path, from: start, in: segment)
            else { return }
            grades[path * count + word] = Int32(grade)
            best[word] = max(best[word], Int32(grade))
          }
        }
        return scanner.scanned
      } ?? 0
    excluded = PathGrades.excluded(by: query, in: segment)
    self.grades = grades
    self.best = best
  }

  private static func excluded(by query: Query, in segment: Segment) -> [Bool] {
    guard !query.excluded.isEmpty else { return [] }
    var excluded = [Bool](repeating: false, count: segment.paths.count)
    _ = query.withScanner(of: segment.pathUnits) { scanner in
      for word in query.excluded {
        scanner.eachPath(with: word, in: segment) { _, path, _ in excluded[path] = true }
      }
    }
    return excluded
  }

  /// Whether what a path is named holds an excluded word.
  func excludes(path: Int) -> Bool { !excluded.isEmpty && excluded[path] }

  /// Whether the word stands in the names of any path.
  func finds(word: Int) -> Bool { best[word] != PathGrades.none }

  /// The best grade that the only word has in any path; nil where it is in none.
  var bestOfOnly: Int? {
    guard best.count == 1, best[0] != PathGrades.none else { return nil }
    return Int(best[0])
  }

  func grade(ofWord word: Int, path: Int) -> Int? {
    let grade = grades[path * wordCount + word]
    return grade == PathGrades.none ? nil : Int(grade)
  }
}

extension UnitScanner {
  /// Calls `body` with the paths in whose names a word stands, ascending, and where it first starts.
  ///
  /// One walk leads from one to the next: no piece goes over the end of a name.
  @inline(__always)
  fileprivate mutating func eachPath(
    with word: QueryWord, in segment: Segment,
    _ body: (_ scanner: inout UnitScanner, _ path: Int, _ start: Int) -> Void
  ) {
    let starts = segment.pathStarts
    let table = tables[word.tables.lowerBound]
    let count = segment.paths.count
    var path = 0
    while path < count {
      // Where a long word starts is known within its own names only.
      let end = word.isLong ? path + 1 : count
      guard let start = start(of: word, table, in: Int(starts[path])..<Int(starts[end])) else {
        path = end
        continue
      }
      while Int(starts[path + 1]) <= start { path += 1 }
      body(&self, path, start)
      path += 1
    }
  }

  /// The best grade that a word has in the names of a path, in which it first starts there.
  fileprivate mutating func categoryGrade(
    of word: QueryWord, path: Int, from first: Int, in segment: Segment
  ) -> Int? {
    let names = Int(segment.pathStarts[path])..<Int(segment.pathStarts[path + 1])
    var best: Int?
    var start = names.lowerBound
    while start < names.upperBound {
      let end = fieldEnd(from: start)
      // The length of a long word is not known that well.
      if end > first || word.isLong, let grade = grade(of: word, in: start..<end, .category) {
        best = max(best ?? .min, grade)
      }
      start = end + 1
    }
    return best
  }
}
