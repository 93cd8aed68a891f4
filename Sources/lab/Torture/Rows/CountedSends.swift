import Foundation
import Store

/// S6: every acknowledged send is counted, whoever is killed meanwhile.
struct CountedSends: TortureTest {
  static let row = "S6"
  static let claim =
    "eight processes count every send; who is killed loses at most the unacknowledged one"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let processes = 8
  private static let killed = 4

  /// How one process fared: what it acknowledged, and what is there.
  private struct Count {
    var acknowledged: Int
    var rows: Int
    var wasKilled: Bool
  }

  func run() throws -> Report {
    let sends = plan.count(10_000)
    var bounds = Bounds("S6 counting")
    let whole = try round(sends, killing: 0)
    bounds.add(
      "rows of \(CountedSends.processes) x \(sends.grouped) sends",
      whole.reduce(0) { $0 + $1.rows },
      is: CountedSends.processes * sends)
    let struck = try round(sends, killing: CountedSends.killed)
    bounds.add(
      "processes killed in the second round", struck.count(where: \.wasKilled),
      is: CountedSends.killed)
    let survivors = struck.filter { !$0.wasKilled }
    bounds.add(
      "rows of those that lived", survivors.reduce(0) { $0 + $1.rows },
      is: survivors.count * sends)
    let victims = struck.filter(\.wasKilled)
    bounds.add("acknowledged to those that were killed", victims.reduce(0) { $0 + $1.acknowledged })
    bounds.add(
      "of these missing", victims.reduce(0) { $0 + max(0, $1.acknowledged - $1.rows) }, is: 0)
    bounds.add(
      "rows without acknowledgement, beyond one each",
      victims.reduce(0) { $0 + max(0, $1.rows - $1.acknowledged - 1) }, is: 0)
    return bounds.report
  }

  private func round(_ sends: Int, killing victims: Int) throws -> [Count] {
    let program = try DeskProgram(plan.program)
    let path = try program.storePath()
    let home = program.home
    try Store.open(at: path).close()
    var random = plan.random(600 + UInt64(victims))
    let tallies = try (0..<CountedSends.processes).map { try Tally(path: "\(home)/tally\($0)") }
    // Anywhere between the first send and the last.
    var due = (0..<victims).map {
      (number: $0, at: Int.random(in: 1...sends * 9 / 10, using: &random))
    }
    let runs = TortureWorker.run(
      CountedSends.processes,
      {
        [
          "count", "--store", path, "--tally", "\(home)/tally\($0)", "--number", "\($0)",
          "--sends", "\(sends)",
        ]
      }, seconds: 580,
      meanwhile: {
        for victim in due where tallies[victim.number].count >= victim.at {
          kill(tallies[victim.number].process, SIGKILL)
        }
        due.removeAll { tallies[$0.number].count >= $0.at }
      })
    let store = try Store.open(at: path)
    defer { store.close() }
    let rows = Dictionary(grouping: try store.sends(since: 0), by: \.key).mapValues(\.count)
    return try runs.enumerated().map { number, run in
      let wasKilled = run.ending == .killed(signal: SIGKILL)
      guard wasKilled || run.isDone else { throw LabFailure("a worker ended with \(run.summary)") }
      return Count(
        acknowledged: tallies[number].count, rows: rows[CountWorker.key(number), default: 0],
        wasKilled: wasKilled)
    }
  }
}
