import Foundation
import Phrases
import Store
import Testing

/// The built program, run as a user runs it, with folders of its own.
struct Program {
  /// Holds config, data, state, cache and runtime folders of one test.
  let folder: URL
  let environment: [String: String]

  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// Where SwiftPM put the products: beside the test bundle.
  static let products: URL = {
    var url = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    while url.path != "/" {
      url.deleteLastPathComponent()
      if FileManager.default.isExecutableFile(atPath: url.appending(path: "phrasedesk").path) {
        return url
      }
    }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../.build/debug").standardized
  }()

  static var path: String { products.appending(path: "phrasedesk").path }

  /// The program with the folders of another one and other variables.
  init(folder: URL, environment: [String: String]) {
    self.folder = folder
    self.environment = environment
  }

  init(language: String = "en", extra: [String: String] = [:]) throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "phrasedesk-test-\(UUID().uuidString.prefix(8))")
    // Whatever the umask: another test may be changing it.
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    var environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
      "HOME": folder.path, "LANG": language == "zh" ? "zh_CN.UTF-8" : "C.UTF-8",
      "TERM": "xterm-256color", "XDG_CONFIG_DIRS": folder.appending(path: "etc").path,
    ]
    for name in ["CONFIG", "DATA", "STATE", "CACHE"] {
      environment["XDG_\(name)_HOME"] = folder.appending(path: name.lowercased()).path
    }
    environment["XDG_RUNTIME_DIR"] = folder.appending(path: "runtime").path
    // Under a sanitizer the program reports where the tests do.
    for name in ["TSAN_OPTIONS", "ASAN_OPTIONS"] {
      environment[name] = ProcessInfo.processInfo.environment[name]
    }
    environment.merge(extra) { $1 }
    self.environment = environment
    // A machine that builds and writes beside the tests holds tools up for longer than agents wait.
    // Lists that are imported are looked at alone: what stands behind them has tests of its own.
    _ = try file(
      "etc/phrasedesk/config.toml", "send.tool_milliseconds = 20000\nstarter = false\n")
  }

  /// Where a file of the test is, or may be.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Removes the folders.
  func clean() { try? FileManager.default.removeItem(at: folder) }

  /// Writes a file into the test's folder.
  ///
  /// - Returns: its path.
  @discardableResult
  func file(_ name: String, _ content: String) throws -> String {
    let url = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(content.utf8).write(to: url)
    return url.path
  }

  /// Runs a command to its end.
  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(arguments, input: input)
  }

  /// Writes the configuration file.
  func config(_ settings: String) throws -> String {
    try file("config/phrasedesk/config.toml", settings)
  }

  /// Runs a command to its end, with other variables besides.
  func run(
    _ arguments: [String], input: String = "", extra: [String: String] = [:]
  ) throws -> Outcome {
    let number = UUID().uuidString.prefix(8)
    let files = ["in", "out", "err"].map { folder.appending(path: "\($0)-\(number)") }
    try Data(input.utf8).write(to: files[0])
    let status = try spawn(
      Program.path, arguments, environment: environment.merging(extra) { $1 }, input: files[0],
      output: files[1],
      errors: files[2])
    return Outcome(
      status: status,
      output: try String(contentsOf: files[1], encoding: .utf8),
      errors: try String(contentsOf: files[2], encoding: .utf8))
  }
}

extension Program {
  /// Records that a personal phrase was sent just now, as the desk does.
  func record(sends count: Int, of id: String, in path: String) throws {
    let store = try Store.open(at: path)
    defer { store.close() }
    for _ in 0..<count {
      try store.record(
        Send(
          key: PhraseKey(source: "personal", id: id), time: Int64(Date().timeIntervalSince1970),
          way: "tmux", keystrokes: 3, milliseconds: 900))
    }
  }
}
