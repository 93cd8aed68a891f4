import Glibc

/// Lines for the test to wait for.
struct Log {
  let descriptor: Int32

  init(path: String) {
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
  }

  func write(_ line: String) {
    let text = line + "\n"
    _ = text.utf8.withContiguousStorageIfAvailable {
      Glibc.write(descriptor, $0.baseAddress, $0.count)
    }
  }
}
