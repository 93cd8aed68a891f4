/// S12: a power cut leaves the old phrases or the new ones, and the new ones once it was said.
struct PowerLoss: TortureTest {
  static let row = "S12"
  static let claim =
    "a power cut leaves the old phrases or the new ones; the new ones once it was told"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let worlds = 5
  private static let calls = "pwrite64,write,ftruncate,fdatasync,fsync,openat,unlink"

  private struct Count {
    var states = 0
    var told = 0
    var old = 0
    var new = 0
    var wrong = 0
  }

  func run() throws -> Report {
    var bounds = Bounds("S12 power cut in a sync")
    var count = Count()
    let states = plan.count(1_000)
    for world in 0..<PowerLoss.worlds {
      var random = plan.random(1_200 + UInt64(world))
      let risk = try StoreAtRisk(plan, Editions(size: 300, seed: random.next()))
      let calls = try risk.callsOfSync(PowerLoss.calls, bytes: 1 << 20)
      // The index of the log is memory that lies in a file, and is made anew.
      let log = DiskLog(calls) { path in
        path.hasPrefix(risk.storeFolder) && !path.hasSuffix("-shm")
      }
      for _ in 0..<states / PowerLoss.worlds {
        let cut = Int.random(in: 0...log.operations.count, using: &random)
        let disk = log.disk(from: risk.start, after: cut, &random)
        try judge(
          disk, isTold: log.isTold(after: cut), "seed \(plan.seed), cut \(cut)", risk, &count,
          &bounds)
      }
    }
    bounds.add("states of the disk", count.states, is: states)
    bounds.add("old phrases", count.old)
    bounds.add("new phrases", count.new)
    bounds.add("of these after it was told", count.told)
    bounds.add("anything else, not sound, or lost after it was told", count.wrong, is: 0)
    return bounds.report
  }

  private func judge(
    _ disk: DiskLog.Disk, isTold: Bool, _ name: String, _ risk: StoreAtRisk,
    _ count: inout Count, _ bounds: inout Bounds
  ) throws {
    try risk.lay(out: disk)
    count.states += 1
    count.told += isTold ? 1 : 0
    switch risk.look() {
    case .old where !isTold: count.old += 1
    case .new: count.new += 1
    case .old:
      count.wrong += 1
      bounds.complain("\(name): what was told is gone")
    case .wrong(let what):
      count.wrong += 1
      bounds.complain("\(name): \(what)")
    }
  }
}
