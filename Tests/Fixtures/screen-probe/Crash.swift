import CrashGuard
import Desk
import Glibc

/// The ways to end that no program wants, each by Alt with a letter.
enum Crash: Character {
  case trap = "t"
  case fatalError = "f"
  case uncaughtError = "u"
  case memory = "n"
  case abort = "a"
  case mainStack = "o"
  case parserStack = "p"
  /// Never looks at anything again, as a main thread in an endless loop.
  case busy = "b"
  /// Writes on standard error, and goes on.
  case noise = "x"

  struct Uncaught: Error {}

  init?(_ key: Key) {
    guard case .character(let scalar) = key.code else { return nil }
    self.init(rawValue: Character(scalar))
  }

  func happen() throws {
    switch self {
    case .trap:
      let empty: [Int] = []
      print(empty[CommandLine.arguments.count])
    case .fatalError: Swift.fatalError("as the test wishes")
    case .uncaughtError: throw Uncaught()
    case .memory: UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = 1
    case .abort: Glibc.abort()
    case .mainStack: print(Self.recurse(1))
    case .parserStack:
      var thread = pthread_t()
      pthread_create(
        &thread, nil,
        { _ in
          crash_guard_adopt_thread()
          print(Crash.recurse(1))
          return nil
        }, nil)
      pthread_join(thread, nil)
    case .busy: while getppid() > 0 {}
    case .noise: perror("noise on standard error")
    }
  }

  @inline(never)
  private static func recurse(_ depth: Int) -> Int {
    var block = (depth, depth, depth, depth, depth, depth, depth, depth)
    return withUnsafeMutablePointer(to: &block) { $0.pointee.0 + recurse(depth + 1) + $0.pointee.7 }
  }
}
