import Foundation
import Glibc
import Testing

@testable import ChildProcess
@testable import Clipboard

/// A folder of small shell scripts that stand in for the tools, and nothing else in PATH.
struct FakeTools {
  let folder: String

  init() throws {
    folder = NSTemporaryDirectory() + "phrasedesk-tools-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  /// Installs a program; `body` is what `/bin/sh` runs, with the real PATH.
  func install(_ program: String, _ body: String) throws {
    let script = """
      #!/bin/sh
      if test "$1" = --ready; then exit 0; fi
      PATH=/usr/bin:/bin
      cd '\(folder)'
      \(body)

      """
    try write(script, to: program)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(folder)/\(program)")
    // While a child that another test is just starting holds the file open for writing, it cannot
    // be run ("text file busy").
    let isReady = eventually {
      let ending = ToolProcess.run(
        "\(folder)/\(program)", ["--ready"], environment: [:], exchange: .feed([]),
        until: .now + .seconds(60))
      return ending == .exited(status: 0, output: [])
    }
    try #require(isReady)
  }

  /// An xclip, say, that keeps what it is given in a file and gives it back.
  func installWorking(_ program: String) throws {
    try install(
      program,
      """
      echo "$0 $*" >> calls
      case "$*" in *-out*) exec cat held;; *) cat > held.new && mv held.new held;; esac
      """)
  }

  func write(_ text: String, to name: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: false, encoding: .utf8)
  }

  func read(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(folder)/\(name)").map { [UInt8]($0) }
  }

  func environment(_ more: [String: String] = ["DISPLAY": ":0"]) -> [String: String] {
    more.merging(["PATH": folder]) { $1 }
  }

  func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

/// Runs `body` until it is true or the limit has passed; says which.
func eventually(within seconds: Double = 60, _ body: () -> Bool) -> Bool {
  let end = Date().addingTimeInterval(seconds)
  while !body() {
    guard Date() < end else { return false }
    _ = poll(nil, 0, 10)
  }
  return true
}
