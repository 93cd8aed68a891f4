import Glibc

/// A program that a test has started.
public final class Child {
  public enum End: Equatable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  public let pid: pid_t
  /// How it ended, if it has.
  public private(set) var end: End?

  init(pid: pid_t) {
    self.pid = pid
  }

  deinit {
    guard look() == nil else { return }
    kill(pid, SIGKILL)
    kill(pid, SIGCONT)
    var status: Int32 = 0
    waitpid(pid, &status, 0)
  }

  public func send(_ signal: Int32) {
    guard end == nil else { return }
    kill(pid, signal)
  }

  /// Asks how it ended, without waiting.
  @discardableResult
  public func look() -> End? {
    var status: Int32 = 0
    guard end == nil, waitpid(pid, &status, WNOHANG) == pid else { return end }
    let signal = status & 0x7F
    end = signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
    return end
  }
}
