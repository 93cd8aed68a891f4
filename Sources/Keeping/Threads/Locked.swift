import Foundation

/// A value that several threads share, one at a time.
///
/// Not the standard library's `Mutex`: on Linux it waits by futex calls of its own, which
/// ThreadSanitizer cannot see, so that every use of it would look like a race.
public final class Locked<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  /// A value that is used by one thread at a time from now on.
  public init(_ value: Value) { self.value = value }

  /// Runs `body` on the value while no other thread has it; it may not ask for the same lock again.
  public func withLock<Result, Failure: Error>(
    _ body: (inout Value) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
