/// Collects what is found while a file is read, by byte offset.
struct FindingLog {
  struct Entry {
    let problem: Finding.Problem
    let offset: Int
    var columnName: String?
    /// The offset of the other one, where two things do not go together.
    var related: Int?
  }

  /// Errors in the order of the file, no more than are shown.
  private(set) var errors: [Entry] = []
  private(set) var errorCount = 0
  private(set) var warnings: [Entry] = []

  mutating func add(
    _ problem: Finding.Problem, at offset: Int, columnName: String? = nil, related: Int? = nil
  ) {
    let entry = Entry(
      problem: problem, offset: offset, columnName: columnName, related: related)
    if problem.severity == .warning {
      warnings.append(entry)
      return
    }
    errorCount += 1
    if errors.count < KnowledgeBaseError.keptFindings { errors.append(entry) }
  }

  /// The entries with lines and columns, in the order of the file.
  static func located(_ entries: [Entry], in text: SourceBytes) -> [Finding] {
    guard !entries.isEmpty else { return [] }
    var lines: [Int: Int] = [:]
    var cursor = PlaceCursor(text: text)
    for offset in Set(entries.compactMap(\.related)).sorted() {
      lines[offset] = cursor.place(of: offset).line
    }
    cursor = PlaceCursor(text: text)
    return entries.sorted { $0.offset < $1.offset }.map { entry in
      let place = cursor.place(of: entry.offset)
      return Finding(
        problem: entry.problem, line: place.line, column: place.column,
        columnName: entry.columnName, relatedLine: entry.related.flatMap { lines[$0] })
    }
  }
}

/// A finding after which reading cannot go on.
struct Fault: Error {
  let problem: Finding.Problem
  let offset: Int
  var columnName: String?
}
