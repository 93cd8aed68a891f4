/// The figures of one row, each with its bound, and which of them do not hold.
struct Bounds {
  private var table: Table
  private var broken: [String] = []
  private var complaints: [String] = []
  /// So many complaints are printed in full.
  private static let mostComplaints = 8

  init(_ row: String) { table = Table([row, "bound", "found", "holds"]) }

  /// A figure that nothing is said of.
  mutating func add(_ name: String, _ found: String) { table.add(name, "", found, "") }

  mutating func add(_ name: String, _ found: Int) { add(name, found.grouped) }

  /// A figure that has to be exactly this.
  mutating func add(_ name: String, _ found: Int, is bound: Int) {
    add(name, found.grouped, "= \(bound.grouped)", found == bound)
  }

  mutating func add(_ name: String, _ found: Int, atLeast bound: Int) {
    add(name, found.grouped, ">= \(bound.grouped)", found >= bound)
  }

  mutating func add(_ name: String, _ found: Duration, under bound: Duration) {
    add(name, found.text, "< \(bound.text)", found < bound)
  }

  mutating func add(_ name: String, megabytes found: Int, under bound: Int) {
    let megabytes = Double(found) / 1_048_576
    add(name, "\((megabytes * 10).rounded() / 10) MB", "< \(bound) MB", found < bound << 20)
  }

  mutating func add(_ name: String, _ found: Int, atMost bound: Int) {
    add(name, found.grouped, "<= \(bound.grouped)", found <= bound)
  }

  mutating func add(_ name: String, percent found: Double, under bound: Double) {
    add(name, "\((found * 1_000).rounded() / 1_000) %", "< \(bound) %", found < bound)
  }

  private mutating func add(_ name: String, _ found: String, _ bound: String, _ holds: Bool) {
    table.add(name, bound, found, holds ? "yes" : "NO")
    if !holds { broken.append("\(name) is \(found), and has to be \(bound)") }
  }

  /// Something that must not have happened, in one sentence.
  mutating func complain(_ sentence: String) { complaints.append(sentence) }

  /// Complaints so far.
  var complaintCount: Int { complaints.count }

  var report: Report {
    var report = Report(tables: [table], broken: broken)
    report.broken += complaints.prefix(Bounds.mostComplaints)
    let more = complaints.count - Bounds.mostComplaints
    if more > 0 { report.broken.append("and \(more.grouped) more") }
    return report
  }
}
