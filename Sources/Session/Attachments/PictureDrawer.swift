import ChildProcess
import Desk
import Phrases

/// Draws pictures in cells, by the program chafa.
///
/// A picture may be anything that somebody put into a list, so the program that decodes it is one of its own,
/// with little memory and little time, and gets the file on standard input: it would print its name raw.
public struct PictureDrawer: Sendable {
  private let environment: [String: String]
  private let program: String?
  private let limit: Duration
  /// chafa took 1.6 GB for a file of 48 kB; what is shown of a picture takes less than a tenth of this.
  private static let mostKilobytes = 400 * 1_024

  /// - Parameters:
  ///   - environment: of this process: where chafa is, and `NO_COLOR`.
  ///   - limit: how long it may take; it is killed then.
  public init(environment: [String: String], limit: Duration = .seconds(2)) {
    self.environment = environment
    self.limit = limit
    program = SearchPath(environment: environment).find("chafa")
  }

  /// Whether there is something to draw with.
  public var isThere: Bool { program != nil }

  /// Draws the picture of a file in at most so many cells.
  ///
  /// - Returns: nil where nothing can be drawn of it, in that time and memory.
  public func draw(_ file: String, rows: Int, columns: Int) -> Picture? {
    guard let program, rows > 0, columns > 0 else { return nil }
    let hasColours = environment["NO_COLOR"] == nil
    // Where symbols of that kind may take two cells, only colours are left.
    let symbols = Width.isAmbiguousWide ? ["--symbols", "space"] : []
    let ending = ToolProcess.run(
      "/bin/sh",
      ["-c", "ulimit -v \(Self.mostKilobytes) && exec \"$0\" \"$@\"", program]
        + ["-f", "symbols", "-c", hasColours ? "256" : "none", "--animate", "off"]
        + ["--size", "\(columns)x\(rows)"] + symbols + ["-"],
      environment: ["PATH": environment["PATH"] ?? "/usr/bin:/bin", "LC_ALL": "C.UTF-8"],
      exchange: .filter(file: file, atMost: rows * columns * 64 + 4_096), until: .now + limit)
    guard case .exited(status: 0, let output) = ending else { return nil }
    return Picture(printed: output, rows: rows, columns: columns)
  }
}
