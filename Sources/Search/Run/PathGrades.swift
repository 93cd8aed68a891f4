/// How well each word of a query matches the category names of one segment.
///
/// Names are searched once a path, not once a phrase. Where a word is found in very many, only
/// which: how well is worked out for the phrases that are looked at, which are few then.
struct PathGrades: Sendable {
  /// For each path and word the grade, ``none`` or ``unknown``.
  private let grades: [Int32]
  private let wordCount: Int
  /// For each path whether its names hold a word that is excluded; empty when none is.
  private let excluded: [Bool]
  /// Whether a word matches any path at all.
  private let isFound: [Bool]
  /// The work it took, in units.
  let work: Int

  private static let none = Int32.min
  private static let unknown = Int32.min + 1
  /// Of so many paths it is worked out how well they match.
  private static let mostGraded = 4_096

  init(of query: Query, in segment: Segment) {
    let count = query.words.count
    wordCount = count
    var grades = [Int32](repeating: PathGrades.none, count: segment.paths.count * count)
    var isFound = [Bool](repeating: false, count: count)
    work =
      query.withScanner(of: segment.pathUnits) { scanner in
        for word in 0..<count {
          let found = scanner.paths(with: scanner.words[word], in: segment)
          isFound[word] = !found.isEmpty
          for path in found {
            grades[path * count + word] =
              found.count > PathGrades.mostGraded
              ? PathGrades.unknown
              : Int32(scanner.categoryGrade(of: scanner.words[word], path: path, in: segment))
          }
        }
        return scanner.scanned
      } ?? 0
    excluded = PathGrades.excluded(by: query, in: segment)
    self.grades = grades
    self.isFound = isFound
  }

  private static func excluded(by query: Query, in segment: Segment) -> [Bool] {
    guard !query.excluded.isEmpty else { return [] }
    var excluded = [Bool](repeating: false, count: segment.paths.count)
    _ = query.withScanner(of: segment.pathUnits) { scanner in
      for word in query.excluded {
        for path in scanner.paths(with: word, in: segment) { excluded[path] = true }
      }
    }
    return excluded
  }

  /// Whether what a path is named holds an excluded word.
  func excludes(path: Int) -> Bool { !excluded.isEmpty && excluded[path] }

  /// Whether the word stands in the names of any path.
  func finds(word: Int) -> Bool { isFound[word] }

  /// Whether the word stands in the names of a path.
  @inline(__always)
  func finds(word: Int, path: Int) -> Bool { grades[path * wordCount + word] != PathGrades.none }

  /// The best grade that the word has in the names of a path; nil where it is not there.
  func grade(ofWord word: Int, path: Int, in segment: Segment, _ query: Query) -> Int? {
    switch grades[path * wordCount + word] {
    case PathGrades.none: nil
    case PathGrades.unknown:
      query.withScanner(of: segment.pathUnits) { scanner in
        scanner.categoryGrade(of: scanner.words[word], path: path, in: segment)
      }
    case let grade: Int(grade)
    }
  }
}

extension UnitScanner {
  /// The paths in whose names a word stands, ascending.
  ///
  /// One walk leads from one to the next: no piece goes over the end of a name.
  fileprivate mutating func paths(with word: QueryWord, in segment: Segment) -> [Int] {
    let starts = segment.pathStarts
    // Where a long word starts is not known that well.
    guard !word.isLong else {
      return segment.paths.indices.filter { finds(word, in: Int(starts[$0])..<Int(starts[$0 + 1])) }
    }
    var found: [Int] = []
    var path = 0
    while let start = start(
      of: word, tables[word.tables.lowerBound],
      in: Int(starts[path])..<Int(starts[segment.paths.count]))
    {
      while Int(starts[path + 1]) <= start { path += 1 }
      found.append(path)
      path += 1
    }
    return found
  }

  /// The best grade that a word has in the names of a path in which it stands.
  fileprivate mutating func categoryGrade(
    of word: QueryWord, path: Int, in segment: Segment
  ) -> Int {
    let range = Int(segment.pathStarts[path])..<Int(segment.pathStarts[path + 1])
    var best = Int(Int32.min) + 2
    var start = range.lowerBound
    while start < range.upperBound {
      let end = fieldEnd(from: start)
      if let grade = grade(of: word, in: start..<end, .category) { best = max(best, grade) }
      start = end + 1
    }
    return best
  }
}
