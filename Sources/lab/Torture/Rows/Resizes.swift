import Foundation
import PseudoTerminal

/// T4: a storm of sizes leaves the right frame.
struct Resizes: TortureTest {
  static let row = "T4"
  static let claim = "after a thousand sizes in a second the frame is that of the last one"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let resizes = 1_000
  /// How long the last frame may take on a machine that does other things too.
  private static let patience = Duration.seconds(10)
  /// The sizes that a storm ends with: rows and columns.
  private static let ends = [(35, 120), (24, 80), (45, 38), (12, 30), (1, 1), (3, 500), (200, 500)]

  func run() throws -> Report {
    var bounds = Bounds("T4 sizes")
    var random = plan.random(400)
    let desk = try DeskProgram(plan.program)
    let program = desk.screenProgram(showing: "Alt+Z")
    let storm = try DeskOnTerminal(program)
    let resizes = plan.count(Self.resizes)
    var right = 0
    var worst = Duration.zero
    // Of none of the sizes to come, of which each has to be a change.
    let calm = try DeskOnTerminal(program, rows: 30, columns: 100)
    _ = calm.screen(rows: 30, columns: 100, since: 0)
    for (rows, columns) in Self.ends {
      let wanted = frame(of: calm, rows, columns)
      let start = ContinuousClock.now
      for round in 0..<resizes {
        storm.terminal.resize(
          rows: .random(in: 1...200, using: &random),
          columns: .random(in: 1...500, using: &random))
        let due = start + .milliseconds(round + 1)
        repeat { storm.terminal.pump(milliseconds: 0) } while ContinuousClock.now < due
      }
      worst = max(worst, ContinuousClock.now - start)
      // What was drawn for the sizes before stands somewhere on it; a frame begins with clearing.
      let length = storm.terminal.output.count
      storm.terminal.resize(rows: UInt16(rows), columns: UInt16(columns))
      var found = storm.screen(rows: rows, columns: columns, since: length)
      // Others may have the processor for longer than that; what is wrong stays so.
      let limit = ContinuousClock.now + Self.patience
      while found.text != wanted.text, ContinuousClock.now < limit {
        found = storm.screen(rows: rows, columns: columns, since: length)
      }
      if storm.child.look() == nil, found.text == wanted.text {
        right += 1
      } else {
        bounds.complain("\(rows)x\(columns) shows:\n\(found.text)and not:\n\(wanted.text)")
      }
    }
    bounds.add("storms of \(resizes.grouped) sizes, the longest", worst.text)
    bounds.add("right frames after them", right, is: Self.ends.count)
    storm.terminal.type("\u{11}")
    bounds.add("ended by its key", storm.hasEnded() && storm.isRestored ? 1 : 0, is: 1)
    return bounds.report
  }

  /// What a desk shows that has been through no storm.
  private func frame(of desk: DeskOnTerminal, _ rows: Int, _ columns: Int) -> ScreenText {
    let length = desk.terminal.output.count
    desk.terminal.resize(rows: UInt16(rows), columns: UInt16(columns))
    return desk.screen(rows: rows, columns: columns, since: length)
  }
}
