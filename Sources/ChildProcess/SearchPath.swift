import Glibc

/// The folders that programs are looked for in.
///
/// `posix_spawnp` would look through PATH as well, but that of this process; here the variables are
/// an argument, and `doctor` shows the very path that is run.
public struct SearchPath: Sendable {
  public let folders: [String]

  /// Relative folders, the empty one among them, are left out: what is run must not depend on
  /// where the program was started.
  public init(environment: [String: String]) {
    folders = (environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin")
      .split(separator: ":").filter { $0.hasPrefix("/") }.map(String.init)
  }

  /// The first executable file of that name; nil when there is none.
  public func find(_ program: String) -> String? {
    folders.lazy.map { "\($0)/\(program)" }.first { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
        && access(path, X_OK) == 0
    }
  }
}
