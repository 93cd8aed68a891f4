/// How well each word of a query matches the category names of one segment.
///
/// Names are searched once a path, not once a phrase.
struct PathGrades: Sendable {
  /// For each path and word the grade, or ``none``.
  private var grades: [Int32]
  private let wordCount: Int
  /// For each path whether its names hold a word that is excluded; empty when none is.
  private var excluded: [Bool]
  /// The best grade that each word has in any path, or ``none``.
  private var best: [Int32]
  /// The work it took so far, in units.
  private(set) var work = 0
  /// Whether all is known.
  private(set) var isFinished = false

  /// The word that is looked for next, those that are excluded after the others, and from where on.
  private var word = 0
  private var path = 0

  private static let none = Int32.min
  /// What grading a name costs beside looking for the word, in units.
  private static let gradingUnits = 160

  /// Begins: nothing is known before ``advance(of:in:until:)``.
  init(of query: Query, in segment: Segment) {
    wordCount = query.words.count
    grades = [Int32](repeating: PathGrades.none, count: segment.paths.count * wordCount)
    best = [Int32](repeating: PathGrades.none, count: wordCount)
    excluded =
      query.excluded.isEmpty ? [] : [Bool](repeating: false, count: segment.paths.count)
  }

  /// Goes on until all is known, or the work exceeds `end`.
  mutating func advance(of query: Query, in segment: Segment, until end: Int) {
    guard !isFinished else { return }
    let start = work
    var graded = 0
    let words = wordCount + query.excluded.count
    let isDone = query.withScanner(of: segment.pathUnits) { scanner in
      while word < words {
        guard path < segment.paths.count else {
          (word, path) = (word + 1, 0)
          continue
        }
        guard work < end else { return false }
        if look(for: query, in: segment, with: &scanner) { graded += 1 }
        work = start + scanner.scanned + graded * PathGrades.gradingUnits
      }
      return true
    }
    isFinished = isDone ?? true
  }

  /// Looks for the word in the next names that hold it; false where there are none.
  @inline(__always)
  private mutating func look(
    for query: Query, in segment: Segment, with scanner: inout UnitScanner
  ) -> Bool {
    let isExcluded = word >= wordCount
    let wanted = isExcluded ? query.excluded[word - wordCount] : scanner.words[word]
    guard let (found, start) = scanner.nextPath(with: wanted, from: &path, in: segment) else {
      return false
    }
    path = found + 1
    if isExcluded {
      excluded[found] = true
    } else if let grade = scanner.categoryGrade(of: wanted, path: found, from: start, in: segment) {
      grades[found * wordCount + word] = Int32(grade)
      best[word] = max(best[word], Int32(grade))
    }
    return true
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
  /// The first path from one on in whose names a word stands, and where it first starts there.
  ///
  /// Without one, `path` is the first that was not looked at. One walk leads from one to the next:
  /// no piece goes over the end of a name.
  @inline(__always)
  fileprivate mutating func nextPath(
    with word: QueryWord, from path: inout Int, in segment: Segment
  ) -> (path: Int, start: Int)? {
    let starts = segment.pathStarts
    // Where a long word starts is known within its own names only.
    let end = word.isLong ? path + 1 : segment.paths.count
    guard
      let start = start(
        of: word, tables[word.tables.lowerBound], in: Int(starts[path])..<Int(starts[end]))
    else {
      path = end
      return nil
    }
    var found = path
    while Int(starts[found + 1]) <= start { found += 1 }
    return (found, start)
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
