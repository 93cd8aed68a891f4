/// S1: a sync that is killed anywhere leaves the old phrases or the new ones, whole; and so does a change of
/// an agent's own.
struct KillPoints: TortureTest {
  static let row = "S1"
  static let claim =
    "kill -9 anywhere in a sync, or a change of own phrases, leaves exactly the old or the new ones"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  /// So many pairs of editions, each with its own sequence of calls.
  private static let worlds = 10

  private struct Count {
    var points = 0
    var killed = 0
    var twice = 0
    var old = 0
    var new = 0
    var wrong = 0
    var notConverged = 0
  }

  func run() throws -> Report {
    var count = Count()
    var bounds = Bounds("S1 kill -9 in a sync")
    let points = plan.count(1_000)
    for world in 0..<KillPoints.worlds {
      var random = plan.random(100 + UInt64(world))
      let risk = try StoreAtRisk(plan, Editions(size: 300, seed: random.next()))
      let calls = try risk.callsOfSync("%desc,%file,unlink,write")
        .filter { risk.concernsStore($0) || $0.path == risk.sourcePath || $0.name == "write" }
      for _ in 0..<points / KillPoints.worlds {
        try strike(risk, calls, &random, &count, &bounds)
      }
    }
    bounds.add("kill points", count.points, is: points)
    bounds.add("reached", count.killed)
    bounds.add("killed again while recovering", count.twice)
    bounds.add("old phrases, version 1", count.old)
    bounds.add("new phrases, version 2", count.new)
    bounds.add("anything else, or not sound", count.wrong, is: 0)
    bounds.add("next sync without the new phrases", count.notConverged, is: 0)
    var random = plan.random(150)
    let risk = try StoreAtRisk(plan, Editions(size: 300, seed: random.next()))
    try KilledChanges(risk).strike(points: plan.count(200), &random, &bounds)
    return bounds.report
  }

  private func strike(
    _ risk: StoreAtRisk, _ calls: [TracedCall], _ random: inout SeededGenerator,
    _ count: inout Count, _ bounds: inout Bounds
  ) throws {
    try risk.reset()
    var struck: [String] = []
    // Every third time the next sync, which finds the log of the first, is killed as well.
    for attempt in 0..<(random.once(in: 3) ? 2 : 1) {
      let call = random.pick(calls)
      let run = try risk.tracer.run(risk.program, ["sync"], fault: .kill, at: call)
      struck.append("\(call.name) \(call.ordinal)")
      if run.isCrash { bounds.complain("\(struck): crashed, \(run.summary)") }
      guard run.ending == .killed(signal: 9) else { continue }
      count.killed += attempt == 0 ? 1 : 0
      count.twice += attempt
    }
    count.points += 1
    switch risk.look() {
    case .old: count.old += 1
    case .new: count.new += 1
    case .wrong(let what):
      count.wrong += 1
      bounds.complain("\(struck): \(what)")
    }
    let next = risk.run("sync")
    if !next.isDone || risk.look() != .new {
      count.notConverged += 1
      bounds.complain("\(struck): the next sync ended with \(next.summary), \(risk.look())")
    }
  }
}
