import Foundation

/// Runs programs under `strace`, which tells their system calls, fails them, or kills them there.
struct Tracer {
  private let path: String
  private let folder: String

  /// - Parameter folder: where it may put what it records.
  /// - Throws: ``Skipped`` where strace is missing or may not trace.
  init(folder: String) throws {
    guard let path = Program.path(of: "strace") else { throw Skipped(why: "strace is missing") }
    self.path = path
    self.folder = folder + "/trace"
    try FileManager.default.createDirectory(
      atPath: self.folder, withIntermediateDirectories: true)
    let trial = CommandRun(
      path, ["-f", "-o", "/dev/null", "/bin/true"], environment: ["PATH": "/usr/bin:/bin"])
    guard trial.isDone else {
      throw Skipped(why: "strace may not trace here (\(trial.summary))")
    }
  }

  /// What is done to one call of the first thread.
  enum Fault: CustomStringConvertible {
    case kill
    /// The call fails with this error and is not made.
    case error(String)

    var description: String {
      switch self {
      case .kill: "signal=KILL"
      case .error(let name): "error=\(name)"
      }
    }
  }

  /// Runs a program, and meddles with one of its calls.
  func run(
    _ program: DeskProgram, _ arguments: [String], fault: Fault, at call: TracedCall
  ) -> CommandRun {
    let meddling = "inject=\(call.name):\(fault):when=\(call.ordinal)"
    return run(
      program, arguments,
      ["-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call.name)", "-e", meddling])
  }

  /// Runs a program; gives the calls of each of its threads, the first thread's first.
  ///
  /// `names` are the calls wanted, as `-e trace=` takes them; `bytes` is how much of each string is
  /// recorded. Throws `LabFailure` where nothing was.
  func calls(
    _ program: DeskProgram, _ arguments: [String], _ names: String, bytes: Int = 4_096
  ) throws -> (run: CommandRun, threads: [[TracedCall]]) {
    let record = folder + "/calls"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      unlink("\(folder)/\(name)")
    }
    let run = run(
      program, arguments,
      ["-ff", "-qq", "-y", "-xx", "-s", String(bytes), "-o", record, "-e", "trace=\(names)"])
    // One file for each thread, named by its number, which grows.
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
      .compactMap { name in name.split(separator: ".").last.flatMap { Int($0) } }.sorted()
    let threads = try files.map { try Tracer.read("\(record).\($0)") }
    guard !threads.isEmpty else { throw LabFailure("strace recorded nothing: \(run.summary)") }
    return (run, threads)
  }

  private func run(
    _ program: DeskProgram, _ arguments: [String], _ options: [String]
  ) -> CommandRun {
    CommandRun(
      path, options + [program.path] + arguments, environment: program.environment, seconds: 60)
  }

  private static func read(_ path: String) throws -> [TracedCall] {
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: path)))
    var counts: [String: Int] = [:]
    return bytes.split(separator: UInt8(ascii: "\n")).compactMap { line in
      guard var call = TracedCall(line: line) else { return nil }
      counts[call.name, default: 0] += 1
      call.ordinal = counts[call.name, default: 0]
      return call
    }
  }
}
