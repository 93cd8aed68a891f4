import ArgumentParser
import Keeping
import Phrases
import Store

struct Feedback: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "feedback",
    abstract: "What you reported of phrases (Alt+F), for those who keep the list.",
    subcommands: [ExportFeedback.self])
}

struct ExportFeedback: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Writes every report: CSV, or one JSON document.",
    discussion: """
      In CSV a cell that a spreadsheet would run as a formula begins with '. A file that exists is \
      replaced only with --force.

      EXAMPLES
        phrasedesk feedback export
        phrasedesk feedback export reports.csv
      """)

  @Flag(help: "Print one JSON document.")
  var json = false

  @Flag(help: "Replace a file that exists.")
  var force = false

  @Argument(help: "Where to; - is standard output.")
  var file = "-"

  func run() throws {
    let access = SourceAccess(Context(), mode: .readOnly)
    defer { access.close() }
    let reports = try access.attempt { store throws(StoreError) in
      try store.reports()
    } orMissing: {
      []
    }
    let language = access.language
    guard !reports.isEmpty else {
      throw CommandFailure(.nothing, MineSentence.noReports.sentence(language))
    }
    let entries = reports.map(ReportEntry.init)
    let bytes =
      json
      ? try JSONOutput.document(ReportsDocument(reports: entries))
      : ReportEntry.table(entries, withBOM: NamedFile.isOrdinary(file))
    if file == "-" { return try Output.document(bytes) }
    try NamedFile.write(bytes, to: file, replacing: force, language)
    try Output.line(MineSentence.reportsWritten(reports.count, file).sentence(language))
  }
}

/// The form of `feedback export --json`.
private struct ReportsDocument: Encodable {
  let reports: [ReportEntry]
}

/// A report, as it is given out.
struct ReportEntry: Encodable {
  /// As `2026-11-30 09:05`, on the wall here.
  let time: String
  let kind: String
  /// Of the phrase; empty where one is missing.
  let source: String
  let id: String
  let title: String
  let remark: String

  init(_ kept: KeptReport) {
    time = LocalTime(of: kept.time).description
    kind = kept.report.kind.rawValue
    source = kept.report.key?.source ?? ""
    id = kept.report.key?.id ?? ""
    title = kept.report.title
    remark = kept.report.remark
  }

  /// As CSV with a header, for a spreadsheet.
  fileprivate static func table(_ entries: [ReportEntry], withBOM hasBOM: Bool) -> [UInt8] {
    var bytes: [UInt8] = hasBOM ? [0xEF, 0xBB, 0xBF] : []
    func record(_ cells: [String]) {
      for (index, cell) in cells.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes += CSVCell.written(
          SpreadsheetGuard.written(cell, isGuarded: true), delimiter: UInt8(ascii: ","))
      }
      bytes += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
    }
    record(["time", "kind", "source", "id", "title", "remark"])
    for entry in entries {
      record([entry.time, entry.kind, entry.source, entry.id, entry.title, entry.remark])
    }
    return bytes
  }
}
