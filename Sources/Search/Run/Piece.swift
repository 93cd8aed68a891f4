/// A piece of one field that a word of a query stands for.
struct Piece {
  let field: Field
  /// Index into ``Query/words``.
  let word: Int
  let closeness: Closeness
  /// What the word counts in that field, at its best place there.
  let grade: Int
  /// Counted from the beginning of the field.
  let units: Range<Int>
}

extension Query {
  /// What the words stand for in a phrase, field by field, each in ascending order.
  func pieces(at position: Int, of segment: Segment) -> [Piece] {
    var pieces: [Piece] = []
    find(&pieces, at: position, of: segment)
    return pieces
  }

  /// Replaces pieces of another phrase; see ``pieces(at:of:)``.
  ///
  /// They are read off the units that were searched. In the text, initials are left out when the
  /// word stands somewhere better: they are found in almost every text, and mean nothing there.
  func find(_ pieces: inout [Piece], at position: Int, of segment: Segment) {
    pieces.removeAll(keepingCapacity: true)
    let path = Int(segment.pathIDs[position])
    let names = Int(segment.pathStarts[path])..<Int(segment.pathStarts[path + 1])
    _ = withScanner(of: segment.pathUnits) { scanner in
      scanner.addPieces(inNames: names, of: segment.paths[path], to: &pieces)
    }
    let fields = segment.fields(at: position)
    _ = withScanner(of: segment.units) { scanner in
      scanner.addPieces(inHead: fields.head, to: &pieces)
      scanner.addPieces(inText: fields.text, to: &pieces)
    }
    pieces.sort {
      ($0.field.order, $0.word, $0.units.lowerBound)
        < ($1.field.order, $1.word, $1.units.lowerBound)
    }
  }
}

extension UnitScanner {
  fileprivate mutating func addPieces(inHead head: Range<Int>, to pieces: inout [Piece]) {
    for word in words.indices {
      addPieces(of: word, inFields: head, to: &pieces) { Field.inHead($0) }
    }
  }

  fileprivate mutating func addPieces(
    inNames names: Range<Int>, of path: CategoryPath, to pieces: inout [Piece]
  ) {
    for word in words.indices {
      addPieces(of: word, inFields: names, to: &pieces) { path.field(ofName: $0) }
    }
  }

  /// Adds the pieces in fields that follow each other, each ended by a unit of its own.
  private mutating func addPieces(
    of index: Int, inFields fields: Range<Int>, to pieces: inout [Piece],
    field: (_ index: Int) -> Field
  ) {
    let word = words[index]
    var start = fields.lowerBound
    var fieldIndex = 0
    // Most fields hold none: one walk leads to the first that does.
    while let first = self.start(
      of: word, tables[word.tables.lowerBound], in: start..<fields.upperBound)
    {
      var end = fieldEnd(from: start)
      while end < first {
        start = end + 1
        end = fieldEnd(from: start)
        fieldIndex += 1
      }
      let field = field(fieldIndex)
      if let grade = grade(of: word, in: start..<end, field.place),
        let table = closestTable(of: word, among: word.tables, in: start..<end)
      {
        addPieces(of: index, table, in: start..<end, of: field, grade, to: &pieces)
      }
      start = end + 1
      fieldIndex += 1
      if start >= fields.upperBound { break }
    }
  }

  fileprivate mutating func addPieces(inText text: Range<Int>, to pieces: inout [Piece]) {
    for index in words.indices {
      let word = words[index]
      guard let table = closestTable(of: word, among: word.tables, in: text) else { continue }
      if table.closeness == .initials, pieces.contains(where: { $0.word == index }) { continue }
      let grade = Ranking.grade(.inside, in: .text, table.closeness)
      addPieces(of: index, table, in: text, of: .text, grade, to: &pieces)
    }
  }

  /// Adds where a word stands in a field, in the closest way it does: once if only by initials,
  /// which would otherwise be everywhere; else every time, without overlaps.
  private mutating func addPieces(
    of index: Int, _ table: QueryWord.Table, in range: Range<Int>, of field: Field, _ grade: Int,
    to pieces: inout [Piece]
  ) {
    let word = words[index]
    var left = range
    while var start = start(of: word, table, in: left) {
      var length: Int?
      while start < range.upperBound, length == nil {
        length = self.length(of: word, table, from: start, limit: range.upperBound)
        start += length ?? 1
      }
      guard let length else { break }
      let end = start - range.lowerBound
      pieces.append(
        Piece(
          field: field, word: index, closeness: table.closeness, grade: grade,
          units: end - length..<end))
      if table.closeness == .initials { break }
      left = start..<range.upperBound
    }
  }
}

extension CategoryPath {
  /// Which name is the one at an index among those that are not empty; see ``Segment/pathUnits``.
  fileprivate func field(ofName index: Int) -> Field {
    var left = index
    if !department.isEmpty {
      if left == 0 { return .department }
      left -= 1
    }
    return left == 0 && !category.isEmpty ? .category : .subcategory
  }
}
