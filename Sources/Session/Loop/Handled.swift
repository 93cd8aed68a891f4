import Foundation

/// Lets a thread wait until the loop has taken something in.
final class Handled: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)

  func tell() { semaphore.signal() }

  /// Waits, but not for ever: the loop may be stopped.
  func wait() { _ = semaphore.wait(timeout: .now() + .milliseconds(800)) }
}
