import ChildProcess
import Glibc

/// A terminal that a test holds the other end of.
public final class PseudoTerminal {
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  private var master: Int32
  private let slave: Int32
  private let path: String
  /// Everything the program has written so far, but for what was taken away.
  public private(set) var output: [UInt8] = []
  /// Whether output is taken from the program while a test waits; off, the terminal is blocked.
  public var isReading = true
  /// The most bytes that one ``pump(milliseconds:)`` takes: few make a slow line.
  public var readLimit = 65_536

  public init(rows: UInt16 = 24, columns: UInt16 = 80) throws {
    var slave: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    var master: Int32 = -1
    guard openpty(&master, &slave, &name, nil, nil) == 0 else {
      throw Failure(description: "no pseudo-terminal: errno \(errno)")
    }
    self.master = master
    path = name.withUnsafeBufferPointer { String(cString: $0.baseAddress.unsafelyUnwrapped) }
    // Kept, so that the settings outlive the program.
    self.slave = slave
    for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    resize(rows: rows, columns: columns)
  }

  deinit {
    hangUp()
    close(slave)
  }

  /// Starts a program as the leader of a session whose controlling terminal this is.
  ///
  /// - Parameters:
  ///   - program: a path, or a name to look for in PATH.
  ///   - arguments: without the program's name.
  ///   - environment: what it has beside PATH, TERM, LANG and the options of sanitizers.
  ///   - input: a file for its standard input in place of the terminal.
  /// - Returns: the program, running.
  /// - Throws: ``Failure`` if it cannot be started.
  public func start(
    _ program: String, _ arguments: [String], environment: [String: String] = [:],
    input: String? = nil
  ) throws -> Child {
    var variables = ["TERM": "xterm-256color", "LANG": "C.UTF-8"]
    for name in ["PATH", "TSAN_OPTIONS", "ASAN_OPTIONS"] {
      if let value = getenv(name) { variables[name] = String(cString: value) }
    }
    variables.merge(environment) { $1 }
    let found =
      program.contains("/") ? program : SearchPath(environment: variables).find(program)
    guard let found else { throw Failure(description: "\(program) is not installed") }
    let device = Spawn.Stream.terminal(path)
    let streams = Spawn.Streams(
      input: input.map { .reading($0) } ?? device, output: device, errors: device)
    switch Spawn.start(found, arguments, environment: variables, streams) {
    case .success(let process): return Child(pid: process)
    case .failure(let refusal):
      throw Failure(description: "\(program) does not start: errno \(refusal.errno)")
    }
  }

  /// Types these bytes.
  public func type(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        pump(milliseconds: 10)
      } else if errno != EINTR {
        return
      }
    }
  }

  public func type(_ text: String) { type(Array(text.utf8)) }

  public func resize(rows: UInt16, columns: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// How the terminal is set now, in words that a test can compare.
  public var settings: TerminalSettings {
    var settings = termios()
    tcgetattr(slave, &settings)
    return TerminalSettings(settings)
  }

  /// Closes this end, as a terminal window that is closed or a connection that is cut.
  public func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Waits until a condition holds, taking the program's output meanwhile; false if it never did.
  public func wait(seconds: Double = 60, until condition: () throws -> Bool) rethrows -> Bool {
    let limit = seconds * 1000
    let start = Self.milliseconds()
    while true {
      if try condition() { return true }
      if Self.milliseconds() - start > limit { return false }
      pump(milliseconds: 2)
    }
  }

  /// Takes what the program has written, waiting for it at most so long.
  public func pump(milliseconds: Int32) {
    guard isReading, master >= 0 else {
      poll(nil, 0, milliseconds)
      return
    }
    var entry = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&entry, 1, milliseconds) > 0 else { return }
    var buffer = [UInt8](repeating: 0, count: readLimit)
    let count = read(master, &buffer, buffer.count)
    if count > 0 {
      output += buffer[..<count]
    } else if entry.revents & Int16(POLLHUP) != 0 {
      // Nobody has the other end open; poll would return at once.
      poll(nil, 0, milliseconds)
    }
  }

  /// Takes away what the program has written; for one that is watched for hours.
  public func takeOutput() -> [UInt8] {
    defer { output = [] }
    return output
  }

  static func milliseconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
  }
}
