import Glibc

/// The start of a program that shares nothing with this one but its three standard streams.
///
/// ```swift
/// let end = try Spawn.run("/bin/ls", ["-l"], environment: [:], .init(output: .writing("/tmp/list")))
/// ```
package enum Spawn {
  /// What stands behind a standard stream of the program.
  package enum Stream: Sendable {
    case null
    /// One of this process. Of those of one program, only the first may be one of 0 to 2.
    case descriptor(Int32)
    case reading(String)
    /// A file that is made, for this user alone, or emptied.
    case writing(String)
    /// A terminal's device: the program leads the session that it belongs to.
    case terminal(String)
  }

  package struct Streams: Sendable {
    package var input: Stream
    package var output: Stream
    package var errors: Stream

    package init(input: Stream = .null, output: Stream = .null, errors: Stream = .null) {
      self.input = input
      self.output = output
      self.errors = errors
    }
  }

  package struct Refusal: Error {
    package let errno: Int32
  }

  /// Starts a program in a session of its own, so that it has no terminal to touch but the one it is
  /// given, with default signals, none of them blocked, and every other descriptor closed.
  package static func start(
    _ path: String, _ arguments: [String], environment: [String: String],
    _ streams: Streams = Streams()
  ) -> Result<pid_t, Refusal> {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    add(streams, to: &actions)
    closeTheRest(&actions)

    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID, which <spawn.h> hides from Swift
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | newSession))

    var process: pid_t = 0
    let failure = withCStrings([path] + arguments) { arguments in
      withCStrings(environment.map { "\($0)=\($1)" }) { environment in
        posix_spawn(&process, path, &actions, &attributes, arguments, environment)
      }
    }
    return failure == 0 ? .success(process) : .failure(Refusal(errno: failure))
  }

  /// Runs a program to its end, which the thread waits for without a limit.
  package static func run(
    _ path: String, _ arguments: [String], environment: [String: String],
    _ streams: Streams = Streams()
  ) throws(Refusal) -> ProcessEnd {
    let process = try start(path, arguments, environment: environment, streams).get()
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw Refusal(errno: errno) }
    }
    return ProcessEnd(waitStatus: status)
  }

  private static func add(_ streams: Streams, to actions: inout posix_spawn_file_actions_t) {
    let all = [
      (streams.input, STDIN_FILENO), (streams.output, STDOUT_FILENO),
      (streams.errors, STDERR_FILENO),
    ]
    // The descriptors first: one may be one of 0 to 2 where those were closed at the start.
    for case (.descriptor(let descriptor), let number) in all {
      posix_spawn_file_actions_adddup2(&actions, descriptor, number)
    }
    for (stream, number) in all {
      switch stream {
      case .descriptor: break
      case .null: posix_spawn_file_actions_addopen(&actions, number, "/dev/null", O_RDWR, 0)
      case .reading(let path):
        posix_spawn_file_actions_addopen(&actions, number, path, O_RDONLY, 0)
      case .writing(let path):
        let flags = O_WRONLY | O_CREAT | O_TRUNC
        posix_spawn_file_actions_addopen(&actions, number, path, flags, 0o600)
      case .terminal(let path):
        // The leader of a session without a terminal gets the first one that it opens.
        posix_spawn_file_actions_addopen(&actions, number, path, O_RDWR, 0)
      }
    }
  }

  /// A null-terminated array of C strings that live as long as `body` runs.
  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    return body(copies + [nil])
  }

  private typealias CloseFrom =
    @convention(c) (
      UnsafeMutablePointer<posix_spawn_file_actions_t>, Int32
    ) -> Int32

  /// The function that closes every descriptor from one on in the child.
  ///
  /// glibc has it since 2.34 but declares it for GNU sources only, so it is looked up by name.
  /// Where it is missing, O_CLOEXEC of each owner has to do.
  private static let closeFrom: CloseFrom? =
    dlsym(nil, "posix_spawn_file_actions_addclosefrom_np").map {
      unsafeBitCast($0, to: CloseFrom.self)
    }

  private static func closeTheRest(_ actions: inout posix_spawn_file_actions_t) {
    _ = closeFrom?(&actions, STDERR_FILENO + 1)
  }
}
