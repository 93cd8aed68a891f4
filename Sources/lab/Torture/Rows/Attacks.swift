import ChatTrials
import Phrases

/// P1: phrases that try to be more than a text, into six programs in panes.
struct Attacks: TortureTest {
  static let row = "P1"
  static let claim = "200 attacks into six programs: each arrives as it is, or is refused"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  func run() throws -> Report {
    guard isOnPath("tmux") else { throw Skipped(why: "tmux is not installed") }
    var bounds = Bounds("P1 attacks")
    let step = plan.isTenth ? 10 : 1
    for program in PaneProgram.allCases {
      if let package = program.missingPackage {
        bounds.add("\(program): skipped, needs", package)
        continue
      }
      try send(stride(from: step - 1, to: AttackPhrases.all.count, by: step), to: program, &bounds)
    }
    return bounds.report
  }

  private func send(
    _ numbers: StrideTo<Int>, to program: PaneProgram, _ bounds: inout Bounds
  ) throws {
    let trial = try PaneTrial(program)
    var arrived = 0
    var refused = 0
    for number in numbers {
      let phrase = AttackPhrases.all[number]
      do {
        switch try trial.send(SafeText.sendable(phrase)) {
        case .arrived: arrived += 1
        case .refused: refused += 1
        }
      } catch {
        bounds.complain("\(program), attack \(number): \(error)")
      }
    }
    bounds.add("\(program): arrived byte for byte", arrived)
    bounds.add("\(program): refused, and on the clipboard", refused)
    bounds.add(
      "\(program): executed, changed or lost", Array(numbers).count - arrived - refused, is: 0)
  }
}
