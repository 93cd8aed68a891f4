import Foundation

/// Lets a thread wait until the loop has taken something in.
final class Handled: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func tell() { semaphore.signal() }

  /// Waits, but not for ever: the loop may be stopped, or about to end.
  ///
  /// - Returns: whether it has been taken in.
  func wait(within limit: Duration) -> Bool {
    let nanoseconds = Int(limit / .nanoseconds(1))
    return semaphore.wait(timeout: .now() + .nanoseconds(nanoseconds)) == .success
  }
}
