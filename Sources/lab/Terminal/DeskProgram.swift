import Foundation
import Phrases
import Store

/// The real phrasedesk, in folders of its own that go away with this value.
final class DeskProgram {
  let path: String
  let home: String

  /// - Parameter path: the program; nil for the one beside lab.
  /// - Throws: `LabFailure` when it is not there.
  init(_ path: String?) throws {
    let beside = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      .map { ($0 as NSString).deletingLastPathComponent + "/phrasedesk" }
    guard let found = path ?? beside, access(found, X_OK) == 0 else {
      throw LabFailure(
        "\(path ?? "phrasedesk beside lab") is not there or cannot be run; build it with: "
          + "swift build -c release --product phrasedesk")
    }
    self.path = found
    home = try DeskProgram.temporaryFolder()
    // Only the phrases of the measurement are to be there.
    let folder = "\(home)/config/phrasedesk"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    _ = try write(Array("starter = false\n".utf8), to: "config/phrasedesk/config.toml")
  }

  /// Makes a folder that nobody else uses.
  static func temporaryFolder() throws -> String {
    var template = Array(NSTemporaryDirectory().appending("phrasedesk-lab-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { throw LabFailure("no folder could be made") }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  /// What an agent's login would set, pointing into folders that nobody else uses.
  var environment: [String: String] {
    [
      "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home, "TERM": "xterm-256color",
      "LANG": "C.UTF-8", "XDG_DATA_HOME": "\(home)/data", "XDG_CONFIG_HOME": "\(home)/config",
      "XDG_STATE_HOME": "\(home)/state", "XDG_CACHE_HOME": "\(home)/cache",
      "XDG_RUNTIME_DIR": "\(home)/run",
    ]
  }

  /// Runs it without a terminal, to its end.
  func command(_ arguments: [String]) -> CommandRun {
    CommandRun(path, arguments, environment: environment)
  }

  /// Where its store is, in a folder that is there.
  func storePath() throws -> String {
    let folder = "\(home)/data/phrasedesk"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    return "\(folder)/phrases.sqlite"
  }

  /// Puts phrases into its store.
  func importPhrases(_ phrases: [Phrase]) throws {
    let store = try Store.open(at: storePath())
    defer { store.close() }
    _ = try store.importPersonal(phrases)
  }

  /// Writes a file that lives as long as this value.
  func write(_ bytes: [UInt8], to name: String) throws -> String {
    let path = "\(home)/\(name)"
    try Data(bytes).write(to: URL(filePath: path))
    return path
  }

  /// Starts it on a terminal.
  func run(_ arguments: [String] = []) throws -> TerminalRun {
    try TerminalRun(path, arguments, environment: environment)
  }

  /// Starts the desk and waits for its phrases.
  func open(_ arguments: [String] = [], showing text: String) throws -> TerminalRun {
    let run = try run(arguments)
    _ = try run.settled(text) { $0.contains(text) }
    return run
  }
}
