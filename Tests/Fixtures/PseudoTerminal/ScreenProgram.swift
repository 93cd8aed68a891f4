import Glibc

/// A full-screen program to try on a pseudo-terminal: the product, or the tests' own probe.
public struct ScreenProgram: Sendable {
  public var path: String
  public var arguments: [String]
  public var environment: [String: String]
  /// What stands on the screen once the program is ready for keys.
  public var readyText: String

  public init(
    path: String, arguments: [String] = [], environment: [String: String] = [:], readyText: String
  ) {
    self.path = path
    self.arguments = arguments
    self.environment = environment
    self.readyText = readyText
  }

  /// What makes the program end.
  public enum Cause: Sendable {
    case signal(Int32)
    case keys(String)
  }

  /// How it ended, and what it left of the terminal.
  public struct Ending: Sendable {
    public var end: Child.End?
    public var before: TerminalSettings
    public var after: TerminalSettings
    public var state: TerminalState
    /// All that was written to the terminal.
    public var output: [UInt8]
    /// From the cause to the end.
    public var milliseconds: Double

    public var isRestored: Bool {
      before == after && state == .untouched
    }
  }

  /// Starts the program on a terminal of its own and waits until it is ready.
  public func start(on terminal: PseudoTerminal) throws -> Child {
    let child = try terminal.start(path, arguments, environment: environment)
    guard terminal.wait(until: { isReady(on: terminal) || child.look() != nil }), child.end == nil
    else {
      let shown = String(decoding: terminal.output.suffix(500), as: UTF8.self).debugDescription
      throw PseudoTerminal.Failure(
        description: "\(path) did not get ready: \(String(describing: child.end)), \(shown)")
    }
    return child
  }

  /// Whether the program has the terminal, and has shown its text since the output had `length`.
  public func isReady(on terminal: PseudoTerminal, since length: Int = 0) -> Bool {
    terminal.settings.isRaw
      && terminal.output[length...].contains(text: readyText)
  }

  /// Runs the program to one end.
  public func ending(by cause: Cause) throws -> Ending {
    let terminal = try PseudoTerminal()
    let before = terminal.settings
    let child = try start(on: terminal)
    let start = PseudoTerminal.milliseconds()
    switch cause {
    case .signal(let signal): child.send(signal)
    case .keys(let keys): terminal.type(keys)
    }
    _ = terminal.wait { child.look() != nil }
    let milliseconds = PseudoTerminal.milliseconds() - start
    terminal.pump(milliseconds: 20)
    return Ending(
      end: child.end, before: before, after: terminal.settings,
      state: TerminalState(after: terminal.output), output: terminal.output,
      milliseconds: milliseconds)
  }
}

extension Collection where Element == UInt8 {
  /// Whether the bytes hold this text.
  public func contains(text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return true }
    var rest = self[...]
    while let start = rest.firstIndex(of: first) {
      if rest[start...].starts(with: wanted) { return true }
      rest = rest[rest.index(after: start)...]
    }
    return false
  }
}
