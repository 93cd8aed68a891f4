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
