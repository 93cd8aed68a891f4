import Glibc
import PseudoTerminal
import Testing

/// Requirement T1: the terminal is given back however the program ends.
@Suite struct RestorationTests {
  struct Way: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var cause: ScreenProgram.Cause
    /// The signals that may end it; empty for an orderly end with status 0.
    var signals: Set<Int32>
  }

  static let signals: [Way] = [
    ("SIGTERM", SIGTERM), ("SIGHUP", SIGHUP), ("SIGINT", SIGINT), ("SIGQUIT", SIGQUIT),
    ("SIGSEGV", SIGSEGV), ("SIGBUS", SIGBUS), ("SIGILL", SIGILL), ("SIGABRT", SIGABRT),
    ("SIGFPE", SIGFPE), ("SIGTRAP", SIGTRAP), ("SIGUSR1", SIGUSR1), ("SIGUSR2", SIGUSR2),
    ("SIGALRM", SIGALRM), ("SIGVTALRM", SIGVTALRM), ("SIGPROF", SIGPROF), ("SIGXCPU", SIGXCPU),
    ("SIGXFSZ", SIGXFSZ), ("SIGPOLL", SIGPOLL), ("SIGPWR", SIGPWR), ("SIGSYS", SIGSYS),
    ("SIGSTKFLT", SIGSTKFLT), ("SIGRTMIN", __libc_current_sigrtmin()),
    ("SIGRTMAX", __libc_current_sigrtmax()),
  ].map { Way(testDescription: $0, cause: .signal($1), signals: [$1]) }

  static let crashes: [Way] = [
    ("trap", "t"), ("fatalError", "f"), ("uncaught error", "u"), ("bad address", "n"),
    ("abort", "a"), ("stack overflow on the main thread", "o"),
    ("stack overflow on a parser's thread", "p"),
  ].map {
    Way(
      testDescription: $0, cause: .keys("\u{1B}" + $1),
      signals: [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT])
  }

  static let quit = Way(testDescription: "quit key", cause: .keys("\u{11}"), signals: [])

  @Test(arguments: signals + crashes + [quit])
  func `The terminal is given back`(after way: Way) throws {
    var slowest = 0.0
    for _ in 0..<rounds {
      let probe = try ScreenProbe()
      let ending = try probe.program.ending(by: way.cause)
      #expect(ending.isRestored)
      #expect(Self.isExpected(ending.end, of: way))
      slowest = max(slowest, ending.milliseconds)
    }
    if getenv("ROUNDS") != nil {
      print("\(rounds) × \(way.testDescription): at most \(slowest) ms")
    }
  }

  private static func isExpected(_ end: Child.End?, of way: Way) -> Bool {
    switch end {
    case .signal(let signal): way.signals.contains(signal)
    case .exit(let status): way.signals.isEmpty && status == 0
    case nil: false
    }
  }

  @Test(arguments: ["without a backtracer": "enable=no", "with Swift's": nil])
  func `A crash leaves a report that only its owner reads`(_ setting: (key: String, value: String?))
    throws
  {
    for key in ["t", "f", "n", "a", "o"] {
      let probe = try ScreenProbe(
        environment: setting.value.map { ["SWIFT_BACKTRACE": $0] } ?? [:])
      let ending = try probe.program.ending(by: .keys("\u{1B}" + key))
      let report = try #require(try probe.report(showing: "screen-probe"), "no report of \(key)")
      #expect(probe.folder.mode(of: report) == 0o600)
      #expect(!ending.output.contains(text: "Fatal error"))
      #expect(!ending.output.contains(text: "Backtrac"))
    }
  }

  @Test func `An error that nobody catches, after the screen is closed, is reported in a file too`()
    throws
  {
    let probe = try ScreenProbe()
    let ending = try probe.program.ending(by: .keys("\u{1B}u"))
    #expect(ending.output.contains(text: "Error raised at top level"))
    #expect(!ending.output.contains(text: "Backtrac"))
    #expect(try probe.report(showing: "screen-probe") != nil)
  }

  @Test func `The report holds what the runtime said last`() throws {
    let probe = try ScreenProbe(environment: ["SWIFT_BACKTRACE": "enable=no"])
    _ = try probe.program.ending(by: .keys("\u{1B}f"))
    #expect(try probe.report(showing: "as the test wishes") != nil)
  }

  @Test func `What was written on standard error comes out at the end`() throws {
    let probe = try ScreenProbe()
    let ending = try probe.program.ending(by: .keys("\u{1B}x\u{11}"))
    let text = String(decoding: ending.output, as: UTF8.self)
    let noise = try #require(text.firstRange(of: "noise on standard error"))
    #expect(TerminalState(after: Array(text[..<noise.lowerBound].utf8)) == .untouched)
  }

  @Test func `A busy main thread does not hold up the end`() throws {
    let probe = try ScreenProbe()
    let terminal = try PseudoTerminal()
    let before = terminal.settings
    let child = try probe.program.start(on: terminal)
    terminal.type("\u{1B}b")
    #expect(terminal.wait { probe.inputs == ["A-b"] })
    child.send(SIGTERM)
    #expect(terminal.wait { child.look() == .signal(SIGTERM) })
    #expect(terminal.settings == before)
  }

  @Test func `A blocked terminal does not hold up the end`() throws {
    let probe = try ScreenProbe()
    let terminal = try PseudoTerminal(rows: 200, columns: 500)
    let before = terminal.settings
    let child = try probe.program.start(on: terminal)
    terminal.isReading = false
    // Each key changes the screen, until the terminal takes no more.
    for _ in 0..<2000 { terminal.type("abcdefgh") }
    #expect(terminal.wait { probe.inputs.count == 16000 })
    child.send(SIGTERM)
    #expect(terminal.wait { child.look() == .signal(SIGTERM) })
    #expect(terminal.settings == before)
  }

  @Test(arguments: [
    [:], ["TERM": ""], ["TERM": "dumb"], ["TERM": "unknown"], ["TERM": "no-such-terminal"],
    ["TERM": "xterm", "LANG": "zh_CN.GB18030"],
  ])
  func `A failed start leaves nothing behind`(environment: [String: String]) throws {
    let probe = try ScreenProbe(environment: environment)
    let terminal = try PseudoTerminal()
    let before = terminal.settings
    let child = try terminal.start(
      probe.program.path, probe.program.arguments, environment: environment)
    let fails = environment["TERM"].map { $0 != "xterm" } ?? false
    #expect(
      terminal.wait {
        fails ? child.look() != nil : probe.program.isReady(on: terminal)
      })
    if fails {
      #expect(child.end == .exit(3))
      #expect(terminal.output.isEmpty)
      #expect(terminal.settings == before)
    }
  }
}
