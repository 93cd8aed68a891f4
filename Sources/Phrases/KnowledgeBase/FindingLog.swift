/// Collects what is found while a file is read.
///
/// Where is a number that rises through the file and whose meaning is its ``FileFormat``'s: a byte in a
/// text. It becomes a place when the file was read, since most files have nothing to be found in them.
package struct FindingLog {
  package struct Entry {
    package let problem: Finding.Problem
    let offset: Int
    var columnName: String?
    var row: Int?
    var id: String?
    var title: String?
    /// The offset of the other one, where two things do not go together, and its row.
    var related: Int?
    var relatedRow: Int?
  }

  /// The record that is being read, as a spreadsheet counts them; nil before the first and behind the last.
  package var row: Int?
  /// Errors in the order of the file, no more than are shown.
  package private(set) var errors: [Entry] = []
  package private(set) var errorCount = 0
  private(set) var warnings: [Entry] = []

  package mutating func add(
    _ problem: Finding.Problem, at offset: Int, columnName: String? = nil, related: Int? = nil
  ) {
    add(
      Entry(problem: problem, offset: offset, columnName: columnName, row: row, related: related))
  }

  mutating func add(_ entry: Entry) {
    if entry.problem.severity != .error {
      warnings.append(entry)
      return
    }
    errorCount += 1
    if errors.count < KnowledgeBaseError.keptFindings { errors.append(entry) }
  }

  /// Gives an id to what was found in the record that is being read.
  ///
  /// Afterwards, because the id may stand anywhere in it.
  package mutating func nameRow(_ id: String) {
    guard let row, !id.isEmpty else { return }
    FindingLog.name(row, id, in: &errors)
    FindingLog.name(row, id, in: &warnings)
  }

  private static func name(_ row: Int, _ id: String, in entries: inout [Entry]) {
    for index in entries.indices.reversed() {
      guard entries[index].row == row else { return }
      entries[index].id = id
    }
  }

  /// The entries as findings, in the order of the file; `places` is asked once, for rising offsets.
  static func located(
    _ entries: [Entry], countingItems: Bool, by places: (_ offsets: [Int]) -> [Finding.Place]
  ) -> [Finding] {
    guard !entries.isEmpty else { return [] }
    let offsets = Set(entries.map(\.offset) + entries.compactMap(\.related)).sorted()
    let found = Dictionary(zip(offsets, places(offsets)), uniquingKeysWith: { first, _ in first })
    return entries.sorted { $0.offset < $1.offset }.map { entry in
      Finding(
        problem: entry.problem, place: found[entry.offset] ?? .text(line: 1, column: 1),
        columnName: entry.columnName, row: entry.row, id: entry.id, title: entry.title,
        related: entry.related.flatMap { found[$0] }, relatedRow: entry.relatedRow,
        countsItems: countingItems)
    }
  }
}

/// A finding after which reading cannot go on.
package struct Fault: Error {
  package let problem: Finding.Problem
  package let offset: Int
  package var columnName: String?

  package init(problem: Finding.Problem, offset: Int, columnName: String? = nil) {
    self.problem = problem
    self.offset = offset
    self.columnName = columnName
  }
}
