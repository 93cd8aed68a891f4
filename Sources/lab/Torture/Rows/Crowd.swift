import Foundation
import Store

/// S4: a hundred processes share a store, and nobody waits, misses or misreads anything.
struct Crowd: TortureTest {
  static let row = "S4"
  static let claim =
    "a hundred processes on one store, three of them syncing: nobody is told to wait"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let syncing = 3

  func run() throws -> Report {
    let processes = plan.count(100)
    let seconds = plan.count(60)
    let syncEvery = plan.isTenth ? 1 : 5
    let risk = try StoreAtRisk(plan, Editions(size: 1_000, seed: plan.seed), traced: false)
    let old = try risk.program.write(risk.editions.old.csv, to: "old.csv")
    let new = try risk.program.write(risk.editions.new.csv, to: "new.csv")
    try risk.reset()
    // A desk that is open all the while keeps the log from going away with the last worker.
    let store = try Store.open(at: risk.storePath)
    defer { store.close() }
    let storePath = risk.storePath
    var largestLog = 0
    var flips = 0
    let start = ContinuousClock.now
    let runs = try TortureWorker.run(
      processes,
      { number in
        [
          "crowd", "--store", storePath, "--old", old, "--new", new, "--seconds", "\(seconds)",
          "--number", "\(number)",
        ] + (number < Crowd.syncing ? ["--sync-every", "\(syncEvery)"] : [])
      }, seconds: 4 * seconds + 60,
      meanwhile: {
        largestLog = max(largestLog, Crowd.logBytes(storePath))
        // The file changes between any two syncs, to and fro.
        guard ContinuousClock.now - start > .seconds(syncEvery * (flips + 1)) else { return }
        try risk.put(flips.isMultiple(of: 2) ? risk.editions.old.csv : risk.editions.new.csv)
        flips += 1
      })
    let reports = try runs.map { try $0.told(CrowdWorker.Report.self) }
    return try judge(reports, store, largestLog: largestLog, log: Crowd.logBytes(storePath))
  }

  private func judge(
    _ reports: [CrowdWorker.Report], _ store: Store, largestLog: Int, log: Int
  ) throws -> Report {
    func sum(_ count: (CrowdWorker.Report) -> Int) -> Int { reports.reduce(0) { $0 + count($1) } }
    let writes = Crowd.samples(reports.flatMap(\.microseconds))
    let syncs = Crowd.samples(reports.flatMap(\.syncMicroseconds))
    let versions = try store.sources().first?.version ?? 0
    var bounds = Bounds("S4 many processes")
    bounds.add("processes", reports.count, is: plan.count(100))
    bounds.add("sends recorded", sum(\.writes))
    bounds.add("rows of usage", try store.sends(since: 0).count, is: sum(\.writes))
    try judgeOwn(reports, store, &bounds)
    bounds.add("versions brought", sum(\.versions), is: versions - 1)
    bounds.add("times somebody was told that the store is busy", sum(\.busy), is: 0)
    bounds.add("readings of all phrases", sum(\.reads))
    bounds.add("torn readings", sum(\.torn), is: 0)
    bounds.add("recording a send, median", writes.median.text)
    if plan.isTenth {
      bounds.add("recording a send, p99", writes.p99.text)
    } else {
      bounds.add("recording a send, p99", writes.p99, under: .milliseconds(100))
    }
    bounds.add("recording a send, worst", writes.worst.text)
    bounds.add("a sync, median", syncs.median.text)
    bounds.add("a sync, worst", syncs.worst.text)
    bounds.add("log, at any time", megabytes: largestLog, under: 64)
    bounds.add("log, at the end", megabytes: log, under: 16)
    for report in reports { for failure in report.failures { bounds.complain(failure) } }
    return bounds.report
  }

  /// What each desk has made its own is there as it left it last; what all of them change is one thing.
  private func judgeOwn(
    _ reports: [CrowdWorker.Report], _ store: Store, _ bounds: inout Bounds
  ) throws {
    let own = try store.ownPhrases()
    let arrangement = try store.arrangement()
    let titles = Set(own.map(\.title))
    let lostTitles = reports.compactMap(\.title).count { !titles.contains($0) }
    let lostValues = reports.count { report in
      report.value != nil && arrangement.values["desk \(report.number)"] != report.value
    }
    bounds.add("changes of own phrases, pins and values", reports.reduce(0) { $0 + $1.changes })
    bounds.add("own phrases", own.count, is: reports.reduce(0) { $0 + $1.added })
    bounds.add("desks whose last title or value is not there", lostTitles + lostValues, is: 0)
    bounds.add(
      "phrases that are pinned twice",
      arrangement.pins.count - Set(arrangement.pins.values).count, is: 0)
  }

  private static func samples(_ microseconds: [Int]) -> Samples {
    var samples = Samples()
    for time in microseconds { samples.add(.microseconds(time)) }
    return samples
  }

  private static func logBytes(_ path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }
}
