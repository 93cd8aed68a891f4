/// Tells which column each header of a file is.
package struct ColumnNames {
  private let mapped: [String: PhraseColumn]
  private let remembered: [String: PhraseColumn]
  private let taken: Set<PhraseColumn>

  package init(_ hints: ReadingHints) {
    func byName(_ mapping: ColumnMapping) -> [String: PhraseColumn] {
      var names: [String: PhraseColumn] = [:]
      for (column, header) in mapping.headers { names[PhraseColumn.folded(header)] = column }
      return names
    }
    mapped = byName(hints.columns)
    remembered = byName(hints.remembered)
    taken = Set(hints.columns.headers.keys)
  }

  /// How well a header names a column: the smaller the better.
  package struct Rank: Hashable, Comparable, Sendable {
    private let number: Int

    /// A person said so.
    static let mapped = Rank(number: 0)
    /// It was so before.
    static let remembered = Rank(number: 1)
    /// The column's own name.
    static let own = Rank(number: 2)
    /// The same with marks around it.
    static let marked = Rank(number: 3)

    static func foreign(_ place: Int) -> Rank { Rank(number: 4 + place) }

    private init(number: Int) { self.number = number }

    package static func < (left: Rank, right: Rank) -> Bool { left.number < right.number }

    /// Whether the name is another tool's, or another person's.
    package var isForeign: Bool { number >= 4 }
  }

  /// The column that `header` may name, and how well; nil when it is none that is known.
  ///
  /// A mapping comes before a column's own names: what is mapped no longer goes by them.
  package func candidate(_ header: String) -> (column: PhraseColumn, rank: Rank)? {
    // A text, and not worth folding: a header with its explanation is shorter.
    guard header.utf8.count <= 240 || !mapped.isEmpty else { return nil }
    let folded = PhraseColumn.folded(header)
    if let column = mapped[folded] { return (column, .mapped) }
    guard header.utf8.count <= 240, let (column, rank) = named(folded), !taken.contains(column)
    else { return nil }
    return (column, rank)
  }

  /// The column of a folded header that nobody mapped.
  private func named(_ folded: String) -> (column: PhraseColumn, rank: Rank)? {
    if let column = remembered[folded] { return (column, .remembered) }
    if let column = PhraseColumn.byName[folded] { return (column, .own) }
    let loose = HeaderNames.loose(folded: folded)
    let found: (column: PhraseColumn, rank: Rank)? =
      HeaderNames.own[loose].map { ($0, .marked) }
      ?? HeaderNames.byName[loose].map { ($0.column, .foreign($0.rank)) }
    guard let found, !HeaderNames.isDisowned(folded: folded) else { return nil }
    return found
  }

  /// The column of each header; where several name one, the best does, of equals the first.
  package func columns(of headers: [String]) -> (columns: [PhraseColumn?], rivals: [Rivals]) {
    var best: [PhraseColumn: (index: Int, rank: Rank)] = [:]
    var others: [PhraseColumn: [Int]] = [:]
    for (index, header) in headers.enumerated() {
      guard let (column, rank) = candidate(header) else { continue }
      guard let former = best[column] else {
        best[column] = (index, rank)
        continue
      }
      others[column, default: []].append(rank < former.rank ? former.index : index)
      if rank < former.rank { best[column] = (index, rank) }
    }
    takeLetters(headers, &best)
    var columns = [PhraseColumn?](repeating: nil, count: headers.count)
    for (column, found) in best { columns[found.index] = column }
    let rivals = others.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { column, indexes in
      best[column].map { found in
        Rivals(
          column: column, taken: headers[found.index], others: indexes.map { headers[$0] },
          indexes: indexes)
      }
    }
    return (columns, rivals)
  }

  /// Headers that name one column.
  package struct Rivals: Hashable, Sendable {
    package let column: PhraseColumn
    package let taken: String
    package let others: [String]
    package let indexes: [Int]
  }

  /// `Q` and `A` are a question and its answer where both are there, and nothing alone.
  private func takeLetters(
    _ headers: [String], _ best: inout [PhraseColumn: (index: Int, rank: Rank)]
  ) {
    guard headers.count > 1, best[.text] == nil || best[.title] == nil else { return }
    let used = Set(best.values.map(\.index))
    let letters = headers.indices.map { index in
      used.contains(index) || headers[index].utf8.count > 240
        ? "" : HeaderNames.loose(headers[index])
    }
    guard let question = letters.firstIndex(of: "q"), let answer = letters.firstIndex(of: "a")
    else { return }
    if best[.title] == nil, !taken.contains(.title) { best[.title] = (question, .foreign(0)) }
    if best[.text] == nil, !taken.contains(.text) { best[.text] = (answer, .foreign(0)) }
  }
}
