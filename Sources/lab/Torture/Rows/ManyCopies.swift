import Foundation
import Phrases
import PseudoTerminal

/// T5: the tools of ten thousand copies leave nothing in the desk, and the desk leaves them alone.
struct ManyCopies: TortureTest {
  static let row = "T5"
  static let claim =
    "ten thousand copies leave no zombie and no descriptor; what serves them lives on"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let copies = 10_000

  func run() throws -> Report {
    var bounds = Bounds("T5 children")
    let desk = try DeskProgram(plan.program)
    try desk.importPhrases([
      Phrase(key: PhraseKey(source: "personal", id: "p"), title: "hello", text: "hello")
    ])
    let clipboard = try FakeClipboard(in: desk.home)
    let run = try DeskOnTerminal(
      desk.screenProgram(showing: "hello", environment: clipboard.environment))
    let copies = plan.count(Self.copies)
    var descriptors = 0
    var mostZombies = 0
    // A busy machine may hold a tool up until the desk gives it up; silence must not be a habit.
    var repeats = 0
    for copy in 1...copies {
      run.terminal.type("\u{1B}1")
      if !run.terminal.wait(until: { clipboard.count == copy }) {
        repeats += 1
        if repeats > copies / 200 { break }
        run.terminal.type("\u{1B}1")
        guard run.terminal.wait(until: { clipboard.count >= copy }) else { break }
      }
      if copy == min(10, copies) { descriptors = ProcessFacts.descriptors(of: run.child.pid) }
      if copy % 100 == 0 { mostZombies = max(mostZombies, zombies(of: run)) }
    }
    bounds.add("copies that the tool got", clipboard.count, is: copies)
    bounds.add("copies asked for again", repeats, atMost: copies / 200)
    // The last tool may have written its mark and not ended.
    _ = run.terminal.wait { ProcessFacts.children(of: run.child.pid).isEmpty }
    bounds.add("children left to the desk", ProcessFacts.children(of: run.child.pid).count, is: 0)
    bounds.add("zombies at any time, most", mostZombies)
    bounds.add(
      "descriptors more than after ten copies",
      ProcessFacts.descriptors(of: run.child.pid) - descriptors, atMost: 0)
    bounds.add("descriptors that the desk had to leak", descriptors, atLeast: 4)
    bounds.add("descriptors found in tools", clipboard.leaks, is: 0)
    run.terminal.type("\u{11}")
    let hasEnded = run.hasEnded()
    bounds.add("ended, terminal given back", hasEnded && run.isRestored ? 1 : 0, is: 1)
    let heir = clipboard.heir ?? -1
    bounds.add("what serves the clipboard lives on", heir > 0 && kill(heir, 0) == 0 ? 1 : 0, is: 1)
    if heir > 0 { kill(heir, SIGKILL) }
    return bounds.report
  }

  private func zombies(of run: DeskOnTerminal) -> Int {
    ProcessFacts.children(of: run.child.pid).count { ProcessFacts.state(of: $0) == "Z" }
  }
}
