import GRDB
import Phrases

/// A report that is kept until somebody takes it up.
public struct KeptReport: Hashable, Sendable {
  public var report: PhraseReport
  /// When it was made, in seconds since 1970 (UTC).
  public var time: Int64

  public init(_ report: PhraseReport, time: Int64) {
    self.report = report
    self.time = time
  }
}

/// The rows of the table `report`.
enum ReportRows {
  static let columns = "row, time, kind, source, id, title, remark, checksum"

  static func append(_ kept: KeptReport, in database: Database) throws {
    let statement = try database.makeStatement(
      sql: """
        INSERT INTO report (time, kind, source, id, title, remark, checksum)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    try statement.bind(kept.time, at: 1)
    try statement.bind(kept.report.kind.rawValue, at: 2)
    try statement.bind(kept.report.key?.source, at: 3)
    try statement.bind(kept.report.key?.id, at: 4)
    try statement.bind(kept.report.title, at: 5)
    try statement.bind(kept.report.remark, at: 6)
    try statement.bind(kept.checksum, at: 7)
    _ = try statement.step()
  }

  /// Those from a time on, the oldest first; none in a store of a schema that knew none.
  static func since(_ time: Int64, in database: Database) throws -> [KeptReport] {
    guard try ArrangementRows.isThere(in: database) else { return [] }
    let statement = try database.makeStatement(
      sql: "SELECT \(columns) FROM report WHERE time >= ? ORDER BY time, row")
    try statement.bind(time, at: 1)
    var reports: [KeptReport] = []
    while try statement.step() {
      guard let report = report(in: statement) else {
        throw PhraseRows.Unreadable(
          row: StoreRow(table: "report", number: statement.integer(0) ?? 0))
      }
      reports.append(report)
    }
    return reports
  }

  /// The report in a row of ``columns``; nil where it holds something else.
  static func report(in row: Statement) -> KeptReport? {
    guard let time = row.integer(1), let kind = row.text(2).flatMap(PhraseReport.Kind.init),
      let title = row.text(5), let remark = row.text(6), row.isNull(3) == row.isNull(4)
    else { return nil }
    var key: PhraseKey?
    if !row.isNull(3) {
      guard let source = row.text(3), let id = row.text(4) else { return nil }
      key = PhraseKey(source: source, id: id)
    }
    let report = PhraseReport(kind: kind, key: key, title: title, remark: remark)
    let kept = KeptReport(report, time: time)
    return row.integer(7) == kept.checksum ? kept : nil
  }
}

extension KeptReport {
  fileprivate var checksum: Int64 {
    var checksum = Checksum()
    checksum.add(UInt64(bitPattern: time))
    for text in [report.kind.rawValue, report.key?.source, report.key?.id, report.title] {
      checksum.add(text)
    }
    checksum.add(report.remark)
    return Int64(bitPattern: checksum.value)
  }
}
