/// How well each word of a query matches the category names of one segment.
///
/// Names are searched once a path, not once a phrase.
struct PathGrades: Sendable {
  /// For each path and word the grade, or ``none``.
  private let grades: [Int32]
  private let wordCount: Int
  /// For each path whether its names hold a word that is excluded; empty when none is.
  private let excluded: [Bool]
  /// Whether a word matches any path at all.
  private let isFound: [Bool]
  /// The work it took, in units.
  let work: Int

  private static let none = Int32.min

  init(of query: Query, in segment: Segment) {
    let count = query.words.count
    wordCount = count
    var grades = [Int32](repeating: PathGrades.none, count: segment.paths.count * count)
    var isFound = [Bool](repeating: false, count: count)
    work =
      query.withScanner(of: segment.pathUnits) { scanner in
        for path in segment.paths.indices {
          let range = Int(segment.pathStarts[path])..<Int(segment.pathStarts[path + 1])
          for word in 0..<count where scanner.finds(scanner.words[word], in: range) {
            guard let grade = scanner.categoryGrade(of: scanner.words[word], in: range) else {
              continue
            }
            grades[path * count + word] = Int32(grade)
            isFound[word] = true
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
    return query.withScanner(of: segment.pathUnits) { scanner in
      segment.paths.indices.map { path in
        let range = Int(segment.pathStarts[path])..<Int(segment.pathStarts[path + 1])
        return query.excluded.contains { scanner.finds($0, in: range) }
      }
    } ?? []
  }

  /// Whether what a path is named holds an excluded word.
  func excludes(path: Int) -> Bool { !excluded.isEmpty && excluded[path] }

  /// Whether the word stands in the names of any path.
  func finds(word: Int) -> Bool { isFound[word] }

  func grade(ofWord word: Int, path: Int) -> Int? {
    let grade = grades[path * wordCount + word]
    return grade == PathGrades.none ? nil : Int(grade)
  }
}

extension UnitScanner {
  /// The best grade that a word has in the names of a path.
  fileprivate mutating func categoryGrade(of word: QueryWord, in range: Range<Int>) -> Int? {
    var best: Int?
    var start = range.lowerBound
    while start < range.upperBound {
      let end = fieldEnd(from: start)
      if let grade = grade(of: word, in: start..<end, .category) {
        best = max(best ?? .min, grade)
      }
      start = end + 1
    }
    return best
  }
}
