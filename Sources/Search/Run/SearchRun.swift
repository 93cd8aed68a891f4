/// One search under way: a value that is advanced step by step and can be asked at any time.
///
///     var run = SearchRun(query: "fahuo", library: library, limit: 200)
///     run.finish()
///     for hit in run.result.hits { print(library.phrase(hit.number).title) }
///
/// Drafts are never found.
public struct SearchRun: Sendable {
  public let query: Query
  public let library: Library
  public let scope: Scope
  public let prior: Prior
  /// Whether everything was looked at.
  public private(set) var isFinished = false
  /// The work done so far: units of text looked at, and one for each phrase.
  public private(set) var work = 0

  private var best: BestHits
  private var partIndex = 0
  private var position = 0
  /// What is known of the paths of the part that is being searched.
  private var paths: PathGrades?

  /// Starts a search that keeps the best `limit` hits; the total counts all.
  public init(
    query: Query, library: Library, scope: Scope = .all, prior: Prior = .none, limit: Int
  ) {
    self.query = query
    self.library = library
    self.scope = scope
    self.prior = prior
    best = BestHits(limit: limit)
  }

  public init(query: String, library: Library, scope: Scope = .all, limit: Int) {
    self.init(query: Query(query), library: library, scope: scope, limit: limit)
  }

  public var result: SearchResult { best.result }

  /// Searches on for about `budget` units of work; true when the search is finished.
  ///
  /// It stops after the phrase that used the budget up, so one step can cost as much more as the
  /// longest phrase has units, times the words of the query.
  public mutating func advance(by budget: Int) -> Bool {
    let end = work + max(1, min(budget, .max - work))
    let query = query
    while !isFinished, work < end {
      guard partIndex < library.parts.count else {
        isFinished = true
        break
      }
      let part = library.parts[partIndex]
      var paths =
        self.paths ?? PathGrades(of: part.segment, in: scope, words: query.words.count)
      self.paths = nil
      if query.isEmpty {
        listAll(of: part, paths, until: end)
      } else {
        _ = query.withScanner(of: part.segment.units) { scanner in
          search(part, with: &scanner, &paths, until: end)
        }
      }
      if position == part.segment.count {
        partIndex += 1
        position = 0
      } else {
        self.paths = paths
      }
    }
    if partIndex == library.parts.count { isFinished = true }
    return isFinished
  }

  /// Searches to the end.
  public mutating func finish() {
    while !advance(by: .max) {}
  }

  private mutating func listAll(of part: Part, _ paths: PathGrades, until end: Int) {
    while position < part.segment.count, work < end {
      work += 1
      if paths.isVisible(position, in: part) {
        best.insert(score: 0, number: part.number(at: position))
      }
      position += 1
    }
  }

  private mutating func search(
    _ part: Part, with scanner: inout UnitScanner, _ paths: inout PathGrades, until end: Int
  ) {
    let start = work - scanner.scanned
    var visited = 0
    while position < part.segment.count, work < end {
      if paths.isVisible(position, in: part),
        let score = score(part.segment, with: &scanner, &paths)
      {
        best.insert(score: score, number: part.number(at: position))
      }
      position += 1
      visited += 1
      work = start + scanner.scanned + visited
    }
  }

  /// The score of the phrase at `position`; nil when one of the words is nowhere in it.
  private func score(
    _ segment: Segment, with scanner: inout UnitScanner, _ paths: inout PathGrades
  ) -> Int? {
    let fields = segment.fields(at: position)
    var grades = 0
    for index in scanner.words.indices {
      let word = scanner.words[index]
      var grade =
        scanner.finds(word, in: fields.head)
        ? scanner.headGrade(of: word, in: fields.head) : nil
      if grade ?? .min < Ranking.bestCategoryGrade {
        let path = Int(segment.pathIDs[position])
        if let found = paths.grade(ofWord: index, path: path, in: segment, query) {
          grade = max(grade ?? .min, found)
        }
      }
      if grade == nil,
        let table = scanner.closestTable(of: word, among: word.textTables, in: fields.text)
      {
        grade = Ranking.grade(.inside, in: .text, table.closeness)
      }
      guard let grade else { return nil }
      grades += grade
    }
    let title = scanner.fieldEnd(from: fields.head.lowerBound)
    let titleRange = fields.head.lowerBound..<title
    if let joined = query.joined,
      let grade = scanner.grade(of: joined, in: titleRange, .title)
    {
      grades = max(grades, grade * scanner.words.count)
    }
    return Ranking.score(
      grades: grades, words: scanner.words.count, titleLength: titleRange.count)
  }
}

extension Segment {
  /// Where the units of a phrase lie: its short fields, and its text.
  @inline(__always)
  fileprivate func fields(at position: Int) -> (head: Range<Int>, text: Range<Int>) {
    let start = Int(unitStarts[2 * position])
    let text = Int(unitStarts[2 * position + 1])
    return (start..<text, text..<Int(unitStarts[2 * position + 2]) - 1)
  }
}

extension UnitScanner {
  /// Where the field that starts at `start` ends.
  func fieldEnd(from start: Int) -> Int {
    var end = start
    while units[end] > Unit.keywordEnd { end += 1 }
    return end
  }

  /// The best grade that a word has in title, code or one of the keywords.
  fileprivate mutating func headGrade(of word: QueryWord, in head: Range<Int>) -> Int? {
    var best: Int?
    var start = head.lowerBound
    var field = Ranking.Field.title
    while start < head.upperBound {
      let end = fieldEnd(from: start)
      if best ?? .min < Ranking.bestGrade(in: field),
        let grade = grade(of: word, in: start..<end, field)
      {
        best = max(best ?? .min, grade)
      }
      field = field == .title ? .code : .keyword
      start = end + 1
    }
    return best
  }
}
