import Foundation
import Glibc

/// Runs a program to its end with posix_spawn.
///
/// Not Foundation's `Process`, which waits for every descendant, and so for ever for a tmux server
/// (swift-corelibs-foundation issue 4795). Outputs go to files, which no descendant can hold open.
///
/// - Returns: the exit status, or 128 and the signal, as a shell counts.
func spawn(
  _ path: String, _ arguments: [String], environment: [String: String], input: URL? = nil,
  output: URL? = nil, errors: URL? = nil
) throws -> Int32 {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  let null = "/dev/null"
  let write = O_WRONLY | O_CREAT | O_TRUNC
  posix_spawn_file_actions_addopen(&actions, 0, input?.path ?? null, O_RDONLY, 0)
  posix_spawn_file_actions_addopen(&actions, 1, output?.path ?? null, write, 0o600)
  posix_spawn_file_actions_addopen(&actions, 2, errors?.path ?? null, write, 0o600)
  // Test threads block nearly every signal, and a program inherits that.
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  sigemptyset(&none)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
  var pid = pid_t()
  let error = withStrings([path] + arguments) { arguments in
    withStrings(environment.map { "\($0)=\($1)" }) { environment in
      posix_spawnp(&pid, path, &actions, &attributes, arguments, environment)
    }
  }
  guard error == 0 else { throw POSIXError(POSIXErrorCode(rawValue: error) ?? .EINVAL) }
  var status: Int32 = 0
  while waitpid(pid, &status, 0) < 0, errno == EINTR {}
  let signal = status & 0x7F
  return signal == 0 ? (status >> 8) & 0xFF : 128 + signal
}

private func withStrings<Result>(
  _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = strings.map { strdup($0) }
  defer { for copy in copies { free(copy) } }
  return body(copies + [nil])
}
