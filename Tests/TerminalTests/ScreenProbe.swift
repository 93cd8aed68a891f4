import Glibc
import PseudoTerminal
import Testing

/// The tests' own program, and what it logs.
struct ScreenProbe {
  let folder: Folder
  var program: ScreenProgram

  /// The environment is added to one that holds little more than PATH and TERM.
  init(environment: [String: String] = [:]) throws {
    folder = try Folder()
    program = ScreenProgram(
      path: try Self.path(), arguments: [folder.path + "/log", folder.path],
      environment: environment, readyText: "└")
  }

  /// The inputs logged so far, after the first line, which says that the screen is open.
  var inputs: [String] {
    Array(folder.text("log").split(separator: "\n").map(String.init).dropFirst())
  }

  /// The size that it began with, as rows, `x` and columns.
  var size: String? {
    folder.text("log").split(separator: "\n").first?.split(separator: " ").dropFirst().first.map {
      String($0)
    }
  }

  /// The process id that it logged.
  var pid: pid_t? {
    folder.text("log").split(separator: "\n").first?.split(separator: " ").last.flatMap {
      pid_t($0)
    }
  }

  /// The crash report, once it holds this text; nil if that never comes.
  ///
  /// Swift's backtracer writes it after the program has ended.
  func report(showing text: String) throws -> String? {
    let terminal = try PseudoTerminal()
    var report: String?
    _ = terminal.wait(seconds: 30) {
      report = folder.names.first { $0 != "log" && folder.text($0).contains(text) }
      return report != nil
    }
    return report
  }

  /// The probe is built into the folder of the tests' own program; SCREEN_PROBE names another build.
  private static func path() throws -> String {
    if let path = getenv("SCREEN_PROBE") { return String(cString: path) }
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let length = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = String(
      decoding: buffer.prefix(max(length, 0)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let folder = tests[..<(tests.lastIndex(of: "/") ?? tests.endIndex)]
    let path = "\(folder)/screen-probe"
    try #require(access(path, X_OK) == 0, "screen-probe is not beside \(tests)")
    return path
  }
}

/// How often each way to end is tried; ROUNDS=100 is the requirement's own number.
let rounds = getenv("ROUNDS").flatMap { Int(String(cString: $0)) } ?? 5
