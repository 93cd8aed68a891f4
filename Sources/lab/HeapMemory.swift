import Glibc

/// What this process has allocated.
enum HeapMemory {
  /// Private bytes of this process, without what was freed and could be given back.
  static var bytesInUse: Int {
    get throws {
      _ = trim?(0)
      return try ProcessFacts(getpid()).privateBytes
    }
  }

  /// The C library's `malloc_trim`, looked up by name because Swift's module of it hides it.
  private static let trim = dlsym(nil, "malloc_trim").map {
    unsafeBitCast($0, to: (@convention(c) (Int) -> Int32).self)
  }
}
