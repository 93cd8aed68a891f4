import Foundation

/// What the kernel counts about a running process.
struct ProcessFacts {
  /// Bytes that belong to this process alone.
  var privateBytes = 0
  /// Bytes of memory that it has in use, those that it shares with others included.
  var residentBytes = 0
  /// How many files and pipes it has open.
  var descriptors = 0
  /// How often its threads were put on a processor anew.
  var switches = 0
  /// Time on a processor, in the kernel's ticks, mostly hundredths of a second.
  var ticks = 0

  init(_ process: pid_t) throws {
    let folder = "/proc/\(process)"
    let memory = try ProcessFacts.numbers(in: "\(folder)/smaps_rollup")
    privateBytes =
      1024 * (memory["Private_Clean", default: 0] + memory["Private_Dirty", default: 0])
    residentBytes = 1024 * memory["Rss", default: 0]
    descriptors = try FileManager.default.contentsOfDirectory(atPath: "\(folder)/fd").count
    for thread in try FileManager.default.contentsOfDirectory(atPath: "\(folder)/task") {
      // A thread may end while it is looked at.
      guard let status = try? ProcessFacts.numbers(in: "\(folder)/task/\(thread)/status") else {
        continue
      }
      switches += status["voluntary_ctxt_switches", default: 0]
      switches += status["nonvoluntary_ctxt_switches", default: 0]
    }
    // The name of the program, in parentheses, may hold anything; user and system time are the
    // 12th and 13th fields after it.
    let fields =
      try String(contentsOfFile: "\(folder)/stat", encoding: .utf8)
      .split(separator: ")").last?.split(separator: " ") ?? []
    if fields.count > 12 { ticks = (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) }
  }

  /// The lines `Name:  123 kB` of a file.
  private static func numbers(in path: String) throws -> [String: Int] {
    var numbers: [String: Int] = [:]
    for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2 else { continue }
      numbers[String(parts[0])] = parts[1].split { $0 == " " || $0 == "\t" }.first.flatMap {
        Int($0)
      }
    }
    return numbers
  }
}

extension ProcessFacts {
  /// The processes that this one has started and that are still there, the oldest first.
  static func children(of process: pid_t) -> [pid_t] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
    return names.compactMap { pid_t($0) }.filter { fields(of: $0).parent == process }.sorted()
  }

  /// `R`, `S`, `T` for stopped, `Z` for ended and not waited for; empty when it is gone.
  static func state(of process: pid_t) -> String { fields(of: process).state }

  /// How many descriptors a process has open.
  static func descriptors(of process: pid_t) -> Int {
    (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd"))?.count ?? 0
  }

  /// Processor time of this process' children that have ended, in hundredths of a second.
  static var ticksOfEnded: Int {
    var usage = rusage()
    getrusage(RUSAGE_CHILDREN.rawValue, &usage)
    return [usage.ru_utime, usage.ru_stime].reduce(0) {
      $0 + Int($1.tv_sec) * 100 + Int($1.tv_usec) / 10_000
    }
  }

  /// State and parent stand after the program's name, which is in parentheses.
  private static func fields(of process: pid_t) -> (state: String, parent: pid_t?) {
    let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
    let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
    guard fields.count > 1 else { return ("", nil) }
    return (String(fields[0]), pid_t(fields[1]))
  }
}
