/// S2: whichever write fails, the program says so in one sentence and nothing is lost.
struct FailedCalls: TortureTest {
  static let row = "S2"
  static let claim =
    "a failed write is one clear message; phrases stay searchable; the next sync converges"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let errors = ["ENOSPC", "EIO", "EINTR", "EDQUOT", "EROFS"]
  private static let calls =
    "pwrite64,write,fdatasync,fsync,ftruncate,fallocate,openat,unlink,mkdir,mknod,mknodat,fchown,"
    + "fchmod,rename"

  func run() throws -> Report {
    var bounds = Bounds("S2 failing writes")
    var random = plan.random(200)
    let risk = try StoreAtRisk(plan, Editions(size: 300, seed: random.next()))
    let writes = try risk.callsOfSync(FailedCalls.calls).filter {
      risk.concernsStore($0) || $0.name == "write"
    }
    var cases = writes.flatMap { call in FailedCalls.errors.map { (call: call, error: $0) } }
    let all = cases.count
    if plan.isTenth { cases = Array(cases.shuffled(using: &random).prefix(plan.count(all))) }
    var ends: [String: Int] = [:]
    for (call, error) in cases {
      try risk.reset()
      let run = try risk.tracer.run(risk.program, ["sync"], fault: .error(error), at: call)
      ends["\(run.ending)", default: 0] += 1
      for flaw in flaws(of: run, risk) {
        bounds.complain("\(error) at \(call.name) \(call.ordinal): \(flaw)")
      }
    }
    bounds.add("write calls of a sync", writes.count)
    bounds.add(
      "tried, with \(FailedCalls.errors.count) errors each", cases.count, is: plan.count(all))
    for (end, count) in ends.sorted(by: { $0.key < $1.key }) { bounds.add("sync \(end)", count) }
    bounds.add("no or no clear message, crash, loss, no convergence", bounds.complaintCount, is: 0)
    return bounds.report
  }

  /// What is wrong with how the program took the failure.
  private func flaws(of run: CommandRun, _ risk: StoreAtRisk) -> [String] {
    var flaws: [String] = []
    // The contract's: 5 for the store, 6 for a standard output that takes nothing more.
    let isTold = [.exited(5), .exited(6)].contains(run.ending)
    if !run.isDone, !isTold { flaws.append("ended with \(run.summary)") }
    if isTold, !isOneSentence(run.errorText) { flaws.append("said: \(run.errorText)") }
    let search = risk.run("search", Editions.keptCode)
    if !search.isDone || !search.outputText.contains("始终不变") {
      flaws.append("search ended with \(search.summary) after \(run.summary)")
    }
    switch risk.look() {
    case .wrong(let what): flaws.append(what)
    case .old where run.isDone: flaws.append("said done, and kept the old phrases")
    case .old, .new: break
    }
    let next = risk.run("sync")
    if !next.isDone || risk.look() != .new {
      flaws.append("the next sync ended with \(next.summary), \(risk.look())")
    }
    return flaws
  }

  private func isOneSentence(_ text: String) -> Bool {
    let lines = text.split(separator: "\n")
    return lines.count == 1 && text.hasSuffix(".\n") && !text.contains("SQLITE")
      && !text.contains("Error Domain")
  }
}
