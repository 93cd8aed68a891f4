import Foundation
import PseudoTerminal

/// T3: without its terminal the desk ends, and does not spin.
struct VanishedTerminal: TortureTest {
  static let row = "T3"
  static let claim = "a desk whose terminal is gone ends within a second"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let rounds = 100

  func run() throws -> Report {
    var bounds = Bounds("T3 terminal gone")
    let desk = try DeskProgram(plan.program)
    let shown = desk.screenProgram(showing: "Alt+Z")
    try run("hung up", shown, &bounds)
    var deaf = shown
    deaf.arguments = ["-c", "trap '' HUP; exec \"$0\"", shown.path]
    deaf.path = "/bin/sh"
    try run("hung up, SIGHUP ignored", deaf, &bounds)
    return bounds.report
  }

  private func run(_ name: String, _ program: ScreenProgram, _ bounds: inout Bounds) throws {
    let rounds = plan.count(Self.rounds)
    var ended = 0
    var times = Samples()
    var ticks = 0
    for _ in 0..<rounds {
      let run = try DeskOnTerminal(program)
      let before = try ProcessFacts(run.child.pid).ticks
      let spent = ProcessFacts.ticksOfEnded
      let start = ContinuousClock.now
      run.terminal.hangUp()
      if run.hasEnded() { ended += 1 }
      times.add(ContinuousClock.now - start)
      ticks += ProcessFacts.ticksOfEnded - spent - before
    }
    bounds.add("\(name): ended", ended, is: rounds)
    bounds.add("\(name): after, half", times.median.text)
    bounds.add("\(name): after, worst", times.worst, under: .seconds(1))
    bounds.add(
      "\(name): processor time of that, mean", .milliseconds(10 * ticks / rounds),
      under: .milliseconds(100))
  }
}
