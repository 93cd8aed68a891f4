import ChildProcess

/// The programs that are run to reach a chat: tmux, xdotool, swaymsg, wtype.
///
/// Each run waits for its program, at the longest until the deadline.
public struct Running: Sendable {
  var environment: [String: String]
  /// For one program.
  var limit: Duration

  /// Runs programs that an agent waits for, and therefore not for long.
  public init(environment: [String: String], limit: Duration = .milliseconds(1500)) {
    self.environment = environment
    self.limit = limit
  }

  /// How long a desk that runs is waited for: a second where a program may take the usual 1.5.
  ///
  /// A machine that is slow to run a program is slow to wake a desk as well.
  public var answerLimit: Duration { limit * 2 / 3 }

  /// What a program printed; nil where it is missing, failed, or took too long.
  func output(_ program: String, _ arguments: [String]) -> String? {
    guard let path = SearchPath(environment: environment).find(program) else { return nil }
    let ending = ToolProcess.run(
      path, arguments, environment: environment, exchange: .collect(atMost: 1 << 22),
      until: .now + limit)
    guard case .exited(status: 0, let bytes) = ending else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether a program did its work.
  func succeeds(_ program: String, _ arguments: [String]) -> Bool {
    output(program, arguments) != nil
  }

  /// Runs a program with this on its standard input.
  func feed(_ program: String, _ arguments: [String], _ input: [UInt8]) -> ToolProcess.Ending {
    guard let path = SearchPath(environment: environment).find(program) else {
      return .notStarted(errno: 2)  // ENOENT
    }
    return ToolProcess.run(
      path, arguments, environment: environment, exchange: .feed(input), until: .now + limit)
  }

  func has(_ program: String) -> Bool {
    SearchPath(environment: environment).find(program) != nil
  }
}
