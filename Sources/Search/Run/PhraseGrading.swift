extension UnitScanner {
  /// The score of a phrase without its prior; nil when one of the words is nowhere in it.
  ///
  /// Where it is known that the only word stands in title, code and keywords no closer than so,
  /// closer ways are not tried.
  mutating func score(
    _ position: Int, of segment: Segment, _ query: Query, _ paths: PathGrades,
    closest: ParseGraph.Level = .literal
  ) -> Int? {
    let fields = segment.fields(at: position)
    if !query.excluded.isEmpty {
      if paths.excludes(path: Int(segment.pathIDs[position])) { return nil }
      for word in query.excluded
      where finds(word, in: fields.head) || finds(word, in: fields.text) {
        return nil
      }
      if words.isEmpty { return Ranking.scoreOfAll }
    }
    var grades = 0
    for index in words.indices {
      var word = words[index]
      if closest != .literal { word.limitTables(to: closest) }
      var grade = finds(word, in: fields.head) ? headGrade(of: word, in: fields.head) : nil
      if grade ?? .min < Ranking.bestCategoryGrade,
        let found = paths.grade(ofWord: index, path: Int(segment.pathIDs[position]))
      {
        grade = max(grade ?? .min, found)
      }
      if grade == nil,
        let table = closestTable(of: word, among: word.textTables, in: fields.text)
      {
        grade = Ranking.grade(.inside, in: .text, table.closeness)
      }
      guard let grade else { return nil }
      grades += grade
    }
    let title = fields.head.lowerBound..<fieldEnd(from: fields.head.lowerBound)
    if let joined = query.joined, let grade = grade(of: joined, in: title, .title) {
      grades = max(grades, grade * words.count)
    }
    if let run = query.joined.flatMap({ textRunGrade(of: $0, in: fields.text, above: grades) }) {
      grades = run * words.count
    }
    return Ranking.score(grades: grades, words: words.count, titleLength: title.count)
  }

  /// The grade of several words that stand side by side in the text, where their mean is less.
  ///
  /// Not by initials, which are side by side in any text.
  private mutating func textRunGrade(
    of joined: QueryWord, in text: Range<Int>, above grades: Int
  ) -> Int? {
    guard Ranking.gradeOfTextRun(.literal) * words.count > grades else { return nil }
    let tables = joined.tables.dropFirst(joined.tablesOfLevel.initials)
    guard let table = closestTable(of: joined, among: tables, in: text) else { return nil }
    let grade = Ranking.gradeOfTextRun(table.closeness)
    return grade * words.count > grades ? grade : nil
  }

  /// Where the field that starts at `start` ends.
  func fieldEnd(from start: Int) -> Int {
    var end = start
    while units[end] > Unit.keywordEnd { end += 1 }
    return end
  }

  /// The best grade that a word has in title, code or one of the keywords.
  private mutating func headGrade(of word: QueryWord, in head: Range<Int>) -> Int? {
    var best: Int?
    var start = head.lowerBound
    var field = Ranking.Field.title
    let closeness = tables[word.tables.upperBound - 1].closeness
    while start < head.upperBound {
      let end = fieldEnd(from: start)
      if end > start, best ?? .min < Ranking.grade(.whole, in: field, closeness),
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

extension Segment {
  /// Where the units of a phrase lie: its short fields, and its text.
  @inline(__always)
  func fields(at position: Int) -> (head: Range<Int>, text: Range<Int>) {
    let start = Int(unitStarts[2 * position])
    let text = Int(unitStarts[2 * position + 1])
    return (start..<text, text..<Int(unitStarts[2 * position + 2]) - 1)
  }
}
