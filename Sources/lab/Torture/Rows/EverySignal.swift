import Foundation
import PseudoTerminal

/// A9: every signal that ends a program gives the terminal back, not only those that T1 tries often.
struct EverySignal: TortureTest {
  static let row = "A9"
  static let claim = "31 signals: the terminal is given back, each time"

  private let plan: TorturePlan

  init(_ plan: TorturePlan) { self.plan = plan }

  private static let rounds = 20

  /// All that end a program where nobody handles them.
  ///
  /// KILL stands with T1's wrapper, and STOP, TSTP,
  /// TTIN, TTOU and CONT with T2; XFSZ is ignored, so that a write says what is wrong.
  private static let signals: [(name: String, number: Int32, reports: Bool)] =
    [
      ("HUP", SIGHUP, false), ("INT", SIGINT, false), ("QUIT", SIGQUIT, false),
      ("ILL", SIGILL, true), ("TRAP", SIGTRAP, true), ("ABRT", SIGABRT, true),
      ("BUS", SIGBUS, true), ("FPE", SIGFPE, true), ("SEGV", SIGSEGV, true),
      ("USR1", SIGUSR1, false), ("USR2", SIGUSR2, false), ("ALRM", SIGALRM, false),
      ("TERM", SIGTERM, false), ("STKFLT", SIGSTKFLT, false), ("XCPU", SIGXCPU, false),
      ("VTALRM", SIGVTALRM, false), ("PROF", SIGPROF, false),
      ("POLL", SIGPOLL, false), ("PWR", SIGPWR, false), ("SYS", SIGSYS, false),
    ]
    + (0...5).map { ("RTMIN+\($0)", __libc_current_sigrtmin() + Int32($0), false) }
    + (0...4).map { ("RTMAX-\($0)", __libc_current_sigrtmax() - Int32($0), false) }

  func run() throws -> Report {
    var bounds = Bounds("A9 signals")
    let desk = try DeskProgram(plan.program)
    let program = desk.screenProgram(showing: "Alt+Z")
    bounds.add("signals", Self.signals.count, is: 31)
    for (name, number, reports) in Self.signals {
      let way = GivenBack.Way(
        name: "SIG\(name)", cause: .signal(number), expected: [.signal(number)], reports: reports)
      try GivenBack.run(
        way, plan.count(Self.rounds), program, reportsIn: "\(desk.home)/state/phrasedesk", &bounds)
    }
    return bounds.report
  }
}
