import Glibc
import PseudoTerminal

/// A program on a terminal, and what the terminal shows.
final class TerminalRun {
  let terminal: PseudoTerminal
  let child: Child
  private(set) var screen: ScreenText
  /// When the program was started.
  let start: ContinuousClock.Instant

  static let rows = 35
  static let columns = 120

  /// How long nothing must come for what is shown to be taken as final.
  static let quiet = Duration.milliseconds(30)

  init(
    _ path: String, _ arguments: [String] = [], environment: [String: String], input: String? = nil
  ) throws {
    screen = ScreenText(rows: Self.rows, columns: Self.columns)
    terminal = try PseudoTerminal(rows: UInt16(Self.rows), columns: UInt16(Self.columns))
    start = .now
    child = try terminal.start(path, arguments, environment: environment, input: input)
  }

  /// Hangs the terminal up, and waits for the program to end, killing it after two seconds.
  func close() {
    terminal.hangUp()
    if !terminal.wait(seconds: 2, until: { child.look() != nil }) { child.send(SIGKILL) }
  }

  /// What a wait for output ended with.
  enum Arrival {
    case bytes([UInt8])
    /// Nothing came in the time given.
    case nothing
    /// The program has ended.
    case end
  }

  /// Waits so long for output, and takes what there is.
  func read(within limit: Duration) -> Arrival {
    terminal.pump(milliseconds: Int32(max(limit / .milliseconds(1), 0).rounded(.up)))
    let bytes = terminal.takeOutput()
    if !bytes.isEmpty { return .bytes(bytes) }
    return child.look() == nil ? .nothing : .end
  }

  /// Takes in what was read without waiting for anything.
  func take(_ bytes: [UInt8]) { screen.take(bytes) }

  /// The same, for a program without which nothing can be measured.
  ///
  /// - Throws: `LabFailure` with the screen as it is, when it never shows what is expected.
  func settled(_ expectation: String, showing isExpected: (ScreenText) -> Bool) throws
    -> ContinuousClock.Instant
  {
    guard let end = settle(showing: isExpected) else {
      throw LabFailure("the screen never showed \(expectation), but:\n\(screen.text)")
    }
    return end
  }

  /// Waits until the screen shows what is expected and has stood still for ``quiet``.
  ///
  /// What came is only looked at once it stands still, so that looking delays no time stamp.
  ///
  /// - Returns: when the last byte of it came; nil when that took too long, or the program ended.
  func settle(
    within limit: Duration = .seconds(10), showing isExpected: (ScreenText) -> Bool
  ) -> ContinuousClock.Instant? {
    let deadline = ContinuousClock.now + limit
    var last = ContinuousClock.now
    var bytes: [UInt8] = []
    while ContinuousClock.now < deadline {
      switch read(within: Self.quiet) {
      case .bytes(let more):
        last = .now
        bytes += more
      case .nothing:
        screen.take(bytes)
        bytes = []
        if isExpected(screen) { return last }
      case .end:
        screen.take(bytes)
        return isExpected(screen) ? last : nil
      }
    }
    return nil
  }
}
