import Glibc

/// The start of a program that shares nothing with this one but a descriptor or two.
enum Spawn {
  /// The descriptors that the program gets; what is not named here is `/dev/null`.
  enum Standard {
    case input(Int32)
    /// `errors` is not one of 0 to 2.
    case output(Int32, errors: Int32?)
  }

  struct Refusal: Error {
    let errno: Int32
  }

  /// Starts a program in a session of its own, so that it has no terminal to touch and no signal
  /// of the terminal reaches it, with default signals and every other descriptor closed.
  static func start(
    _ path: String, _ arguments: [String], environment: [String: String], standard: Standard
  ) -> Result<pid_t, Refusal> {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    // The descriptor first: it may be one of 0 to 2 where those were closed at the start.
    switch standard {
    case .input(let descriptor):
      posix_spawn_file_actions_adddup2(&actions, descriptor, STDIN_FILENO)
      posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
      addNoErrors(&actions)
    case .output(let descriptor, let errors):
      posix_spawn_file_actions_adddup2(&actions, descriptor, STDOUT_FILENO)
      posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
      if let errors {
        posix_spawn_file_actions_adddup2(&actions, errors, STDERR_FILENO)
      } else {
        addNoErrors(&actions)
      }
    }
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

  private static func addNoErrors(_ actions: inout posix_spawn_file_actions_t) {
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
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
