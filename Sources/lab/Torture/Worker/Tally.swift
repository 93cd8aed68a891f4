import Glibc

/// Two numbers in a file that two processes see, and that outlive the one that counts.
final class Tally: @unchecked Sendable {
  private let numbers: UnsafeMutablePointer<Int64>
  private static let size = 2 * MemoryLayout<Int64>.size

  /// Makes the file where it is missing.
  init(path: String) throws {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw LabFailure("\(path) cannot be opened") }
    defer { close(descriptor) }
    guard ftruncate(descriptor, Tally.size) == 0,
      let memory = mmap(nil, Tally.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0),
      memory != MAP_FAILED
    else { throw LabFailure("\(path) cannot be mapped") }
    numbers = memory.bindMemory(to: Int64.self, capacity: 2)
  }

  deinit { munmap(numbers, Tally.size) }

  /// Who counts; 0 before it has begun.
  var process: pid_t {
    get { pid_t(numbers[0]) }
    set { numbers[0] = Int64(newValue) }
  }

  var count: Int {
    get { Int(numbers[1]) }
    set { numbers[1] = Int64(newValue) }
  }
}
