import Glibc

/// This program, as other programs can start it.
enum Executable {
  /// Its path; its plain name where the system does not tell.
  static let path: String = {
    guard let found = realpath("/proc/self/exe", nil) else { return "phrasedesk" }
    defer { free(found) }
    return String(cString: found)
  }()
}
