import ChildProcess
import Glibc

/// A program that a test has started.
public final class Child {
  public typealias End = ProcessEnd

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
    end = ProcessEnd(waitStatus: status)
    return end
  }
}
