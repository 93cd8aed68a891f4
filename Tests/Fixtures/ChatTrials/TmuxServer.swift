import ChildProcess
import Foundation

/// A tmux server in a folder of its own, which goes with the value.
public final class TmuxServer: Sendable {
  /// Where its programs start, and what it keeps is; a short path, since that of a socket may have
  /// 107 bytes at the most.
  public let folder: String
  public let socket: String
  /// What its programs are given.
  public let environment: [String: String]

  /// Nil where tmux does not start.
  public init?(more: [String: String] = [:]) {
    folder = "/tmp/pd-\(UUID().uuidString.prefix(8))"
    socket = "\(folder)/tmux"
    environment = [
      "PATH": "/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color",
      "SHELL": "/bin/sh",
    ].merging(more) { $1 }
    guard
      (try? FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false)) != nil,
      run("new-session", "-d", "-x", "100", "-y", "30", "-c", folder, "cat") != nil
    else { return nil }
  }

  deinit {
    run("kill-server")
    try? FileManager.default.removeItem(atPath: folder)
  }

  @discardableResult
  public func run(_ arguments: String...) -> [UInt8]? { run(arguments) }

  /// What a command printed, without the line break at its end.
  public func line(_ arguments: String...) -> String? {
    run(arguments).map { String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .newlines) }
  }

  private func run(_ arguments: [String]) -> [UInt8]? {
    let ending = ToolProcess.run(
      "/usr/bin/tmux", ["-u", "-S", socket, "-f", "/dev/null"] + arguments,
      environment: environment, exchange: .collect(atMost: 1 << 24), until: .now + .seconds(60))
    guard case .exited(status: 0, let output) = ending else { return nil }
    return output
  }

  /// The environment of a program in its first pane.
  public var paneEnvironment: [String: String] {
    let tmux = line("display-message", "-p", "#{socket_path},#{pid},0") ?? ""
    return environment.merging(["TMUX": tmux]) { $1 }
  }

  /// A window with that program; the id of its pane.
  public func open(_ program: String...) -> String? { open(program) }

  func open(_ program: PaneProgram) -> String? { open(program.command) }

  private func open(_ program: [String]) -> String? {
    let arguments = ["new-window", "-d", "-P", "-F", "#{pane_id}", "-c", folder] + program
    return run(arguments).map {
      String(decoding: $0, as: UTF8.self).trimmingCharacters(in: .newlines)
    }
  }

  /// What a pane shows.
  public func screen(_ pane: String) -> String { line("capture-pane", "-p", "-t", pane) ?? "" }

  public func read(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(folder)/\(name)").map { [UInt8]($0) }
  }

  public func write(_ text: String, to name: String) {
    let path = "\(folder)/\(name)"
    precondition(FileManager.default.createFile(atPath: path, contents: Data(text.utf8)))
  }

  public func remove(_ name: String) { unlink("\(folder)/\(name)") }
}

/// Runs `body` until it is true or the limit has passed; says which.
public func eventually(within seconds: Double = 60, _ body: () -> Bool) -> Bool {
  let end = Date().addingTimeInterval(seconds)
  while !body() {
    guard Date() < end else { return false }
    _ = poll(nil, 0, 4)
  }
  return true
}

/// Whether a program is installed where Debian puts programs.
public func isOnPath(_ program: String) -> Bool { access("/usr/bin/\(program)", X_OK) == 0 }
