import Foundation
import Glibc
import Testing

/// A real terminal for the program: a tmux server of its own, keys in, screen text out.
final class Tmux {
  let socket = "pd-\(UUID().uuidString.prefix(8))"
  private let environment: [String: String]
  /// Another tmux that plays the terminal of a client, so that keys pass through the key table.
  private var isAttached = false
  private var outer: String { socket + "-outer" }

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
  func close() throws {
    if isAttached { try tmux(["kill-server"], socket: outer) }
    try tmux(["kill-server"])
  }

  /// Runs a command of tmux.
  @discardableResult
  func command(_ arguments: String...) throws -> String { try tmux(arguments) }

  /// Attaches a client, for ``pressAsAgent(_:)``.
  func attach() throws {
    isAttached = true
    let size = try value("#{window_width} #{window_height}").split(separator: " ").map(String.init)
    try tmux(["set-option", "-g", "status", "off"])
    try tmux(
      [
        "-f", "/dev/null", "new-session", "-d", "-x", size[0], "-y", size[1],
        "env -u TMUX tmux -u -L \(socket) attach",
      ], socket: outer)
    try wait(for: "the client") { _ in try !tmux(["list-clients"]).isEmpty }
  }

  /// Presses keys on the client's own terminal, where tmux' key bindings see them.
  func pressAsAgent(_ keys: String...) throws { try tmux(["send-keys"] + keys, socket: outer) }

  /// The panes, by their ids.
  func panes() throws -> [String] {
    try tmux(["list-panes", "-F", "#{pane_id}"]).split(separator: "\n").map(String.init)
  }

  /// What a pane shows now.
  func screen(of pane: String) throws -> String { try tmux(["capture-pane", "-p", "-t", pane]) }

  /// Sends keys by tmux' names: `M-z`, `Enter`, `Down`.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Types text as it is.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

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
    for what: String = "the screen", within seconds: Double = 60,
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
  private func tmux(_ arguments: [String], socket: String? = nil) throws -> String {
    let output = FileManager.default.temporaryDirectory.appending(path: "\(self.socket).out")
    defer { try? FileManager.default.removeItem(at: output) }
    _ = try spawn(
      "tmux", ["-u", "-L", socket ?? self.socket] + arguments, environment: environment,
      output: output)
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }
}
