import Glibc

/// What the system tells of a process in `/proc/PID/stat`.
public struct ProcessStatus: Equatable {
  /// The file name of its program, of which the system keeps 15 bytes.
  public var name: String
  /// Whether it was stopped, by Ctrl+Z or SIGSTOP, and goes on only when it is told to.
  public var isStopped: Bool
  public var parent: pid_t
  var group: pid_t
  /// The group that reads from its terminal; -1 where it has none.
  public var foregroundGroup: pid_t

  /// Nil where there is no such process.
  public init?(of process: pid_t) {
    guard let file = fopen("/proc/\(process)/stat", "re") else { return nil }
    defer { fclose(file) }
    var line = [UInt8](repeating: 0, count: 1024)
    self.init(line: line[..<fread(&line, 1, line.count, file)])
  }

  /// The fields of proc(5) behind the second, a name in brackets that may hold any byte.
  init?(line: some BidirectionalCollection<UInt8>) {
    guard let open = line.firstIndex(of: UInt8(ascii: "(")),
      let bracket = line.lastIndex(of: UInt8(ascii: ")")), open < bracket
    else { return nil }
    let fields = line[line.index(after: bracket)...].split(separator: UInt8(ascii: " "))
      .map { String(decoding: $0, as: UTF8.self) }
    guard fields.count > 5, let parent = pid_t(fields[1]), let group = pid_t(fields[2]),
      let foregroundGroup = pid_t(fields[5])
    else { return nil }
    name = String(decoding: line[line.index(after: open)..<bracket], as: UTF8.self)
    isStopped = ["T", "t"].contains(fields[0])
    self.parent = parent
    self.group = group
    self.foregroundGroup = foregroundGroup
  }

  /// The path of the program that a process of this user runs.
  public static func program(of process: pid_t) -> String? {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/\(process)/exe", &path, path.count)
    guard count > 0 else { return nil }
    return String(decoding: path[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// A process and those that started it, the nearest first.
  public static func ancestors(of process: pid_t) -> [pid_t] {
    var found: [pid_t] = []
    var next = process
    while next > 1, found.count < 64, let status = ProcessStatus(of: next) {
      found.append(next)
      next = status.parent
    }
    return found
  }

  /// A variable that a process of this user was started with; nil where it is not set.
  public static func variable(_ name: String, of process: pid_t) -> String? {
    guard let file = fopen("/proc/\(process)/environ", "re") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 18)
    let count = fread(&bytes, 1, bytes.count, file)
    return bytes[..<count].split(separator: 0).first { $0.starts(with: "\(name)=".utf8) }
      .map { String(decoding: $0.dropFirst(name.utf8.count + 1), as: UTF8.self) }
  }
}
