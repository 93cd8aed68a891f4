/// What the reader of a table keeps in mind from row to row: groups that go on, headers that come again, and
/// values in columns without a name.
///
///     var rows = TableRows(header, hints)
///     while !rows.isAtEnd, let record = … {
///       guard rows.admits(&row) else { continue }
///       …
///     }
///     rows.report(to: &builder.log)
package struct TableRows {
  package var unnamed: UnnamedValues
  private var groups: GroupCells
  private var repeats: RepeatedHeaders
  /// Whether another table begins, and nothing more is to be read.
  package private(set) var isAtEnd = false

  package init(_ header: TableHeader, _ hints: ReadingHints) {
    unnamed = UnnamedValues(header)
    groups = GroupCells(header, hints)
    repeats = RepeatedHeaders(header)
  }

  /// Whether a row is a record; if so it gets the groups that go on.
  package mutating func admits(_ row: inout Row) -> Bool {
    switch repeats.look(at: row) {
    case .record:
      groups.fill(&row)
      return true
    case .header: return false
    case .otherTable:
      isAtEnd = true
      return false
    }
  }

  /// To be called once, behind the last row.
  package func report(to log: inout FindingLog) {
    log.row = nil
    unnamed.report(to: &log)
    groups.report(to: &log)
    repeats.report(to: &log)
  }
}
