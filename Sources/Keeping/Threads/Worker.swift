import Foundation

/// One thread beside others that does its jobs in the order they were given.
public final class Worker: Sendable {
  private struct State {
    var jobs: [@Sendable () -> Void] = []
    var isRunning = false
  }

  private let state = Locked(State())
  private let name: String

  /// The name is that of its thread, for whoever looks at one that hangs.
  public init(name: String) { self.name = name }

  /// Does a job on the worker's thread, which lives only while there are any.
  public func run(_ job: @escaping @Sendable () -> Void) {
    let mustStart = state.withLock { state in
      state.jobs.append(job)
      defer { state.isRunning = true }
      return !state.isRunning
    }
    guard mustStart else { return }
    let thread = Thread { [self] in
      while let job = next() { job() }
    }
    thread.name = name
    thread.start()
  }

  /// Whether it has nothing to do.
  public var isIdle: Bool { state.withLock { !$0.isRunning } }

  /// Waits until every job is done, at most that long.
  ///
  /// - Returns: whether they are.
  public func finish(within limit: Duration) -> Bool {
    let done = DispatchSemaphore(value: 0)
    run { done.signal() }
    let nanoseconds = Int(limit / .nanoseconds(1))
    return done.wait(timeout: .now() + .nanoseconds(nanoseconds)) == .success
  }

  private func next() -> (@Sendable () -> Void)? {
    state.withLock { state in
      guard !state.jobs.isEmpty else {
        state.isRunning = false
        return nil
      }
      return state.jobs.removeFirst()
    }
  }
}
