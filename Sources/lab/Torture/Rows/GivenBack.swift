import Foundation
import Phrases
import PseudoTerminal

/// T1: however the desk ends, the terminal is as it was.
struct GivenBack: TortureTest {
  static let row = "T1"
  static let claim = "whatever ends the desk, the shell has its terminal back at once"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let rounds = 100
  /// How long the shell may wait.
  private static let limit = Duration.milliseconds(200)

  /// One way to end.
  struct Way {
    var name: String
    var cause: ScreenProgram.Cause
    var expected: [Child.End]
    /// Whether a report has to be there afterwards.
    var reports = false
  }

  private static let signals: [Way] =
    [
      ("TERM", SIGTERM), ("HUP", SIGHUP), ("INT", SIGINT), ("QUIT", SIGQUIT),
    ].map { Way(name: "SIG\($0)", cause: .signal($1), expected: [.signal($1)]) }
    + [
      ("SEGV", SIGSEGV), ("BUS", SIGBUS), ("ILL", SIGILL), ("ABRT", SIGABRT), ("FPE", SIGFPE),
    ].map { Way(name: "SIG\($0)", cause: .signal($1), expected: [.signal($1)], reports: true) }
    + [Way(name: "quit key", cause: .keys("\u{11}"), expected: [.exit(0)])]

  /// What only the tests' own program does when it is told to.
  private static let crashes: [Way] = [
    ("trap", "t"), ("fatalError", "f"), ("uncaught error", "u"), ("bad address", "n"),
    ("abort", "a"), ("stack overflow", "o"), ("a parser's stack overflow", "p"),
  ].map {
    Way(
      name: $0, cause: .keys("\u{1B}" + $1),
      expected: [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT].map { .signal($0) },
      reports: true)
  }

  func run() throws -> Report {
    var bounds = Bounds("T1 given back")
    let desk = try DeskProgram(plan.program)
    let state = "\(desk.home)/state/phrasedesk"
    let shown = desk.screenProgram(showing: "Alt+Z")
    let rounds = plan.count(Self.rounds)
    for way in Self.signals { try Self.run(way, rounds, shown, reportsIn: state, &bounds) }
    try killed(desk, &bounds)

    let probe = (desk.path as NSString).deletingLastPathComponent + "/screen-probe"
    guard access(probe, X_OK) == 0 else {
      throw LabFailure("screen-probe is not beside phrasedesk: swift build -c release")
    }
    let reports = try Folder()
    let program = ScreenProgram(
      path: probe, arguments: ["\(reports.path)/log", reports.path], readyText: "└")
    for way in Self.crashes { try Self.run(way, rounds, program, reportsIn: reports.path, &bounds) }
    return bounds.report
  }

  /// Ends a program so many times, and notes how often the terminal was given back, and how soon.
  static func run(
    _ way: Way, _ rounds: Int, _ program: ScreenProgram, reportsIn folder: String,
    _ bounds: inout Bounds
  ) throws {
    let before = Self.reports(in: folder)
    var restored = 0
    var times = Samples()
    for _ in 0..<rounds {
      let ending = try program.ending(by: way.cause)
      let isExpected = ending.end.map { way.expected.contains($0) } ?? false
      let isQuiet = !["Backtrac", "Program crashed"].contains {
        ending.output.contains(text: $0)
      }
      if ending.isRestored, isExpected, isQuiet { restored += 1 }
      times.add(.milliseconds(ending.milliseconds))
    }
    bounds.add("\(way.name): given back", restored, is: rounds)
    bounds.add("\(way.name): ended after, half", times.median, under: Self.limit)
    bounds.add("\(way.name): ended after, worst", times.worst.text)
    guard way.reports else { return }
    // Swift's backtracer goes on after the end, and several share the processor.
    let end = ContinuousClock.now + .seconds(60)
    while Self.reports(in: folder) < before + rounds, ContinuousClock.now < end { usleep(20_000) }
    bounds.add("\(way.name): reports", Self.reports(in: folder) - before, is: rounds)
  }

  /// How many reports are there whole.
  private static func reports(in folder: String) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { name in
      let text = Folder.contents(of: "\(folder)/\(name)")
      return text.contains("\nImages") || text.contains("\nframes:\n")
    }.count
  }

  /// SIGKILL, which no program can answer: the wrapper gives the terminal back.
  private func killed(_ desk: DeskProgram, _ bounds: inout Bounds) throws {
    let wrapper = "docs/phrasedesk-guarded"
    guard access(wrapper, X_OK) == 0 else {
      bounds.add("SIGKILL under the wrapper", "left out: not started in the project's folder")
      return
    }
    let rounds = plan.count(Self.rounds)
    var program = desk.screenProgram(showing: "Alt+Z", environment: ["PHRASEDESK": desk.path])
    program.path = wrapper
    var restored = 0
    for _ in 0..<rounds {
      let run = try DeskOnTerminal(program)
      guard let victim = ProcessFacts.children(of: run.child.pid).first else {
        throw LabFailure("the wrapper has no child")
      }
      kill(victim, SIGKILL)
      if run.hasEnded(), run.child.end == .exit(128 + SIGKILL), run.isRestored { restored += 1 }
    }
    bounds.add("SIGKILL under the wrapper: given back", restored, is: rounds)
  }
}
