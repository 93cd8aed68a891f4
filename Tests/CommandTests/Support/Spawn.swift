import ChildProcess
import Foundation

/// Runs a program, by its path or its name, to its end.
///
/// Its streams are files, which no descendant can hold open: a tmux server outlives what started it.
///
/// - Returns: the exit status, or 128 and the signal, as a shell counts.
func spawn(
  _ program: String, _ arguments: [String], environment: [String: String], input: URL? = nil,
  output: URL? = nil, errors: URL? = nil
) throws -> Int32 {
  guard
    let path = program.hasPrefix("/")
      ? program : SearchPath(environment: environment).find(program)
  else { throw POSIXError(.ENOENT) }
  return try Spawn.run(
    path, arguments, environment: environment,
    Spawn.Streams(
      input: input.map { .reading($0.path) } ?? .null,
      output: output.map { .writing($0.path) } ?? .null,
      errors: errors.map { .writing($0.path) } ?? .null)
  ).shellStatus
}
