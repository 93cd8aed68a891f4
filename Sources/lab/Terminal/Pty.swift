import Glibc

/// A program on a terminal of its own, of which this process plays the terminal.
final class Pty {
  let process: pid_t
  private let master: Int32
  private var isClosed = false

  /// Starts a program as leader of a session on a new terminal.
  ///
  /// - Parameters:
  ///   - path: the program.
  ///   - arguments: those after its name.
  ///   - environment: all that it sees of the environment.
  ///   - rows: the terminal's height, in cells.
  ///   - columns: its width, in cells.
  ///   - input: a file for its standard input in place of the terminal.
  /// - Throws: `LabFailure` when there is no terminal or no such program.
  init(
    _ path: String, _ arguments: [String], environment: [String: String], rows: Int, columns: Int,
    input: String? = nil
  ) throws {
    var master: Int32 = -1
    var slave: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else {
      throw LabFailure("no pseudo terminal could be had (error \(errno))")
    }
    self.master = master
    defer { Glibc.close(slave) }
    for descriptor in [master, slave] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }

    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The leader of a session without a terminal gets the first one that it opens.
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    if let input {
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, input, O_RDONLY, 0)
    }
    let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which <spawn.h> hides from Swift
    posix_spawnattr_setflags(&attributes, newSession)

    let strings = ([path] + arguments).map { strdup($0) }
    let variables = environment.map { strdup("\($0)=\($1)") }
    defer { for string in strings + variables { free(string) } }
    var process: pid_t = 0
    let error = posix_spawn(
      &process, path, &actions, &attributes, strings + [nil], variables + [nil])
    guard error == 0 else {
      Glibc.close(master)
      throw LabFailure("\(path) could not be started (error \(error))")
    }
    self.process = process
  }

  deinit { close() }

  /// Hangs the terminal up, and waits for the program to end, killing it after two seconds.
  func close() {
    guard !isClosed else { return }
    isClosed = true
    Glibc.close(master)
    var status: Int32 = 0
    for _ in 0..<200 {
      if waitpid(process, &status, WNOHANG) != 0 { return }
      usleep(10_000)
    }
    kill(process, SIGKILL)
    waitpid(process, &status, 0)
  }

  /// Types.
  func write(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(master, bytes, bytes.count)
  }

  /// What a wait for output ended with.
  enum Arrival {
    case bytes([UInt8])
    /// Nothing came in the time given.
    case nothing
    /// The program has let go of the terminal.
    case end
  }

  /// Waits so long for output, and takes what there is, at most 64 kB.
  func read(within limit: Duration) -> Arrival {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32(max(limit / .milliseconds(1), 0).rounded(.up))
    guard poll(&descriptor, 1, milliseconds) > 0 else { return .nothing }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = Glibc.read(master, &buffer, buffer.count)
    return count > 0 ? .bytes(Array(buffer[..<count])) : .end
  }
}
