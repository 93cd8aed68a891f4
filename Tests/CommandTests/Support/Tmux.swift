import Foundation
import Glibc
import Testing

/// A real terminal for the program: a tmux server of its own, keys in, screen text out.
final class Tmux {
  let socket = "pd-\(UUID().uuidString.prefix(8))"
  private let environment: [String: String]

  static var isInstalled: Bool {
    ["/usr/bin/tmux", "/usr/local/bin/tmux"].contains {
      FileManager.default.isExecutableFile(atPath: $0)
    }
  }

  /// Starts a shell command in a terminal of that size.
  init(
    _ command: String, rows: Int = 24, columns: Int = 80, environment: [String: String]
  ) throws {
    self.environment = environment
    try tmux(
      ["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", command])
  }

  deinit { try? close() }

  /// Ends the server, and with it the terminal.
  func close() throws { try tmux(["kill-server"]) }

  /// Sends keys by tmux' names: `M-z`, `Enter`, `Down`.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Types text as it is.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  func resize(rows: Int, columns: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// What the pane shows now.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// What tmux holds in its newest buffer.
  func buffer() throws -> String { try tmux(["show-buffer"]) }

  /// Asks tmux about the pane, in its format language.
  func value(_ format: String) throws -> String {
    try tmux(["display-message", "-p", format]).trimmingCharacters(in: .newlines)
  }

  /// Waits until the screen is as wanted, and records an issue with the screen where it never is.
  @discardableResult
  func wait(
    for what: String = "the screen", within seconds: Double = 20,
    sourceLocation: SourceLocation = #_sourceLocation, until isReached: (String) throws -> Bool
  ) throws -> String {
    let end = Date(timeIntervalSinceNow: seconds)
    var screen = ""
    repeat {
      screen = (try? self.screen()) ?? ""
      if try isReached(screen) { return screen }
      _ = poll(nil, 0, 20)
    } while Date() < end
    Issue.record(
      "waited in vain for \(what); the screen:\n\(screen)", sourceLocation: sourceLocation)
    return screen
  }

  /// Waits until the screen holds a text.
  @discardableResult
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try wait(for: text, sourceLocation: sourceLocation) { $0.contains(text) }
  }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let output = FileManager.default.temporaryDirectory.appending(path: "\(socket).out")
    defer { try? FileManager.default.removeItem(at: output) }
    _ = try spawn(
      "tmux", ["-u", "-L", socket] + arguments, environment: environment, output: output)
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }
}
