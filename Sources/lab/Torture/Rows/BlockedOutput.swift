import Foundation
import Phrases
import PseudoTerminal

/// T6: a terminal that takes no output, or hardly any, holds up nothing else.
struct BlockedOutput: TortureTest {
  static let row = "T6"
  static let claim =
    "blocked output stops neither keys nor syncs, and only the newest frame follows"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let keys = 20_000
  private static let rows = 50
  private static let columns = 200
  /// What a very slow line carries in a tenth of a second.
  private static let slowBytes = 102
  /// What Linux keeps of a pseudo-terminal's output: 8 kB in its queue, 4 kB in the line
  /// discipline, and what the last buffers have beyond that.
  private static let kernel = 16_384
  /// The text that its one phrase has from the second edition on.
  private static let news = "SecondEdition"

  func run() throws -> Report {
    var bounds = Bounds("T6 blocked output")
    let desk = try DeskProgram(plan.program)
    let source = try desk.write(edition("FirstEdition"), to: "kb.csv")
    let connected = CommandRun(
      desk.path, ["connect", source, "--name", "kb"], environment: desk.environment)
    guard connected.isDone else { throw LabFailure("connect failed: \(connected.summary)") }
    let clipboard = try FakeClipboard(in: desk.home)
    let run = try DeskOnTerminal(
      desk.screenProgram(showing: "FirstEdition", environment: clipboard.environment),
      rows: Self.rows, columns: Self.columns)
    defer { if let heir = clipboard.heir { kill(heir, SIGKILL) } }
    _ = run.screen(rows: Self.rows, columns: Self.columns, since: 0)
    let frame = run.terminal.output.count

    try blocked(run, clipboard, frame, &bounds) {
      _ = try desk.write(edition(Self.news), to: "kb.csv")
    }
    try slow(run, clipboard, frame, &bounds)
    run.terminal.type("\u{11}")
    bounds.add("ended, terminal given back", run.hasEnded() && run.isRestored ? 1 : 0, is: 1)
    return bounds.report
  }

  /// Enough phrases for frames that no terminal's buffer holds.
  private func edition(_ word: String) -> [UInt8] {
    let phrases = (1...60).map { number in
      let text = String(repeating: "\(word) \(number) ", count: 20)
      return Phrase(
        key: PhraseKey(source: "kb", id: "k\(number)"), category: "c\(number)",
        title: "\(word) \(number)", text: text)
    }
    return KnowledgeBase.write(phrases, as: .csv(delimiter: .comma))
  }

  /// As after Ctrl+S: nothing is read from the desk at all.
  private func blocked(
    _ run: DeskOnTerminal, _ clipboard: FakeClipboard, _ frame: Int, _ bounds: inout Bounds,
    changeSource: () throws -> Void
  ) throws {
    let terminal = run.terminal
    let before = try ProcessFacts(run.child.pid)
    terminal.isReading = false
    let keys = plan.count(Self.keys)
    // Down and up: the whole preview changes with each.
    for _ in 0..<keys / 2 { terminal.type("\u{1B}OB\u{1B}OA") }
    terminal.type("\u{1B}1")
    bounds.add(
      "keys taken while blocked, then one sends",
      terminal.wait { clipboard.count == 1 } ? keys : 0, is: keys)
    try changeSource()
    terminal.type("\u{1B}z")
    // The desk follows its source unseen; only what it sends can tell.
    let isSynced = terminal.wait {
      let held = Folder.contents(of: "\(clipboard.folder)/held")
      if held.contains(Self.news) { return true }
      terminal.type("\u{1B}1")
      return false
    }
    bounds.add("a sync while blocked, seen in what is sent", isSynced ? 1 : 0, is: 1)
    let grown = try ProcessFacts(run.child.pid).privateBytes - before.privateBytes
    bounds.add("memory grown", megabytes: max(grown, 0), under: 4)

    let length = terminal.output.count
    terminal.isReading = true
    let screen = run.screen(rows: Self.rows, columns: Self.columns, since: 0)
    let bytes = terminal.output.count - length
    bounds.add("bytes of a whole frame", frame)
    bounds.add("bytes that followed", bytes, atMost: mostBytes(frame))
    bounds.add("the newest frame is shown", screen.contains(Self.news) ? 1 : 0, is: 1)
  }

  /// A line of one kilobyte a second.
  private func slow(
    _ run: DeskOnTerminal, _ clipboard: FakeClipboard, _ frame: Int, _ bounds: inout Bounds
  ) throws {
    let terminal = run.terminal
    var sent = -1
    while sent != clipboard.count {
      sent = clipboard.count
      _ = run.screen(rows: Self.rows, columns: Self.columns, since: 0)
    }
    terminal.readLimit = Self.slowBytes
    var times = Samples()
    let rounds = plan.count(50)
    for round in 1...rounds {
      for _ in 0..<20 { terminal.type("\u{1B}OB") }
      terminal.type("\u{1B}z")
      let start = ContinuousClock.now
      terminal.type("\u{1B}1")
      terminal.pump(milliseconds: 0)
      terminal.isReading = false
      _ = terminal.wait { clipboard.count >= sent + round }
      times.add(ContinuousClock.now - start)
      terminal.isReading = true
      let rest = .milliseconds(100) - (ContinuousClock.now - start)
      if rest > .zero { usleep(UInt32(rest / .microseconds(1))) }
    }
    bounds.add("1 kB/s: keys that sent", clipboard.count - sent, is: rounds)
    bounds.add("1 kB/s: from key to tool, half", times.median.text)
    bounds.add("1 kB/s: from key to tool, worst", times.worst, under: .seconds(3))
    terminal.readLimit = 65_536
    let length = terminal.output.count
    _ = run.screen(rows: Self.rows, columns: Self.columns, since: 0)
    let bytes = terminal.output.count - length
    bounds.add("1 kB/s: bytes that waited", bytes, atMost: mostBytes(frame))
  }

  /// What the kernel has, the rest of the frame under way, and the newest frame.
  private func mostBytes(_ frame: Int) -> Int { Self.kernel + 2 * frame }
}
